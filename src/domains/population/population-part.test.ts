import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day'
import { type Counted, holesIn, jumpsIn } from './population-part'
import { dayOfTitle, yearEnds } from './population-table'

const row = (area: string, on: string, inhabitants: number): Counted => ({ area, on: day(on), inhabitants })
const merger = { from: 'GM1696', to: 'GM0402', on: '2027-01-01' }

describe('a number that no municipality grows to', () => {
  test.each<[string, Counted[], Counted[], number]>([
    ['is not one a little higher', [row('GM0402', '2025-12-31', 100_000), row('GM0402', '2026-12-31', 114_000)], [], 0],
    ['is one much higher', [row('GM0402', '2024-12-31', 100_000), row('GM0402', '2025-12-31', 116_000)], [], 1],
    ['is one much lower', [row('GM0402', '2024-12-31', 100_000), row('GM0402', '2025-12-31', 84_000)], [], 1],
    [
      'is held against what another table said',
      [row('GM0402', '2025-01-01', 84_000)],
      [row('GM0402', '2024-12-31', 100_000)],
      1,
    ],
    [
      'is not held against what is years away',
      [row('GM0402', '2025-12-31', 84_000)],
      [row('GM0402', '2022-12-31', 100_000)],
      0,
    ],
    [
      'is not looked for in a neighbourhood',
      [row('BU04020101', '2025-12-31', 10)],
      [row('BU04020101', '2024-12-31', 100)],
      0,
    ],
    [
      'is not that of two together after they merged',
      [row('GM0402', '2026-12-31', 94_000), row('GM1696', '2026-12-31', 24_000), row('GM0402', '2027-12-31', 119_000)],
      [],
      0,
    ],
    [
      'is that of one that should have merged',
      [row('GM0402', '2026-12-31', 94_000), row('GM0402', '2027-12-31', 119_000)],
      [],
      1,
    ],
  ])('%s', (_, rows, known, jumps) => expect(jumpsIn(rows, known, [merger])).toHaveLength(jumps))
})

test('a municipality that began later or ended earlier has no hole, one without a year in between has', () => {
  const days = ['2023-12-31', '2024-12-31', '2025-12-31'].map(day)
  const rows = [
    row('GM1', '2024-12-31', 1),
    row('GM1', '2025-12-31', 1),
    row('GM2', '2023-12-31', 1),
    row('GM3', '2023-12-31', 1),
    row('GM3', '2025-12-31', 1),
  ]
  expect(holesIn(rows, days)).toEqual(['GM3 op 2024-12-31'])
})

test('of a list of periods only the years count, in order, and not those before figures began', () =>
  expect(yearEnds(['2024JJ00', '2024MM12', '2010JJ00', '2011JJ00', '2024KW04', '']).map(({ on }) => on)).toEqual([
    '2011-12-31',
    '2024-12-31',
  ]))

test.each([
  ['Kerncijfers wijken en buurten 2024', '2024-01-01'],
  ['Kerncijfers wijken en buurten 2024 ', '2024-01-01'],
  ['Kerncijfers wijken en buurten 2004-2005', null],
  ['Sociaal-economische status 2024', null],
])('the title %s is of %s', (title, on) => expect(dayOfTitle(title)).toBe(on))
