import type { Day } from './day'
import { isNothingTyped, type TypedDay, typedDay } from './typed-day'

/** What was wrong with a field of a form, and what to do about it. */
export type Fault = { readonly field: string; readonly message: string }

export const noDay: TypedDay = { day: '', month: '', year: '' }

/** The day that was typed; null when the fields are empty, and `fault` when it is no day. */
export const readDay = (typed: TypedDay): Day | null | 'fault' =>
  isNothingTyped(typed) ? null : (typedDay(typed) ?? 'fault')

export const dayFault = 'Vul een datum in die bestaat, bijvoorbeeld 3 12 2026.'

/** A web address; null when the field is empty, and `fault` when it is none. */
export function readAddress(typed: string): string | null | 'fault' {
  const address = typed.trim()
  if (address === '') return null
  return /^https?:\/\/[^\s]+$/.test(address) && address.length <= 500 ? address : 'fault'
}

export const addressFault = 'Dit is geen webadres. Het begint met https://.'

/** Text as it is kept: without spaces around it, and with one kind of line end. */
export const tidy = (typed: string): string => typed.replace(/\r\n?/g, '\n').trim()

/** A text that may stay empty, or what is wrong with it. */
export function optionalText(typed: string, field: string, most: number, faults: Fault[]): string | null {
  const text = tidy(typed)
  if (text.length > most) faults.push({ field, message: `Gebruik ten hoogste ${most} tekens.` })
  return text || null
}

export function neededText(typed: string, field: string, most: number, missing: string, faults: Fault[]): string {
  const text = optionalText(typed, field, most, faults)
  if (text === null) faults.push({ field, message: missing })
  return text ?? ''
}

/** Where something can be seen: a web address, a page of here, or the SHA-256 of a file; null when nothing was typed. */
export function evidenceText(typed: string, field: string, faults: Fault[]): string | null {
  const evidence = optionalText(typed, field, 490, faults)
  if (evidence !== null && !/^(https:\/\/\S{3,}|\/(?!\/)\S*|[0-9a-f]{64})$/.test(evidence))
    faults.push({
      field,
      message:
        'Schrijf een webadres dat met https:// begint, een adres van hier dat met / begint, of een kenmerk van 64 tekens.',
    })
  return evidence
}

/** Whether a text has the shape of an id, so that the database can be asked about it. */
export const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
