import type { Day } from '../../kernel/day'
import type { Formula } from './formula'

/** The side of an indicator that is good: more, less, or neither. */
export const favourables = ['hoger', 'lager', 'geen'] as const
export type Favourable = (typeof favourables)[number]

/** What is measured, in which unit, and what a reader must know before comparing. */
export type Indicator = {
  readonly code: string
  readonly title: string
  readonly unit: string
  readonly favourable: Favourable
  readonly definition: string | null
  readonly caveats: string | null
  /** The code of its subject, as `VB`. */
  readonly theme: string | null
  readonly themeName: string | null
  /** What a printed number can be checked with. */
  readonly formula: Formula | null
  /** The periods from which it was counted in another way: values before and after are not compared. */
  readonly breaks: readonly string[]
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}

/** A subject that figures stand under, with how many indicators it holds. */
export type Theme = { readonly code: string; readonly name: string; readonly indicatorCount: number }

/** Titles to list them by: two that are called the same are told apart by their unit. */
export function labelOf(
  indicator: Pick<Indicator, 'title' | 'unit'>,
  among: readonly Pick<Indicator, 'title'>[],
): string {
  const { title, unit } = indicator
  return among.filter((one) => one.title === title).length > 1 ? `${title}, in ${unit}` : title
}
