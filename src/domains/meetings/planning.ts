import type { Day } from '../../kernel/day'
import { dayFault, type Fault, noDay, readDay } from '../../kernel/typed'
import { asTypedDay, type TypedDay, typedDay } from '../../kernel/typed-day'
import type { Days, MeetingState } from './meeting'

/** What somebody typed to plan, move or call off a meeting, as typed. */
export type TypedPlan = {
  readonly on: TypedDay
  readonly until: TypedDay
  readonly begins: string
  readonly ends: string
  readonly place: string
  readonly prepared: TypedDay
  readonly state: string
  readonly reason: string
}

export type Plan = {
  readonly heldOn: Day
  readonly endsOn: Day | null
  readonly begins: string
  readonly ends: string
  readonly place: string | null
  readonly preparedOn: Day | null
  readonly state: MeetingState
  readonly reason: string | null
}

export const emptyPlan: TypedPlan = {
  on: noDay,
  until: noDay,
  begins: '',
  ends: '',
  place: '',
  prepared: noDay,
  state: 'gepland',
  reason: '',
}

export const asTypedPlan = ({ heldOn, endsOn, where, state }: Days): TypedPlan => ({
  on: asTypedDay(heldOn),
  until: asTypedDay(endsOn),
  begins: where?.begins.replace(':', '.') ?? '',
  ends: where?.ends.replace(':', '.') ?? '',
  place: where?.place ?? '',
  prepared: asTypedDay(where?.preparedOn ?? null),
  state: state === 'verzet' ? 'gepland' : state,
  reason: '',
})

/** `9.30`, `09:30` or `9` as `09:30`; null for what is no time of a day. */
export function readTime(typed: string): string | null {
  const [, hour, minute = '00'] = /^([01]?\d|2[0-3])(?:[.:]([0-5]\d))?$/.exec(typed.trim().replace(/ ?uur$/, '')) ?? []
  return hour === undefined ? null : `${hour.padStart(2, '0')}:${minute}`
}

/**
 * Reads what was typed, or says at which field it is wrong. What stood fast and gets another day is moved, and what is moved or
 * called off says why.
 */
export function readPlan(
  typed: TypedPlan,
  before: Days | null,
  bodyEnds: Day | null = null,
): Plan | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const fault = (field: string, message: string) => faults.push({ field, message })
  const optionalDay = (field: string, value: TypedDay) => {
    const read = readDay(value)
    if (read !== 'fault') return read
    fault(field, dayFault)
    return null
  }
  const heldOn = typedDay(typed.on)
  if (!heldOn) fault('op', dayFault)
  else if (bodyEnds && heldOn >= bodyEnds && typed.state !== 'afgelast')
    fault('op', 'Op deze dag bestaat dit overleg niet meer. Kies een eerdere dag.')
  const endsOn = optionalDay('tot-en-met', typed.until)
  if (heldOn && endsOn && endsOn < heldOn) fault('tot-en-met', 'De laatste dag ligt voor de eerste.')
  const begins = readTime(typed.begins)
  if (!begins) fault('begin', 'Schrijf een tijd, bijvoorbeeld 9.30.')
  const ends = readTime(typed.ends)
  if (!ends) fault('einde', 'Schrijf een tijd, bijvoorbeeld 11.00.')
  // Of more days the last one can end earlier than the first began.
  const isOneDay = !endsOn || endsOn === heldOn
  if (isOneDay && begins && ends && ends <= begins) fault('einde', 'Het einde ligt voor het begin.')
  const place = typed.place.trim()
  if (place.length > 200) fault('plaats', 'Gebruik ten hoogste 200 tekens.')
  const preparedOn = optionalDay('vooroverleg', typed.prepared)
  if (heldOn && preparedOn && preparedOn >= heldOn)
    fault('vooroverleg', 'Het ambtelijk vooroverleg is voor de vergadering.')
  const state = stateOf(typed.state, heldOn, before)
  if (!state)
    fault(
      'stand',
      before && stoodFast(before) && typed.state === 'voorlopig'
        ? 'Deze dag stond al vast. Kies een andere dag, of zeg de vergadering af.'
        : 'Kies of de dag al vaststaat.',
    )
  // Only another time or place: it stays as moved as it was, for the same reason.
  const isAsMoved = state === 'verzet' && before?.state === 'verzet' && before.heldOn === heldOn
  const needsReason = !isAsMoved && (state === 'verzet' || state === 'afgelast')
  const reason = typed.reason.trim()
  if (needsReason && (reason === '' || reason.length > 300))
    fault('reden', `Schrijf waarom de vergadering ${state} is, in ten hoogste 300 tekens.`)
  if (faults.length > 0 || !heldOn || !begins || !ends || !state) return { faults }
  return {
    heldOn,
    endsOn: endsOn === heldOn ? null : endsOn,
    begins,
    ends,
    place: place || null,
    preparedOn,
    state,
    reason: isAsMoved ? before.reason : needsReason ? reason : null,
  }
}

/** Whether a day was told to stand: then it moves with a reason, and is provisional no more. */
export const stoodFast = ({ state }: Days) => state === 'gepland' || state === 'verzet'

function stateOf(typed: string, heldOn: Day | null, before: Days | null): MeetingState | null {
  if (typed === 'afgelast') return before ? 'afgelast' : null
  if (typed !== 'voorlopig' && typed !== 'gepland') return null
  if (!before || !stoodFast(before)) return typed
  if (before.heldOn !== heldOn) return 'verzet'
  // Provisional first and moved then would be moving without a reason.
  return typed === 'voorlopig' ? null : before.state
}
