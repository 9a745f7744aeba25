import { isUtf8 } from 'node:buffer'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { isTooiOrganisation, publicationSchema } from '../opendata/publication'
import type { PackFile, PackRow, PackRows } from './pack-file'

/** Something wrong in a pack, with the place to mend it. `row` is the line in the file, the header being 1. */
export type PackFault = {
  readonly file: string
  readonly row: number | null
  readonly column: string | null
  readonly message: string
}

export type Pack = {
  readonly region: Region
  readonly rows: PackRows
  /** Files of which not every row could be read: whether they hold a code cannot be said. */
  readonly unsure: ReadonlySet<string>
}

const regionSchema = z
  .strictObject({
    code: z.string().min(1),
    naam: z.string().min(1),
    coalitie: z.string().min(1),
    versie: z.string().min(1),
    voorbeeld: z.boolean().default(false),
    ...publicationSchema.shape,
  })
  .refine(({ uitgever }) => !uitgever?.tooi || isTooiOrganisation(uitgever.tooi), { path: ['uitgever', 'tooi'] })
/** What the pack says about itself, in `regio.json`. */
export type Region = z.infer<typeof regionSchema>

/** Reads all files of a pack as text. Returns every fault it finds; the pack is null when one is so bad that no more can be checked. */
export function readPack(folder: string, files: readonly PackFile[]): { pack: Pack | null; faults: PackFault[] } {
  if (!existsSync(folder)) {
    return {
      pack: null,
      faults: [whole('regio.json', `De map ${folder} bestaat niet. Geef de map van een regiopakket.`)],
    }
  }
  const faults: PackFault[] = []
  const region = readRegion(folder, faults)
  const known = new Set(files.map(({ file }) => file))
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.csv') && !known.has(name)) {
      faults.push(whole(name, 'Dit bestand hoort niet in een regiopakket. Controleer de naam of haal het weg.'))
    }
  }
  const rows = new Map<string, PackRow[]>()
  for (const declared of files) rows.set(declared.file, readFile(folder, declared, faults))
  const unsure = new Set(faults.map(({ file }) => file))
  return { pack: region ? { region, rows, unsure } : null, faults }
}

function readRegion(folder: string, faults: PackFault[]): Region | null {
  try {
    return regionSchema.parse(JSON.parse(readFileSync(join(folder, 'regio.json'), 'utf8')))
  } catch (fault) {
    const why =
      fault instanceof z.ZodError ? fault.issues.map((issue) => issue.path.join('.')).join(', ') : 'het bestand'
    faults.push(whole('regio.json', `Niet te lezen: controleer ${why}. Nodig zijn code, naam, coalitie en versie.`))
    return null
  }
}

function readFile(folder: string, declared: PackFile, faults: PackFault[]): PackRow[] {
  const { file, columns } = declared
  const path = join(folder, file)
  if (!existsSync(path)) {
    faults.push(whole(file, 'Dit bestand ontbreekt. Een leeg onderdeel is een bestand met alleen de kop.'))
    return []
  }
  const records = parseRecords(path, file, faults)
  if (!records) return []
  const header = records.shift()
  if (!header) {
    faults.push(whole(file, 'Dit bestand is leeg. De eerste regel moet de kop met kolomnamen zijn.'))
    return []
  }
  const names = columns.map(({ name }) => name)
  const absent = names.filter((name) => !header.record.includes(name))
  const optional = new Set(columns.flatMap(({ name, mayLack }) => (mayLack ? [name] : [])))
  const missing = absent.filter((name) => !optional.has(name))
  const unknown = header.record.filter((name) => !names.includes(name))
  for (const name of missing) faults.push({ file, row: 1, column: name, message: 'Deze kolom ontbreekt in de kop.' })
  for (const name of unknown)
    faults.push({ file, row: 1, column: name, message: 'Deze kolom kennen we niet. Haal hem weg of verbeter de naam.' })
  if (missing.length + unknown.length > 0) return []

  const rows: PackRow[] = []
  for (const { record, line } of records) {
    if (record.length === header.record.length) {
      const cells = header.record.map((name, at): [string, string] => [name, record[at] ?? ''])
      rows.push({ line, cells: Object.fromEntries([...cells, ...absent.map((name): [string, string] => [name, ''])]) })
    } else {
      const message = `Deze rij heeft ${record.length} cellen en de kop ${header.record.length}. Zet een tekst met een komma tussen aanhalingstekens.`
      faults.push({ file, row: line, column: null, message })
    }
  }
  return rows
}

// A file in another encoding would be stored with its letters broken, and a NUL no text of the database can hold.
function unreadable(bytes: Buffer): { row: number; message: string } | null {
  const line = (at: number) => bytes.subarray(0, at).toString('latin1').split('\n').length
  const zero = bytes.indexOf(0)
  if (zero >= 0) return { row: line(zero), message: 'Hier staat een teken dat niet kan (NUL). Haal het weg.' }
  if (isUtf8(bytes)) return null
  let start = 0
  for (let end = bytes.indexOf(10); end >= 0 && isUtf8(bytes.subarray(start, end)); end = bytes.indexOf(10, start))
    start = end + 1
  return { row: line(start), message: 'Hier staan tekens die geen UTF-8 zijn. Bewaar het bestand als CSV UTF-8.' }
}

function parseRecords(path: string, file: string, faults: PackFault[]): { record: string[]; line: number }[] | null {
  try {
    const bytes = readFileSync(path)
    const broken = unreadable(bytes)
    if (broken) {
      faults.push({ file, column: null, ...broken })
      return null
    }
    const parsed: unknown = parse(bytes, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    })
    return (parsed as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      record,
      line: info.lines,
    }))
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    const row = typeof fault.lines === 'number' ? fault.lines : null
    faults.push({
      file,
      row,
      column: null,
      message: 'Vanaf hier is het bestand niet te lezen: staan de aanhalingstekens goed?',
    })
    return null
  }
}

const whole = (file: string, message: string): PackFault => ({ file, row: null, column: null, message })
