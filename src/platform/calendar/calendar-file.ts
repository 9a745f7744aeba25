import { addDays, type Day } from '../../kernel/day'

/** When something is: whole days up to and including `last`, a time of day in Amsterdam, or a moment as ISO text in UTC. */
export type CalendarTime =
  | { readonly first: Day; readonly last: Day }
  | { readonly on: Day; readonly begins: string; readonly ends: string }
  | { readonly moment: string }

export type CalendarEvent = {
  /** Stays the same for as long as what it is about exists. */
  readonly uid: string
  /** Raised by one with every change, so that Outlook takes over the new day. */
  readonly sequence: number
  /** ISO text in UTC: when it last changed. */
  readonly at: string
  readonly when: CalendarTime
  readonly title: string
  readonly description: string | null
  readonly status: 'tentative' | 'confirmed' | 'cancelled'
  /** Whether who has it in his agenda is taken for that time. */
  readonly isBusy: boolean
  readonly href: string
}

// RFC 5545 3.6.5: the rules of the Netherlands since 1996. A calendar of years before it holds nothing of ours.
const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Amsterdam',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
]

const compactDay = (on: Day) => on.replaceAll('-', '')
const compactMoment = (iso: string) => `${new Date(iso).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
const local = (on: Day, time: string) => `${compactDay(on)}T${time.replace(':', '')}00`

/** A text as a value of RFC 5545 3.3.11. */
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')

/** A line in parts of at most 75 octets, each next one after a space (RFC 5545 3.1). A character is never cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const character of line) {
    if (Buffer.byteLength(part + character) > 75) {
      parts.push(part)
      part = ' '
    }
    part += character
  }
  return [...parts, part].join('\r\n')
}

function timeLines(when: CalendarTime): string[] {
  if ('moment' in when) return [`DTSTART:${compactMoment(when.moment)}`]
  if ('on' in when)
    return [
      `DTSTART;TZID=Europe/Amsterdam:${local(when.on, when.begins)}`,
      `DTEND;TZID=Europe/Amsterdam:${local(when.on, when.ends)}`,
    ]
  return [
    `DTSTART;VALUE=DATE:${compactDay(when.first)}`,
    // Of whole days the end is the first day that it is over.
    `DTEND;VALUE=DATE:${compactDay(addDays(when.last, 1))}`,
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
  ]
}

const eventLines = (event: CalendarEvent) => [
  'BEGIN:VEVENT',
  `UID:${escaped(event.uid)}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTAMP:${compactMoment(event.at)}`,
  `LAST-MODIFIED:${compactMoment(event.at)}`,
  ...timeLines(event.when),
  `SUMMARY:${escaped(event.title)}`,
  ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
  `STATUS:${event.status.toUpperCase()}`,
  `TRANSP:${event.isBusy ? 'OPAQUE' : 'TRANSPARENT'}`,
  `URL:${event.href}`,
  'END:VEVENT',
]

/** Events as a calendar that other programs follow (RFC 5545), under a name. `product` says which of our calendars made it. */
export function calendarFile(
  { product, name }: { readonly product: string; readonly name: string },
  events: readonly CalendarEvent[],
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Slagvaardig//${product}//NL`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Europe/Amsterdam',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...zone,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
