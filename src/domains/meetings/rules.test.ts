import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day'
import { asTypedDay } from '../../kernel/typed-day'
import { meetingCalendar } from './calendar.parts'
import type { Days, Instance, Meeting } from './meeting'
import { asTypedPlan, emptyPlan, readPlan, readTime } from './planning'
import { endsSoon, type Seat } from './seat'
import { clashesIn } from './year'

const days = (change: Partial<Days> = {}): Days => ({
  version: 1,
  heldOn: day('2026-12-08'),
  endsOn: null,
  state: 'gepland',
  reason: null,
  at: '2026-11-24T09:00:00Z',
  actedAs: 'x',
  where: { begins: '09:30', ends: '11:00', place: null, preparedOn: null },
  ...change,
})

describe('a time as typed', () => {
  test.each([
    ['9.30', '09:30'],
    ['09:30', '09:30'],
    ['9', '09:00'],
    ['14.00 uur', '14:00'],
    ['24.00', null],
    ['9.60', null],
    ['', null],
  ])('%s is %s', (typed, time) => {
    expect(readTime(typed)).toBe(time)
  })
})

describe('a plan', () => {
  const typed = asTypedPlan(days())
  const on = (text: string) => asTypedDay(day(text))
  test.each<[string, Partial<typeof typed>, Days | null, string | string[]]>([
    ['new', {}, null, 'gepland'],
    ['new and provisional', { state: 'voorlopig' }, null, 'voorlopig'],
    ['new and called off', { state: 'afgelast' }, null, ['stand']],
    ['of another day that stood fast', { on: on('2026-12-09') }, days(), ['reden']],
    ['of another day, and why', { on: on('2026-12-09'), reason: 'Ziek.' }, days(), 'verzet'],
    ['of another day that was provisional', { on: on('2026-12-09') }, days({ state: 'voorlopig' }), 'gepland'],
    ['of another time, moved before', { begins: '10.00' }, days({ state: 'verzet', reason: 'Ziek.' }), 'verzet'],
    ['called off', { state: 'afgelast' }, days(), ['reden']],
    ['that ends before it begins', { ends: '9.00' }, null, ['einde']],
    ['of days the wrong way round', { until: on('2026-12-07') }, null, ['tot-en-met']],
    ['prepared on the day itself', { prepared: on('2026-12-08') }, null, ['vooroverleg']],
    ['of two days, ending earlier', { until: on('2026-12-09'), begins: '13.00', ends: '12.00' }, null, 'gepland'],
    ['of two days that are one', { until: on('2026-12-08'), begins: '13.00', ends: '12.00' }, null, ['einde']],
    ['that stood fast and is provisional again', { state: 'voorlopig' }, days(), ['stand']],
    ['that moved and is provisional', { state: 'voorlopig' }, days({ state: 'verzet', reason: 'Ziek.' }), ['stand']],
    ['that stood fast, provisional on another day', { state: 'voorlopig', on: on('2026-12-09') }, days(), ['reden']],
    ['of nothing', emptyPlan, null, ['op', 'begin', 'einde']],
  ])('%s', (_, change, before, expected) => {
    const read = readPlan({ ...typed, ...change }, before)
    expect('faults' in read ? read.faults.map(({ field }) => field) : read.state).toEqual(expected)
  })
})

test('a term is announced from 90 days before its end until its end', () => {
  const until = (text: string | null) => ({
    validity: { from: day('2026-01-01'), until: text === null ? null : day(text) },
  })
  const today = day('2026-11-24')
  expect(endsSoon(until('2027-02-22'), today)).toBe(true)
  expect(endsSoon(until('2027-02-23'), today)).toBe(false)
  expect(endsSoon(until('2026-11-24'), today)).toBe(false)
  expect(endsSoon(until(null), today)).toBe(false)
})

describe('what does not fit in a year', () => {
  const instance = (code: string, level: string): Instance => ({
    code,
    body: { code, name: code, level },
    area: { code: 'X', name: 'X' },
    isPublic: true,
    isExample: false,
    bodyEnds: null,
  })
  const meeting = (code: string, level: string, on: string, change: Partial<Days> = {}): Meeting => ({
    code: `${code}-${on}`,
    instance: instance(code, level),
    versions: [days({ heldOn: day(on), ...change })],
  })
  const seat = (title: string): Seat => ({
    id: title,
    kind: 'lid',
    title,
    organisation: { code: 'A', name: 'A' },
    deputyFor: null,
    validity: { from: day('2026-01-01'), until: null },
  })
  const seats = new Map([
    ['D', [seat('Burgemeester')]],
    ['R', [seat('burgemeester'), seat('Officier')]],
  ])
  const kinds = (...meetings: Meeting[]) => clashesIn(meetings, seats, () => null).map(({ kind }) => kind)
  test('counts a seat on the days it lasts', () => {
    const until = (text: string) => ({
      ...seat('Burgemeester'),
      validity: { from: day('2026-01-01'), until: day(text) },
    })
    const both = [meeting('D', 'x', '2026-12-08'), meeting('R', 'regio', '2026-12-08')]
    const found = (text: string) =>
      clashesIn(both, new Map([...seats, ['D', [until(text)]]]), () => null).map(({ kind }) => kind)
    expect(found('2026-12-08')).toEqual([])
    expect(found('2026-12-09')).toEqual(['zelfde-functie'])
  })

  test.each<[string, Meeting[], string[]]>([
    ['nothing', [meeting('D', 'district', '2026-11-20'), meeting('R', 'regio', '2026-12-08')], []],
    [
      'a district when the papers are out',
      [meeting('D', 'district', '2026-12-01'), meeting('R', 'regio', '2026-12-08')],
      ['district-te-laat'],
    ],
    [
      'not when it met before that too',
      [
        meeting('D', 'district', '2026-11-20'),
        meeting('D', 'district', '2026-12-01'),
        meeting('R', 'regio', '2026-12-08'),
      ],
      [],
    ],
    [
      'one function twice on a day',
      [meeting('D', 'x', '2026-12-08'), meeting('R', 'regio', '2026-12-08')],
      ['zelfde-functie'],
    ],
    [
      'not when one is called off',
      [meeting('D', 'x', '2026-12-08', { state: 'afgelast', reason: 'x' }), meeting('R', 'regio', '2026-12-08')],
      [],
    ],
    [
      'officials after the papers',
      [
        meeting('R', 'regio', '2026-12-08', {
          where: { begins: '', ends: '', place: null, preparedOn: day('2026-11-30') },
        }),
      ],
      ['vooroverleg-te-laat'],
    ],
    [
      'officials on the day the papers go',
      [
        meeting('R', 'regio', '2026-12-08', {
          where: { begins: '', ends: '', place: null, preparedOn: day('2026-11-28') },
        }),
      ],
      ['vooroverleg-te-laat'],
    ],
    [
      'not officials the day before',
      [
        meeting('R', 'regio', '2026-12-08', {
          where: { begins: '', ends: '', place: null, preparedOn: day('2026-11-27') },
        }),
      ],
      [],
    ],
  ])('%s', (_, meetings, expected) => {
    expect(kinds(...meetings)).toEqual(expected)
  })
})

describe('a meeting in a calendar', () => {
  const event = {
    ...{ uid: 'x', sequence: 0, title: 'X', at: '2026-11-24T09:00:00Z', href: 'https://x.example/y' },
    ...{ heldOn: day('2026-12-30'), endsOn: null, times: { begins: '09:30', ends: '11:00' } },
  }
  test.each([
    ['voorlopig', 'SUMMARY:Voorlopig: X', 'STATUS:TENTATIVE', 'TRANSP:OPAQUE'],
    ['gepland', 'SUMMARY:X', 'STATUS:CONFIRMED', 'TRANSP:OPAQUE'],
    ['verzet', 'SUMMARY:X', 'STATUS:CONFIRMED', 'TRANSP:OPAQUE'],
    ['afgelast', 'SUMMARY:Afgelast: X', 'STATUS:CANCELLED', 'TRANSP:TRANSPARENT'],
  ] as const)('that is %s says so', (state, ...said) => {
    expect(meetingCalendar('X', [{ ...event, state }]).split('\r\n')).toEqual(expect.arrayContaining(said))
  })

  test('of more days stands as whole days, whatever its times', () => {
    const text = meetingCalendar('X', [{ ...event, state: 'gepland', endsOn: day('2026-12-31') }])
    expect(text).toContain('DTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270101\r\n')
  })
})
