import type { CalendarEvent } from '../../platform/calendar/calendar-file'
import { type Announcement, standingMoment } from './announcement'
import { calendarAddress } from './announcement.parts'

/** An announcement in the agenda of who follows it. What moved keeps its name and gets a higher number. */
export function announcedEvent(
  one: Announcement,
  { host, base }: { readonly host: string; readonly base: string },
): CalendarEvent {
  const { moment, version, isOff, at, reason } = standingMoment(one)
  return {
    uid: `${one.code}@${host}`,
    sequence: version - 1,
    at,
    when: { moment },
    title: one.title,
    description: reason,
    status: isOff ? 'cancelled' : 'confirmed',
    isBusy: false,
    href: `${base}${one.published?.address ?? `${calendarAddress}#${one.code}`}`,
  }
}
