import { ascii, joined, type Stripped } from './picture-bytes'

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
// Baseline, extended and progressive: what cameras write and every browser shows.
const frames = new Set([0xc0, 0xc1, 0xc2])
// Tables, restart interval and number of lines: without them there is no picture.
const needed = new Set([0xc4, 0xdb, 0xdc, 0xdd])
const jfif = 0xe0
const exif = 0xe1
const profile = 0xe2
const adobe = 0xee

type Segment = { readonly marker: number; readonly from: number; readonly to: number }

export const isJpeg = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === startOfImage

/** Null when it is not as a JPEG is made (ISO/IEC 10918-1, annex B). */
export function readJpeg(bytes: Uint8Array): Stripped | null {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)]
  let size: { width: number; height: number } | null = null
  let turn = 1
  let hasScan = false
  let at = 2
  for (;;) {
    if (bytes[at] !== 0xff) return null
    // Any number of these may stand before a marker.
    while (bytes[at + 1] === 0xff) at += 1
    const marker = bytes[at + 1]
    if (marker === undefined || marker === 0 || marker === startOfImage) return null
    if (marker === endOfImage) break
    const length = wordAt(bytes, at + 2)
    if (length === null || length < 2 || at + 2 + length > bytes.byteLength) return null
    const segment = { marker, from: at, to: at + 2 + length }
    at = segment.to
    if (marker === exif) turn = turnOf(bytes, segment) ?? turn
    if (frames.has(marker)) {
      // Two frames in one picture, or dots of more than eight bits, are shown by nobody.
      const read = frameOf(bytes, segment)
      if (size || !read) return null
      size = read
    }
    const kept = keptOf(bytes, segment)
    if (kept) parts.push(kept)
    if (marker === startOfScan) {
      if (!size) return null
      hasScan = true
      const end = endOfScan(bytes, at)
      parts.push(bytes.subarray(at, end))
      at = end
    }
  }
  if (!size || !hasScan) return null
  // A second picture, a depth map or anything else may follow the end: it is not copied.
  const [start, ...rest] = parts
  const turned = turn === 1 ? [] : [turnSegment(turn)]
  return { ...size, turn, bytes: joined([start!, ...turned, ...rest, Uint8Array.of(0xff, endOfImage)]) }
}

const wordAt = (bytes: Uint8Array, at: number): number | null => {
  const [high, low] = [bytes[at], bytes[at + 1]]
  return high === undefined || low === undefined ? null : high * 256 + low
}

/** What is kept of a segment; null when it is not part of the picture. */
function keptOf(bytes: Uint8Array, { marker, from, to }: Segment): Uint8Array | null {
  if (marker === startOfScan || frames.has(marker) || needed.has(marker)) return bytes.subarray(from, to)
  const body = from + 4
  if (marker === jfif && ascii(bytes, body, body + 5) === 'JFIF\0' && to - body >= 14) {
    // The density, without the small picture that may follow it.
    return joined([Uint8Array.of(0xff, jfif, 0, 16), bytes.subarray(body, body + 12), Uint8Array.of(0, 0)])
  }
  // Colours are read with these two: a profile, and the twelve bytes that Adobe gave a meaning.
  if (marker === profile && isProfile(bytes.subarray(body, to))) return bytes.subarray(from, to)
  if (marker === adobe && ascii(bytes, body, body + 5) === 'Adobe' && to - body >= 12)
    return joined([Uint8Array.of(0xff, adobe, 0, 14), bytes.subarray(body, body + 12)])
  return null
}

/** A profile that is whole in one segment, with its length and its sign where ICC.1 (7.2) has them; no words that only say so. */
function isProfile(body: Uint8Array): boolean {
  const icc = body.subarray(14)
  if (ascii(body, 0, 12) !== 'ICC_PROFILE\0' || body[12] !== 1 || body[13] !== 1 || icc.byteLength < 128) return false
  const length = new DataView(icc.buffer, icc.byteOffset).getUint32(0)
  return length === icc.byteLength && ascii(icc, 36, 40) === 'acsp'
}

function frameOf(bytes: Uint8Array, { from, to }: Segment): { width: number; height: number } | null {
  if (to - from < 10 || bytes[from + 4] !== 8) return null
  const components = bytes[from + 9]
  const [height, width] = [wordAt(bytes, from + 5), wordAt(bytes, from + 7)]
  return height === null || width === null || (components !== 1 && components !== 3) ? null : { width, height }
}

/** Where the coded dots end: at the first marker that is not one of theirs (a stuffed zero or a restart). */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at < 0) return bytes.byteLength
    const next = bytes[at + 1]
    if (next === undefined) return bytes.byteLength
    if (next === 0xff) at += 1
    else if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at += 2
    else return at
  }
}

const orientation = 0x0112

/** How the camera was held (Exif 2.32, 4.6.4 A): the one thing of it that belongs to the picture. Null when it is not said. */
function turnOf(bytes: Uint8Array, { from, to }: Segment): number | null {
  const body = from + 4
  if (ascii(bytes, body, body + 6) !== 'Exif\0\0') return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + body + 6, to - body - 6)
  if (view.byteLength < 8) return null
  const isLittle = view.getUint16(0) === 0x4949
  const first = view.getUint32(4, isLittle)
  if (first + 2 > view.byteLength) return null
  const amount = view.getUint16(first, isLittle)
  for (let entry = first + 2, left = amount; left > 0 && entry + 12 <= view.byteLength; entry += 12, left -= 1) {
    if (view.getUint16(entry, isLittle) !== orientation) continue
    const turn = view.getUint16(entry + 8, isLittle)
    return turn >= 1 && turn <= 8 ? turn : null
  }
  return null
}

/** Exif data that says how the camera was held, and nothing else. */
function turnSegment(turn: number): Uint8Array {
  const header = [0xff, exif, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1]
  return Uint8Array.from([...header, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0])
}
