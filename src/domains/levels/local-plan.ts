import type { Day } from '../../kernel/day'
import { addressFault, dayFault, type Fault, readAddress, readDay, tidy } from '../../kernel/typed'
import { asTypedDay, type TypedDay } from '../../kernel/typed-day'

export type PlaceKind = 'gemeente' | 'basisteam' | 'district'
export type PlanPlace = { readonly code: string; readonly name: string; readonly kind: PlaceKind }
type Named = { readonly code: string; readonly title: string }

/** Whether a regional priority answers a local one: nobody said, none does, or those that are named do. */
export type Answered = 'onbekend' | 'geen' | 'ja'

export type LocalPriority = {
  /** Stays its own in later versions. */
  readonly number: number
  readonly text: string
  readonly answered: Answered
  readonly priorities: readonly Named[]
  readonly action: Named | null
  /** Who said whether it is answered, and since when. */
  readonly saidAt: string
  readonly saidAs: string
}

/** A safety plan of an area in one version. What is null is not known. */
export type LocalPlan = {
  readonly code: string
  readonly area: PlanPlace
  readonly version: number
  readonly title: string
  readonly from: number | null
  readonly to: number | null
  readonly adoptedOn: Day | null
  readonly address: string | null
  readonly priorities: readonly LocalPriority[]
  readonly at: string
  readonly actedAs: string
  /** Kept by an example person: it is invented. */
  readonly isExample: boolean
}

/** A plan of which a document only says that it is there. */
export type NamedPlan = {
  readonly code: string
  readonly area: PlanPlace
  readonly title: string
  readonly priority: string | null
  readonly priorities: readonly Named[]
  readonly note: string | null
  readonly sources: readonly string[]
}

export type TypedPriority = {
  readonly number: number
  readonly text: string
  /** Codes of priorities, or `geen`. */
  readonly chosen: readonly string[]
  readonly action: string
}
export type TypedPlan = {
  readonly title: string
  readonly from: string
  readonly to: string
  readonly adoptedOn: TypedDay
  readonly address: string
  readonly priorities: readonly TypedPriority[]
}

export type SaidPriority = {
  readonly number: number
  readonly text: string
  readonly answered: Answered
  readonly action: string | null
  readonly priorities: readonly string[]
}
export type SaidPlan = Pick<LocalPlan, 'title' | 'from' | 'to' | 'adoptedOn' | 'address'> & {
  readonly priorities: readonly SaidPriority[]
}

const none = 'geen'
/** Empty fields for new priorities, at the end of a form. */
const newPriorities = 3

/** What stands in the fields when the form is opened. A new priority gets a number that no version gave away. */
export const asTypedPlan = (plan: LocalPlan | null, highestNumber: number, areaName: string): TypedPlan => ({
  title: plan?.title ?? `Integraal veiligheidsplan ${areaName}`,
  from: plan?.from?.toString() ?? '',
  to: plan?.to?.toString() ?? '',
  adoptedOn: asTypedDay(plan?.adoptedOn ?? null),
  address: plan?.address ?? '',
  priorities: [
    ...(plan?.priorities ?? []).map(({ number, text, answered, priorities, action }) => ({
      number,
      text,
      chosen: answered === none ? [none] : priorities.map(({ code }) => code),
      action: action?.code ?? '',
    })),
    ...Array.from({ length: newPriorities }, (_, at) => ({
      number: highestNumber + at + 1,
      text: '',
      chosen: [],
      action: '',
    })),
  ],
})

/**
 * What was typed over a version, beside what was kept meanwhile: a new priority of either gets a number of its own, and those that the
 * other added stand among them. `seen` are the numbers of the version that was typed over.
 */
export function besideKept(
  typed: TypedPlan,
  seen: readonly number[],
  kept: { readonly plan: LocalPlan; readonly highest: number },
): TypedPlan {
  const known = typed.priorities.filter(({ number }) => seen.includes(number))
  const own = typed.priorities.filter(({ number }) => !seen.includes(number))
  const theirs = asTypedPlan(
    { ...kept.plan, priorities: kept.plan.priorities.filter(({ number }) => !seen.includes(number)) },
    0,
    '',
  )
  const added = theirs.priorities.slice(0, -newPriorities)
  const renumbered = own.map((one, at) => ({ ...one, number: kept.highest + at + 1 }))
  return { ...typed, priorities: [...known, ...added, ...renumbered] }
}

/** Reads what was typed of a plan, or says at which field it is wrong. */
export function readPlan(
  typed: TypedPlan,
  today: Day,
  isKnown: { readonly priority: (code: string) => boolean; readonly action: (code: string) => boolean },
): SaidPlan | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const fault = (field: string, message: string) => faults.push({ field, message })
  const year = (field: string, value: string) => {
    const kept = value.trim()
    if (kept === '') return null
    const read = Number(kept)
    if (/^\d{4}$/.test(kept) && read >= 1990 && read <= 2100) return read
    fault(field, 'Schrijf een jaar met vier cijfers, bijvoorbeeld 2023.')
    return null
  }
  const title = tidy(typed.title)
  if (title === '') fault('titel', 'Schrijf hoe het plan heet.')
  if (title.length > 200) fault('titel', 'Maak de titel korter: ten hoogste 200 tekens.')
  const from = year('van', typed.from)
  const to = year('tot', typed.to)
  if (from !== null && to !== null && to < from) fault('tot', 'Het laatste jaar ligt vóór het eerste.')
  const adopted = readDay(typed.adoptedOn)
  if (adopted === 'fault') fault('vastgesteld', dayFault)
  else if (adopted && adopted > today) fault('vastgesteld', 'Deze dag komt nog. Laat hem leeg tot de raad besluit.')
  const address = readAddress(typed.address)
  if (address === 'fault') fault('adres', addressFault)
  const priorities = typed.priorities.flatMap((one): SaidPriority[] => {
    const text = tidy(one.text)
    const action = one.action.trim()
    const codes = one.chosen.filter((code) => code !== none && isKnown.priority(code))
    const saysNone = one.chosen.includes(none)
    if (text === '') {
      if (codes.length > 0 || action !== '') fault(`prioriteit-${one.number}`, 'Schrijf welke prioriteit dit is.')
      return []
    }
    if (text.length > 300) fault(`prioriteit-${one.number}`, 'Maak dit korter: ten hoogste 300 tekens.')
    if (saysNone && codes.length > 0)
      fault(`regionaal-${one.number}`, 'Hier staan een prioriteit en dat er geen is. Kies een van beide.')
    if (action !== '' && !isKnown.action(action))
      fault(`actie-${one.number}`, 'Deze code is van geen actie. De code staat bovenaan de pagina van de actie.')
    const answered = codes.length > 0 ? 'ja' : saysNone ? none : 'onbekend'
    return [{ number: one.number, text, answered, action: action || null, priorities: codes }]
  })
  if (faults.length > 0 || adopted === 'fault' || address === 'fault') return { faults }
  return { title, from, to, adoptedOn: adopted, address, priorities }
}
