import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day'
import { type CalendarEvent, calendarFile } from './calendar-file'

const event: CalendarEvent = {
  uid: 'x@voorbeeld.nl',
  sequence: 2,
  at: '2026-11-24T09:00:00.123Z',
  when: { moment: '2027-03-01T09:00:00Z' },
  title: 'X',
  description: null,
  status: 'confirmed',
  isBusy: false,
  href: 'https://voorbeeld.nl/x',
}
const made = (change: Partial<CalendarEvent> = {}, name = 'Kalender') =>
  calendarFile({ product: 'Kalender', name }, [{ ...event, ...change }])
function read(text: string): InstanceType<typeof ICAL.Event> {
  const found = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
  if (!found) throw new Error('no event')
  return new ICAL.Event(found)
}

describe('a calendar file', () => {
  test('folds at 75 octets and cuts no character in two', () => {
    const title = 'é'.repeat(90)
    const text = made({ title })
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text).not.toContain('\uFFFD')
    expect(read(text).summary).toBe(title)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  test('escapes what has a meaning', () => {
    const title = 'a,b;c\\d\ne'
    const text = made({ title, description: 'Te laat; helaas' }, title)
    for (const field of ['SUMMARY', 'NAME', 'X-WR-CALNAME'])
      expect(text).toContain(`\r\n${field}:a\\,b\\;c\\\\d\\ne\r\n`)
    expect(read(text).summary).toBe(title)
    expect(read(text).description).toBe('Te laat; helaas')
  })

  test('keeps the name, the number, the moment and the state', () => {
    const found = read(made({ status: 'cancelled' }))
    const property = (name: string) => String(found.component.getFirstPropertyValue(name))
    expect([found.uid, found.sequence, property('status'), property('transp')]).toEqual([
      'x@voorbeeld.nl',
      2,
      'CANCELLED',
      'TRANSPARENT',
    ])
    expect(property('dtstamp')).toBe('2026-11-24T09:00:00Z')
    expect(property('url')).toBe('https://voorbeeld.nl/x')
  })

  test.each<[string, CalendarEvent['when'], string, string]>([
    ['a moment, in UTC', { moment: '2027-03-01T09:00:00Z' }, '2027-03-01T09:00:00Z', '2027-03-01T09:00:00.000Z'],
    [
      'a time, in Amsterdam, in winter',
      { on: day('2026-12-10'), begins: '09:30', ends: '11:00' },
      '2026-12-10T09:30:00',
      '2026-12-10T08:30:00.000Z',
    ],
    [
      'a time, in Amsterdam, in summer',
      { on: day('2026-07-10'), begins: '09:30', ends: '11:00' },
      '2026-07-10T09:30:00',
      '2026-07-10T07:30:00.000Z',
    ],
  ])('has %s', (_, when, stands, is) => {
    const { startDate } = read(made({ when }))
    expect([startDate.toString(), startDate.toJSDate().toISOString()]).toEqual([stands, is])
  })

  test('shows more days as whole days, of which the end is the day after', () => {
    const { startDate, endDate } = read(made({ when: { first: day('2026-12-30'), last: day('2026-12-31') } }))
    expect([startDate.isDate, startDate.toString(), endDate.toString()]).toEqual([true, '2026-12-30', '2027-01-01'])
  })
})
