import type { Day } from '../../kernel/day'

export const draftKinds = ['strategie', 'jaarplan', 'actieagenda', 'uitvoeringsplan'] as const
export type DraftKind = (typeof draftKinds)[number]

export type Named = { readonly code: string; readonly name: string }

/** A plan that is being made. Its code is that of the plan it becomes. */
export type Draft = {
  readonly code: string
  readonly kind: DraftKind
  readonly title: string
  /** The years, both included. */
  readonly from: number
  readonly to: number
  readonly strategy: Named | null
  /** The bureau that makes it. */
  readonly owner: Named
  /** The plan it began from. */
  readonly beganFrom: Named | null
  /** A chapter of it is in force: it stands among the plans. */
  readonly isInForce: boolean
  /** Since then decisions and mandates change it, and the draft is closed. */
  readonly adoptedOn: Day | null
  readonly at: string
  readonly actedAs: string
}

/** What every version of anything in a draft has. `entry` puts all versions of a draft in one order. */
export type Versioned = {
  readonly entry: number
  readonly version: number
  readonly isRemoved: boolean
  readonly at: string
  /** The function of who kept it. */
  readonly actedAs: string
}

/** Who answers for a part of a look-back, and clears it; the bureau clears nothing, it signs. */
export const parts = ['politie', 'om', 'gemeenten', 'bureau'] as const
export type Part = (typeof parts)[number]

/** What the person who asks may do in a draft. */
export type Rights = {
  /** All of it. */
  readonly writes: boolean
  /** Puts chapters in force and signs look-backs. */
  readonly enforces: boolean
  /** The parts of a look-back that are his. */
  readonly parts: readonly Part[]
  /** The parties whose actions are his to word. */
  readonly leads: readonly string[]
}
