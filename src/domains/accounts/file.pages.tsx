import type { Document, Pictures } from '../../platform/documents/document'
import { documentFile } from '../../platform/documents/file'
import { TooLong } from '../../platform/documents/pdf'
import type { Ask } from '../../platform/web/ask'
import { keptDocumentPolicy } from '../../platform/web/headers'
import { contentTypes, newestCheckpoint } from '../publications'
import { type Format, keptFile } from './account.store'
import { accountAddress } from './address.parts'
import { areaDocumentOf } from './area-page.parts'
import { type AreaFormat, areaFormats, keptAreaFile } from './area-page.store'
import { areaPagesOf } from './area-page.verbs'
import { documentOf, type Edition } from './document.parts'
import { findDraft } from './draft.verbs'
import { findPicture } from './picture.store'

const code = (ask: Ask) => ask.params.code ?? ''

/** What stands around an account that is printed now. */
export const editionOf = async (ask: Ask, released: Edition['released']): Promise<Edition> => ({
  address: `${ask.installation.baseUrl}${accountAddress(code(ask))}`,
  coalition: ask.region.coalition,
  released,
  checkpoint: await newestCheckpoint(ask),
})

/** The bytes of the pictures in a document. */
export async function picturesIn(ask: Ask, { blocks }: Document): Promise<Pictures> {
  const hashes = blocks.flatMap((block) => (block.kind === 'image' ? [block.hash] : []))
  return ask.read(async (tx) => {
    const found = new Map<string, Uint8Array>()
    for (const hash of new Set(hashes)) {
      const picture = await findPicture(tx, code(ask), hash)
      if (picture) found.set(hash, picture.content)
    }
    return found
  })
}

/** The page of an area in a format, as bytes. Throws `TooLong` when it is no one A4. */
export const areaFile = (ask: Ask, page: Document, format: AreaFormat, pictures: Pictures) =>
  documentFile(format, page, ask.now, { pictures, style: '../../opmaak.css' })

type Kept = { readonly content: Uint8Array; readonly hash: string }

function answer(ask: Ask, name: string, format: Format, kept: Kept | { readonly content: Uint8Array }): Response {
  const shows = format === 'html' || format === 'pdf' ? 'inline' : 'attachment'
  return ask.file(kept.content, contentTypes[format], {
    'content-disposition': `${shows}; filename="${name}.${format}"`,
    // Its pictures are in it.
    ...(format === 'html' ? { 'content-security-policy': keptDocumentPolicy } : {}),
    ...('hash' in kept
      ? {
          etag: `"${kept.hash}"`,
          'repr-digest': `sha-256=:${Buffer.from(kept.hash, 'hex').toString('base64')}:`,
        }
      : { 'cache-control': 'no-store' }),
  })
}

/** An account as a file: what was released byte for byte as it is kept, a draft as it would be now. */
export const accountFile =
  (format: Format) =>
  async (ask: Ask): Promise<Response> => {
    const found = await ask.read(async (tx) => {
      const kept = await keptFile(tx, code(ask), format)
      return { kept, draft: kept ? null : await findDraft(tx, code(ask), ask.today) }
    })
    if (found.kept) return answer(ask, code(ask), format, found.kept)
    // The figures with their questions are kept when they are released; before that there is nothing to hold on to.
    if (!found.draft || format === 'json') return ask.notFound()
    const document = documentOf(found.draft, await editionOf(ask, null))
    const pictures = await picturesIn(ask, document)
    return answer(ask, code(ask), format, { content: await documentFile(format, document, ask.now, { pictures }) })
  }

/** The page of an area: of a released account byte for byte as it is kept, of a draft as it would be now. */
export async function areaPageFile(ask: Ask): Promise<Response> {
  const [area = '', ending = ''] = (ask.params.file ?? '').split('.')
  const format = areaFormats.find((one) => one === ending)
  if (!format) return ask.notFound()
  const found = await ask.read(async (tx) => {
    const kept = await keptAreaFile(tx, code(ask), area, format)
    const worked = kept ? null : await findDraft(tx, code(ask), ask.today)
    // Before a release a municipality sees its own page only, in a window, where that is noted.
    const draft = worked?.standing.parts.includes('bureau') ? worked : null
    const [page] = draft ? await areaPagesOf(tx, draft, ask.today, area) : []
    return { kept, draft, page }
  })
  const { kept, draft, page } = found
  const name = `${code(ask)}-${area}`
  if (kept) return answer(ask, name, format, kept)
  if (!draft || !page) return ask.notFound()
  const document = areaDocumentOf(draft, page, await editionOf(ask, null))
  const content = await areaFile(ask, document, format, await picturesIn(ask, document)).catch((fault: unknown) => {
    if (fault instanceof TooLong) return null
    throw fault
  })
  return content
    ? answer(ask, name, format, { content })
    : ask.badRequest('Deze pagina past niet op één A4. Kort een blok in, of zet het alleen in het stuk.')
}
