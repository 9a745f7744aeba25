import { describe, expect, test } from 'vitest'
import type { Month } from '../../kernel/month'
import { type ExampleMunicipality, type ExampleType, exampleAreas, exampleCounts } from './example'

const town: ExampleMunicipality = { code: 'GM0327', name: 'Leusden', inhabitants: 32_000 }
const type = (code: string, more: Partial<ExampleType> = {}): ExampleType => ({
  code,
  isPublishedMonthly: true,
  rate: 1200,
  season: 'geen',
  ...more,
})
const types = [
  type('0.0.0', { rate: 0 }),
  type('1.1.1', { season: 'winter' }),
  type('1.4.1', { isPublishedMonthly: false }),
]
const made = exampleCounts(town, types, '2024-12' as Month)
const of = (area: string, month: string) => made.find((one) => one.area === area && one.month === month)?.counts ?? []

describe('example figures', () => {
  test('are the same every time, and go on from the same months', () => {
    expect(exampleCounts(town, types, '2024-12' as Month)).toEqual(made)
    expect(exampleCounts(town, types, '2025-01' as Month).slice(0, made.length)).toEqual(made)
  })
  test('have neighbourhoods with codes that CBS does not give', () => {
    const below = exampleAreas(town).filter(({ kind }) => kind !== 'gemeente')
    expect(below.length).toBeGreaterThan(3)
    expect(below.every(({ code, name }) => /^V[WB]-/.test(code) && name.startsWith('Voorbeeld'))).toBe(true)
  })
  test('add up: a municipality and a wijk are the sum of their parts in every month', () => {
    const areas = exampleAreas(town)
    for (const month of ['2019-01', '2021-07', '2024-12']) {
      for (const kind of ['wijk', 'buurt'] as const) {
        const parts = areas.filter((area) => area.kind === kind).map(({ code }) => of(code, month)[1] ?? 0)
        expect(parts.reduce((sum, count) => sum + count, 0)).toBe(of('GM0327', month)[1])
      }
    }
  })
  test('hide what the police hide, and count it in the total', () => {
    const [all, shown, hidden] = of('GM0327', '2024-12')
    expect(hidden).toBeNull()
    expect(all).toBeGreaterThan(shown ?? 0)
  })
  test('have a season and stay near what was meant', () => {
    const sum = (month: string) =>
      made
        .filter((one) => one.area === 'GM0327' && one.month.endsWith(month))
        .reduce((all, { counts }) => all + (counts[1] ?? 0), 0)
    expect(sum('-01') + sum('-12')).toBeGreaterThan(1.3 * (sum('-06') + sum('-07')))
    const perYear =
      made.filter(({ area }) => area === 'GM0327').reduce((all, { counts }) => all + (counts[1] ?? 0), 0) / 6
    expect(perYear).toBeGreaterThan(0.6 * 384)
    expect(perYear).toBeLessThan(1.5 * 384)
  })
})
