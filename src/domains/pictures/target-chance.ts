import { addMonths, type Month, monthRange, monthsBetween } from '../../kernel/month'
import { negativeBinomialAtLeast, negativeBinomialQuantile } from '../../kernel/statistics/distributions'
import type { Series } from '../crime'

/** A number of crimes that a calendar year must not go above. */
export type Limit = { readonly year: string; readonly most: number }

/** What can be said of a limit from the months so far. */
export type Outlook =
  | { readonly is: 'over'; readonly count: number }
  | {
      readonly is: 'expected'
      readonly count: number
      /** In 19 of 20 years it ends within these. */
      readonly low: number
      readonly high: number
      /** That the limit is kept, between 0 and 1. */
      readonly chance: number
    }
  /** Too few crimes, too few years, a month that is unknown, or a year too far away. */
  | { readonly is: 'few' | 'short' | 'unknown' | 'far' }

const year = 12
/** Of fewer crimes in a year than this nothing can be foretold. */
const fewest = 10
/** From fewer pairs of years nobody can see how much one year differs from the next. */
const fewestPairs = 4
const mostPairs = 10
/** A year that ends later than this after the last month is too far away. */
const furthest = 24

/**
 * What a year will come to and the chance that it keeps its limit, from months of which none grows any more, oldest first. The
 * level is that of the last twelve months, the season that of up to ten years, and how far it may go off is measured: from how
 * much one year differed from the next, with the uncertainty of that measure itself. Negative binomial.
 */
export function outlookOf(series: Series, { year: asked, most }: Limit): Outlook {
  const last = series.at(-1)?.month
  if (!last) return { is: 'unknown' }
  const [first, end] = [`${asked}-01` as Month, `${asked}-12` as Month]
  const known = new Map(series.map(({ month, count }) => [month, count]))
  const sum = (months: readonly Month[]) =>
    months.reduce<number | null>((all, month) => {
      const count = known.get(month) ?? null
      return all === null || count === null ? null : all + count
    }, 0)
  const soFar = first > last ? 0 : sum(monthRange(first, end < last ? end : last))
  if (soFar === null) return { is: 'unknown' }
  if (end <= last) return { is: 'over', count: soFar }
  const ahead = monthsBetween(last, end)
  if (ahead > furthest) return { is: 'far' }

  const years = yearsBefore(last, sum)
  const [level] = years
  if (level === undefined) return { is: 'unknown' }
  if (level < fewest) return { is: 'few' }
  const pairs = years.length - 1
  if (pairs < fewestPairs) return { is: 'short' }
  const coming = monthRange(first > last ? first : addMonths(last, 1), end)
  const share = seasonShare(coming, last, years, known)
  const expected = level * share
  if (expected === 0) return { is: 'expected', count: soFar, low: soFar, high: soFar, chance: soFar > most ? 0 : 1 }
  const variance = expected * spreadOf(years) * (1 + share) * Math.max(1, ahead / year)
  const [size, success] = [expected ** 2 / (variance - expected), expected / variance]
  const atMost = Math.floor(most) - soFar
  return {
    is: 'expected',
    count: Math.round(soFar + expected),
    low: soFar + negativeBinomialQuantile(0.025, size, success),
    high: soFar + negativeBinomialQuantile(0.975, size, success),
    chance: atMost < 0 ? 0 : 1 - negativeBinomialAtLeast(atMost + 1, size, success),
  }
}

/** Sums of twelve months back from the last, newest first, up to the first that is unknown. */
function yearsBefore(last: Month, sum: (months: readonly Month[]) => number | null): number[] {
  const years: number[] = []
  for (let back = 0; back <= mostPairs; back += 1) {
    const end = addMonths(last, -back * year)
    const one = sum(monthRange(addMonths(end, 1 - year), end))
    if (one === null) break
    years.push(one)
  }
  return years
}

/** The part of a year that these calendar months hold, over all years known. */
function seasonShare(
  months: readonly Month[],
  last: Month,
  years: readonly number[],
  known: ReadonlyMap<Month, number | null>,
): number {
  const wanted = new Set(months.map((month) => month.slice(5)))
  const all = monthRange(addMonths(last, 1 - years.length * year), last)
  const within = all.reduce((sum, month) => sum + (wanted.has(month.slice(5)) ? (known.get(month) ?? 0) : 0), 0)
  return within / years.reduce((sum, one) => sum + one, 0)
}

/**
 * How many times more one year differs from the next than chance alone would make it: at least 1. A mean of few squares is too
 * sure of itself: as with Student's t it counts for more the fewer there are.
 */
function spreadOf(years: readonly number[]): number {
  const pairs = years.slice(1).map((before, at) => ({ now: years[at] as number, before }))
  const mean =
    pairs.reduce((sum, { now, before }) => sum + (now + before > 0 ? (now - before) ** 2 / (now + before) : 0), 0) /
    pairs.length
  return Math.max(1, (mean * pairs.length) / (pairs.length - 2))
}
