import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day'
import type { Month } from '../../kernel/month'
import { perThousand } from '../../kernel/statistics/rate'
import type { CountedArea } from '../crime'
import {
  examplePopulation,
  type InhabitantCount,
  middleOfYear,
  populationNear,
  refusalToStorePopulation,
} from './inhabitants'

const area = (code: string, parts = [code]): CountedArea => ({
  code,
  name: code,
  kind: 'gemeente',
  parts,
  municipality: null,
  wijk: null,
})
const count = (code: string, on: string, inhabitants: number): InhabitantCount => ({
  area: code,
  on: day(on),
  inhabitants,
  sourceTable: '37230ned',
  knownOn: day('2026-05-01'),
})
const leusden = area('GM0327')
const renswoude = area('GM0339')
const district = area('OU', ['GM0327', 'GM0339'])
const middle = day('2026-05-01')

test('twelve months up to and including October have their middle on the first of May', () =>
  expect(middleOfYear('2026-10' as Month)).toBe('2026-05-01'))

describe('the inhabitants of a period', () => {
  test('are those of the day nearest to its middle, the same day for all', () => {
    const found = populationNear(
      [
        count('GM0327', '2024-12-31', 31_911),
        count('GM0327', '2025-12-31', 32_000),
        count('GM0339', '2024-12-31', 5782),
        count('GM0339', '2025-12-31', 5800),
      ],
      [leusden, renswoude, district],
      middle,
      [],
    )
    expect(found).toEqual({
      on: '2025-12-31',
      sourceTable: '37230ned',
      isExample: false,
      of: new Map([
        ['GM0327', 32_000],
        ['GM0339', 5800],
        ['OU', 37_800],
      ]),
    })
  })

  test('are of an earlier day when of that one more are known', () => {
    const counts = [
      count('GM0327', '2025-12-31', 1),
      count('GM0327', '2024-12-31', 2),
      count('GM0339', '2024-12-31', 3),
    ]
    expect(populationNear(counts, [leusden, renswoude], middle, []).on).toBe('2024-12-31')
  })

  test('of a whole are unknown when those of a part are', () => {
    const found = populationNear([count('GM0327', '2025-12-31', 32_000)], [leusden, district], middle, [])
    expect(found.of.get('GM0327')).toBe(32_000)
    expect(found.of.get('OU')).toBeNull()
  })

  test('are unknown without any count', () => {
    const found = populationNear([], [leusden], middle, [])
    expect(found).toEqual({ on: null, of: new Map([['GM0327', null]]), sourceTable: null, isExample: false })
  })
})

describe('a municipality that went over into another', () => {
  const hilversum = area('GM0402')
  const merger = { from: 'GM1696', to: 'GM0402', on: '2027-01-01' }
  const before = [count('GM0402', '2026-12-31', 94_000), count('GM1696', '2026-12-31', 24_000)]
  test('counts in the other on every day before', () =>
    expect(populationNear(before, [hilversum], day('2027-01-01'), [merger]).of.get('GM0402')).toBe(118_000))
  test('counts no more after it', () =>
    expect(
      populationNear([count('GM0402', '2027-12-31', 119_000)], [hilversum], day('2027-10-01'), [merger]).of.get(
        'GM0402',
      ),
    ).toBe(119_000))
  test('leaves the sum unknown when its own number is', () =>
    expect(populationNear(before.slice(0, 1), [hilversum], day('2027-01-01'), [merger]).of.get('GM0402')).toBeNull())
  test('is no number for one that was only made then', () => {
    const made = [{ from: 'GM0620', to: 'GM1961', on: '2019-01-01' }]
    const counts = [count('GM0620', '2018-12-31', 20_000)]
    expect(populationNear(counts, [area('GM1961')], day('2018-07-01'), made).of.get('GM1961')).toBeNull()
  })
})

test('example inhabitants grow slowly from their invented size, and only who has one has them', () => {
  const sizes = new Map([['GM0327', 32_000]])
  const of = (on: string) => examplePopulation(sizes, [leusden, district], day(on))
  expect(of('2026-05-01').of.get('GM0327')).toBe(32_000)
  expect(of('2021-05-01').of.get('GM0327')).toBe(30_903)
  expect(of('2026-05-01')).toMatchObject({ on: '2026-01-01', isExample: true, sourceTable: 'voorbeeld' })
  expect(of('2026-05-01').of.get('OU')).toBeNull()
  expect(examplePopulation(new Map(), [leusden], day('2026-05-01')).on).toBeNull()
})

test.each([
  [40, 20_000, 2],
  [0, 20_000, 0],
  [null, 20_000, null],
  [40, null, null],
  [40, 999, null],
  [40, 1000, 40],
])('%s crimes among %s inhabitants is %s per 1,000', (crimes, inhabitants, rate) =>
  expect(perThousand(crimes, inhabitants)).toBe(rate),
)

test.each([
  [[], 'empty'],
  [[count('GM0327', '2025-12-31', 1.5)], 'not-whole'],
  [[count('GM0327', '2025-12-31', -1)], 'not-whole'],
  [[count('GM0327', '2025-12-31', 1), count('GM0327', '2025-12-31', 2)], 'twice'],
  [[count('GM0327', '2025-12-31', 1), count('GM0327', '2024-12-31', 1)], null],
])('rows of inhabitants %#', (rows, refusal) => expect(refusalToStorePopulation(rows)).toBe(refusal))
