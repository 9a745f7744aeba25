import { describe, expect, test } from 'vitest'
import type { CountedArea } from '../crime'
import { compare, groupedByStanding, similarTo, standingOf } from './comparison'

const limits = { outerLow: 60, innerLow: 80, innerHigh: 120, outerHigh: 140 }

test.each([
  [141, 100, 'higher', null],
  [140, 100, 'usual', 'high'],
  [121, 100, 'usual', 'high'],
  [120, 100, 'usual', null],
  [80, 100, 'usual', null],
  [79, 100, 'usual', 'low'],
  [60, 100, 'usual', 'low'],
  [59, 100, 'lower', null],
  [141, 4.9, 'tooFew', null],
])('%d where %d are expected is %s', (count, expected, standing, edge) =>
  expect(standingOf(count, expected, limits)).toEqual({ standing, edge }),
)

const area = (code: string, name = code): CountedArea => ({
  code,
  name,
  kind: 'gemeente',
  parts: [code],
  municipality: null,
  wijk: null,
})
const rows = Array.from({ length: 12 }, (_, at) => ({
  area: area(`GM${at}`, `Gemeente ${String.fromCharCode(76 - at)}`),
  count: at === 5 ? 900 : 100 * (at + 1),
  inhabitants: 10_000 * (at + 1),
}))

describe('a comparison', () => {
  test('calls higher only what lies far above the rest of its size, and tells by name', () => {
    const groups = groupedByStanding(compare(rows).municipalities)
    expect(
      groups.map(({ standing, municipalities }) => [standing, municipalities.map(({ area }) => area.code)]),
    ).toEqual([
      ['higher', ['GM5']],
      ['usual', ['GM11', 'GM10', 'GM9', 'GM8', 'GM7', 'GM6', 'GM4', 'GM3', 'GM2', 'GM1', 'GM0']],
    ])
  })

  test('says nothing of who has no count or no known inhabitants, and leaves the others their comparison', () => {
    const { municipalities, judged } = compare([
      ...rows,
      { area: area('A'), count: null, inhabitants: 20_000 },
      { area: area('B'), count: 20, inhabitants: null },
    ])
    expect(municipalities.slice(-2)).toMatchObject([
      { standing: 'unknown', rate: null, expected: null },
      { standing: 'unknown', rate: null, expected: null },
    ])
    expect(judged).toBe(12)
  })

  test('of a rare crime says that there are too few', () => {
    const { municipalities, judged } = compare(rows.map((row, at) => ({ ...row, count: at % 2 })))
    expect(new Set(municipalities.map(({ standing }) => standing))).toEqual(new Set(['tooFew']))
    expect(judged).toBe(0)
  })
})

test('similar are the five nearest in inhabitants as a ratio, by name, and never the municipality itself', () => {
  const { municipalities } = compare(rows)
  // Of 20,000 inhabitants 10,000 is as far as 40,000.
  expect(similarTo('GM1', municipalities).map(({ inhabitants }) => inhabitants)).toEqual([
    60_000, 50_000, 40_000, 30_000, 10_000,
  ])
  expect(similarTo('GM99', municipalities)).toEqual([])
})
