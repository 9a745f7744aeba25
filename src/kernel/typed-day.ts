import { type Day, parseDay } from './day'

/** A day as typed in three fields. */
export type TypedDay = { readonly day: string; readonly month: string; readonly year: string }

/** The day in three typed parts, or null: 30 February is none, and `3` is read as `03`. */
export function typedDay(typed: TypedDay): Day | null {
  const [day = '', month = '', year = ''] = [typed.day, typed.month, typed.year].map((part) => part.trim())
  const isNumber = [day, month, year].every((part) => /^\d+$/.test(part))
  return isNumber ? parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) : null
}

/** A day as it stands in three fields; empty ones for no day. */
export function asTypedDay(on: Day | null): TypedDay {
  const [year = '', month = '', day = ''] = on?.split('-') ?? []
  return { day: day && String(Number(day)), month: month && String(Number(month)), year }
}

/** Whether nothing was typed. */
export const isNothingTyped = ({ day, month, year }: TypedDay) => `${day}${month}${year}`.trim() === ''

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
/** `maart` is the one month whose first three letters are not its short name. */
const monthOf = (word: string) => months.indexOf(word.slice(0, 3).toLowerCase().replace('maa', 'mrt')) + 1

/** The day a text begins with, as somebody writes one: `12 maart 2026`, `12-3-2026`, `2026-03-12`; with what follows it. Null when it begins with none. */
export function writtenDay(text: string): { readonly day: Day; readonly rest: string } | null {
  const named = /^(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})(?!\d)/i.exec(text)
  const numbered = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?!\d)/.exec(text)
  const backward = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text)
  const found = named ?? numbered ?? backward
  if (!found) return null
  const [whole, first = '', second = '', third = ''] = found
  const typed = backward
    ? { day: third, month: second, year: first }
    : { day: first, month: named ? String(monthOf(second)) : second, year: third }
  const day = typedDay(typed)
  return day && { day, rest: text.slice(whole.length) }
}
