import { parseDay } from '../../kernel/day'
import { parsePeriod } from '../../kernel/period'
import { parseSourceRef } from '../../kernel/source'
import type { CodesOf, PackColumn, PackFile, PackRow } from './pack-file'
import type { Pack, PackFault } from './read'

/** Everything wrong in a pack whose files could be read: shapes, doubles, references, source lines, rules of the domains. */
export function checkPack(pack: Pack, files: readonly PackFile[]): PackFault[] {
  const codes = new Map(files.map(({ file }) => [file, new Set(rowsOf(pack, file).map((row) => row.cells.code ?? ''))]))
  const isSure = (file: string) => !pack.unsure.has(file)
  const codesOf: CodesOf = (file) => (isSure(file) ? (codes.get(file) ?? new Set()) : anyCode)
  const lineCounts = new Map(
    rowsOf(pack, 'documenten.csv').map(({ cells }) => [cells.code ?? '', Number(cells.regels ?? 0)]),
  )
  const known: Known = { codesOf, lineCounts, isSure }
  return files.flatMap((declared) => checkFile(declared, rowsOf(pack, declared.file), known))
}

const rowsOf = (pack: Pack, file: string): readonly PackRow[] => pack.rows.get(file) ?? []

/** What refers to a file that could not be read is not wrong for that: one fault would become hundreds. */
const anyCode = new (class extends Set<string> {
  override has() {
    return true
  }
})()

/** What the other files hold. */
type Known = {
  readonly codesOf: CodesOf
  readonly lineCounts: ReadonlyMap<string, number>
  readonly isSure: (file: string) => boolean
}

function checkFile(declared: PackFile, rows: readonly PackRow[], known: Known): PackFault[] {
  const { codesOf } = known
  const faults: PackFault[] = []
  const firstLine = new Map<string, number>()
  for (const { line, cells } of rows) {
    const fault = (column: string, message: string) => faults.push({ file: declared.file, row: line, column, message })
    const code = cells.code ?? ''
    const earlier = firstLine.get(code)
    if (earlier !== undefined)
      fault('code', `De code ${code} staat ook al in rij ${earlier}. Elke code komt één keer voor.`)
    firstLine.set(code, earlier ?? line)
    // It stands in addresses and in links.
    if (code !== '' && !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(code))
      fault('code', `De code "${code}" kan niet. Gebruik letters, cijfers, punten en streepjes, zonder spaties.`)

    for (const column of declared.columns) {
      const cell = cells[column.name] ?? ''
      const wrong =
        cell === '' ? (column.required ? 'Deze cel mag niet leeg zijn.' : null) : wrongShape(column, cell, known)
      if (wrong) fault(column.name, wrong)
      else if (cell !== '') for (const message of missingReferences(column, cell, known)) fault(column.name, message)
    }
    const { geldig_van: from, geldig_tot: until } = cells
    if (from && until && from >= until) {
      fault(
        'geldig_tot',
        `De einddatum ${until} ligt niet na de begindatum ${from}. De einddatum is de eerste dag dat het niet meer geldt.`,
      )
    }
    for (const { column, message } of declared.rowRule?.(cells, codesOf) ?? []) fault(column, message)
  }
  for (const { line, column, message } of declared.fileRule?.(rows) ?? [])
    faults.push({ file: declared.file, row: line, column, message })
  return faults
}

function wrongShape(column: PackColumn, cell: string, known: Known): string | null {
  switch (column.type) {
    case 'day':
      return parseDay(cell) ? null : `"${cell}" is geen datum. Schrijf jaar-maand-dag, bijvoorbeeld 2023-04-12.`
    case 'integer':
      return /^-?\d+$/.test(cell) ? null : `"${cell}" is geen heel getal. Schrijf alleen cijfers.`
    case 'decimal':
      return /^-?\d+(\.\d+)?$/.test(cell)
        ? null
        : `"${cell}" is geen getal. Schrijf een punt voor de decimalen en geen punt bij duizendtallen.`
    case 'yes-no':
      return cell === 'ja' || cell === 'nee' ? null : `"${cell}" kan niet. Schrijf ja of nee.`
    case 'choice':
      return column.choices?.includes(cell) ? null : `"${cell}" kan niet. Kies uit: ${column.choices?.join(', ')}.`
    case 'period':
      return parsePeriod(cell)
        ? null
        : `"${cell}" is geen periode. Schrijf bijvoorbeeld 2016, 2017/2018, 2016-H2, 2022-Q3 of 2022-11.`
    case 'sources':
      return (
        cell
          .split(';')
          .map((one) => wrongSource(one, known))
          .find((message) => message !== null) ?? null
      )
    case 'texts':
    case 'text':
      return cell.trim() === cell ? null : 'Er staat een spatie aan het begin of het eind. Haal die weg.'
  }
}

function wrongSource(cell: string, { lineCounts, isSure }: Known): string | null {
  const ref = parseSourceRef(cell)
  if (!ref) return `"${cell}" is geen bron. Schrijf bestand:regel of bestand:eerste-laatste.`
  const lineCount = lineCounts.get(ref.document)
  if (lineCount === undefined)
    return isSure('documenten.csv') ? `Het document ${ref.document} staat niet in documenten.csv.` : null
  const [first = 0, last = first] = ref.lines.split('-').map(Number)
  return first >= 1 && first <= last && last <= lineCount
    ? null
    : `Regel ${ref.lines} bestaat niet: ${ref.document} heeft ${lineCount} regels.`
}

function missingReferences(column: PackColumn, cell: string, { codesOf }: Known): string[] {
  const { refers } = column
  if (!refers) return []
  const named = column.type === 'texts' ? cell.split(';') : [cell]
  return named
    .filter((code) => !refers.some((file) => codesOf(file).has(code)))
    .map((code) => `De code ${code} bestaat niet in ${refers.join(' of ')}.`)
}
