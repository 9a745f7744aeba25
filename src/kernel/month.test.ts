import { describe, expect, test } from 'vitest'
import { addMonths, type Month, monthRange, monthsBetween, parseMonth } from './month'

const month = (text: string) => text as Month

describe('a month', () => {
  test.each(['2026-01', '2012-12'])('"%s" is one', (text) => expect(parseMonth(text)).toBe(text))
  test.each(['2026', '2026-13', '2026-00', '2026-1', '26-01', '0999-01', '2026-01-01', ''])('"%s" is none', (text) =>
    expect(parseMonth(text)).toBeNull(),
  )
  test.each([
    ['2026-10', 1, '2026-11'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-10', -23, '2024-11'],
    ['2026-10', 0, '2026-10'],
  ])('%s and %d more is %s', (from, count, expected) => {
    expect(addMonths(month(from), count)).toBe(expected)
    expect(monthsBetween(month(from), month(expected))).toBe(count)
  })
  test('and those after it up to the last', () => {
    expect(monthRange(month('2025-11'), month('2026-02'))).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(monthRange(month('2026-02'), month('2026-01'))).toEqual([])
  })
})
