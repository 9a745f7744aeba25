import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../kernel/day'
import { noDay, readDay } from '../../kernel/typed'
import { asTypedDay } from '../../kernel/typed-day'
import { asTyped, readEntry } from './entry'
import { type Answer, type Entry, missing, type Party, pointState, type Said, stateOf, tally } from './hearing'
import { tallySentence } from './hearing.parts'
import { readOpening, reminderDay } from './opening'
import { readReply } from './reply'

const today = day('2026-11-24')
const empty: Said = {
  sentOn: null,
  onAgendaOn: null,
  heardOn: null,
  inPrivate: false,
  view: null,
  paper: null,
  points: [],
}
const party = (said: Partial<Said> | null): Party => ({
  code: 'x',
  kind: 'raad',
  name: 'X',
  entry: said && { ...empty, ...said, id: 'e', version: 1, at: '', actedAs: '' },
})
const heard = { heardOn: today }

describe('where a party is', () => {
  test.each<[Partial<Said> | null, string]>([
    [null, 'onbekend'],
    [{}, 'onbekend'],
    [{ sentOn: today }, 'verzonden'],
    [{ sentOn: today, onAgendaOn: today }, 'geagendeerd'],
    [heard, 'gehoord'],
    [{ ...heard, view: 'geen' }, 'gehoord'],
  ])('%j is %s', (said, state) => {
    expect(stateOf(party(said))).toBe(state)
  })

  test('is told in a sentence in which unknown is never none', () => {
    const councils = [
      ...Array.from({ length: 26 }, () => party({ ...heard, view: 'geen' })),
      ...Array.from({ length: 4 }, () => party({ ...heard, view: 'wensen' })),
      party({ ...heard, view: 'bedenkingen' }),
      party(heard),
      ...Array.from({ length: 6 }, () => party(null)),
    ]
    expect(tallySentence(tally(councils))).toBe(
      '32 van de 38 raden zijn gehoord: 26 zonder wensen of bedenkingen, 4 met wensen, 1 met bedenkingen en van 1 is de zienswijze nog onbekend. Van 6 weten wij het nog niet.',
    )
    expect(tallySentence(tally([party(null), party({ sentOn: today })]))).toBe(
      'Van de 2 raden is er nog geen gehoord, voor zover wij weten.',
    )
    expect(tallySentence(tally([]))).toBe('Er zijn geen raden gevraagd.')
  })
})

describe('what is typed of a party', () => {
  const typed = asTyped(null, 0)
  const on = (text: string) => asTypedDay(day(text))
  const faultsAt = (change: Partial<typeof typed>, kind: Party['kind'] = 'raad') => {
    const read = readEntry({ ...typed, ...change }, kind, today)
    return 'faults' in read ? read.faults.map(({ field }) => field) : []
  }
  test('and left empty is unknown', () => {
    expect(readEntry(typed, 'raad', today)).toEqual(empty)
  })
  test.each<[string, Partial<typeof typed>, string[]]>([
    ['a view without the day it was heard', { view: 'geen' }, ['gehoord']],
    ['a meeting that is still to come', { heard: on('2026-11-25') }, ['gehoord']],
    ['an agenda that is still to come', { onAgenda: on('2026-12-01') }, []],
    ['sent tomorrow', { sent: on('2026-11-25') }, ['verzonden']],
    ['heard before it was sent', { sent: on('2026-11-03'), heard: on('2026-11-02') }, ['gehoord']],
    ['on the agenda before it was sent', { sent: on('2026-11-03'), onAgenda: on('2026-11-02') }, ['agenda']],
    ['30 February', { sent: { day: '30', month: '2', year: '2026' } }, ['verzonden']],
    ['half a day', { sent: { ...noDay, day: '3' } }, ['verzonden']],
    ['an address that is none', { paper: 'raad.nl' }, ['stuk']],
    [
      'a point with none',
      { heard: on('2026-11-20'), view: 'geen', points: [{ number: 1, text: 'x' }] },
      ['zienswijze'],
    ],
    ['a point with unknown', { heard: on('2026-11-20'), points: [{ number: 1, text: 'x' }] }, ['zienswijze']],
    ['wishes that follow later', { heard: on('2026-11-20'), view: 'wensen' }, []],
    [
      'a point without end',
      { heard: on('2026-11-20'), view: 'wensen', points: [{ number: 7, text: 'x'.repeat(4001) }] },
      ['punt-7'],
    ],
  ])('%s', (_, change, fields) => {
    expect(faultsAt(change)).toEqual(fields)
  })
  test('keeps a number with its point, and gives a new one to a new point', () => {
    const entry = { ...empty, points: [{ number: 2, text: 'b' }], id: '', version: 2, at: '', actedAs: '' } as Entry
    expect(asTyped(entry, 4).points.map(({ number }) => number)).toEqual([2, 5, 6, 7])
  })
})

test('a day is typed in three parts, and empty is no day', () => {
  expect(readDay({ day: '3', month: '1', year: '2026' })).toBe('2026-01-03')
  expect(readDay(noDay)).toBeNull()
  expect(readDay({ day: 'x', month: '1', year: '2026' })).toBe('fault')
  expect(readDay(asTypedDay(today))).toBe(today)
})

describe('an answer', () => {
  const typed = { text: 'Ja.', effect: 'aangepast', place: '3.2', before: '', after: 'Nieuw.' }
  test.each<[string, Partial<typeof typed>, string[]]>([
    ['that adds to the text', {}, []],
    ['without words', { text: ' ' }, ['antwoord']],
    ['without an effect', { effect: '' }, ['gevolg']],
    ['of a change nobody can find', { place: '', after: '' }, ['plaats', 'staat']],
    ['that changes nothing and something', { effect: 'geen wijziging' }, ['gevolg']],
  ])('%s', (_, change, fields) => {
    const read = readReply({ ...typed, ...change })
    expect('faults' in read ? read.faults.map(({ field }) => field) : []).toEqual(fields)
  })

  test('is to a point as it was; a point that changes waits again, and so do wishes without words', () => {
    const [point] = [{ number: 1, text: 'nu' }]
    const answer = { pointText: 'nu' } as Answer
    expect(pointState(point, undefined)).toBe('open')
    expect(pointState(point, answer)).toBe('beantwoord')
    expect(pointState(point, { ...answer, pointText: 'toen' })).toBe('veranderd')
    const wishes = party({ ...heard, view: 'wensen' })
    expect(missing([wishes], new Map())).toMatchObject({ unanswered: [], withoutPoints: [wishes] })
    const withPoint = party({ ...heard, view: 'wensen', points: [point] })
    expect(missing([withPoint], new Map()).unanswered).toHaveLength(1)
    expect(missing([withPoint], new Map([['x 1', answer]])).unanswered).toHaveLength(0)
  })
})

describe('opening', () => {
  const typed = {
    subject: 'strategie S1',
    text: 'Ontwerp',
    textOn: asTypedDay(today),
    address: '',
    term: asTypedDay(addDays(today, 30)),
    partners: [],
  }
  test.each<[string, Partial<typeof typed>, string[]]>([
    ['as it should', {}, []],
    ['of nothing', { subject: '' }, ['onderwerp']],
    ['of something else', { subject: 'actie A1' }, ['onderwerp']],
    ['without a text', { text: '' }, ['tekst']],
    ['with a term that is over', { term: asTypedDay(today) }, ['termijn']],
  ])('%s', (_, change, fields) => {
    const read = readOpening({ ...typed, ...change }, today)
    expect('faults' in read ? read.faults.map(({ field }) => field) : []).toEqual(fields)
  })

  test('reminds a week before the end, and before a quiet time when that falls in it', () => {
    const quiet = { beginsOn: day('2026-12-10'), endsOn: day('2027-01-10') }
    const quietOn = (at: string) => (quiet.beginsOn <= at && at <= quiet.endsOn ? quiet : null)
    expect(reminderDay(day('2026-12-08'), quietOn)).toBe('2026-12-01')
    expect(reminderDay(day('2026-12-31'), quietOn)).toBe('2026-12-09')
  })
})
