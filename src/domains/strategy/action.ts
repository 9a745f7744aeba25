import type { Day } from '../../kernel/day'
import type { Named, PartyRef, PlaceRef } from './named'

/** The tracks in which plans put their actions; A, B and C are those of the agenda of 2020. */
export const tracks = [
  'actie',
  'leren',
  'ambitie',
  'doel',
  'meerjarendoel',
  'thema',
  'werkwijze',
  'A',
  'B',
  'C',
] as const
export type Track = (typeof tracks)[number]

/** One record of a plan: an action, agreement, target or working method, as the source prints it. */
export type Action = {
  readonly code: string
  readonly plan: Named & PlanYears & { readonly isConcept: boolean }
  readonly programme: Named
  readonly project: string | null
  readonly track: Track
  readonly title: string
  readonly lead: PartyRef
  readonly participants: readonly PartyRef[]
  readonly areas: readonly PlaceRef[]
  /** As the source gives it: a day, a month, a quarter, a year, or the period of the plan. */
  readonly due: string
  readonly target: { readonly value: number; readonly unit: string | null } | null
  /** What a plan that was made here says beside that; null when it says nothing more. */
  readonly agreed: Agreed | null
  readonly indicators: readonly Named[]
  /** The first record that makes the same promise, also on that record itself; null when the promise is made once. */
  readonly promise: string | null
  /** The lead is a name for all municipalities together. */
  readonly isCollective: boolean
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}

/** Whether a target binds or is aimed at, by when, what is to be seen and by which evidence; and the function that carries it. */
export type Agreed = {
  readonly aim: 'doel' | 'streven' | null
  readonly by: string | null
  readonly text: string | null
  readonly evidence: string | null
  readonly post: string | null
}

/** The years of a plan, both included; null where no source says. */
export type PlanYears = { readonly from: number | null; readonly to: number | null }

/**
 * The areas of which the municipalities together lead the action; empty when those of the whole region do. Null when it is
 * no collective agreement.
 */
export function collectiveOf({
  isCollective,
  areas,
}: Pick<Action, 'isCollective' | 'areas'>): readonly PlaceRef[] | null {
  if (!isCollective) return null
  return areas.some(({ kind }) => kind === 'regio' || kind === 'land') ? [] : areas
}

/** How close the date of an action is: its own, the whole period of the plan, or the last year of a longer plan. */
export function dueKind(due: string, { from, to }: PlanYears): 'eigen' | 'planperiode' | 'laatste-planjaar' {
  if (from === null || to === null) return 'eigen'
  if (due === (from === to ? String(from) : `${from}/${to}`)) return 'planperiode'
  return due === String(to) ? 'laatste-planjaar' : 'eigen'
}

/** Whether a record says what has to come of it, and not what is done. */
export const isGoal = ({ track }: Pick<Action, 'track'>) =>
  track === 'ambitie' || track === 'doel' || track === 'meerjarendoel'

/** How many promises records hold: those that repeat one promise count once. */
export function promiseCount(actions: readonly Pick<Action, 'code' | 'promise'>[]): number {
  return new Set(actions.map(({ code, promise }) => promise ?? code)).size
}

/** The district these actions are about: the only one that is named, and by at least half of them. Null when there is none. */
export function districtOf(actions: readonly Pick<Action, 'areas'>[]): PlaceRef | null {
  const named = actions.flatMap(({ areas }) => areas.filter(({ kind }) => kind === 'district'))
  const [first] = named
  return first && named.every(({ code }) => code === first.code) && named.length * 2 >= actions.length ? first : null
}

/** The other records of the same promise. */
export function repeatsOf(action: Pick<Action, 'code' | 'promise'>, among: readonly Action[]): Action[] {
  return action.promise === null
    ? []
    : among.filter(({ code, promise }) => code !== action.code && promise === action.promise)
}
