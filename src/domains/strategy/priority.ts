import type { Day } from '../../kernel/day'
import { covers, type Validity } from '../../kernel/period'
import type { Named, PartyRef } from './named'

/** The life of a priority: worked on, watched, only on request, passed on, or ended with discharge. */
export const priorityStates = ['actief', 'volgend', 'reactief', 'overgedragen', 'afgesloten'] as const
export type PriorityState = (typeof priorityStates)[number]

export const priorityKinds = ['prioriteit', 'ondersteunend'] as const
export type PriorityKind = (typeof priorityKinds)[number]

/** One stretch in the life of a priority. */
export type LifeStage = {
  readonly state: PriorityState
  readonly validity: Validity
  readonly reason: string | null
  readonly sources: readonly string[]
}

export type Priority = {
  readonly code: string
  readonly strategy: Named & { readonly from: number; readonly to: number }
  readonly seq: number
  readonly title: string
  readonly kind: PriorityKind
  readonly goal: string | null
  readonly leadGroup: PartyRef | null
  /** In order of time. */
  readonly life: readonly LifeStage[]
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}

/** The state on a day, or null: before the priority was there, or no source says. */
export function stateOn(life: readonly LifeStage[], on: Day): LifeStage | null {
  return life.find(({ validity }) => covers(validity, on)) ?? null
}
