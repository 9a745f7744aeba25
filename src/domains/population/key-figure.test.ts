import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day'
import { isClassOf, type KnownFigures, shownFigures } from './key-figure'

type Values = Readonly<Record<string, number | null>>
const release = (year: number, areas: Readonly<Record<string, Values>>): KnownFigures => ({
  sourceTable: `van ${year}`,
  on: day(`${year}-01-01`),
  knownOn: day(`${year}-12-15`),
  figures: [...new Set(Object.values(areas).flatMap((values) => Object.keys(values)))],
  of: new Map(Object.entries(areas).map(([area, values]) => [area, new Map(Object.entries(values))])),
})
const shown = (
  known: readonly KnownFigures[],
  parts: readonly string[],
  region: readonly string[] = [],
  mergers = [] as never[],
) => new Map(shownFigures(known, parts, region, mergers).map((one) => [one.figure.id, one]))

describe('a key figure of an area', () => {
  test('is that of the newest year that has it: CBS fills a table in the course of years', () => {
    const known = [
      release(2024, { A: { inwoners: 2000, 'woz-waarde': 300 } }),
      release(2025, { A: { inwoners: 2100 } }),
    ]
    const figures = shown(known, ['A'])
    expect(figures.get('inwoners')).toMatchObject({ on: '2025-01-01', own: { value: 2100 } })
    expect(figures.get('woz-waarde')).toMatchObject({ on: '2024-01-01', own: { value: 300 }, sourceTable: 'van 2024' })
  })

  test('that the newest year hides is unknown, and not that of the year before', () => {
    const known = [
      release(2024, { A: { 'woz-waarde': 300 } }),
      release(2025, { A: { 'woz-waarde': null }, B: { 'woz-waarde': 400 } }),
    ]
    expect(shown(known, ['A']).get('woz-waarde')).toMatchObject({ on: '2025-01-01', own: { value: null } })
  })

  test('that no year has is not there, nor that of an area of another division', () => {
    expect(shown([release(2025, { A: { inwoners: 10 } })], ['A']).has('woningen')).toBe(false)
    expect(shown([release(2025, { A: { inwoners: 10 } })], ['B']).size).toBe(0)
  })

  test('of several parts is their sum when it adds up, unknown when a part is, and else what lies between them', () => {
    const known = [
      release(2025, {
        A: { inwoners: 1000, huishoudens: null, stedelijkheid: 2 },
        B: { inwoners: 500, huishoudens: 4, stedelijkheid: 5 },
      }),
    ]
    const figures = shown(known, ['A', 'B'])
    expect(figures.get('inwoners')?.own).toMatchObject({ value: 1500, between: null })
    expect(figures.get('huishoudens')?.own).toMatchObject({ value: null, between: null })
    expect(figures.get('stedelijkheid')?.own).toMatchObject({
      value: null,
      between: { lowest: 2, highest: 5, of: 'wijk of buurt' },
    })
  })

  test('is told beside the same year of the region, and per inhabitant only where enough people live', () => {
    const known = [
      release(2025, {
        A: { inwoners: 500, jongeren: 100, bedrijfsvestigingen: 50 },
        B: { inwoners: 1500, jongeren: 100, bedrijfsvestigingen: 50 },
      }),
    ]
    const figures = shown(known, ['A'], ['A', 'B'])
    expect(figures.get('jongeren')).toMatchObject({ own: { value: 100, rate: null }, region: { value: 200, rate: 10 } })
    expect(figures.get('bedrijfsvestigingen')?.region?.rate).toBe(50)
    expect(shown(known, ['A'], ['A', 'C']).get('inwoners')?.region).toBeNull()
  })

  test('is counted with what went over into it later', () => {
    const known = [release(2025, { A: { inwoners: 1000, 'woz-waarde': 300 }, B: { inwoners: 500, 'woz-waarde': 400 } })]
    const figures = new Map(
      shownFigures(known, ['A'], [], [{ from: 'B', to: 'A', on: '2027-01-01' }]).map((one) => [one.figure.id, one.own]),
    )
    expect(figures.get('inwoners')?.value).toBe(1500)
    expect(figures.get('woz-waarde')).toMatchObject({ value: null, between: { lowest: 300, highest: 400 } })
  })
})

test.each([
  [1, 2500, true],
  [2, 2500, true],
  [2, 2502, false],
  [4, 1000, true],
  [4, 1001, false],
  [5, 0, true],
  [4, 0, false],
])('class %i at a density of %i is possible: %s', (urban, density, possible) => {
  expect(isClassOf(urban, density)).toBe(possible)
})
