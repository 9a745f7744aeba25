import { documentFile, documentTypes } from '../../platform/documents/file'
import { xlsx } from '../../platform/sheets/table-file'
import type { Ask } from '../../platform/web/ask'
import { documentOf, type Edition, sheetOf } from './edition.parts'
import { reportAddress } from './report.parts'
import type { Format, StoredReport } from './report.store'

/** A report with what stands around it now, or what will stand around it once signed. */
export function editionOf(
  ask: Ask,
  stored: StoredReport,
  signed: Edition['signed'],
  checkpoint: Edition['checkpoint'],
): Edition {
  return {
    code: stored.code,
    report: stored.report,
    context: stored.context?.text ?? null,
    signed,
    address: `${ask.installation.baseUrl}${reportAddress(stored.code)}`,
    coalition: ask.region.coalition,
    checkpoint,
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
    case 'xlsx':
      return xlsx(sheetOf(edition))
    case 'json':
      return new TextEncoder().encode(model)
    default:
      return documentFile(format, documentOf(edition), madeAt)
  }
}

export const contentTypes: Readonly<Record<Format, string>> = {
  ...documentTypes,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}
