import { createHash } from 'node:crypto'
import { docxOf } from '../../platform/documents/docx'
import { pdfOf } from '../../platform/documents/pdf'
import { webPageOf } from '../../platform/documents/web-page'
import { xlsx } from '../../platform/sheets/table-file'
import type { Ask } from '../../platform/web/ask'
import { documentOf, type Edition, sheetOf } from './edition.parts'
import { reportAddress } from './report.parts'
import type { Format, StoredReport } from './report.store'

/** A report with what stands around it now, or what will stand around it once signed. */
export function editionOf(ask: Ask, stored: StoredReport, signed: Edition['signed']): Edition {
  return {
    code: stored.code,
    report: stored.report,
    context: stored.context?.text ?? null,
    signed,
    address: `${ask.installation.baseUrl}${reportAddress(stored.code)}`,
    coalition: ask.region.coalition,
  }
}

/** A report in a format, as bytes. `madeAt` is what the file says about when it was made. */
export async function rendered(
  format: Format,
  edition: Edition,
  { model }: Pick<StoredReport, 'model'>,
  madeAt: Date,
): Promise<Uint8Array> {
  switch (format) {
    case 'html':
      return new TextEncoder().encode(await webPageOf(documentOf(edition)))
    case 'pdf':
      return pdfOf(documentOf(edition), madeAt)
    case 'docx':
      return docxOf(documentOf(edition))
    case 'xlsx':
      return xlsx(sheetOf(edition))
    case 'json':
      return new TextEncoder().encode(model)
  }
}

export const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

export const contentTypes: Readonly<Record<Format, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}
