import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  hasRealData,
  hiddenTypes,
  realMonthly,
  realMonths,
  realRegions,
  realTotals,
  realYears,
} from '../../../test/environment/odata/real'
import { type ODataServer, serveOData } from '../../../test/environment/odata/server'
import { type Opened, openRegion } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import type { Month } from '../../kernel/month'
import { anonymous, overseeing, owning, reading } from '../../platform/db/database'
import { openOData } from '../../platform/odata/client'
import { countedAreas, countsOf, releaseKnownOn } from './count.store'
import { loadTable } from './load.verbs'
import { sourceTables } from './source-table'

if (!hasRealData)
  console.warn(
    'SKIPPED: the real figures are not here, so loading them is not tested. Set FIGURES_DATA to their folder.',
  )

/** The counts a release tells, per area and type. */
const countsIn = (region: Opened, table: string, month: string) =>
  overseeing(region.db, async (tx) => {
    const { rows } = await sql<{
      area: string
      kind: string
      municipality: string
      counts: (number | null)[]
      types: string[]
    }>`
      select c.area, a.kind, a.municipality, c.counts, r.types
        from crime.counts c join crime.releases r on r.id = c.release
        join crime.release_areas a on a.release = r.id and a.code = c.area
       where r.source_table = ${table} and r.state = 'volledig' and c.month = ${month}`.execute(tx)
    return rows
  })

describe.runIf(hasRealData)('the real files of the police', () => {
  const months = ['2022MM12', '2023MM08', '2023MM11']
  const years = ['2021', '2022', '2023', '2024', '2025']
  let region: Opened
  let server: ODataServer
  beforeAll(async () => {
    region = await openRegion()
    server = await serveOData([realMonthly(months), totalsOf(years), realRegions(['2023', '2024'])])
    const client = openOData(server.url, { paceMs: 0 })
    for (const table of sourceTables) {
      const outcome = await loadTable(region.db, client, table)
      if (outcome.outcome !== 'whole') throw new Error(JSON.stringify(outcome))
    }
  }, 300_000)
  afterAll(async () => {
    await region.close()
    await server.close()
  })

  test('give Utrechtse Heuvelrug per area, type and month exactly, and hidden where the police hide it', async () => {
    const real = realMonths()
    for (const month of months) {
      const rows = (await countsIn(region, '47022NED', month.replace('MM', '-'))).filter(
        ({ municipality }) => municipality === 'GM1581',
      )
      expect(rows).toHaveLength(39)
      for (const { area, counts, types } of rows) {
        expect(types).toHaveLength(59)
        for (const [at, type] of types.entries())
          expect([area, type, month, counts[at]]).toEqual([area, type, month, real.get(`${type} ${area} ${month}`)])
      }
    }
  })

  // One traffic accident of August 2023 is counted in a neighbourhood and not in any total above it, its own included.
  test('keep the one crime with which the police do not add up, and no other', async () => {
    const rows = await overseeing(region.db, (tx) =>
      tx
        .selectFrom('crime.differences as d')
        .innerJoin('crime.releases as r', 'r.id', 'd.release')
        .select(['r.source_table', 'd.area', 'd.month', 'd.type', 'd.parts_kind', 'd.whole_count', 'd.parts_sum'])
        .orderBy(['d.parts_kind', 'd.area'])
        .execute(),
    )
    const difference = { source_table: '47022NED', area: 'GM1581', month: '2023-08', type: '1.3.1' }
    expect(rows).toEqual([
      { ...difference, parts_kind: 'buurten', whole_count: 8, parts_sum: 9 },
      { ...difference, parts_kind: 'soorten', area: 'BU15810200', type: '0.0.0', whole_count: 9, parts_sum: 10 },
      { ...difference, parts_kind: 'soorten', area: 'WK158102', type: '0.0.0', whole_count: 13, parts_sum: 14 },
      { ...difference, parts_kind: 'wijken', whole_count: 8, parts_sum: 9 },
    ])
  })

  test('give for every municipality and year the sum of its neighbourhoods', async () => {
    const totals = realTotals()
    for (const year of years) {
      const rows = await countsIn(region, '47018NED', year)
      expect(rows).toHaveLength(2022)
      const all = ({ counts, types }: (typeof rows)[number]) => counts[types.indexOf('0.0.0')] ?? Number.NaN
      const municipalities = rows.filter(({ kind }) => kind === 'gemeente')
      expect(municipalities).toHaveLength(38)
      for (const municipality of municipalities) {
        const buurten = rows.filter((one) => one.kind === 'buurt' && one.municipality === municipality.area)
        const inFile = buurten.reduce((sum, { area }) => sum + (totals.get(area)?.get(year) ?? 0), 0)
        expect(all(municipality)).toBe(inFile)
        expect(buurten.reduce((sum, buurt) => sum + all(buurt), 0)).toBe(inFile)
      }
      // What the file itself adds up to.
      const together = municipalities.reduce((sum, one) => sum + all(one), 0)
      expect([year, together]).toEqual([
        year,
        { '2021': 81_812, '2022': 84_364, '2023': 87_016, '2024': 86_309, '2025': 88_151 }[year],
      ])
    }
  })

  test('give what is hidden per month as a number per year, for the municipality and the police unit', async () => {
    const rows = await countsIn(region, '47013NED', '2024')
    expect(rows.map(({ kind }) => kind).sort()).toEqual(
      ['land', ...Array(38).fill('gemeente'), 'politie-eenheid'].sort(),
    )
    for (const { counts, types } of rows)
      for (const type of hiddenTypes) expect(counts[types.indexOf(type)]).not.toBeNull()
    expect(await countsIn(region, '47013NED', '2023-01')).toEqual([])
  })

  test('are there per year for everybody, of a municipality with what is hidden per month', async () => {
    type Years = { aantal: number; items: { gebied: string; waarde: number | null; bron: string; bekendOp: string }[] }
    const years = (query: string) => region.json<Years>(`/api/v1/misdrijfjaarcijfers?${query}`)
    const hidden = await years('gebied=GM1581&misdrijfsoort=1.4.1&jaar=2024')
    expect(hidden.items).toMatchObject([{ bron: '47013NED', bekendOp: '2025-12-15' }])
    expect(hidden.items[0]?.waarde).toBe(realRegions(['2024']).value('1.4.1', 'GM1581', '2024JJ00'))
    const buurt = await years('gebied=BU15810000&misdrijfsoort=0.0.0&jaar=2023')
    expect(buurt.items).toMatchObject([{ bron: '47018NED', waarde: realTotals().get('BU15810000')?.get('2023') }])
    expect((await years('gebied=BU15810000&misdrijfsoort=1.4.1&jaar=2023')).items[0]?.waarde).toBeNull()
    expect((await years('misdrijfsoort=0.0.0&jaar=2023')).aantal).toBe(40)
    expect((await years('gebied=GM1581&bekendOp=2024-08-14')).aantal).toBe(0)
    expect((await years('gebied=GM1581&misdrijfsoort=0.0.0&bekendOp=2024-08-15')).items[0]?.bron).toBe('47018NED')
  })

  test('took pages for the municipalities that do not fit in one answer, and only for those', () => {
    const pages = server.asked.filter((path) => path.startsWith('/ODataFeed/')).map(decodeURIComponent)
    expect(new Set(pages.map((path) => /eq '(\d{4})'/.exec(path)?.[1]))).toEqual(new Set(['0034', '0307']))
    // Two pages for Almere and for Amersfoort, in three months.
    expect(pages).toHaveLength(12)
  })

  describe('after Wijdemeren merged into Hilversum', () => {
    const sumOfRegion = async (on: string) =>
      reading(region.db, anonymous, async (tx) => {
        const release = await releaseKnownOn(tx, day('2026-11-24'))
        if (!release) throw new Error('no release')
        const areas = await countedAreas(tx, release, { region: 'MNL', on: day(on) })
        const wholes = areas.filter(({ kind }) => kind === 'regio' || kind === 'district')
        const counts = await countsOf(tx, release, wholes, { first: '2023-11' as Month, last: '2023-11' as Month })
        return wholes.map(({ code }) => [code, counts.get(code)?.months.get('2023-11' as Month)])
      })

    test('the sums of the region and of every district are the same, whatever division the source has', async () => {
      const before = await sumOfRegion('2026-12-31')
      expect(before).toHaveLength(6)
      await owning(region.db, async (tx) => {
        await sql`update territory.areas set valid_to = '2027-01-01' where code = 'GM1696'`.execute(tx)
        await sql`update territory.memberships set valid_to = '2027-01-01' where part = 'GM1696'`.execute(tx)
        await sql`update territory.changes set state = 'vastgesteld' where from_area = 'GM1696'`.execute(tx)
      })
      // The source still has both.
      expect(await sumOfRegion('2027-02-01')).toEqual(before)
      expect(await sumOfRegion('2026-12-31')).toEqual(before)
      // And then it has merged them too, backwards in time.
      server.serve(merged(realMonthly(months)))
      expect(await loadTable(region.db, openOData(server.url, { paceMs: 0 }), sourceTables[0] as never)).toMatchObject({
        outcome: 'whole',
      })
      expect(await sumOfRegion('2027-02-01')).toEqual(before)
      expect(await sumOfRegion('2026-12-31')).toEqual(before)
    })
  })
})

/** The yearly table with all crimes together, which is what is real in it, and a type that is hidden: a load of all takes minutes. */
function totalsOf(years: string[]): ReturnType<typeof realYears> {
  const table = realYears(years)
  const [types, ...others] = table.lists
  return {
    ...table,
    lists: [
      { ...types, entries: types.entries.filter(({ Key }) => ['0.0.0', '1.4.1'].includes(Key.trim())) },
      ...others,
    ],
  }
}

/** The source after the merger: the neighbourhoods of Wijdemeren have codes of Hilversum, in all years. */
function merged(table: ReturnType<typeof realMonthly>): ReturnType<typeof realMonthly> {
  const renamed = (code: string) => (/^(WK|BU)1696/.test(code) ? `${code.slice(0, 2)}04029${code.slice(7)}` : code)
  const [types, areas, periods] = table.lists
  const old = new Map(areas.entries.map(({ Key }) => [renamed(Key.trim()), Key.trim()]))
  const moved = areas.entries.flatMap((entry) =>
    entry.Key.startsWith('GM1696')
      ? []
      : [
          {
            ...entry,
            Key: renamed(entry.Key),
            Municipality: entry.Municipality === 'GM1696' ? 'GM0402' : (entry.Municipality ?? null),
          },
        ],
  )
  return {
    ...table,
    info: { ...table.info, Modified: '2024-02-15T02:00:00' },
    lists: [types, { ...areas, entries: moved }, periods],
    value: (type, area, period) => {
      const own = table.value(type, old.get(area) ?? area, period)
      const other = area === 'GM0402' ? table.value(type, 'GM1696', period) : 0
      return own === null || other === null ? null : own + other
    },
  }
}
