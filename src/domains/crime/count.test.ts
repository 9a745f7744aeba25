import { describe, expect, test } from 'vitest'
import { type Month, monthRange } from '../../kernel/month'
import {
  type Counts,
  isProvisional,
  isTooFew,
  monthShown,
  perYear,
  seriesOf,
  sumOf,
  sumUpTo,
  yearOnYear,
} from './count'
import { byTypeCode } from './crime-type'

const month = (text: string) => text as Month
const counts = (first: string, last: string, value: (month: Month, at: number) => number | null): Counts => ({
  types: ['0.0.0', '1.1.1'],
  months: new Map(monthRange(month(first), month(last)).map((one, at) => [one, [100, value(one, at)]])),
})

describe('a sum', () => {
  test.each<[(number | null)[], number | null]>([
    [[1, 2, 3], 6],
    [[0, 0], 0],
    [[1, null, 3], null],
    [[null], null],
    [[], 0],
  ])('of %j is %j: with a part unknown it is unknown', (parts, expected) => expect(sumOf(parts)).toBe(expected))

  test('of twelve months needs all twelve', () => {
    const series = seriesOf(
      counts('2025-02', '2026-01', () => 2),
      '1.1.1',
      month('2024-01'),
      month('2026-01'),
    )
    expect(sumUpTo(series, month('2026-01'), 12)).toBe(24)
    expect(sumUpTo(series, month('2025-12'), 12)).toBeNull()
  })
})

describe('twelve months beside the twelve before', () => {
  test('are both there when there are figures of two years', () => {
    const two = counts('2024-01', '2025-12', (_, at) => (at < 12 ? 1 : 2))
    expect(yearOnYear(two, '1.1.1', month('2025-12'))).toEqual({ type: '1.1.1', now: 24, before: 12 })
  })
  test('are unknown, and not zero, where the source hides a month or has no such type', () => {
    const hidden = counts('2024-01', '2025-12', (_, at) => (at === 20 ? null : 1))
    expect(yearOnYear(hidden, '1.1.1', month('2025-12'))).toEqual({ type: '1.1.1', now: null, before: 12 })
    expect(yearOnYear(hidden, '9.9.9', month('2025-12'))).toEqual({ type: '9.9.9', now: null, before: null })
  })
  test.each<[number | null, number | null, boolean | null]>([
    [5, 4, true],
    [5, 5, false],
    [0, 0, true],
    [null, 4, null],
    [4, null, null],
  ])('of %j and %j are too few to tell a change: %j', (now, before, expected) => {
    expect(isTooFew({ type: '1.1.1', now, before })).toBe(expected)
  })
})

test('a year that still runs says how many months it has', () => {
  const series = seriesOf(
    counts('2025-01', '2026-03', () => 1),
    '1.1.1',
    month('2025-01'),
    month('2026-03'),
  )
  expect(perYear(series)).toEqual([
    { year: '2025', count: 12, months: 12 },
    { year: '2026', count: 3, months: 3 },
  ])
})

test.each([
  ['2026-10', true],
  ['2026-08', true],
  ['2026-07', false],
])('when October 2026 is the last month, %s is provisional: %s', (one, expected) => {
  expect(isProvisional(month(one), { lastMonth: month('2026-10') })).toBe(expected)
})

test.each([
  [null, '2026-10'],
  ['2026-05', '2026-05'],
  ['2011-01', '2026-10'],
  ['2026-11', '2026-10'],
])('asked for %s, with figures of 2019 to October 2026: %s', (asked, expected) => {
  const range = { firstMonth: month('2019-01'), lastMonth: month('2026-10') }
  expect(monthShown(asked === null ? null : month(asked), range)).toBe(expected)
})

test('types stand in the order of their numbers', () => {
  const codes = ['2.6.10', '0.0.0', '2.6.9', '1.1.1'].map((code) => ({ code }))
  expect(codes.sort(byTypeCode).map(({ code }) => code)).toEqual(['0.0.0', '1.1.1', '2.6.9', '2.6.10'])
})
