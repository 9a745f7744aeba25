import type { Day } from '../../kernel/day'
import { parsePeriod } from '../../kernel/period'
import type { Status } from './status'

/** One promise with the last word about it; a promise that several records print stands once. */
export type Stand = {
  readonly action: string
  readonly title: string
  readonly plan: string
  readonly programme: string
  readonly programmeTitle: string
  readonly due: string
  /** Null is: nobody ever said. That is not the same as not begun. */
  readonly status: Status | null
  readonly sentence: string | null
  readonly saidAt: string | null
}

/** Nothing more comes of it: done, stopped or handed over. */
export const isOver = (status: Status | null) =>
  status === 'afgerond' || status === 'gestopt' || status === 'overgedragen'

/** Whether the day by which it would be done is past, and nobody said that it is done, stopped or handed over. */
export function isLate({ due, status }: Pick<Stand, 'due' | 'status'>, on: Day): boolean {
  const period = parsePeriod(due)
  return period !== null && period.until <= on && !isOver(status)
}

/** How many promises stand how. */
export type Tally = {
  readonly all: number
  readonly unknown: number
  readonly late: number
  readonly of: Readonly<Record<Status, number>>
}

export function tally(stands: readonly Stand[], on: Day): Tally {
  const of = {
    'nog-niet-begonnen': 0,
    'op-koers': 0,
    'loopt-achter': 0,
    geblokkeerd: 0,
    afgerond: 0,
    gestopt: 0,
    overgedragen: 0,
  }
  for (const { status } of stands) if (status) of[status] += 1
  return {
    all: stands.length,
    unknown: stands.filter(({ status }) => status === null).length,
    late: stands.filter((stand) => isLate(stand, on)).length,
    of,
  }
}

/**
 * The part that goes as agreed: done or on course, of all of which somebody said how it stands and that was not handed over. Every
 * promise weighs the same. Null when nothing is known: unknown is not zero.
 */
export type OnTrack = { readonly good: number; readonly known: number }

export function onTrack({ all, unknown, of }: Tally): OnTrack | null {
  const known = all - unknown - of.overgedragen
  return known === 0 ? null : { good: of.afgerond + of['op-koers'], known }
}
