import { type Month, monthsBetween } from '../../kernel/month'

/** How a month grew: its count when it was the newest, one release later, and so on. Null where no release tells. */
export type Growth = readonly (number | null)[]

/** From one delay to the next: the factor by which counts grew, how much that varies, and on how many months it rests. */
export type Step = { readonly factor: number; readonly variance: number; readonly months: number; readonly sum: number }

/** What a month will come to, with the interval that will hold in 19 of 20 months. */
export type Estimate = { readonly month: Month; readonly count: number; readonly low: number; readonly high: number }

/** After so many months a count hardly changes any more: then it is no longer marked as provisional. */
const settledAfter = 3
/** Of fewer crimes than this nothing can be foretold: one that comes in late is already a large part. */
const fewestCrimes = 10
/** Fewer months than this per step say too little about how much the next one will grow. */
const fewestMonths = 6

/**
 * Per month what it counted at each delay, from what successive releases said, oldest first. When two releases have the same
 * newest month, the later one counts.
 */
export function growthOf(
  said: ReadonlyMap<Month, readonly { readonly lastMonth: Month; readonly count: number | null }[]>,
): Growth[] {
  return [...said].map(([month, values]) => {
    const row: (number | null)[] = Array.from({ length: settledAfter + 1 }, () => null)
    for (const { lastMonth, count } of values) {
      const delay = monthsBetween(month, lastMonth)
      if (delay >= 0 && delay <= settledAfter) row[delay] = count
    }
    return row
  })
}

/**
 * The steps from each delay to the next, by the chain-ladder rule: all that was counted later over all that was counted sooner
 * (Mack, ASTIN Bulletin 23, 1993). Null when one of the steps rests on too few months.
 */
export function stepsOf(rows: readonly Growth[]): readonly Step[] | null {
  const steps = Array.from({ length: settledAfter }, (_, delay) => {
    const pairs = rows.flatMap((row) => {
      const [sooner, later] = [row[delay], row[delay + 1]]
      return typeof sooner === 'number' && typeof later === 'number' && sooner > 0 ? [{ sooner, later }] : []
    })
    const sum = pairs.reduce((all, { sooner }) => all + sooner, 0)
    const factor = pairs.reduce((all, { later }) => all + later, 0) / sum
    const spread = pairs.reduce((all, { sooner, later }) => all + sooner * (later / sooner - factor) ** 2, 0)
    return { factor, variance: spread / (pairs.length - 1), months: pairs.length, sum }
  })
  return steps.every(({ months }) => months >= fewestMonths) ? steps : null
}

/**
 * What a month will come to, from its count so far and its delay: grown by every step that is still to come. The interval holds
 * both chance in the month itself and how well the steps are known; what comes in late is at least as uncertain as a count.
 */
export function estimate(month: Month, count: number, delay: number, steps: readonly Step[]): Estimate | null {
  if (delay < 0 || delay >= steps.length || count < fewestCrimes) return null
  const coming = steps.slice(delay)
  let grown = count
  let variance = 0
  for (const { factor, variance: spread, sum } of coming) {
    const own = Math.max(spread, Math.abs(factor - 1)) * grown
    variance = variance * factor ** 2 + own + (spread / sum) * grown ** 2
    grown *= factor
  }
  const margin = 1.96 * Math.sqrt(variance)
  return {
    month,
    count: Math.round(grown),
    low: Math.max(0, Math.floor(grown - margin)),
    high: Math.ceil(grown + margin),
  }
}
