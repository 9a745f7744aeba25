import type { Day } from '../../kernel/day'
import type { Named, PartyRef, PlaceRef } from './named'

/** What a plan reports looking back. A result belongs to an action only when a source line says so. */
export type Result = {
  readonly code: string
  /** The plan that reports it, not the plan it was promised in. */
  readonly plan: Named
  readonly year: number
  readonly programme: Named
  readonly project: string | null
  readonly title: string
  readonly lead: PartyRef
  readonly areas: readonly PlaceRef[]
  /** Null is: no number was given. A negative change is a decrease. */
  readonly value: number | null
  readonly unit: string | null
  readonly indicator: Named | null
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}
