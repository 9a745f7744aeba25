// What a zip file begins its list of parts, and each part, with; and where in them the moment of writing stands.
const endOfList = { bytes: 22, count: 10, begin: 16 }
const listed = { bytes: 46, moment: 12, name: 28, extra: 30, comment: 32, part: 42 }
const momentInPart = 10
// The first moment that a zip file can name: 1 January 1980.
const first = (1 << 21) | (1 << 16)

/**
 * The same zip file without the moment at which it was written, so that the same data give the same bytes: who compares two of them, or
 * keeps a hash, learns what changed and not when somebody asked. For what our own libraries made: no comment at its end.
 */
export function undated(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.length - endOfList.bytes
  let at = view.getUint32(end + endOfList.begin, true)
  for (let left = view.getUint16(end + endOfList.count, true); left > 0; left--) {
    view.setUint32(at + listed.moment, first, true)
    view.setUint32(view.getUint32(at + listed.part, true) + momentInPart, first, true)
    const { bytes, name, extra, comment } = listed
    at += [name, extra, comment].reduce((sum, field) => sum + view.getUint16(at + field, true), bytes)
  }
  return zip
}
