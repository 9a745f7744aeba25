import { type Day, dayInAmsterdam } from '../../kernel/day'
import type { AgreementFact, DecisionFact, Facts, FileFact, InstanceFact, ItemFact, MeetingFact, Moment } from './facts'
import type { Collection, Reference } from './ori'

/** One object as it is given: the fields of the standard, and ours beside them. What is not known is left out. */
export type Shaped = Reference & Readonly<Record<string, unknown>>

export type Place = {
  /** Where visitors open the product. */
  readonly site: string
  /** The address under which the collections stand. */
  readonly root: string
  readonly today: Day
  /** A day in words of the screen. */
  readonly dayWords: (day: Day) => string
}

export type Context = Omit<Place, 'root'> & {
  readonly facts: Facts
  readonly ref: (collection: Collection, id: string) => Reference
  /** To what is there; nothing of what is not public. */
  readonly toMeeting: (code: string | null | undefined) => Reference | undefined
  readonly toItem: (code: string) => Reference | undefined
  readonly toDecision: (code: string | null) => Reference | undefined
  readonly pageOf: (meeting: string) => string
}

export function contextOf(facts: Facts, { site, root, today, dayWords }: Place): Context {
  const meetings = new Set(facts.meetings.map(({ code }) => code))
  const items = new Set(facts.items.map(({ code }) => code))
  const decisions = new Set(facts.decisions.map(({ code }) => code))
  const ref: Context['ref'] = (collection, id) => ({ id, url: `${root}/${collection}/${encodeURIComponent(id)}` })
  return {
    facts,
    site,
    today,
    dayWords,
    ref,
    toMeeting: (code) => (code && meetings.has(code) ? ref('vergaderingen', code) : undefined),
    toItem: (code) => (items.has(code) ? ref('agendapunten', code) : undefined),
    toDecision: (code) => (code && decisions.has(code) ? ref('besluiten', code) : undefined),
    pageOf: (meeting) => `${site}/vergaderingen/${encodeURIComponent(meeting)}`,
  }
}

/** A meeting with all that is bound to it. */
export type Held = {
  readonly meeting: MeetingFact
  readonly instance: InstanceFact | undefined
  readonly items: readonly ItemFact[]
  readonly files: readonly FileFact[]
  readonly agreements: readonly AgreementFact[]
  readonly decisions: readonly DecisionFact[]
}

/** Each meeting with what is bound to it; `only`: this one. */
export function heldOf(facts: Facts, only: string | null): Held[] {
  const instances = new Map(facts.instances.map((instance) => [instance.code, instance]))
  const items = Map.groupBy(facts.items, ({ meeting }) => meeting)
  const files = Map.groupBy(facts.files, ({ item }) => item)
  const agreements = Map.groupBy(facts.agreements, ({ meeting }) => meeting)
  const decisions = Map.groupBy(facts.decisions, ({ takenAt }) => takenAt?.meeting)
  return facts.meetings
    .filter(({ code }) => only === null || code === only)
    .map((meeting) => ({
      meeting,
      instance: instances.get(meeting.instance),
      items: items.get(meeting.code) ?? [],
      files: (items.get(meeting.code) ?? []).flatMap(({ code }) => files.get(code) ?? []),
      agreements: agreements.get(meeting.code) ?? [],
      decisions: decisions.get(meeting.code) ?? [],
    }))
}

/** What was decided and agreed under an item. */
export const under = ({ decisions, agreements, files }: Held, item: ItemFact) => ({
  decisions: decisions.filter(({ takenAt }) => takenAt?.item === String(item.number)),
  agreements: agreements.filter((one) => one.item === item.code),
  files: files.filter((one) => one.item === item.code),
})

export const nameOf = ({ facts }: Context, { body, areaName }: InstanceFact) =>
  `${facts.bodies.find(({ code }) => code === body)?.name ?? body} ${areaName}`

/** To the meeting and the item of a decision, of what is public of them. */
export const boundTo = ({ toMeeting, toItem }: Context, { takenAt }: DecisionFact) => ({
  vergadering: toMeeting(takenAt?.meeting),
  agendapunt: takenAt ? toItem(`${takenAt.meeting}.${takenAt.item}`) : undefined,
})

/** The category of the Woo of a kind of publication, as the region reads it. */
export function wooOf({ facts }: Context, kind: 'agenda' | 'besluit') {
  const known = facts.categories.get(kind)
  return known && { naam: known.label, url: known.uri, artikel: known.article }
}

export const dayOf = (moment: Moment): Day => dayInAmsterdam(new Date(moment))

export const newest = (...moments: readonly (Moment | null)[]): Moment =>
  moments
    .filter((one) => one !== null)
    .sort()
    .at(-1) ?? ''
