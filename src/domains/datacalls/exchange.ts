import { isAsked, type Line, latestAnswer } from './call'
import { type Content, readAnswer, writtenNumber } from './entry'

/** The columns of a file with answers, out and in. Only the last four but the version are for the holder to fill in. */
export const fileColumns = [
  'code',
  'blok',
  'cijfer',
  'eenheid',
  'definitie',
  'telregel',
  'waarde',
  'kan niet geleverd worden',
  'toelichting',
  'versie',
] as const
type FileColumn = (typeof fileColumns)[number]

export type FileCell = string | number | boolean | Date | null

/** The rows of a file for a holder, in the order of the columns. */
export function fileRows(lines: readonly Line[]): (string | number | null)[][] {
  return lines.filter(isAsked).map((line) => {
    const latest = latestAnswer(line)
    const content: Content = latest?.content ?? { kind: 'leeg' }
    return [
      line.code,
      line.block,
      line.title,
      line.unit,
      line.definition,
      line.countingRule,
      content.kind === 'getal' ? content.value : null,
      content.kind === 'kan-niet' ? 'ja' : null,
      content.kind === 'leeg' ? null : content.note,
      latest?.version ?? 0,
    ]
  })
}

/** What a file says for one line, and the version it was typed over. */
export type FileEntry = {
  readonly line: Line
  readonly content: Content
  readonly seen: number
}

/**
 * Reads the rows of a file, its header included. One fault refuses the file whole: each says row and column. A line that is not
 * in the file stays as it is.
 */
export function readFile(
  rows: readonly (readonly FileCell[])[],
  lines: readonly Line[],
): { readonly entries: readonly FileEntry[] } | { readonly faults: readonly string[] } {
  const [head = [], ...body] = rows
  const names = head.map((cell) => cellText(cell).toLowerCase())
  const missing = fileColumns.filter((column) => !names.includes(column))
  if (missing.length > 0) {
    const message = 'Deze kolom ontbreekt. Begin met het bestand dat u hier ophaalt.'
    return { faults: missing.map((column) => `rij 1, kolom ${column}: ${message}`) }
  }
  const doubled = fileColumns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column))
  if (doubled.length > 0)
    return { faults: doubled.map((column) => `rij 1, kolom ${column}: Deze kolom staat er twee keer.`) }

  const asked = new Map(lines.filter(isAsked).map((line) => [line.code, line]))
  const rowOf = new Map<string, number>()
  const entries: FileEntry[] = []
  const faults: string[] = []
  for (const [at, cells] of body.entries()) {
    if (cells.every((one) => cellText(one) === '')) continue
    const row = at + 2
    const text = (column: FileColumn) => cellText(cells[names.indexOf(column)] ?? null)
    const say = (column: FileColumn, message: string) => faults.push(`rij ${row}, kolom ${column}: ${message}`)
    const code = text('code')
    const line = asked.get(code)
    const earlier = rowOf.get(code)
    rowOf.set(code, earlier ?? row)
    if (!line) say('code', `De code "${code}" hoort niet bij deze uitvraag en deze houder.`)
    else if (earlier !== undefined) say('code', `De code ${code} staat ook al in rij ${earlier}.`)
    else {
      const entry = readRow(text, line, say)
      if (entry) entries.push(entry)
    }
  }
  if (faults.length === 0 && entries.length === 0) faults.push('rij 2: Onder de kop staat geen enkele regel.')
  return faults.length > 0 ? { faults } : { entries }
}

function readRow(
  text: (column: FileColumn) => string,
  line: Line,
  say: (column: FileColumn, message: string) => void,
): FileEntry | null {
  // A number in another unit is wrong by a factor, and nobody would see it.
  if (text('eenheid') !== line.unit) {
    const message = `De eenheid is "${line.unit}" en in het bestand staat "${text('eenheid')}". Reken om, en laat de eenheid staan.`
    say('eenheid', message)
  }
  const seen = Number(text('versie') || '0')
  if (!Number.isInteger(seen) || seen < 0 || seen > (latestAnswer(line)?.version ?? 0)) {
    say('versie', `"${text('versie')}" kan niet. Laat deze kolom staan zoals u het bestand ophaalde.`)
  }
  const cannot = text('kan niet geleverd worden').toLowerCase()
  if (!['', 'ja', 'nee'].includes(cannot))
    say('kan niet geleverd worden', `"${cannot}" kan niet. Schrijf ja, of laat leeg.`)
  const typed = { value: text('waarde'), cannot: cannot === 'ja', note: text('toelichting') }
  const content = readAnswer(typed, line.unit)
  if ('faults' in content) {
    for (const { field, message } of content.faults) say(columnOf[field], message)
    return null
  }
  return { line, content, seen }
}

const columnOf = { waarde: 'waarde', niet: 'kan niet geleverd worden', toelichting: 'toelichting' } as const

/** A cell as somebody would type it: a number with a decimal comma; an apostrophe that guards against formulas is taken off. */
function cellText(cell: FileCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return writtenNumber(cell)
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nee'
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return cell.trim().replace(/^'(?=[=+\-@])/, '')
}
