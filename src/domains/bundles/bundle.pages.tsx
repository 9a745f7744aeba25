import { makeBundle, turns } from '../../platform/documents/bundle-maker'
import { documentFile, documentTypes } from '../../platform/documents/file'
import { TooBusy } from '../../platform/documents/turn'
import { Opening } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { asDownload, itemLabel, readFile } from '../meetings'
import { archiveOf } from './archive.parts'
import { bundleOf, filesOf, type Told } from './bundle.parts'
import { noteReading } from './bundle.verbs'
import { type Found, findPapers } from './found.parts'
import { plainName } from './names'
import { noteDocument } from './note.parts'
import { changesOf, closedNames, isMoment, newestOf, type Papers } from './papers'

const reader = (ask: Ask) => (hash: string) => ask.read((tx) => readFile(tx, hash))

const noted = (ask: Ask, { meeting }: Found, names: readonly string[]) =>
  names.length === 0 ? Promise.resolve() : ask.write((tx) => noteReading(tx, meeting.code, names, ask.requestId))

/** Everything of a meeting that the asker may read, as one PDF. Whoever gets closed papers in it stands in the audit log. */
export async function wholeFile(ask: Ask): Promise<Response> {
  const found = await findPapers(ask)
  return found ? bundle(ask, found, found.papers, null, '') : ask.notFound()
}

/** Only what came or changed: since the agenda was sent, or since the moment that is asked. */
export async function followedFile(ask: Ask): Promise<Response> {
  const since = ask.query.get('sinds') || null
  if (since !== null && !isMoment(since)) return ask.badRequest('Het moment in dit adres is geen datum met een tijd.')
  const found = await findPapers(ask)
  if (!found) return ask.notFound()
  const { changes, papers } = changesOf(found.papers, since)
  if (changes.length === 0) return ask.notFound()
  return bundle(ask, found, papers, { changes, since }, '-nagezonden')
}

async function bundle(ask: Ask, found: Found, papers: Papers, only: Told['only'], ending: string): Promise<Response> {
  const { meeting, grounds } = found
  const told: Told = { meeting, grounds, papers, only, coalition: ask.region.coalition }
  await noted(ask, found, closedNames(papers))
  try {
    const { pdf } = await makeBundle(
      filesOf(papers),
      reader(ask),
      (files) => bundleOf(told, files),
      new Date(newestOf(papers) ?? meeting.versions[0].at),
      ask.person?.key ?? null,
    )
    return ask.file(pdf, documentTypes.pdf, {
      'content-disposition': `inline; filename="${meeting.code.toLowerCase()}${ending}.pdf"`,
    })
  } catch (fault) {
    if (fault instanceof TooBusy) return tooBusy(ask)
    throw fault
  }
}

const tooBusy = (ask: Ask) =>
  ask.page(
    { title: 'Even te druk' },
    <Opening
      title="Even te druk"
      lead="Er worden al stukken gemaakt, voor u of voor anderen. Probeer het over een paar minuten opnieuw."
    />,
    429,
  )

/** Everything of a meeting that the asker may read, file by file. Each note waits its turn; who fetches slowly holds none. */
export async function archiveFile(ask: Ask): Promise<Response> {
  const found = await findPapers(ask)
  if (!found) return ask.notFound()
  const { meeting, items, grounds, papers } = found
  await noted(ask, found, closedNames(papers))
  const who = ask.person?.key ?? null
  let isAdmitted = false
  const inTurn = <Made,>(make: () => Promise<Made>) => {
    if (isAdmitted) return turns.goOn(who, make)
    isAdmitted = true
    return turns.take(who, make)
  }
  try {
    const archive = await archiveOf({
      meeting,
      items,
      grounds,
      coalition: ask.region.coalition,
      read: reader(ask),
      inTurn,
    })
    return new Response(archive, {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': asDownload(`${meeting.code.toLowerCase()}.zip`),
      },
    })
  } catch (fault) {
    if (fault instanceof TooBusy) return tooBusy(ask)
    throw fault
  }
}

/** The note of one item for Word. */
export async function noteFile(ask: Ask): Promise<Response> {
  const found = await findPapers(ask)
  const item = found?.items.find((one) => itemLabel(one) === ask.params.punt)
  if (!found || !item) return ask.notFound()
  const label = itemLabel(item)
  await noted(ask, found, item.closing ? [`punt ${label}`] : [])
  const { meeting, grounds } = found
  const document = noteDocument(meeting, item, grounds, ask.region.coalition)
  const name = `${meeting.code.toLowerCase()}-${label}-${plainName(item.papers[0].title)}.docx`
  return ask.file(await documentFile('docx', document, new Date(item.papers[0].at)), documentTypes.docx, {
    'content-disposition': asDownload(name),
  })
}
