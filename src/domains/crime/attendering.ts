import { discoveries } from '../../kernel/statistics/false-discovery'
import { shareOfChance } from './change'
import { errorRates } from './error-rates'
import { hasTooFew, judgedMonth } from './farrington'

/** The counts of one type in one area, the newest month last. */
export type Watched<Subject> = { readonly subject: Subject; readonly observed: readonly (number | null)[] }

/** A month that counts more than the years before let expect: a reason to look, never a conclusion. */
export type Attendering<Subject> = {
  readonly subject: Subject
  readonly count: number
  readonly expected: number
  /** So many are still within chance. */
  readonly bound: number
  /** Whether it also stands when all series are judged together. */
  readonly stands: boolean
}

export type Watch<Subject> = {
  readonly judged: number
  /** Too few, too short, or with unknown months. */
  readonly unjudged: number
  /** Those of the unjudged of which nothing is known: not that there are too few. */
  readonly unknown: readonly Subject[]
  readonly attenderingen: readonly Attendering<Subject>[]
}

/** Judges the newest month of many series, in the order given. */
export function watch<Subject>(series: readonly Watched<Subject>[]): Watch<Subject> {
  const judgements = series.map(({ observed }) => judgedMonth(observed, observed.length - 1))
  const stands = discoveries(
    judgements.map(({ chance }) => chance),
    shareOfChance,
  )
  return {
    judged: judgements.filter(({ upperbound }) => upperbound !== null).length,
    unjudged: judgements.filter(({ upperbound }) => upperbound === null).length,
    unknown: series
      .filter(
        ({ observed }, at) => judgements[at]?.upperbound === null && hasTooFew(observed, observed.length - 1) !== true,
      )
      .map(({ subject }) => subject),
    attenderingen: series.flatMap(({ subject, observed }, at) => {
      const { alarm, expected, upperbound } = judgements[at] ?? { alarm: false, expected: null, upperbound: null }
      const count = observed.at(-1) ?? null
      if (!alarm || count === null || expected === null || upperbound === null) return []
      return [{ subject, count, expected, bound: upperbound, stands: stands[at] === true }]
    }),
  }
}

/** How many attenderingen there will be among so many series when nothing changed: from and to, by our own trial. */
export function byChance(judged: number): readonly [number, number] {
  const rates = errorRates.attendering
  const all = [...rates.unchanged, ...rates.scattered]
  return [Math.round((judged * Math.min(...all)) / 100), Math.round((judged * Math.max(...all)) / 100)]
}
