import type { Series } from '../crime'
import type { Measurement } from '../figures'
import { breaksOf } from './counting-break'
import { type Outlook, outlookOf } from './target-chance'

/** What the coalition agreed that a year must not go above, and what can be said of it from the months so far. */
export type YearTarget = {
  readonly measurement: Measurement
  readonly year: string
  readonly most: number
  readonly outlook: Outlook
}

/**
 * The agreed limits among these numbers, early years first: of one whole year, as a count, not as a change, and with a side that
 * is told. `settled` has no month that still grows: too few crimes would make every limit look kept.
 */
export function yearTargets(measurements: readonly Measurement[], type: string, settled: Series): YearTarget[] {
  const [first, last] = [settled[0]?.month, settled.at(-1)?.month]
  const since = first && last && breaksOf(type, first, last).at(-1)?.before
  const comparable = settled.filter(({ month }) => since === undefined || month >= since)
  return measurements
    .flatMap((measurement) => {
      const most = mostOf(measurement)
      const { period: year } = measurement
      if (most === null) return []
      const isOver = last !== undefined && `${year}-12` <= last
      // What a year came to is told over a change of counting as well; what one will come to is not.
      const outlook = outlookOf(isOver ? upTo(settled, year) : comparable, { year, most })
      return [{ measurement, year, most, outlook }]
    })
    .sort((one, other) => (one.year < other.year ? -1 : 1))
}

const upTo = (series: Series, year: string) => series.filter(({ month }) => month <= `${year}-12`)

function mostOf({ leads, kind, basePeriod, unit, period, value, qualifier, favourable }: Measurement): number | null {
  const isLimit = leads && kind === 'doel' && basePeriod === null && unit === 'aantal' && /^\d{4}$/.test(period)
  if (!isLimit || value === null) return null
  if (qualifier === 'max' || (qualifier === 'exact' && favourable === 'lager')) return value
  return qualifier === 'less_than' ? Math.ceil(value) - 1 : null
}

/** A chance in words, so that it is not read as more exact than it is. */
export function chanceInWords(chance: number): string {
  const step = [
    { below: 0.05, words: 'heel klein' },
    { below: 0.2, words: 'klein' },
    { below: 0.4, words: 'kleiner dan de helft' },
    { below: 0.6, words: 'ongeveer half' },
    { below: 0.8, words: 'groter dan de helft' },
    { below: 0.95, words: 'groot' },
  ].find(({ below }) => chance < below)
  return step?.words ?? 'heel groot'
}

/** The chance in whole fives of a hundred; at the ends only that it lies beyond. */
export function roundedChance(chance: number): string {
  if (chance < 0.05) return 'minder dan 5%'
  if (chance >= 0.95) return 'meer dan 95%'
  return `ongeveer ${Math.round(chance * 20) * 5}%`
}
