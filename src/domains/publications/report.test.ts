import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day'
import { addMonths, type Month, monthRange } from '../../kernel/month'
import { answerOf, compared, type Figure, groupOf, parseReportPeriod, periodsOf, reportOf } from './report'

describe('the period of a report', () => {
  test.each([
    ['2025', '2025-01', '2025-12'],
    ['2026-H1', '2026-01', '2026-06'],
    ['2026-H2', '2026-07', '2026-12'],
  ])('%s is from %s up to %s', (text, first, last) => expect(parseReportPeriod(text)).toEqual({ text, first, last }))

  test.each(['2026-H3', '2026-Q1', '2026-01', '26', '', '2026-H1 '])('is not %j', (text) =>
    expect(parseReportPeriod(text)).toBeNull(),
  )

  test('is there to choose when all its months are known, and those of a year before', () => {
    const texts = (firstMonth: string, lastMonth: string) =>
      periodsOf({ firstMonth: firstMonth as Month, lastMonth: lastMonth as Month }).map(({ text }) => text)
    expect(texts('2024-01', '2026-10')).toEqual(['2026-H1', '2025-H2', '2025', '2025-H1'])
    expect(texts('2024-07', '2025-12')).toEqual(['2025-H2'])
    expect(texts('2024-01', '2024-12')).toEqual([])
  })
})

describe('a group of crime types', () => {
  test.each([
    ['1.1.1', 'Inbraak en diefstal'],
    ['1.6.1', 'Vernieling, brand en openbare orde'],
    ['1.6.2', 'Inbraak en diefstal'],
    ['1.6.3', 'Drugs, wapens en uitbuiting'],
    ['3.7.1', 'Samenleving'],
    ['3.7.4', 'Fraude en misdrijven online'],
    ['2.6.10', 'Milieu en leefomgeving'],
    ['9.9.9', 'Andere soorten'],
  ])('%s is in %s', (type, group) => expect(groupOf(type)).toBe(group))
})

describe('an answer', () => {
  const counts = {
    types: ['0.0.0', '1.1.1'],
    months: new Map<Month, (number | null)[]>([
      ['2026-01' as Month, [5, 1]],
      ['2026-02' as Month, [7, null]],
    ]),
  }
  const asked = (type: string, from: string, until: string) =>
    answerOf(counts, { type, from: from as Month, until: until as Month })
  test.each([
    ['the sum of its months', '0.0.0', '2026-01', '2026-02', 12],
    ['one month', '1.1.1', '2026-01', '2026-01', 1],
    ['unknown when a month is hidden', '1.1.1', '2026-01', '2026-02', null],
    ['unknown when a month is not there', '0.0.0', '2026-01', '2026-03', null],
    ['unknown when the type is not there', '9.9.9', '2026-01', '2026-01', null],
  ])('is %s', (_, type, from, until, answer) => expect(asked(type, from, until)).toBe(answer))

  test.each<[number | null, number | null, string]>([
    [5, 5, 'equal'],
    [null, null, 'equal'],
    [0, null, 'different'],
    [5, 6, 'different'],
  ])('of %s that is %s now is %s', (value, again, is) => expect(compared({ value } as Figure, again).is).toBe(is))
})

test('the types of a report are judged together, in one list, and all crimes by themselves', () => {
  const period = parseReportPeriod('2025')
  if (!period) throw new Error('2025 is a period')
  const types = ['0.0.0', '1.1.1', '1.2.1', '1.4.1'].map((code, seq) => ({
    code,
    name: code,
    explanation: '',
    seq,
    followsPoliceEffort: false,
    isPublishedMonthly: code !== '1.4.1',
  }))
  const months = monthRange(addMonths(period.last, -59), period.last)
  const lists: number[][] = []
  const report = reportOf({ code: 'GM1', name: 'Bestad', kind: 'gemeente' }, period, {
    release: {
      id: 1,
      sourceTable: '47022NED',
      knownOn: day('2026-01-15'),
      firstMonth: months[0] as Month,
      lastMonth: period.last,
      isExample: false,
    } as never,
    divisionOn: day('2026-01-15'),
    counts: { types: types.map(({ code }) => code), months: new Map(months.map((month) => [month, [9, 4, 5, null]])) },
    types,
    rules: {
      allCrimes: '0.0.0',
      isProvisional: () => false,
      judgeAlone: (series, length) => {
        expect([series.length, length]).toEqual([60, 12])
        return 'none'
      },
      judgeTogether: (list) => {
        lists.push(list.map((series) => series.length))
        return ['more', 'less']
      },
    },
  })
  expect(lists).toEqual([[60, 60]])
  expect(report.total.verdict).toBe('none')
  const verdicts = report.groups.flatMap(({ lines }) => lines.map(({ type, verdict }) => [type, verdict]))
  expect(verdicts).toEqual([
    ['1.1.1', 'more'],
    ['1.2.1', 'less'],
  ])
})
