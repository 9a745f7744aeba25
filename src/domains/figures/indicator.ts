import type { Day } from '../../kernel/day'

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
  /** A short label of its subject, as `VB`. */
  readonly theme: string | null
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}
