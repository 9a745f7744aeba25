import { type Day, parseDay } from '../../kernel/day'
import { parseMonth } from '../../kernel/month'
import { parsePeriod } from '../../kernel/period'

/** Kinds of what is announced: as the ledger names them, and what stands in no ledger. */
export const announcedKinds = ['rapportage', 'verantwoording', 'nota', 'besluit', 'anders'] as const
export type AnnouncedKind = (typeof announcedKinds)[number]

/** When something was to be published, as it was announced or moved. `reason` is null of the first. */
export type AnnouncedMoment = {
  readonly version: number
  readonly on: Day
  /** Hours and minutes in Amsterdam. */
  readonly time: string
  /** The same moment, ISO in UTC. */
  readonly moment: string
  readonly isOff: boolean
  readonly reason: string | null
  readonly at: string
  readonly actedAs: string
}

export type Announcement = {
  readonly code: string
  readonly kind: AnnouncedKind
  readonly title: string
  readonly period: string | null
  readonly ownerName: string
  readonly isOwn: boolean
  /** The newest last; never empty. */
  readonly moments: readonly AnnouncedMoment[]
  /** Where it stands and since when, once it was published. */
  readonly published: { readonly address: string; readonly at: string } | null
}

export type AnnouncementState = 'published' | 'off' | 'due' | 'overdue'

/** The moment that stands. */
export function standingMoment({ moments }: Pick<Announcement, 'moments'>): AnnouncedMoment {
  const last = moments.at(-1)
  if (!last) throw new Error('an announcement without a moment')
  return last
}

/** What became of an announcement: published, called off, still to come, or not there though the moment passed. */
export function stateOfAnnouncement(of: Pick<Announcement, 'moments' | 'published'>, now: Date): AnnouncementState {
  if (of.published) return 'published'
  const { isOff, moment } = standingMoment(of)
  if (isOff) return 'off'
  return now.getTime() <= new Date(moment).getTime() ? 'due' : 'overdue'
}

/** `9.30`, `9:30` or `09.30` as `09:30`; null when it is no time of the day. */
export function parseTime(text: string): string | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[.:](\d{2})(?: uur)?$/.exec(text.trim()) ?? []
  return hours !== '' && Number(hours) < 24 && Number(minutes) < 60 ? `${hours.padStart(2, '0')}:${minutes}` : null
}

/** A period as it is announced: a year, a half year, a quarter, a month, or months from one to another; null when it is none. */
export function parseAnnouncedPeriod(text: string): string | null {
  const [first = '', last, ...rest] = text.split('..')
  if (rest.length > 0) return null
  if (last === undefined) return /^[\dHQ-]+$/.test(text) && !parseDay(text) && parsePeriod(text) ? text : null
  const [from, until] = [parseMonth(first), parseMonth(last)]
  const areYears = /^\d{4}$/.test(first) && /^\d{4}$/.test(last)
  return (from && until) || (areYears && parsePeriod(`${first}/${last}`)) ? (first < last ? text : null) : null
}
