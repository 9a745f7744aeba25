import type { LocalPlan, LocalPriority, NamedPlan } from './local-plan'
import { answering, isCurrent, type NationalItem } from './national'

type Municipality = { readonly code: string }
type Priority = { readonly code: string; readonly title: string }

/** What is known of the levels, on a day of a year. */
export type Known<M extends Municipality = Municipality> = {
  readonly municipalities: readonly M[]
  readonly plans: readonly LocalPlan[]
  readonly named: readonly NamedPlan[]
  /** The municipalities each area with a plan is made of. */
  readonly within: ReadonlyMap<string, readonly string[]>
  /** The regional priorities that are worked on. */
  readonly priorities: readonly Priority[]
  readonly national: readonly NationalItem[]
  readonly year: number
}

/** How a municipality stands with its safety plan: its own, or of its basisteam or district. */
export type Cover = 'geldt' | 'nog-niet' | 'voorbij' | 'genoemd' | 'onbekend'

/** Whether a plan was adopted and its period runs; of an unknown period it does. */
const runs = (plan: Pick<LocalPlan, 'adoptedOn' | 'from' | 'to'>, year: number) =>
  plan.adoptedOn !== null && (plan.from === null || plan.from <= year) && isCurrent(plan, year)

/** A plan that runs counts first; then a draft or one that is still to begin; one that is over; and one that a document only names. */
export function coverOf({ plans, named, within, year }: Omit<Known, 'municipalities'>, municipality: string): Cover {
  const covers = ({ area }: { readonly area: { readonly code: string } }) =>
    (within.get(area.code) ?? [area.code]).includes(municipality)
  const own = plans.filter(covers)
  if (own.some((plan) => runs(plan, year))) return 'geldt'
  if (own.some((plan) => isCurrent(plan, year))) return 'nog-niet'
  if (own.length > 0) return 'voorbij'
  return named.some(covers) ? 'genoemd' : 'onbekend'
}

export type LocalMention = { readonly plan: LocalPlan; readonly priority: LocalPriority }

export type Gaps<M extends Municipality = Municipality> = {
  readonly covers: Readonly<Record<Cover, readonly M[]>>
  /** Local priorities of plans that run, of which was said that no regional one answers them. */
  readonly unanswered: readonly LocalMention[]
  /** Local priorities of which nobody said whether a regional one answers them. */
  readonly open: readonly LocalMention[]
  /** Regional priorities that no local plan mentions. */
  readonly unmentioned: readonly Priority[]
  /** National items without a regional priority. */
  readonly nationalUnanswered: readonly NationalItem[]
  /** Regional priorities without a national item. */
  readonly withoutNational: readonly Priority[]
}

/** The local priorities that a regional one answers, in plans that run. */
export const mentionsOf = ({ plans, year }: Pick<Known, 'plans' | 'year'>, priority: string): LocalMention[] =>
  mentionsIn(plans, year).filter((mention) => mention.priority.priorities.some(({ code }) => code === priority))

const mentionsIn = (plans: readonly LocalPlan[], year: number): LocalMention[] =>
  plans.filter((plan) => runs(plan, year)).flatMap((plan) => plan.priorities.map((priority) => ({ plan, priority })))

/** What is missing between the levels, in both directions. */
export function gapsOf<M extends Municipality>(known: Known<M>): Gaps<M> {
  const { municipalities, plans, named, priorities, national, year } = known
  const of = (cover: Cover) => municipalities.filter(({ code }) => coverOf(known, code) === cover)
  const mentions = mentionsIn(plans, year)
  const answers = (priority: string) =>
    national.some((item) => isCurrent(item, year) && answering(item).some((link) => link.priority.code === priority))
  return {
    covers: {
      geldt: of('geldt'),
      'nog-niet': of('nog-niet'),
      voorbij: of('voorbij'),
      genoemd: of('genoemd'),
      onbekend: of('onbekend'),
    },
    unanswered: mentions.filter(({ priority }) => priority.answered === 'geen'),
    open: mentions.filter(({ priority }) => priority.answered === 'onbekend'),
    unmentioned: priorities.filter(
      ({ code }) =>
        mentionsOf(known, code).length === 0 && !named.some((plan) => plan.priorities.some((one) => one.code === code)),
    ),
    nationalUnanswered: national.filter((item) => answering(item).length === 0),
    withoutNational: priorities.filter(({ code }) => !answers(code)),
  }
}
