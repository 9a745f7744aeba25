import type { Day } from '../../kernel/day'
import { parsePeriod } from '../../kernel/period'
import { type FileCell, headerOf, type ImportColumn, type Mapping } from './import-columns'
import { refusalOfMargin } from './margin'
import { type Margin, type MeasurementKind, measurementKinds, type Qualifier, qualifiers } from './measurement'

/** How a file writes decimals. */
export type Decimals = 'komma' | 'punt'

/** What a file is read against: what there is to measure, where, and in which units. */
export type Known = {
  readonly indicators: readonly { readonly code: string; readonly title: string; readonly units: readonly string[] }[]
  readonly areas: readonly { readonly code: string; readonly name: string }[]
  /** The day the file was published: an outcome is never about what had yet to begin. */
  readonly publishedOn: Day
}

/** One row of a file that could be read. */
export type ImportRow = {
  /** In the file, the header being 1. */
  readonly row: number
  /** Of the measurement it was taken out as; null for a new one. */
  readonly code: string | null
  readonly indicator: string
  readonly area: string
  readonly period: string
  readonly basePeriod: string | null
  readonly kind: MeasurementKind
  /** Null is unknown, and never zero. */
  readonly value: number | null
  readonly unit: string
  readonly qualifier: Qualifier
  readonly printed: string
  readonly note: string | null
  /** Of a survey; null when the file does not say. */
  readonly margin: Margin | null
  readonly respondents: number | null
}

type Say = (column: ImportColumn, message: string) => null

/**
 * Reads the rows of a file. One fault refuses the file whole: each says row and column, as the file calls it. `unclear` is an
 * example of a number that can be read in two ways, when nothing in the file says which.
 */
export function readImport(
  rows: readonly (readonly FileCell[])[],
  mapping: Mapping,
  known: Known,
  decimals: Decimals | null,
): { readonly rows: readonly ImportRow[] } | { readonly faults: readonly string[] } | { readonly unclear: string } {
  const body = rows.slice(1).map((cells, at) => ({ row: at + 2, cells }))
  const filled = body.filter(({ cells }) => cells.some((cell) => cellText(cell) !== ''))
  if (filled.length === 0) return { faults: ['rij 2: Onder de kop staat geen enkele regel.'] }
  const style =
    decimals ?? decimalsOf(filled.flatMap(({ cells }) => numberColumns.map((column) => cellAt(cells, mapping, column))))
  if (typeof style !== 'string') return style

  const header = headerOf(rows)
  const faults = new Set<string>()
  const look = lookUp(known)
  const read = filled.map(({ row, cells }) => {
    const say: Say = (column, message) => {
      const place = mapping.get(column)
      const name = place && 'at' in place ? header[place.at] || `${place.at + 1}` : column
      faults.add(
        place && 'always' in place ? `alle rijen, ${column}: ${message}` : `rij ${row}, kolom ${name}: ${message}`,
      )
      return null
    }
    return readRow({ row, cell: (column) => cellAt(cells, mapping, column), say, look, decimals: style })
  })
  return faults.size > 0 ? { faults: [...faults] } : { rows: read.filter((one) => one !== null) }
}

/** The columns in which the decimals of a file show. */
const numberColumns = ['waarde', 'ondergrens', 'bovengrens'] as const

function cellAt(cells: readonly FileCell[], mapping: Mapping, column: ImportColumn): FileCell {
  const place = mapping.get(column)
  return !place ? null : 'always' in place ? place.always : (cells[place.at] ?? null)
}

/** A cell as text; the apostrophe that guards against formulas is taken off. */
function cellText(cell: FileCell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell)
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
}

type Look = ReturnType<typeof lookUp>

function lookUp({ indicators, areas, publishedOn }: Known) {
  const byName = <T extends { code: string }>(all: readonly T[], nameOf: (one: T) => string) => ({
    codes: new Map(all.map((one) => [one.code, one])),
    names: Map.groupBy(all, (one) => nameOf(one).toLowerCase()),
  })
  return { indicators: byName(indicators, ({ title }) => title), areas: byName(areas, ({ name }) => name), publishedOn }
}

/** What a code or an exact name stands for; a name that several have is refused with their codes. */
function found<T extends { code: string }>(
  text: string,
  { codes, names }: { codes: ReadonlyMap<string, T>; names: ReadonlyMap<string, readonly T[]> },
): T | { readonly fault: string } {
  const named = names.get(text.toLowerCase()) ?? []
  const one = codes.get(text) ?? (named.length === 1 ? named[0] : undefined)
  if (one) return one
  if (named.length > 1)
    return {
      fault: `"${text}" kan meer dan één ding zijn. Schrijf de code: ${named.map(({ code }) => code).join(', ')}.`,
    }
  return {
    fault:
      text === '' ? 'Deze cel mag niet leeg zijn.' : `"${text}" kennen wij niet. Schrijf de code of de precieze naam.`,
  }
}

type RowIn = {
  readonly row: number
  readonly cell: (column: ImportColumn) => FileCell
  readonly say: Say
  readonly look: Look
  readonly decimals: Decimals
}

function readRow({ row, cell, say, look, decimals }: RowIn): ImportRow | null {
  const text = (column: ImportColumn) => cellText(cell(column))
  const indicator = found(text('indicator'), look.indicators)
  if ('fault' in indicator) say('indicator', indicator.fault)
  const area = found(text('gebied'), look.areas)
  if ('fault' in area) say('gebied', area.fault)
  const period = readPeriod('periode', cell, say)
  const basePeriod = text('basisPeriode') === '' ? null : readPeriod('basisPeriode', cell, say)
  const kind =
    kindOf(text('soort')) ?? say('soort', `"${text('soort')}" kan niet. Kies uit: ${measurementKinds.join(', ')}.`)
  const qualifier =
    qualifierOf(text('grens')) ??
    say('grens', `"${text('grens')}" kan niet. Kies uit: ${Object.keys(qualifierWords).join(', ')}.`)
  if (kind === 'verandering' && text('basisPeriode') === '')
    say('basisPeriode', 'Een verandering heeft een periode nodig waarmee vergeleken wordt.')
  const begins = period === null ? null : parsePeriod(period)?.from
  if (kind && kind !== 'doel' && begins && begins > look.publishedOn)
    say('periode', `${period} begint na de dag waarop de bron bekend werd. Alleen een doel gaat over later.`)
  const unit = text('eenheid')
  if (!('fault' in indicator) && !fits(unit, indicator.units, basePeriod !== null))
    say(
      'eenheid',
      `"${unit}" hoort niet bij ${indicator.code}. Kies uit: ${indicator.units.join(', ')}. Reken het getal om.`,
    )
  const value = readValue(cell('waarde'), decimals)
  if (typeof value === 'object' && value !== null) say('waarde', value.fault)
  const amount = (column: 'ondergrens' | 'bovengrens' | 'deelnemers') => {
    const read = readValue(cell(column), decimals)
    return typeof read === 'object' && read !== null ? say(column, read.fault) : read
  }
  const [low, high, respondents] = [amount('ondergrens'), amount('bovengrens'), amount('deelnemers')]
  const refusal = typeof value === 'object' && value !== null ? null : refusalOfMargin(value, low, high)
  if (refusal) say('ondergrens', refusal)
  if (respondents !== null && !(Number.isInteger(respondents) && respondents > 0 && respondents < 1e9))
    say('deelnemers', 'Schrijf een heel aantal mensen, ten minste 1.')
  for (const [column, most] of [
    ['gedrukt', 100],
    ['noot', 500],
  ] as const)
    if (text(column).length > most) say(column, `Gebruik ten hoogste ${most} tekens.`)

  if ('fault' in indicator || 'fault' in area || !period || !kind || !qualifier) return null
  if (typeof value === 'object' && value !== null) return null
  return {
    row,
    code: text('code') || null,
    indicator: indicator.code,
    area: area.code,
    period,
    basePeriod,
    kind,
    value,
    unit,
    qualifier,
    printed: text('gedrukt') || (value === null ? 'leeg' : writtenCell(cell('waarde'))),
    note: text('noot') || null,
    margin: low === null || high === null ? null : { low, high },
    respondents,
  }
}

function readPeriod(column: 'periode' | 'basisPeriode', cell: RowIn['cell'], say: Say): string | null {
  const written = cell(column)
  const text = cellText(written)
  if (written instanceof Date)
    return say(
      column,
      `Het rekenprogramma maakte hier de datum ${text} van. Maak de cel tekst, en schrijf bijvoorbeeld 2025-11.`,
    )
  if (parsePeriod(text)) return text
  return say(
    column,
    text === ''
      ? 'Deze cel mag niet leeg zijn.'
      : `"${text}" is geen periode. Schrijf bijvoorbeeld 2016, 2017/2018, 2016-H2, 2022-Q3 of 2022-11.`,
  )
}

const kindWords: Readonly<Record<string, MeasurementKind>> = { uitkomst: 'realisatie', beginstand: 'nulmeting' }

const kindOf = (text: string): MeasurementKind | null =>
  measurementKinds.find((kind) => kind === text.toLowerCase()) ?? kindWords[text.toLowerCase()] ?? null

const qualifierWords: Readonly<Record<string, Qualifier>> = {
  precies: 'exact',
  ongeveer: 'approx',
  bijna: 'almost',
  'meer dan': 'more_than',
  'minder dan': 'less_than',
  'ten minste': 'min',
  'ten hoogste': 'max',
}

const qualifierOf = (text: string): Qualifier | null =>
  text === ''
    ? 'exact'
    : (qualifiers.find((one) => one === text.toLowerCase()) ?? qualifierWords[text.toLowerCase()] ?? null)

/** A change may be in the unit of the figure, or say how much of it: whatever was counted, a fall can be in percent. */
const fits = (unit: string, units: readonly string[], isChange: boolean) =>
  units.includes(unit) || (isChange && (unit === 'procent' || unit === 'procentpunt'))

const writtenCell = (cell: FileCell) => (typeof cell === 'number' ? String(cell).replace('.', ',') : cellText(cell))

/** A number as people write it, without its unit, spaces and the longer minus of a printer. */
const bare = (text: string) =>
  text
    .replace(/[\s\u00a0\u202f]+/g, '')
    .replace(/^[\u2212\u2013]/, '-')
    .replace(/^([+-]?)€/, '$1')
    .replace(/,-+$/, '')
    .replace(/%$/, '')
    .replace(/^\+/, '')

const shapes = {
  komma: /^-?([1-9]\d{0,2}(\.\d{3})+|\d+)(,\d+)?$/,
  punt: /^-?\d+(\.\d+)?$/,
} as const
// `1.234` is a thousand and more for who writes commas, and a little over one for who writes points.
const inTwoWays = /^-?[1-9]\d{0,2}\.\d{3}$/

/** How a file writes its decimals, by what only one way can read. A file with no sign of it that has to be known is asked about. */
function decimalsOf(cells: readonly FileCell[]): Decimals | { readonly unclear: string } {
  const written = cells.filter((cell) => typeof cell === 'string').map((cell) => bare(cellText(cell)))
  const only = (one: Decimals, other: Decimals) =>
    written.some((text) => shapes[one].test(text) && !shapes[other].test(text) && !inTwoWays.test(text))
  if (only('komma', 'punt')) return 'komma'
  if (only('punt', 'komma')) return 'punt'
  const unclear = written.find((text) => inTwoWays.test(text))
  return unclear === undefined ? 'komma' : { unclear }
}

function readValue(cell: FileCell, decimals: Decimals): number | null | { readonly fault: string } {
  const text = cellText(cell)
  if (text === '') return null
  const value = typeof cell === 'number' ? cell : readNumber(bare(text), decimals)
  if (value === null) {
    const sample = decimals === 'komma' ? '1.234 of 7,8' : '1234 of 7.8'
    return {
      fault: `"${text}" is geen getal. Schrijf alleen cijfers, zoals ${sample}. Is het onbekend, laat de cel dan leeg.`,
    }
  }
  return Math.abs(value) > 1e12 ? { fault: 'Dit getal is te groot.' } : value
}

function readNumber(text: string, decimals: Decimals): number | null {
  if (!shapes[decimals].test(text)) return null
  return Number(decimals === 'komma' ? text.replaceAll('.', '').replace(',', '.') : text)
}
