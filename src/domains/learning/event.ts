import type { Day } from '../../kernel/day'

export const datePrecisions = ['dag', 'maand', 'kwartaal', 'halfjaar', 'jaar', 'terugkerend'] as const
export type DatePrecision = (typeof datePrecisions)[number]

/** A meeting, training or conference. Where it is held is no part of it: that is for professionals. */
export type Event = {
  readonly code: string
  readonly title: string
  readonly kind: string
  readonly theme: { readonly code: string; readonly title: string; readonly isPriority: boolean } | null
  /** A day or a period, as the source gives it; null when it does not. */
  readonly heldOn: string | null
  readonly precision: DatePrecision
  /** People who came; null when no source says. */
  readonly attendance: number | null
  /** The code of a party. */
  readonly organiser: string | null
  readonly audience: string | null
  readonly note: string | null
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}

/** The year of an event, or null when no source says when it was. */
export function yearOf({ heldOn }: Pick<Event, 'heldOn'>): number | null {
  const [, year] = /^(\d{4})/.exec(heldOn ?? '') ?? []
  return year ? Number(year) : null
}
