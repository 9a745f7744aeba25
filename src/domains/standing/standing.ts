import type { Day } from '../../kernel/day'
import type { Decision, SetCondition } from '../decisions'
import type { Measurement, Verdict } from '../figures'
import type { Judgement, Stand } from '../progress'
import type { LifeStage, Plan, Priority } from '../strategy'

/** Whose state of affairs it is: a body, one of a body of which there are more, or a working group. */
export type Whose = {
  readonly kind: 'gremium' | 'werkgroep'
  readonly code: string
  readonly name: string
  readonly area: string | null
  /** There is one of this body, so that everything it decided is of this one. */
  readonly isOnly: boolean
}

/** A plan it adopted: by which decision, or as the sources say; and how what it promises stands. */
export type PlanStand = {
  readonly plan: Plan
  readonly decision: Decision | null
  /** What was changed in it since. */
  readonly changes: number
  /** Empty of what is not for the reader: then `reported` says all there is. */
  readonly stands: readonly Stand[]
  readonly judged: readonly {
    readonly title: string
    readonly stands: readonly Stand[]
    readonly judgement: Judgement | null
  }[]
  /** Of how many promises somebody said how they stand, and when last. */
  readonly reported: { readonly promises: number; readonly last: Day | null }
}

/** A target it set, with the latest known outcome about the same area, and the verdict about the same period. */
export type TargetStand = {
  readonly decision: Decision
  readonly target: Measurement
  readonly latest: Measurement | null
  readonly verdict: Verdict
}

export type PriorityStand = {
  readonly decision: Decision
  readonly priority: Pick<Priority, 'code' | 'title'>
  /** Null is: no stage is known of today. */
  readonly stage: LifeStage | null
}

/** An action it changed itself. */
export type ActionStand = {
  readonly decision: Decision
  readonly code: string
  readonly title: string
  /** Null for who may not read it. */
  readonly stand: Stand | null
  readonly lastSaid: Day | null
}

export type Standing = {
  /** The newest first, without what was turned back. */
  readonly decisions: readonly Decision[]
  readonly turnedBack: readonly Decision[]
  readonly plans: readonly PlanStand[]
  readonly targets: readonly TargetStand[]
  readonly priorities: readonly PriorityStand[]
  readonly actions: readonly ActionStand[]
  /** The decision with its conditions, and what was decided later about the same. */
  readonly conditions: readonly {
    readonly decision: Decision
    readonly set: readonly SetCondition[]
    readonly later: readonly Decision[]
  }[]
  /** The conditions under which its instances agreed with a proposal. */
  readonly viewConditions: readonly SetCondition[]
}

/** Whether a decision of the body is one of this instance. One without an area is of a body of which there is only one. */
export const isOf = ({ area, isOnly }: Whose, decision: Pick<Decision, 'area'>) =>
  area === null || isOnly || decision.area === area

/** Those that hold, and those that another one turned back; what only turns back is neither. */
export function held(decisions: readonly Decision[]): Pick<Standing, 'decisions' | 'turnedBack'> {
  return {
    decisions: decisions.filter(({ reverses, reversedBy }) => reverses === null && reversedBy === null),
    turnedBack: decisions.filter(({ reversedBy }) => reversedBy !== null),
  }
}

/** The newest decision about each subject of a kind: what it said before holds no more. */
export function newestAbout(
  decisions: readonly Decision[],
  kind: Decision['effects'][number]['kind'],
): { readonly decision: Decision; readonly effect: Decision['effects'][number] }[] {
  const found = new Map<string, { decision: Decision; effect: Decision['effects'][number] }>()
  for (const decision of decisions)
    for (const effect of decision.effects) {
      const key =
        kind === 'zet-doel' ? `${effect.subject} ${effect.after.gebied} ${effect.after.periode}` : effect.subject
      if (effect.kind === kind && !found.has(key)) found.set(key, { decision, effect })
    }
  return [...found.values()]
}

/** Of one day the one with the higher number is the later. */
const isLater = (one: Decision, than: Decision) =>
  one.takenOn > than.takenOn || (one.takenOn === than.takenOn && one.code > than.code)

/** Later decisions about something this one is about too, the newest first. */
export function laterAbout(decision: Decision, all: readonly Decision[]): Decision[] {
  const subjects = new Set(decision.effects.map(({ subject }) => subject))
  return all.filter((one) => isLater(one, decision) && one.effects.some(({ subject }) => subjects.has(subject)))
}

/** Everything promised in the plans it adopted and the actions it changed, each promise once. */
export function promisesOf({ plans, actions }: Pick<Standing, 'plans' | 'actions'>): Stand[] {
  const all = [...plans.flatMap(({ stands }) => stands), ...actions.flatMap(({ stand }) => stand ?? [])]
  return [...new Map(all.map((stand) => [stand.action, stand])).values()]
}
