import { existsSync, readFileSync } from 'node:fs'
import { CsvError, parse } from 'csv-parse/sync'
import { CommandRefusal, runCommand } from '../command'
import {
  changeLine,
  type ErasureRefusal,
  erasePerson,
  exportPerson,
  listColumns,
  loadPeople,
  previewPeople,
} from '../domains/identity'
import { isUpToDate, readMigrations } from '../platform/db/migrate'

const usage = `Gebruik:
  npm run people -- check BESTAND   controleert een personenlijst en laat zien wat laden zou veranderen
  npm run people -- load BESTAND    maakt dat precies deze lijst geldt: alles of niets
  npm run -s people -- export MAIL  geeft alles wat van iemand bewaard is, als JSON
  npm run people -- erase MAIL      wist iemand: zijn naam en mailadres, behalve in zinnen en reservekopieën

Een CSV-bestand met een rij per functie en deze kolommen: ${listColumns.join(',')}`

const verbs = ['check', 'load', 'export', 'erase']
const [verb = '', subject, ...rest] = process.argv.slice(2)
if (!verbs.includes(verb) || !subject || rest.length > 0) {
  process.stderr.write(`${usage}\n`)
  process.exit(2)
}

const refusalWords: Readonly<Record<ErasureRefusal, string>> = {
  onbekend: `Niemand in de database heeft het mailadres ${subject}.`,
  'laatste-beheerder': 'Dit is de enige functioneel beheerder. Laad eerst een personenlijst met een andere beheerder.',
}

await runCommand(async ({ say, open }) => {
  const isAboutOne = verb === 'export' || verb === 'erase'
  const rows = isAboutOne ? [] : readRows(subject)
  const db = await open()
  if (!(await isUpToDate(db, readMigrations('db/migrations')))) {
    throw new CommandRefusal(
      'De database is er nog niet, of is van een andere versie. Start eerst het product: npm start',
    )
  }
  if (verb === 'export') {
    const data = await exportPerson(db, subject)
    if (!data) throw new CommandRefusal(refusalWords.onbekend)
    return say(JSON.stringify(data, null, 2))
  }
  if (verb === 'erase') {
    const refused = await erasePerson(db, subject)
    if (refused) throw new CommandRefusal(refusalWords[refused])
    return say('Gewist. Haal deze persoon ook uit uw personenlijst, en ruim oude reservekopieën op.')
  }
  const outcome = verb === 'load' ? await loadPeople(db, rows) : await previewPeople(db, rows)
  if ('faults' in outcome) {
    throw new CommandRefusal(
      [...outcome.faults.map((fault) => `${subject}: ${fault}`), 'Er is niets veranderd.'].join('\n'),
    )
  }
  for (const change of outcome.changes) say(changeLine(change))
  if (outcome.changes.length === 0) return say('De lijst geldt al. Er is niets te veranderen.')
  say(
    verb === 'load'
      ? `Geladen: ${outcome.changes.length} wijzigingen.`
      : `Er is niets veranderd. Laden: npm run people -- load ${subject}`,
  )
})

function readRows(path: string) {
  if (!existsSync(path)) throw new CommandRefusal(`Het bestand ${path} is er niet.`)
  try {
    const text = readFileSync(path, 'utf8')
    // A Dutch spreadsheet writes semicolons between the cells.
    const delimiter = (text.split('\n')[0] ?? '').includes(',') ? ',' : ';'
    const parsed = parse(text, { bom: true, info: true, columns: true, skip_empty_lines: true, delimiter })
    const rows = parsed as unknown as { record: Record<string, string>; info: { lines: number } }[]
    const header = Object.keys(rows[0]?.record ?? {})
    const missing = listColumns.filter((column) => !header.includes(column))
    if (missing.length > 0)
      throw new CommandRefusal(`${path}: deze kolommen ontbreken: ${missing.join(', ')}.\n${usage}`)
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    throw new CommandRefusal(
      `${path}: vanaf rij ${fault.lines ?? 1} niet te lezen. Staan de komma's en aanhalingstekens goed?`,
    )
  }
}
