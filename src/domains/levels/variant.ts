import type { Day } from '../../kernel/day'
import { dayFault, type Fault, readDay, tidy } from '../../kernel/typed'
import { asTypedDay, type TypedDay } from '../../kernel/typed-day'

/** What a district or municipality makes of a regional action: own words; as it is; or not done there. */
export const choices = ['eigen', 'overgenomen', 'niet'] as const
export type Choice = (typeof choices)[number]

/** What is said of an action in an area. Of an own version what is empty is as the region has it. */
export type Said = {
  readonly choice: Choice
  readonly title: string | null
  readonly lead: string | null
  readonly dueOn: Day | null
  readonly target: string | null
  readonly place: string | null
  /** For professionals only; null to everybody else. */
  readonly reason: string | null
  /** The day it was decided there; null of a draft. */
  readonly decidedOn: Day | null
}

/** One version. The first is 1; a later one replaces nothing. */
export type Variant = Said & {
  readonly action: { readonly code: string; readonly title: string }
  readonly area: { readonly code: string; readonly name: string; readonly kind: 'district' | 'gemeente' }
  readonly version: number
  /** The wording of the regional action when this was kept, and whether anything of that action changed since. */
  readonly regionalTitle: string
  readonly changedSince: boolean
  readonly at: string
  /** The function somebody had then, never a name. */
  readonly actedAs: string
  /** Kept by an example person: it is invented. */
  readonly isExample: boolean
}

export type TypedVariant = {
  readonly choice: string
  readonly title: string
  readonly lead: string
  readonly dueOn: TypedDay
  readonly target: string
  readonly place: string
  readonly reason: string
  readonly decidedOn: TypedDay
}

/** What stands in the fields when the form is opened: what was kept, else the words of the region to work from. */
export const asTyped = (said: Said | null, regionalTitle: string): TypedVariant => ({
  choice: said?.choice ?? '',
  title: said?.title ?? regionalTitle,
  lead: said?.lead ?? '',
  dueOn: asTypedDay(said?.dueOn ?? null),
  target: said?.target ?? '',
  place: said?.place ?? '',
  reason: said?.reason ?? '',
  decidedOn: asTypedDay(said?.decidedOn ?? null),
})

const longest = { tekst: 500, trekker: 200, doel: 300, waar: 300, reden: 1000 } as const

/** Reads what was typed, or says at which field it is wrong. Words that belong to another choice are left out. */
export function readVariant(typed: TypedVariant, today: Day): Said | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const fault = (field: string, message: string) => faults.push({ field, message })
  const choice = choices.find((one) => one === typed.choice)
  const isOwn = choice === 'eigen'
  const text = (field: keyof typeof longest, value: string) => {
    const kept = tidy(value)
    if (kept.length > longest[field])
      fault(field, `Maak dit korter: ten hoogste ${longest[field]} tekens. Nu zijn het er ${kept.length}.`)
    return kept || null
  }
  const day = (field: string, value: TypedDay) => {
    const read = readDay(value)
    if (read === 'fault') fault(field, dayFault)
    return read === 'fault' ? null : read
  }
  if (!choice) fault('keuze', 'Kies wat u met de actie doet.')
  const title = isOwn ? text('tekst', typed.title) : null
  if (isOwn && title === null) fault('tekst', 'Schrijf hoe de actie hier luidt.')
  const lead = isOwn ? text('trekker', typed.lead) : null
  const dueOn = isOwn ? day('klaar', typed.dueOn) : null
  const target = isOwn ? text('doel', typed.target) : null
  const place = isOwn ? text('waar', typed.place) : null
  const reason = text('reden', typed.reason)
  if (choice === 'niet' && reason === null) fault('reden', 'Schrijf waarom niet. Alleen professionals lezen dit.')
  const decidedOn = day('besloten', typed.decidedOn)
  if (decidedOn && decidedOn > today) fault('besloten', 'Deze dag komt nog. Laat hem leeg: dan is dit een concept.')
  if (!choice || faults.length > 0) return { faults }
  return { choice, title, lead, dueOn, target, place, reason, decidedOn }
}

export const fields = ['tekst', 'trekker', 'klaar', 'doel', 'waar'] as const
export type Field = (typeof fields)[number]
export type Sides = Readonly<Record<Field, { readonly regional: string; readonly own: string | null }>>

/** The fields in which an own version says something else than the region. */
export const differing = (sides: Sides): Field[] =>
  fields.filter((field) => sides[field].own !== null && sides[field].own !== sides[field].regional)

/** The fields in which two areas say something else; where one says nothing, it is as the region has it. */
export const differingBetween = (one: Sides, other: Sides): Field[] =>
  fields.filter((field) => (one[field].own ?? one[field].regional) !== (other[field].own ?? other[field].regional))
