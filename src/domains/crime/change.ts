import { addMonths, type Month } from '../../kernel/month'
import { evenSplitTwoSided } from '../../kernel/statistics/distributions'
import { discoveries } from '../../kernel/statistics/false-discovery'
import { type Counts, isTooFew, seriesOf } from './count'
import { allCrimes, type CrimeType } from './crime-type'

/** What can be said of twelve months against the twelve before. */
export type Verdict = 'more' | 'less' | 'none' | 'few' | 'unknown'

/** Twelve months and the twelve before, and the chance of a difference at least so large when nothing changed. */
export type Comparison = {
  readonly now: number | null
  readonly before: number | null
  /** Null when there are too few, or when a month is unknown. */
  readonly chance: number | null
}

/** One comparison on its own: so often a change is seen that is not there. */
export const chanceAlone = 0.01
/** In a list: of what is called a change, at most this share is expected to be chance. */
export const shareOfChance = 0.05

const year = 12
const yearsForSpread = 5
const yearsAtLeast = 3

/** As many months of a series take part in a verdict, when they are there. */
export const monthsToJudge = yearsForSpread * year

/**
 * Compares the last twelve months of a series with the twelve before. The newest month stands last; null is unknown. With
 * `length` a year is so many months: of a series that holds only the same months of each year.
 */
export function comparison(counts: readonly (number | null)[], length = year): Comparison {
  const years = yearsUpTo(counts, length)
  const [now, before] = [total(years.at(-1)), total(years.at(-2))]
  const known = now !== null && before !== null && isTooFew({ type: '', now, before }) === false
  if (!known) return { now, before, chance: null }
  const spread = spreadOf(years)
  return { now, before, chance: evenSplitTwoSided(now / spread, before / spread) }
}

/** What to say of a comparison that stands on its own. */
export const judgeAlone = (one: Comparison): Verdict => worded(one, one.chance !== null && one.chance <= chanceAlone)

/** What to say of comparisons that stand in one list: the more there are, the more each has to show. */
export function judgeTogether(list: readonly Comparison[]): Verdict[] {
  const stands = discoveries(
    list.map(({ chance }) => chance),
    shareOfChance,
  )
  return list.map((one, at) => worded(one, stands[at] === true))
}

const compared = (counts: Counts, type: string, last: Month) =>
  comparison(seriesOf(counts, type, addMonths(last, 1 - monthsToJudge), last).map(({ count }) => count))

/** What to say of one type in one area, on its own. */
export const verdictOf = (counts: Counts, type: string, last: Month): Verdict =>
  judgeAlone(compared(counts, type, last))

/** What to say of every type in an area: all crimes together on their own, the types in one list. */
export function verdictsOf(counts: Counts, types: readonly CrimeType[], last: Month): ReadonlyMap<string, Verdict> {
  const listed = types.filter(({ code, isPublishedMonthly }) => code !== allCrimes && isPublishedMonthly)
  const together = judgeTogether(listed.map(({ code }) => compared(counts, code, last)))
  return new Map<string, Verdict>([
    [allCrimes, verdictOf(counts, allCrimes, last)],
    ...listed.map(({ code }, at): [string, Verdict] => [code, together[at] ?? 'unknown']),
  ])
}

/** What to say of one type in every area of a list, judged together. */
export const verdictsBeside = (areas: readonly Counts[], type: string, last: Month): Verdict[] =>
  judgeTogether(areas.map((counts) => compared(counts, type, last)))

function worded({ now, before, chance }: Comparison, isChange: boolean): Verdict {
  if (now === null || before === null) return 'unknown'
  if (chance === null) return 'few'
  return !isChange ? 'none' : now > before ? 'more' : 'less'
}

/** Whole years up to the last month, the last year at the end; an unfinished one falls off at the front. */
function yearsUpTo(counts: readonly (number | null)[], length: number): (readonly (number | null)[])[] {
  const whole = Math.min(yearsForSpread, Math.floor(counts.length / length))
  const first = counts.length - whole * length
  return Array.from({ length: whole }, (_, at) => counts.slice(first + at * length, first + (at + 1) * length))
}

const total = (months: readonly (number | null)[] | undefined) =>
  months?.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0) ?? null

/**
 * How many times more the months scatter than chance alone would make them, beside season and the level of each year: at
 * least 1. Pearson's measure of a table of years and months. With less than three known years it cannot be seen, and the test
 * is the exact one.
 */
function spreadOf(years: readonly (readonly (number | null)[])[]): number {
  const known = years.filter((months): months is readonly number[] => !months.includes(null))
  if (known.length < yearsAtLeast) return 1
  const perYear = known.map((months) => months.reduce((sum, one) => sum + one, 0))
  const length = known[0]?.length ?? year
  const perMonth = Array.from({ length }, (_, month) =>
    known.reduce((sum, months) => sum + (months[month] as number), 0),
  )
  const all = perYear.reduce((sum, one) => sum + one, 0)
  const scatter = known.reduce(
    (sum, months, at) =>
      months.reduce((within, count, month) => {
        const expected = ((perYear[at] as number) * (perMonth[month] as number)) / all
        return expected > 0 ? within + (count - expected) ** 2 / expected : within
      }, sum),
    0,
  )
  return Math.max(1, scatter / ((known.length - 1) * (length - 1)))
}
