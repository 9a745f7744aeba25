import { strToU8, Zip, ZipDeflate } from 'fflate'

/** A file of an archive: text, or bytes as they are. */
export type Packed = { readonly name: string; readonly content: string | Uint8Array }

/**
 * A ZIP that is made while it is read: a file is asked for when the one before it has gone, so no more than one stands in
 * memory. A fault halfway breaks the stream, and with it the download.
 */
export function zipStream(files: AsyncIterator<Packed>, on: Date): ReadableStream<Uint8Array> {
  let made: Uint8Array[] = []
  const zip = new Zip((fault, piece) => {
    if (fault) throw fault
    made.push(piece)
  })
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      while (made.length === 0) {
        const { value, done } = await files.next()
        if (done) {
          zip.end()
          for (const piece of made) controller.enqueue(piece)
          return controller.close()
        }
        const entry = new ZipDeflate(value.name, { level: 6 })
        entry.mtime = on
        zip.add(entry)
        entry.push(typeof value.content === 'string' ? strToU8(value.content) : value.content, true)
      }
      for (const piece of made) controller.enqueue(piece)
      made = []
    },
    async cancel() {
      await files.return?.()
    },
  })
}
