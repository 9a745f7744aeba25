import type { Document, Pictures } from './document'
import { docxOf } from './docx'
import { pdfOf } from './pdf'
import { webPageOf } from './web-page'

/** The formats in which a document is read, printed and written on in. */
export type DocumentFormat = 'html' | 'pdf' | 'docx'

export const documentTypes: Readonly<Record<DocumentFormat, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** What a file needs beside the document: the bytes of its pictures, and where a web page finds its stylesheet. */
export type Beside = { readonly pictures?: Pictures; readonly style?: string }

/** A document in a format, as bytes. `madeAt` is what the file says about when it was made. Throws `TooLong` when it is no one page. */
export async function documentFile(
  format: DocumentFormat,
  document: Document,
  madeAt: Date,
  { pictures = new Map(), style }: Beside = {},
): Promise<Uint8Array> {
  switch (format) {
    case 'html':
      return new TextEncoder().encode(await webPageOf(document, pictures, style))
    case 'pdf':
      return pdfOf(document, madeAt, pictures)
    case 'docx':
      return docxOf(document, madeAt, pictures)
  }
}
