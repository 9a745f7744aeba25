import { createHash } from 'node:crypto'
import { readTable } from '../../platform/sheets/table-in'
import type { Ask } from '../../platform/web/ask'
import { type StartFault, startPage } from './import.pages'
import { publishedDay, readSubmission, type Submission } from './import.parts'
import { applyImport, type ImportRefusal, previewImport, type Reading } from './import.verbs'
import { chosenMapping, headerOf, ownMapping } from './import-columns'
import { mappingPage } from './import-mapping.pages'
import { previewPage } from './import-preview.pages'

type Answer = { readonly answer: Promise<Response> }

/** What was sent as a file to read in, or the page that asks for what is missing. */
async function readingOf(ask: Ask, sent: Submission): Promise<Reading | Answer> {
  const publishedOn = publishedDay(sent.published)
  const table = await readTable(sent.bytes)
  const faults: StartFault[] = []
  if (sent.bytes.length === 0) faults.push({ field: 'bestand', message: 'Kies een bestand.' })
  else if ('refused' in table) faults.push({ field: 'bestand', message: fileRefusals[table.refused] })
  if (sent.title === '') faults.push({ field: 'titel', message: 'Vul de titel van de bron in.' })
  if (sent.title.length > 150) faults.push({ field: 'titel', message: 'Gebruik ten hoogste 150 tekens.' })
  if (!publishedOn)
    faults.push({ field: 'bekend', message: 'Vul een datum in die bestaat, bijvoorbeeld 1 januari 2026.' })
  else if (publishedOn > ask.today)
    faults.push({ field: 'bekend', message: 'Deze dag moet nog komen. Lees een bron in als hij bekend is.' })
  if (faults.length > 0 || 'refused' in table || !publishedOn) return { answer: startPage(ask, sent, faults) }

  const header = headerOf(table.rows)
  const own = sent.chosen ? null : ownMapping(header)
  const chosen = own ? { mapping: own } : sent.chosen ? chosenMapping(sent.chosen, header) : { faults: [] }
  if ('faults' in chosen) return { answer: mappingPage(ask, sent, table.rows, { faults: chosen.faults }) }
  return {
    rows: table.rows,
    hash: createHash('sha256').update(sent.bytes).digest('hex'),
    fileName: sent.fileName,
    title: sent.title,
    publishedOn,
    mapping: chosen.mapping,
    decimals: sent.decimals,
  }
}

const fileRefusals = {
  'no-table': 'Dit is geen XLSX- of CSV-bestand met een tabel.',
  'too-large': 'Dit bestand is te groot. Maak er meer bestanden van, elk ten hoogste 5 MB en 20.000 rijen.',
} as const

/** Shows what a file would do, and does nothing. What is not clear yet is asked. */
export async function compareImport(ask: Ask): Promise<Response> {
  const sent = await readSubmission(await ask.form())
  const reading = await readingOf(ask, sent)
  if ('answer' in reading) return reading.answer
  const preview = await ask.read((tx) => previewImport(tx, reading))
  return 'plan' in preview ? previewPage(ask, sent, preview) : refusalPage(ask, sent, reading, preview)
}

/** Reads in what was seen; or goes back to the columns when that was asked. */
export async function applyImportForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const sent = await readSubmission(form)
  const reading = await readingOf(ask, sent)
  if ('answer' in reading) return reading.answer
  if (form.get('stap') === 'kolommen')
    return mappingPage(ask, sent, reading.rows, { faults: [], current: reading.mapping })
  const seen = String(form.get('gezien') ?? '')
  const outcome = await ask.write((tx) => applyImport(tx, reading, seen, ask.requestId))
  if ('changed' in outcome) return previewPage(ask, sent, outcome.changed, true)
  if ('document' in outcome) return ask.redirect(`/beheer/inlezen?ingelezen=${outcome.document}`)
  return refusalPage(ask, sent, reading, outcome)
}

function refusalPage(ask: Ask, sent: Submission, reading: Reading, refusal: ImportRefusal): Promise<Response> {
  if ('unclear' in refusal)
    return mappingPage(ask, sent, reading.rows, { faults: [], current: reading.mapping, unclear: refusal.unclear })
  if ('takenTitle' in refusal) {
    const message = `Er is al een bron die "${refusal.takenTitle}" heet. Geef deze een andere titel.`
    return startPage(ask, sent, [{ field: 'titel', message }])
  }
  const messages =
    'standsAs' in refusal
      ? ['Dit bestand is al ingelezen en staat hieronder. Draai het eerst terug als u het opnieuw wilt inlezen.']
      : refusal.faults
  if (sent.chosen) return mappingPage(ask, sent, reading.rows, { faults: [], inRows: messages })
  return startPage(
    ask,
    sent,
    messages.map((message) => ({ field: 'bestand', message })),
  )
}
