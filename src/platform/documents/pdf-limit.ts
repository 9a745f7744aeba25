import { decodePDFRawStream, PDFContext, PDFRawStream } from '@cantoo/pdf-lib'

/** What is packed in a file may become so many bytes. What becomes more is read as if it were not there. */
export const largestStream = 64 * 1024 * 1024

type Decoder = { ensureBuffer(this: unknown, requested: number): Uint8Array }

// What is unpacked lies outside the memory to which a thread can be held: ten megabytes can become ten thousand, and end the server.
const packed = PDFRawStream.of(PDFContext.create().obj({ Filter: 'FlateDecode' }), Uint8Array.of(0x78, 0x9c))
const decoder: Decoder = Object.getPrototypeOf(Object.getPrototypeOf(decodePDFRawStream(packed)))
const grow = decoder.ensureBuffer
if (typeof grow !== 'function') throw new Error('what unpacks a PDF cannot be limited')

decoder.ensureBuffer = function (requested) {
  if (requested > largestStream) throw new Error('unpacks to more than is taken')
  return grow.call(this, requested)
}
