import type { Day } from '../../kernel/day'
import type { Named, PartyRef } from './named'

export const planKinds = ['strategie', 'jaarplan', 'uitvoeringsplan', 'meerjarenplan', 'landelijk'] as const
export type PlanKind = (typeof planKinds)[number]

/** How many actions and results hang under a plan or programme. */
export type Held = {
  readonly actions: number
  /** Records that repeat one promise count once. */
  readonly promises: number
  readonly results: number
}

export type Plan = Held & {
  readonly code: string
  readonly title: string
  readonly kind: PlanKind
  /** The years, both included; null where no source says. */
  readonly from: number | null
  readonly to: number | null
  readonly adoptedOn: Day | null
  readonly adoptedBy: PartyRef | null
  readonly strategy: Named | null
  /** The source document of the plan; without one we know the plan only by name. */
  readonly document: Named | null
  readonly programmes: number
  /** Made in the product, in force, and not adopted yet. */
  readonly isConcept: boolean
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}

/** A theme, programme or project of a plan. */
export type Programme = Held & {
  readonly code: string
  readonly plan: Named & { readonly from: number | null; readonly to: number | null; readonly isConcept: boolean }
  readonly kind: string
  readonly title: string
  readonly priority: Named | null
  readonly lead: PartyRef | null
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}

/** `2017-2018`, `2020`, `vanaf 2023`, `tot en met 2022`, or null when no source gives a year. */
export function yearsText({ from, to }: { readonly from: number | null; readonly to: number | null }): string | null {
  if (from === null) return to === null ? null : `tot en met ${to}`
  if (to === null) return `vanaf ${from}`
  return from === to ? String(from) : `${from}-${to}`
}

/** Whether a plan can be looked into, or is only known by name. */
export function isKnownByNameOnly(plan: Pick<Plan, 'document' | 'programmes'> & Held): boolean {
  return plan.document === null && plan.programmes === 0 && plan.actions === 0 && plan.results === 0
}
