import { addDays, type Day } from '../../kernel/day'
import { isNothingTyped, type TypedDay, typedDay } from '../../kernel/typed-day'
import type { QuietTime } from './calendar'
import { tidy } from './entry'

/** What somebody typed of a quiet time, as typed. */
export type TypedQuietTime = {
  readonly name: string
  readonly begins: TypedDay
  readonly ends: TypedDay
  readonly reason: string
}

export type QuietFault = {
  readonly field: 'naam' | 'begint' | 'eindigt' | 'reden'
  readonly fault: 'empty' | 'no-day' | 'too-long' | 'in-order' | 'past' | 'too-many-days'
}

/** The longest a quiet time lasts: a mistyped year would keep everything silent for years. */
export const mostQuietDays = 93

type NewQuietTime = Omit<QuietTime, 'ground'> & { readonly reason: string }

/** Reads what was typed of a quiet time, or says at which field it is wrong. */
export function readQuietTime(
  typed: TypedQuietTime,
  today: Day,
): NewQuietTime | { readonly faults: readonly QuietFault[] } {
  const faults: QuietFault[] = []
  const fault = (field: QuietFault['field'], what: QuietFault['fault']) => faults.push({ field, fault: what })
  const text = (field: 'naam' | 'reden', value: string, longest: number) => {
    const read = tidy(value)
    if (read === null) fault(field, 'empty')
    else if (read.length > longest) fault(field, 'too-long')
    return read ?? ''
  }
  const day = (field: 'begint' | 'eindigt', value: TypedDay) => {
    const read = typedDay(value)
    if (read === null) fault(field, isNothingTyped(value) ? 'empty' : 'no-day')
    return read
  }
  const name = text('naam', typed.name, 100)
  const beginsOn = day('begint', typed.begins)
  const endsOn = day('eindigt', typed.ends)
  const reason = text('reden', typed.reason, 300)
  if (beginsOn && endsOn) {
    if (endsOn < beginsOn) fault('eindigt', 'in-order')
    else if (endsOn < today) fault('eindigt', 'past')
    else if (endsOn >= addDays(beginsOn, mostQuietDays)) fault('eindigt', 'too-many-days')
  }
  if (faults.length > 0 || !beginsOn || !endsOn) return { faults }
  return { name, beginsOn, endsOn, reason }
}
