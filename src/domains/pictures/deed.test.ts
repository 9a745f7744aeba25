import { describe, expect, test } from 'vitest'
import type { Month } from '../../kernel/month'
import { type Deed, deedsWithin, isCloseDate } from './deed'

const deed = (title: string, period: string, isDated = false): Deed => ({
  kind: 'action',
  title,
  href: '/acties/X',
  plan: 'Plan',
  period,
  isDated,
  ground: 'named',
})
const months = { first: '2022-01' as Month, last: '2023-12' as Month }

describe('what stands beside the months', () => {
  test('is a mark per day or month, in order, and a stretch for what has no date of its own', () => {
    const { marks, stretches } = deedsWithin(
      [
        deed('c', '2023-05', true),
        deed('a', '2022-03-01', true),
        deed('b', '2022-03-01', true),
        deed('plan', '2022/2024'),
        deed('quarter', '2023-Q1'),
      ],
      months,
    )
    expect(marks.map(({ period, deeds }) => [period, deeds.map(({ title }) => title)])).toEqual([
      ['2022-03-01', ['a', 'b']],
      ['2023-05', ['c']],
    ])
    expect(stretches.map(({ title }) => title)).toEqual(['plan', 'quarter'])
  })
  test.each([
    ['2021-12', false],
    ['2021-12-31', false],
    ['2022-01-01', true],
    ['2023-12-31', true],
    ['2024-01-01', false],
    ['2020/2022', true],
    ['2024/2026', false],
    ['ooit', false],
  ])('that is dated %s is there: %s', (period, isThere) => {
    const { marks, stretches } = deedsWithin([deed('x', period)], months)
    expect(marks.length + stretches.length === 1).toBe(isThere)
  })
  test.each([
    ['2022-03-01', true],
    ['2022-03', true],
    ['2022-Q1', false],
    ['2022-H1', false],
    ['2022', false],
    ['2022/2023', false],
    ['2022-03/2022-05', false],
  ])('has a close date in %s: %s', (period, isClose) => expect(isCloseDate(period)).toBe(isClose))
})
