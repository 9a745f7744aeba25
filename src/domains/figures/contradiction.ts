import type { Day } from '../../kernel/day'

/** Where sources disagree: all numbers stand, one leads, and the explanation says why. */
export type Contradiction = {
  readonly code: string
  readonly title: string
  readonly explanation: string
  /** Codes of the mentions that differ, the leading one first; empty when it is not about measurements. */
  readonly measurements: readonly string[]
  readonly sources: readonly string[]
  /** The day the last of its sources was published: only then there was something to disagree with. */
  readonly knownOn: Day | null
  readonly withdrawnOn: Day | null
}

/** A number, or an empty place, of which the source lost the meaning. It is shown and never counted. */
export type UnresolvedValue = {
  readonly code: string
  /** As the source prints it; null where the source holds nothing. */
  readonly printed: string | null
  readonly value: number | null
  readonly unit: string | null
  readonly period: string | null
  readonly basePeriod: string | null
  readonly reason: string
  /** What it may belong to. */
  readonly candidates: readonly { readonly code: string; readonly title: string }[]
  readonly sources: readonly string[]
  readonly knownOn: Day | null
  readonly withdrawnOn: Day | null
}
