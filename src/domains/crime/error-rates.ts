import type { Day } from '../../kernel/day'

/** Of a hundred made-up series, how many a rule calls a rise: the lowest and the highest of three rounds. */
type Range = readonly [number, number]
export type Rates = {
  /** Nothing changed, and the months differ by chance alone. */
  readonly unchanged: Range
  /** Nothing changed, and the months scatter more than chance: as crime does. */
  readonly scattered: Range
  /** The last month is twice what it was. */
  readonly doubled: Range
  /** The last twelve months are a quarter more. */
  readonly quarterUp: Range
}

/** The day of the trial. */
export const errorRatesOf = '2026-11-26' as Day

/** What `npm run bench -- false-alarms` counted. A test counts again, and fails when a number here is another. */
export const errorRates = {
  attendering: { unchanged: [1.5, 2.2], scattered: [2, 3.8], doubled: [29, 31], quarterUp: [4.7, 6.5] },
  twelveMonths: { unchanged: [0, 0.5], scattered: [0.2, 0.7], doubled: [0.8, 2.2], quarterUp: [7, 8] },
  exactMonth: { unchanged: [0.2, 0.7], scattered: [3.8, 5.2], doubled: [28, 29.3], quarterUp: [7, 10.5] },
  exactTwelveMonths: { unchanged: [0.2, 0.7], scattered: [3.2, 3.7], doubled: [9.2, 11.2], quarterUp: [21.8, 26.5] },
  habitMonth: { unchanged: [32.5, 34.8], scattered: [36, 37.8], doubled: [73.5, 77], quarterUp: [48.5, 52.8] },
  habitTwelveMonths: { unchanged: [26.7, 28.7], scattered: [30.5, 36.3], doubled: [48.3, 50], quarterUp: [69.2, 73.3] },
} as const satisfies Record<string, Rates>
