import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day'
import { mailDue, nextRound, quarterOf, quietOn, roundOn, roundToStart } from './calendar'

const round = (code: string, from: string, to: string, started: string | null) => ({
  code,
  beginsOn: day(from),
  endsOn: day(to),
  startedOn: started ? day(started) : null,
})
const winter = [{ name: 'winter', beginsOn: day('2026-12-10'), endsOn: day('2027-01-10'), ground: 'druk' }]

describe('the calendar of the rounds', () => {
  const waiting = round('2026-4', '2026-11-16', '2026-12-20', null)
  test.each([
    ['the day before it begins', '2026-11-15', null],
    ['its first day', '2026-11-16', '2026-4'],
    ['the last day before a quiet time', '2026-12-09', '2026-4'],
    ['the first day of a quiet time', '2026-12-10', null],
    ['the day after its last', '2026-12-21', null],
  ])('begins a round on %s, or not', (_, on, code) =>
    expect(roundToStart([waiting], winter, day(on))?.code ?? null).toBe(code),
  )
  test('asks while a round runs, from the day it really began', () => {
    const early = round('2027-1', '2027-01-18', '2027-02-12', '2027-01-11')
    expect(roundOn([early], day('2027-01-10'))).toBeNull()
    expect(roundOn([early], day('2027-01-11'))?.code).toBe('2027-1')
    expect(roundOn([early], day('2027-02-13'))).toBeNull()
    expect(roundOn([waiting], day('2026-11-20'))).toBeNull()
  })
  test('knows the next round, the quiet time of a day and its quarter', () => {
    const later = round('2027-1', '2027-01-18', '2027-02-12', null)
    expect(nextRound([later, waiting], day('2026-11-01'))?.code).toBe('2026-4')
    expect(nextRound([waiting], day('2026-12-21'))).toBeNull()
    expect(quietOn(winter, day('2027-01-10'))?.name).toBe('winter')
    expect(quietOn(winter, day('2027-01-11'))).toBeNull()
    expect(quarterOf(day('2026-11-24'))).toEqual({ code: '2026-4', firstDay: '2026-10-01' })
    expect(quarterOf(day('2027-01-01'))).toEqual({ code: '2027-1', firstDay: '2027-01-01' })
  })
})

describe('the mail an unanswered item is due', () => {
  const none = { vraag: null, herinnering: null, plaatsvervanger: null }
  const asked = { ...none, vraag: day('2026-11-16') }
  const reminded = { ...asked, herinnering: day('2026-11-23') }
  const open = { isQuiet: false, hasDeputy: true }
  test.each([
    ['nothing was sent', none, '2026-11-16', open, 'vraag'],
    ['it was asked six days ago', asked, '2026-11-22', open, null],
    ['it was asked a week ago', asked, '2026-11-23', open, 'herinnering'],
    ['it was reminded', reminded, '2026-11-29', open, null],
    ['it was asked two weeks ago', reminded, '2026-11-30', open, 'plaatsvervanger'],
    ['nobody stands in', reminded, '2026-12-30', { ...open, hasDeputy: false }, null],
    ['everybody was asked', { ...reminded, plaatsvervanger: day('2026-11-30') }, '2027-02-01', open, null],
    ['it is quiet', none, '2026-12-12', { ...open, isQuiet: true }, null],
  ] as const)('when %s', (_, mailed, on, others, kind) => expect(mailDue(mailed, day(on), others)).toBe(kind))
})
