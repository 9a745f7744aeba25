import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { compare, groupedByStanding } from './comparison'

const folder = '../shared/data'
const crimes = `${folder}/woonikveilig-47022ned/misdrijven_totaal_per_buurt_per_jaar_2021_2025.csv`
const people = `${folder}/nlviolentcrime-47013ned/inwoners_eind_jaar_per_gemeente_2002_2024.csv`
const rows = (path: string) => parse(readFileSync(path), { bom: true, columns: true }) as Record<string, string>[]

// What decision 0022 says of them.
describe.skipIf(!existsSync(crimes) || !existsSync(people))('the real totals (not kept here)', () => {
  const compared = (year: string) => {
    const inhabitants = new Map(
      rows(people)
        .filter(({ jaar }) => jaar === String(Math.min(2024, Number(year) - 1)))
        .map((row) => [row.gm_code ?? '', Number(row.inwoners_31_december)]),
    )
    const counts = new Map<string, number>()
    for (const { gm_code: code = '', jaar, misdrijven_totaal } of rows(crimes))
      if (jaar === year) counts.set(code, (counts.get(code) ?? 0) + Number(misdrijven_totaal))
    return compare(
      [...counts].map(([code, count]) => ({
        area: { code, name: code, kind: 'gemeente', parts: [code], municipality: null, wijk: null },
        count,
        inhabitants: inhabitants.get(code) ?? null,
      })),
    )
  }

  test('of 2025 call two municipalities higher and one lower', () => {
    const { municipalities, funnel, judged } = compared('2025')
    expect(judged).toBe(38)
    expect(funnel?.exponent).toBeCloseTo(1.247, 2)
    expect(
      groupedByStanding(municipalities).map(({ standing, municipalities }) => [
        standing,
        municipalities.length > 3 ? municipalities.length : municipalities.map(({ area }) => area.code),
      ]),
    ).toEqual([
      ['higher', ['GM0356', 'GM0417']],
      ['lower', ['GM0184']],
      ['usual', 35],
    ])
  })

  test.each(['2021', '2022', '2023', '2024'])(
    'of %s call few, and the largest city is not one for its size alone',
    (year) => {
      const { municipalities, funnel } = compared(year)
      const called = municipalities.filter(({ standing }) => standing === 'higher' || standing === 'lower')
      expect(called.length).toBeLessThanOrEqual(5)
      expect(called.map(({ area }) => area.code)).not.toContain('GM0344')
      expect(funnel?.exponent).toBeGreaterThan(1.1)
    },
  )
})
