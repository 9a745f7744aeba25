import type { Day } from '../../kernel/day'

export const knowledgeStates = ['in gebruik', 'afgerond', 'gepland', 'proef', 'voorbeeld'] as const
export type KnowledgeState = (typeof knowledgeStates)[number]

/** Who uses a piece of knowledge: an area, or an organisation from elsewhere. */
export type KnowledgeUser = { readonly code: string; readonly name: string; readonly areaKind: string | null }

/** Something to learn from: a guide, an intervention, a training, and who uses it. */
export type KnowledgeItem = {
  readonly code: string
  readonly title: string
  readonly kind: string
  /** The priority it belongs to, or a subject of its own. */
  readonly theme: { readonly code: string; readonly title: string; readonly isPriority: boolean } | null
  /** Codes of parties it is meant for. */
  readonly targetGroups: readonly string[]
  readonly users: readonly KnowledgeUser[]
  readonly year: string | null
  readonly state: KnowledgeState
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}
