import { documentFile, documentTypes } from '../../platform/documents/file'
import { webPageStyle } from '../../platform/documents/web-page'
import type { Ask } from '../../platform/web/ask'
import { notaAddress } from './hearing.parts'
import { documentOf } from './nota.parts'
import { type Format, keptFile } from './nota.store'
import { findNota } from './nota.verbs'
import { findHearingRow } from './public-view.store'

/** A nota as a file: a released one byte for byte as it is kept, a draft as it would be now. */
export const notaFile = (format: Format) => async (ask: Ask) => {
  const code = ask.params.code ?? ''
  const asked = ask.params.versie ?? ''
  const shows = format === 'docx' ? 'attachment' : 'inline'
  const headers = { 'content-disposition': `${shows}; filename="${code}-nota-${asked}.${format}"` }
  if (asked === 'concept') {
    const found = await ask.read((tx) => findNota(tx, code))
    if (!found?.draft) return ask.notFound()
    const edition = {
      nota: found.draft.nota,
      released: null,
      address: `${ask.installation.baseUrl}${notaAddress(code)}`,
    }
    const content = await documentFile(format, documentOf(edition), ask.now)
    return ask.file(content, documentTypes[format], { ...headers, 'cache-control': 'no-store' })
  }
  const version = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 0
  const kept = await ask.read((tx) => keptFile(tx, code, version, format))
  if (!kept) return ask.notFound()
  return ask.file(kept.content, documentTypes[format], {
    ...headers,
    etag: `"${kept.hash}"`,
    'repr-digest': `sha-256=:${Buffer.from(kept.hash, 'hex').toString('base64')}:`,
  })
}

/** The stylesheet of the kept web pages, beside them: of no hearing there is none. */
export async function notaStyle(ask: Ask): Promise<Response> {
  const hearing = await ask.read((tx) => findHearingRow(tx, ask.params.code ?? ''))
  return hearing ? ask.file(webPageStyle, 'text/css; charset=utf-8') : ask.notFound()
}
