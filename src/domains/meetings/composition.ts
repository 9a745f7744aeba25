import type { Day } from '../../kernel/day'
import { dayFault, type Fault } from '../../kernel/typed'
import { type TypedDay, typedDay } from '../../kernel/typed-day'
import type { CompositionRule, Member, PlaceComparison, PlacedMunicipality } from '../governance'
import type { Instance } from './meeting'

/** Why a place differs from the rule, and until when that holds; null after it was taken back. */
export type Deviation = {
  readonly place: string
  readonly version: number
  readonly reason: string | null
  readonly until: Day | null
  /** ISO text. */
  readonly at: string
  readonly actedAs: string
}

/** An instance with all that its composition is judged by. */
export type Composed = {
  readonly instance: Instance
  readonly rules: readonly CompositionRule[]
  readonly members: readonly Member[]
  readonly given: readonly Deviation[]
  readonly municipalities: readonly PlacedMunicipality[]
}

export type Place = PlaceComparison & {
  readonly deviates: boolean
  /** The newest version of its reason; none when nobody ever gave one. */
  readonly given: Deviation | null
  /** The reason that holds on the day. */
  readonly reason: string | null
}

export type TypedReason = { readonly reason: string; readonly until: TypedDay }

/** Reads why a place differs, or says at which field it is wrong. `place` ends the names of the fields. */
export function readReason(
  typed: TypedReason,
  place: string,
  today: Day,
): { readonly reason: string; readonly until: Day } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const reason = typed.reason.trim()
  const until = typedDay(typed.until)
  if (reason === '' || reason.length > 300)
    faults.push({ field: `reden-${place}`, message: 'Schrijf waarom, in ten hoogste 300 tekens.' })
  if (!until) faults.push({ field: `tot-${place}`, message: dayFault })
  else if (until <= today)
    faults.push({ field: `tot-${place}`, message: 'Kies een dag die nog komt: dan kijkt u er opnieuw naar.' })
  return faults.length > 0 || !until ? { faults } : { reason, until }
}
