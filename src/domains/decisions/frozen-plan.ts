import type { Json } from '../../kernel/canonical'
import type { Action, Plan, Programme } from '../strategy'

type Named = { readonly code: string; readonly naam: string }
export type FrozenProgramme = {
  readonly code: string
  readonly soort: string
  readonly titel: string
  readonly prioriteit: string | null
  readonly trekker: Named | null
}
export type FrozenAction = {
  readonly code: string
  readonly programma: string
  readonly onderdeel: string | null
  readonly spoor: string
  readonly titel: string
  readonly trekker: Named
  readonly deelnemers: readonly string[]
  readonly gebieden: readonly string[]
  readonly klaar: string
  readonly doelWaarde: number | null
  readonly doelEenheid: string | null
  readonly cijfers: readonly string[]
  /** Only of a plan that was made here, and only what it says. */
  readonly doelSoort?: string
  readonly doelPeriode?: string
  readonly teZien?: string
  readonly bewijs?: string
  readonly functie?: string
}

/** A plan as it is adopted: what it says, and nothing of when or by whom. The same plan is the same text, and the same hash. */
export type FrozenPlan = {
  readonly formaat: 'slagvaardig-plan-1'
  readonly code: string
  readonly titel: string
  readonly soort: string
  readonly periodeVan: number | null
  readonly periodeTot: number | null
  readonly strategie: string | null
  readonly programmas: readonly FrozenProgramme[]
  readonly acties: readonly FrozenAction[]
}

const byCode = (one: { readonly code: string }, other: { readonly code: string }) => (one.code < other.code ? -1 : 1)
const codes = (items: readonly { readonly code: string }[]) => items.map(({ code }) => code)

// What an action does not say is not named: the hash of a plan of before says the same.
const agreedIn = ({ agreed }: Action) =>
  Object.fromEntries(
    Object.entries({
      doelSoort: agreed?.aim,
      doelPeriode: agreed?.by,
      teZien: agreed?.text,
      bewijs: agreed?.evidence,
      functie: agreed?.post,
    }).filter(([, value]) => value),
  )

export function frozenPlan(plan: Plan, programmes: readonly Programme[], actions: readonly Action[]): FrozenPlan {
  return {
    formaat: 'slagvaardig-plan-1',
    code: plan.code,
    titel: plan.title,
    soort: plan.kind,
    periodeVan: plan.from,
    periodeTot: plan.to,
    strategie: plan.strategy?.code ?? null,
    programmas: [...programmes].sort(byCode).map(({ code, kind, title, priority, lead }) => ({
      code,
      soort: kind,
      titel: title,
      prioriteit: priority?.code ?? null,
      trekker: lead && { code: lead.code, naam: lead.name },
    })),
    acties: [...actions].sort(byCode).map((action) => ({
      code: action.code,
      programma: action.programme.code,
      onderdeel: action.project,
      spoor: action.track,
      titel: action.title,
      trekker: { code: action.lead.code, naam: action.lead.name },
      deelnemers: codes(action.participants),
      gebieden: codes(action.areas),
      klaar: action.due,
      doelWaarde: action.target?.value ?? null,
      doelEenheid: action.target?.unit ?? null,
      cijfers: codes(action.indicators),
      ...agreedIn(action),
    })),
  }
}

export const asJson = (plan: FrozenPlan) => plan as unknown as Json

/** Where a plan says something else now than when it was adopted. `field` is null for what came or went as a whole. */
export type Difference = {
  readonly kind: 'plan' | 'programma' | 'actie'
  readonly code: string
  readonly title: string
  readonly field: string | null
  readonly before: string | null
  readonly now: string | null
}

/** Then and now side by side, field by field: the plan itself, then its programmes, then its actions. */
export function differencesBetween(then: FrozenPlan, now: FrozenPlan): Difference[] {
  return [
    ...compared('plan', [then], [now]),
    ...compared('programma', then.programmas, now.programmas),
    ...compared('actie', then.acties, now.acties),
  ]
}

type Part = { readonly code: string; readonly titel: string }

function compared(kind: Difference['kind'], then: readonly Part[], now: readonly Part[]): Difference[] {
  const [before, after] = [new Map(then.map((one) => [one.code, one])), new Map(now.map((one) => [one.code, one]))]
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((code): Difference[] => {
    const [was, is] = [before.get(code), after.get(code)]
    const about = { kind, code, title: (is ?? was)?.titel ?? code }
    if (!was || !is) return [{ ...about, field: null, before: was?.titel ?? null, now: is?.titel ?? null }]
    return fieldsOf(kind, is).flatMap((field) => {
      const [one, other] = [valueIn(was, field), valueIn(is, field)]
      return isSame(one, other) ? [] : [{ ...about, field, before: worded(one), now: worded(other) }]
    })
  })
}

const fieldsOf = (kind: Difference['kind'], part: Part) =>
  Object.keys(part).filter(
    (field) => !['code', 'formaat', ...(kind === 'plan' ? ['programmas', 'acties'] : [])].includes(field),
  )

type Value = string | number | null | Named | readonly string[]
const valueIn = (part: Part, field: string) => (part as unknown as Readonly<Record<string, Value>>)[field] ?? null
const isParty = (value: Value): value is Named => value !== null && typeof value === 'object' && 'naam' in value

/** A party that only got another name is the same one. */
const isSame = (one: Value, other: Value) =>
  isParty(one) && isParty(other) ? one.code === other.code : worded(one) === worded(other)

function worded(value: Value): string | null {
  if (value === null) return null
  if (isParty(value)) return value.naam
  return typeof value === 'object' ? value.join(', ') : String(value)
}
