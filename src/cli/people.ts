import { existsSync, readFileSync } from 'node:fs'
import { CsvError, parse } from 'csv-parse/sync'
import { CommandRefusal, runCommand } from '../command'
import { changeLine, listColumns, loadPeople, previewPeople } from '../domains/identity'
import { isUpToDate, readMigrations } from '../platform/db/migrate'

const usage = `Gebruik:
  npm run people -- check BESTAND   controleert een personenlijst en laat zien wat laden zou veranderen
  npm run people -- load BESTAND    maakt dat precies deze lijst geldt: alles of niets

Een CSV-bestand met een rij per functie en deze kolommen: ${listColumns.join(',')}`

const [verb, file, ...rest] = process.argv.slice(2)
if ((verb !== 'check' && verb !== 'load') || !file || rest.length > 0) {
  process.stderr.write(`${usage}\n`)
  process.exit(2)
}

await runCommand(async ({ say, open }) => {
  const rows = readRows(file)
  const db = await open()
  if (!(await isUpToDate(db, readMigrations('db/migrations')))) {
    throw new CommandRefusal(
      'De database is er nog niet, of is van een andere versie. Start eerst het product: npm start',
    )
  }
  const outcome = verb === 'load' ? await loadPeople(db, rows) : await previewPeople(db, rows)
  if ('faults' in outcome) {
    throw new CommandRefusal(
      [...outcome.faults.map((fault) => `${file}: ${fault}`), 'Er is niets veranderd.'].join('\n'),
    )
  }
  for (const change of outcome.changes) say(changeLine(change))
  if (outcome.changes.length === 0) return say('De lijst geldt al. Er is niets te veranderen.')
  say(
    verb === 'load'
      ? `Geladen: ${outcome.changes.length} wijzigingen.`
      : `Er is niets veranderd. Laden: npm run people -- load ${file}`,
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
