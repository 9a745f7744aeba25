import type { Day } from '../../kernel/day'
import { type CalendarEvent, calendarFile } from '../../platform/calendar/calendar-file'
import type { MeetingState } from './meeting'

/** One meeting in a calendar file. Without times it stands as whole days. */
type MeetingEvent = Pick<CalendarEvent, 'uid' | 'sequence' | 'title' | 'at' | 'href'> & {
  readonly heldOn: Day
  /** The last day, of a meeting of more days. */
  readonly endsOn: Day | null
  readonly times: { readonly begins: string; readonly ends: string } | null
  readonly state: MeetingState
}

const statuses: Readonly<Record<MeetingState, CalendarEvent['status']>> = {
  voorlopig: 'tentative',
  gepland: 'confirmed',
  verzet: 'confirmed',
  afgelast: 'cancelled',
}
const marks: Readonly<Partial<Record<MeetingState, string>>> = { voorlopig: 'Voorlopig: ', afgelast: 'Afgelast: ' }

const asEvent = ({ heldOn, endsOn, times, state, title, ...rest }: MeetingEvent): CalendarEvent => ({
  ...rest,
  title: `${marks[state] ?? ''}${title}`,
  description: null,
  when: times && !endsOn ? { on: heldOn, ...times } : { first: heldOn, last: endsOn ?? heldOn },
  status: statuses[state],
  isBusy: state !== 'afgelast',
})

/** These meetings as a calendar file, under a name. */
export const meetingCalendar = (name: string, events: readonly MeetingEvent[]): string =>
  calendarFile({ product: 'Vergaderingen', name }, events.map(asEvent))
