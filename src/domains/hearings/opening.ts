import { addDays, type Day } from '../../kernel/day'
import { addressFault, dayFault, type Fault, readAddress, readDay, tidy } from '../../kernel/typed'
import type { TypedDay } from '../../kernel/typed-day'

/** What somebody typed to open a hearing, as typed. */
export type TypedOpening = {
  /** `strategie` or `plan`, a space, and its code. */
  readonly subject: string
  readonly text: string
  readonly textOn: TypedDay
  readonly address: string
  readonly term: TypedDay
  readonly partners: readonly string[]
}

export type Opening = {
  readonly kind: 'strategie' | 'plan'
  readonly subject: string
  readonly text: string
  readonly textOn: Day
  readonly address: string | null
  readonly termEndsOn: Day
  readonly partners: readonly string[]
}

/** Reads what was typed to open a hearing, or says at which field it is wrong. */
export function readOpening(typed: TypedOpening, today: Day): Opening | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const fault = (field: string, message: string) => faults.push({ field, message })
  const [kind = '', subject = ''] = typed.subject.split(' ')
  const isKnown = (kind === 'strategie' || kind === 'plan') && subject !== ''
  if (!isKnown) fault('onderwerp', 'Kies de strategie of het plan.')
  const text = tidy(typed.text)
  if (text === '' || text.length > 200) fault('tekst', 'Schrijf hoe de tekst heet, in ten hoogste 200 tekens.')
  const textOn = readDay(typed.textOn)
  if (textOn === null || textOn === 'fault') fault('tekst-van', dayFault)
  const address = readAddress(typed.address)
  if (address === 'fault') fault('adres', addressFault)
  const termEndsOn = readDay(typed.term)
  if (termEndsOn === null || termEndsOn === 'fault') fault('termijn', dayFault)
  else if (termEndsOn <= today) fault('termijn', 'De termijn is dan al voorbij. Kies een latere dag.')
  if (faults.length > 0 || !isKnown) return { faults }
  return {
    kind,
    subject,
    text,
    textOn: textOn as Day,
    address,
    termEndsOn: termEndsOn as Day,
    partners: typed.partners,
  }
}

const remindsBefore = 7

/**
 * The first day on which who is still awaited is reminded: a week before the end of the term. When nobody is mailed then, the
 * last day before that quiet time.
 */
export function reminderDay(termEndsOn: Day, quietOn: (on: Day) => { readonly beginsOn: Day } | null): Day {
  let on = addDays(termEndsOn, -remindsBefore)
  for (let quiet = quietOn(on); quiet; quiet = quietOn(on)) on = addDays(quiet.beginsOn, -1)
  return on
}
