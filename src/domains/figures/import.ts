import type { ImportRow } from './import-row'
import type { Measurement } from './measurement'

/** A file that was read in. */
export type Import = {
  readonly id: string
  readonly document: string
  readonly title: string
  readonly fileName: string
  readonly at: string
  readonly actedAs: string
  readonly measurementCount: number
  readonly undone: { readonly at: string; readonly actedAs: string } | null
  /** What stands on it, so that it cannot be taken back: kind of thing and how many. */
  readonly resting: readonly { readonly what: string; readonly amount: number }[]
}

/**
 * What becomes of a row. `new` is a number we did not have, and it leads; `repeat` says again what already leads; `differs` says
 * something else about the same, and does not lead; `unknown` is an empty cell, which never counts; `unchanged` was taken out here
 * and came back as it went.
 */
export type Becomes = 'new' | 'repeat' | 'differs' | 'unknown' | 'unchanged'

/** What leads about the same number: a measurement that stands, or an earlier row of the file itself. */
export type Leader = Pick<Measurement, 'value' | 'unit' | 'qualifier'> &
  ({ readonly measurement: Measurement } | { readonly row: number })

export type Planned = { readonly row: ImportRow; readonly becomes: Becomes; readonly leader: Leader | null }

type Subject = Pick<Measurement, 'indicator' | 'area' | 'period' | 'basePeriod' | 'kind'>

const subjectOf = ({ indicator, area, period, basePeriod, kind }: Subject) =>
  [indicator, area, period, basePeriod ?? '', kind].join(' ')

/**
 * Works out what reading in would do, and does nothing. `standing` are all mentions of the indicators in the file. A row that says
 * to be a measurement and is not the same refuses the file, and so do two rows that say different things about one number.
 */
export function planImport(
  rows: readonly ImportRow[],
  standing: readonly Measurement[],
): { readonly plan: readonly Planned[] } | { readonly faults: readonly string[] } {
  const byCode = new Map(standing.map((one) => [one.code, one]))
  const leaders = new Map<string, Leader[]>()
  for (const measurement of standing.filter(({ leads }) => leads)) {
    const { value, unit, qualifier } = measurement
    leaders.set(subjectOf(measurement), [
      ...(leaders.get(subjectOf(measurement)) ?? []),
      { value, unit, qualifier, measurement },
    ])
  }
  const faults: string[] = []
  const plan = rows.map((row): Planned => {
    if (row.code !== null) {
      const fault = notAsTakenOut(row, byCode.get(row.code))
      if (fault) faults.push(fault)
      return { row, becomes: 'unchanged', leader: null }
    }
    const same = leaders.get(subjectOf(row)) ?? []
    if (row.value === null) return { row, becomes: 'unknown', leader: same[0] ?? null }
    const equal = same.find((one) => saysTheSame(one, row))
    if (equal) return { row, becomes: 'repeat', leader: equal }
    const [first] = same
    if (!first || (same.length === 1 && areEndsOfRange(first, row))) {
      const { value, unit, qualifier } = row
      leaders.set(subjectOf(row), [...same, { value, unit, qualifier, row: row.row }])
      return { row, becomes: 'new', leader: null }
    }
    const inFile = same.find((one) => 'row' in one)
    if (inFile && 'row' in inFile)
      faults.push(
        `rij ${row.row}, kolom waarde: Rij ${inFile.row} zegt over hetzelfde iets anders. Laat één van beide staan.`,
      )
    return { row, becomes: 'differs', leader: first }
  })
  return faults.length > 0 ? { faults } : { plan }
}

type Said = Pick<Measurement, 'value' | 'unit' | 'qualifier'>

// A number with its margin and the same number without are one.
const saysTheSame = (one: Said, other: Said) =>
  one.value === other.value && one.unit === other.unit && one.qualifier === other.qualifier

/** The two ends of a range are two numbers that lead together. */
const areEndsOfRange = (one: Said, other: Said) =>
  one.unit === other.unit &&
  ((one.qualifier === 'min' && other.qualifier === 'max') || (one.qualifier === 'max' && other.qualifier === 'min'))

function notAsTakenOut(row: ImportRow, measurement: Measurement | undefined): string | null {
  if (!measurement)
    return `rij ${row.row}, kolom code: ${row.code} is geen getal van dit cijfer. Laat de code van een nieuw getal leeg.`
  const cells = [
    ['gebied', row.area, measurement.area],
    ['periode', row.period, measurement.period],
    ['basisPeriode', row.basePeriod, measurement.basePeriod],
    ['soort', row.kind, measurement.kind],
    ['waarde', row.value, measurement.value],
    ['eenheid', row.unit, measurement.unit],
    ['grens', row.qualifier, measurement.qualifier],
    ['gedrukt', digits(row.printed), digits(measurement.printed)],
    ['noot', row.note, measurement.note],
    ['ondergrens', row.margin?.low ?? null, measurement.margin?.low ?? null],
    ['bovengrens', row.margin?.high ?? null, measurement.margin?.high ?? null],
    ['deelnemers', row.respondents, measurement.respondents],
  ] as const
  const changed = cells.find(([, inFile, here]) => inFile !== here)
  if (!changed) return null
  const [column, inFile, here] = changed
  return `rij ${row.row}, kolom ${column}: Bij ${row.code} staat hier "${here ?? ''}" en in het bestand "${inFile ?? ''}". Wat een bron drukte, verandert niet. Is dit een nieuw getal, maak de code dan leeg.`
}

// A spreadsheet makes 25000 of "25.000" and 0,1 of "10%" by only opening the file: the number itself is compared at `waarde`.
const digits = (printed: string) => printed.replace(/\D/g, '').replace(/^0+|0+$/g, '')

/** The rows that are kept, and those that change nothing. */
export const isKept = ({ becomes }: Planned) => becomes !== 'unchanged'

/** Why a row leads or not, as it is kept with the number. `codeOf` gives the code that a row of the file gets. */
export function leadsBecause({ becomes, leader }: Planned, codeOf: (row: number) => string): string | null {
  const code = leader && ('row' in leader ? codeOf(leader.row) : leader.measurement.code)
  switch (becomes) {
    case 'repeat':
      return `Zelfde getal als ${code}; telt een keer mee`
    case 'differs':
      return `Wijkt af van ${code}, en dat telt al mee`
    case 'unknown':
      return 'Onbekend telt niet mee'
    case 'new':
    case 'unchanged':
      return null
  }
}
