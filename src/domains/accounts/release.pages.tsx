import { canonicalJson, type Json } from '../../kernel/canonical'
import { dayInAmsterdam } from '../../kernel/day'
import type { Pictures } from '../../platform/documents/document'
import { documentFile } from '../../platform/documents/file'
import { TooLong } from '../../platform/documents/pdf'
import type { Ask } from '../../platform/web/ask'
import { noteDeed } from '../identity'
import { enter, hashOfJson, sealLedger, sha256 } from '../publications'
import { newestOf, parts } from './account'
import { addClearance, listAccounts, type NewFile, release, standingOf } from './account.store'
import { accountAddress } from './address.parts'
import { areaDocumentOf } from './area-page.parts'
import { addAreaFiles, areaFileName, type NewAreaFile } from './area-page.store'
import { type AreaPage, areaPagesOf, figuresOfPages, showsExamples } from './area-page.verbs'
import { seenOfDraft, seenOfPart, toConfirm } from './clearance.parts'
import { documentOf, type Edition, hashOfPart, saidInDraft } from './document.parts'
import { draftPage, obstaclesOf } from './draft.pages'
import { type Draft, figuresOfDraft, findDraft } from './draft.verbs'
import { areaFile, editionOf, picturesIn } from './file.pages'

const code = (ask: Ask) => ask.params.code ?? ''
const isRefusal = (fault: unknown) => ['23505', '42501'].includes(String((fault as { code?: unknown }).code))

/** Clears a part exactly as it was seen. */
export async function clearPart(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const part = parts.find((one) => one === form.get('deel'))
  const draft = await ask.read((tx) => findDraft(tx, code(ask), ask.today))
  if (!draft || !part || !draft.standing.parts.includes(part)) return ask.notFound()
  if (form.get('gezien') !== seenOfPart(draft, part)) return draftPage(ask, draft, 'changed')
  if (newestOf(draft.versions, part) === 0) return draftPage(ask, draft, 'empty-part')
  const isDone = await ask
    .write(async (tx) => {
      await addClearance(tx, code(ask), {
        part,
        upto: newestOf(draft.versions, part),
        hash: hashOfPart(draft, part),
      })
      await noteDeed(tx, {
        event: 'deel van verantwoordingsstuk vrijgegeven',
        object: `${code(ask)} ${part}`,
        requestId: ask.requestId,
      })
      return true
    })
    .catch((fault: unknown) => {
      // A colleague wrote at this very moment.
      if (isRefusal(fault)) return false
      throw fault
    })
  if (isDone) return ask.redirect(`${accountAddress(code(ask))}#vrijgeven`)
  return again(ask)
}

async function again(ask: Ask): Promise<Response> {
  const now = await ask.read((tx) => findDraft(tx, code(ask), ask.today))
  return now ? draftPage(ask, now, 'changed') : ask.redirect(accountAddress(code(ask)))
}

const hashed = (content: Uint8Array) => ({ content, hash: sha256(content) })

/** The pages of all areas as files; or the name of the first area whose page is no one A4. */
async function madePages(
  ask: Ask,
  draft: Draft,
  pages: readonly AreaPage[],
  edition: Edition,
  pictures: Pictures,
): Promise<{ readonly files: readonly NewAreaFile[] } | { readonly tooLong: string }> {
  const files: NewAreaFile[] = []
  for (const page of pages) {
    try {
      for (const format of ['html', 'pdf'] as const)
        files.push({
          area: page.area.code,
          format,
          ...hashed(await areaFile(ask, areaDocumentOf(draft, page, edition), format, pictures)),
        })
    } catch (fault) {
      if (fault instanceof TooLong) return { tooLong: page.area.name }
      throw fault
    }
  }
  return { files }
}

/** Releases exactly what was shown, and keeps every file as it is at that moment. By somebody who did not write last. */
export async function releaseAccount(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await ask.read(async (tx) => ({
    draft: await findDraft(tx, code(ask), ask.today),
    account: (await listAccounts(tx, code(ask)))[0],
    standing: await standingOf(tx, code(ask)),
  }))
  const { draft, account, standing } = found
  // The same form that comes in twice: the first one did it.
  if (account?.released && form.has('gezien') && standing.releasesAs !== null)
    return ask.redirect(accountAddress(code(ask)))
  if (!draft || standing.releasesAs === null) return ask.notFound()
  if (form.get('gezien') !== seenOfDraft(draft) || obstaclesOf(draft, ask).length > 0)
    return draftPage(ask, draft, 'changed')
  const unticked = toConfirm(draft).filter((field) => !form.has(field))
  if (unticked.length > 0) return draftPage(ask, draft, { unticked })
  // Made outside the transaction: it takes a moment, and the embedded database has only one.
  const edition = await editionOf(ask, { actedAs: standing.releasesAs, on: dayInAmsterdam(ask.now) })
  const document = documentOf(draft, edition)
  const pages = await ask.read((tx) => areaPagesOf(tx, draft, ask.today))
  const figures = [...figuresOfDraft(draft, ask.today), ...figuresOfPages(pages, ask.today)] as unknown as Json
  const isExample = showsExamples(draft, pages)
  const said = saidInDraft(draft) as unknown as Json
  const model = canonicalJson({ document: document as unknown as Json, figures, said, isExample })
  const files: NewFile[] = [{ format: 'json', ...hashed(new TextEncoder().encode(model)) }]
  const pictures = await picturesIn(ask, document)
  for (const format of ['html', 'pdf', 'docx'] as const)
    files.push({ format, ...hashed(await documentFile(format, document, ask.now, { pictures })) })
  // Every page has the same blocks: what one shows, all do.
  const [first] = pages
  const shown = first ? await picturesIn(ask, areaDocumentOf(draft, first, edition)) : new Map()
  const made = await madePages(ask, draft, pages, edition, shown)
  if ('tooLong' in made) return draftPage(ask, draft, made)
  const isDone = await ask
    .write(async (tx) => {
      const now = await findDraft(tx, code(ask), ask.today)
      if (!now || seenOfDraft(now) !== seenOfDraft(draft)) return false
      await release(tx, code(ask), isExample, files)
      await addAreaFiles(tx, code(ask), made.files)
      await enter(tx, {
        soort: 'verantwoording',
        onderwerp: code(ask),
        adres: accountAddress(code(ask)),
        getallen: hashOfJson(figures),
        earlier: null,
        bestanden: Object.fromEntries([
          ...files.map(({ format, hash }) => [`stuk.${format}`, hash]),
          ...made.files.map(({ area, format, hash }) => [areaFileName(area, format), hash]),
        ]),
        programma: ask.installation.program,
        controlepunt: edition.checkpoint ?? null,
      })
      await noteDeed(tx, {
        event: 'verantwoordingsstuk uitgebracht',
        object: `${code(ask)}: ${files.map(({ format, hash }) => `${format} ${hash}`).join(';')}`,
        requestId: ask.requestId,
      })
      return true
    })
    .catch((fault: unknown) => {
      if (isRefusal(fault)) return false
      throw fault
    })
  if (isDone) await sealLedger(ask)
  return isDone ? ask.redirect(`${accountAddress(code(ask))}#bestanden`) : again(ask)
}
