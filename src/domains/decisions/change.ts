import { parsePeriod } from '../../kernel/period'
import type { Action } from '../strategy'
import type { SubjectOfMandate } from './mandate'

/** A field of an action that can be changed, by its name in the region pack. */
export const changeableFields = ['titel', 'klaar', 'trekker', 'doel_waarde', 'doel_eenheid'] as const
export type ChangeableField = (typeof changeableFields)[number]

/** The mandate a field falls under: the two parts of a target are one. */
export const mandateOf = (field: ChangeableField) => field.split('_')[0] as SubjectOfMandate

/** What somebody changed in an action, with what stood there before. */
export type Change = {
  readonly action: string
  readonly actionTitle: string
  readonly version: number
  readonly field: ChangeableField
  readonly before: string | null
  readonly after: string | null
  readonly reason: string
  /** The decision that changed it; null when somebody did under his mandate. */
  readonly decision: string | null
  readonly at: string
  readonly actedAs: string
}

export type FieldFault = { readonly field: ChangeableField | 'reden'; readonly message: string }

const written = (value: number) => String(value).replace('.', ',')

/** What stands in an action now, as the fields of a form hold it. */
export function valuesOf({ title, due, lead, target }: Action): Readonly<Record<ChangeableField, string>> {
  return {
    titel: title,
    klaar: due,
    trekker: lead.code,
    doel_waarde: target ? written(target.value) : '',
    doel_eenheid: target?.unit ?? '',
  }
}

/** A typed value as it is stored: `null` is empty. Or what is wrong with it. */
export function readField(field: ChangeableField, typed: string): { readonly value: string | null } | FieldFault {
  const value = typed.replace(/\s+/g, ' ').trim()
  if (value === '' && (field === 'doel_waarde' || field === 'doel_eenheid')) return { value: null }
  if (value === '') return { field, message: 'Dit kan niet leeg zijn.' }
  if (value.length > 300) return { field, message: 'Gebruik ten hoogste 300 tekens.' }
  if (field === 'klaar' && !parsePeriod(value))
    return { field, message: 'Schrijf een dag, maand, kwartaal of jaar, zoals 2026-12-31, 2026-11, 2026-Q4 of 2026.' }
  if (field === 'doel_waarde') {
    if (!/^\d{1,12}(,\d{1,6})?$/.test(value)) return { field, message: 'Schrijf een getal, zoals 1500 of 7,8.' }
    return { value: String(Number(value.replace(',', '.'))) }
  }
  return { value }
}

export type WantedChange = {
  readonly field: ChangeableField
  readonly before: string | null
  readonly after: string | null
}

const longestReason = 500

/** What was typed beside what was shown: only what differs is a change. */
export function readChanges(
  fields: readonly ChangeableField[],
  seen: Readonly<Record<ChangeableField, string>>,
  typed: Readonly<Record<ChangeableField, string>>,
  reason: string,
): { readonly changes: readonly WantedChange[]; readonly reason: string } | { readonly faults: readonly FieldFault[] } {
  const faults: FieldFault[] = []
  const changes: WantedChange[] = []
  for (const field of fields) {
    const [before, after] = [readField(field, seen[field]), readField(field, typed[field])]
    if ('message' in after) faults.push(after)
    else if ('message' in before || before.value !== after.value)
      changes.push({ field, before: 'message' in before ? seen[field] : before.value, after: after.value })
  }
  const why = reason.replace(/\s+/g, ' ').trim()
  if (why === '') faults.push({ field: 'reden', message: 'Schrijf waarom u dit wijzigt.' })
  if (why.length > longestReason)
    faults.push({ field: 'reden', message: `Gebruik ten hoogste ${longestReason} tekens.` })
  const [first] = fields
  if (faults.length === 0 && changes.length === 0 && first)
    faults.push({ field: first, message: 'Er is niets gewijzigd. Pas een veld aan, of ga terug.' })
  return faults.length > 0 ? { faults } : { changes, reason: why }
}
