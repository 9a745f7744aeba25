import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type Deviation,
  inventedInhabitants,
  inventedNeighbourhoods,
  realInhabitants,
  realNeighbourhoods,
  realYearEnds,
} from '../../../test/environment/odata/inhabitants'
import { hasRealData } from '../../../test/environment/odata/real'
import { type ODataServer, serveOData } from '../../../test/environment/odata/server'
import { type Opened, openRegion } from '../../../test/environment/region'
import { overseeing, owning } from '../../platform/db/database'
import type { LoadWish, Watch } from '../../platform/load/loader'
import { loadLines } from '../../platform/load/parted-load.store'
import { openOData } from '../../platform/odata/client'
import { populationLoaders } from './population-load.verbs'

const quick = { paceMs: 0, backoffMs: 1, attempts: 3, timeoutMs: 10_000 }
// GMX007 went into GMX003 on the first day of 2024.
const codes = ['GMX001', 'GMX002', 'GMX003', 'GMX004', 'GMX005', 'GMX006', 'GMX007']
const merged = {
  'GMX003 2021JJ00': null,
  'GMX003 2022JJ00': null,
  'GMX003 2023JJ00': null,
  'GMX007 2024JJ00': null,
  'GMX007 2025JJ00': null,
}
const years = [2021, 2022, 2023, 2024, 2025]
const overTheYears = (deviation: Deviation = {}) =>
  inventedInhabitants(codes, years, { ...deviation, changed: { ...merged, ...deviation.changed } })
const ofOneYear = (deviation: Deviation = {}) => inventedNeighbourhoods('86165NED', 2025, codes.slice(0, 6), deviation)

let region: Opened
let server: ODataServer
beforeAll(async () => {
  server = await serveOData([])
  region = await openRegion({ region: 'voorbeeld' })
})
afterAll(async () => {
  await region.close()
  await server.close()
})

const load = (table: string, wish: LoadWish = {}, watch: Watch = {}, opened = region) => {
  const loaders = populationLoaders(opened.db, openOData(server.url, quick), server.url)
  return loaders.find(({ id }) => id === table)?.load(wish, watch)
}
type Stored = { release: number; area: string; on: string; inhabitants: number }
const stored = (table: string, opened = region) =>
  overseeing(opened.db, async (tx) => {
    const { rows } = await sql<Stored>`
      select i.release, i.area, i.reference_day::text as "on", i.inhabitants
        from crime.inhabitants i join crime.population_releases r on r.id = i.release
       where r.source_table = ${table} order by i.release, i.area, i.reference_day`.execute(tx)
    return rows
  })
const lines = () => overseeing(region.db, loadLines)
const questions = () => server.asked.filter((path) => path.includes('TypedDataSet'))

beforeEach(async () => {
  Object.assign(server.faults, { broken: 0, cutOff: 0, reset: 0, innerHost: false, unpadded: false, renamed: {} })
  server.faults.slow = { times: 0, ms: 0 }
  server.serve(overTheYears())
  server.serve(ofOneYear())
  server.asked.length = 0
  await owning(region.db, async (tx) => {
    await sql`truncate crime.population_releases, platform.loads restart identity cascade`.execute(tx)
  })
})

describe('inhabitants of CBS', () => {
  test('are loaded year by year, each number as the source has it, and of no other region', async () => {
    expect(await load('37230ned')).toEqual({ outcome: 'whole', release: 1, parts: 5, differences: 0 })
    const rows = await stored('37230ned')
    // Seven municipalities in five years, without what was not there yet or no more.
    expect(rows).toHaveLength(7 * 5 - 5)
    const source = overTheYears()
    for (const { area, on, inhabitants } of rows)
      expect([area, on, inhabitants]).toEqual([area, on, source.value(area, `${on.slice(0, 4)}JJ00`)])
    expect(new Set(rows.map(({ on }) => on.slice(4)))).toEqual(new Set(['-12-31']))
    expect(questions()).toHaveLength(5)
    expect(await lines()).toMatchObject([{ state: 'volledig', parts: 5, stand: '2026-01-30T01:00:00.000Z' }])
  })

  test('of a year come per municipality with its neighbourhoods, and small differences are kept', async () => {
    expect(await load('86165NED')).toMatchObject({ outcome: 'whole', parts: 6 })
    const rows = await stored('86165NED')
    expect(rows).toHaveLength(6 * 7)
    expect(new Set(rows.map(({ on }) => on))).toEqual(new Set(['2025-01-01']))
    const kept = await overseeing(region.db, (tx) =>
      tx.selectFrom('crime.population_differences').selectAll().execute(),
    )
    expect(kept.length).toBe((await lines())[0]?.differences)
    expect(kept.length).toBeGreaterThan(0)
    for (const { whole_count, parts_sum } of kept) expect(Math.abs(whole_count - parts_sum)).toBeLessThanOrEqual(10)
  })

  test('that did not change are not asked again, and read again they change nothing', async () => {
    await load('37230ned')
    server.asked.length = 0
    expect(await load('37230ned')).toEqual({ outcome: 'unchanged', modifiedAt: '2026-01-30T01:00:00.000Z' })
    expect(questions()).toEqual([])
    const before = await stored('37230ned')
    expect(await load('37230ned', { again: true })).toMatchObject({ outcome: 'same' })
    expect(await stored('37230ned')).toEqual(before)
    expect(await lines()).toHaveLength(1)
  })

  test('that were revised stand beside what was known before, also when the source takes it back', async () => {
    await load('37230ned')
    const revised = { changed: { 'GMX001 2025JJ00': 21_000 } }
    server.serve(overTheYears({ ...revised, modified: '2026-02-28T02:00:00' }))
    expect(await load('37230ned')).toMatchObject({ outcome: 'whole' })
    server.serve(overTheYears({ modified: '2026-03-31T02:00:00' }))
    expect(await load('37230ned')).toMatchObject({ outcome: 'whole' })
    const ofOne = (await stored('37230ned')).filter(({ area, on }) => area === 'GMX001' && on === '2025-12-31')
    const original = overTheYears().value('GMX001', '2025JJ00')
    expect(ofOne.map(({ inhabitants }) => inhabitants)).toEqual([original, 21_000, original])
  })

  test('are found in another column when the source numbers them anew', async () => {
    server.faults.renamed = { AantalInwoners_5: 'AantalInwoners_7' }
    expect(await load('86165NED')).toMatchObject({ outcome: 'whole' })
  })

  test.each(['broken', 'cutOff', 'reset'] as const)('come in also when an answer is %s first', async (fault) => {
    server.faults[fault] = 2
    expect(await load('86165NED')).toMatchObject({ outcome: 'whole' })
  })

  test('go on after the last part when the source stops answering', async () => {
    let told = 0
    const broken = { told: () => void (++told === 2 && Object.assign(server.faults, { broken: 99 })) }
    expect(await load('37230ned', {}, broken)).toMatchObject({
      outcome: 'interrupted',
      because: 'De bron geeft steeds een fout.',
    })
    expect(await stored('37230ned')).toEqual([])
    expect(await lines()).toMatchObject([{ state: 'afgebroken', parts: 2, allParts: 5 }])
    server.faults.broken = 0
    server.asked.length = 0
    expect(await load('37230ned')).toMatchObject({ outcome: 'whole', release: 1, parts: 5 })
    expect(questions()).toHaveLength(3)
  })

  test('begin anew when the source changed in between', async () => {
    let told = 0
    await load('37230ned', {}, { told: () => void told++, isOver: () => told === 2 })
    server.serve(overTheYears({ modified: '2026-02-28T02:00:00' }))
    server.asked.length = 0
    expect(await load('37230ned')).toMatchObject({ outcome: 'whole', release: 2 })
    expect(questions()).toHaveLength(5)
    expect((await lines()).map(({ state, parts }) => [state, parts])).toEqual([
      ['volledig', 5],
      ['afgebroken', 0],
    ])
  })
})

describe('inhabitants are refused whole', () => {
  const refused = async (table: string, because: string) => {
    expect(await load(table)).toEqual({ outcome: 'refused', because })
    expect(await stored(table)).toEqual([])
    expect(await lines()).toMatchObject([{ state: 'geweigerd', refusedBecause: because, parts: 0 }])
  }

  test('when a municipality of the region has no number on the last day', async () => {
    server.serve(overTheYears({ changed: { 'GMX002 2025JJ00': null } }))
    await refused('37230ned', 'Van deze gemeenten is op 2025-12-31 geen aantal: GMX002.')
  })

  test('when a year in between is missing', async () => {
    server.serve(overTheYears({ changed: { 'GMX002 2023JJ00': null } }))
    await refused('37230ned', 'Er ontbreekt een aantal tussen twee jaren: GMX002 op 2023-12-31.')
  })

  test('when a municipality grows as none does', async () => {
    const before = overTheYears().value('GMX002', '2024JJ00') ?? 0
    server.serve(overTheYears({ changed: { 'GMX002 2025JJ00': before * 2 } }))
    await refused(
      '37230ned',
      `Meer dan 15% erbij of eraf in een jaar: GMX002 van ${before} naar ${before * 2} (2025-12-31). Is er een herindeling, leg die dan eerst vast bij de gebieden.`,
    )
  })

  test('when one table says something else than another did', async () => {
    await load('86165NED')
    await owning(region.db, (tx) => sql`delete from platform.loads`.execute(tx))
    const known = ofOneYear().value('GMX002') ?? 0
    server.serve(overTheYears({ changed: Object.fromEntries(years.map((year) => [`GMX002 ${year}JJ00`, 9000])) }))
    expect(await load('37230ned')).toMatchObject({
      outcome: 'refused',
      because: expect.stringContaining(`GMX002 van ${known} naar 9000`),
    })
  })

  test('when neighbourhoods do not add up to their municipality', async () => {
    const whole = ofOneYear().value('GMX002') ?? 0
    server.serve(ofOneYear({ changed: { BUX0020101: 0 } }))
    const sum = ['0102', '0201', '0202'].reduce((all, buurt) => all + (ofOneYear().value(`BUX002${buurt}`) ?? 0), 0)
    await refused(
      '86165NED',
      `GMX002: GMX002 heeft ${whole} inwoners, en de som van de buurten is ${sum}. Dat is te veel verschil.`,
    )
  })

  test('when the source changes while we load', async () => {
    server.faults.changesAfter = 2
    await refused('86165NED', 'De bron is veranderd terwijl wij laadden: een deel kan oud zijn en een deel nieuw.')
  })

  test('when rows have other keys than the list', async () => {
    server.faults.unpadded = true
    await refused('86165NED', 'GMX001: de bron gaf een rij van een ander gebied of een andere periode.')
  })

  test('when a number is none', async () => {
    server.serve(ofOneYear({ changed: { GMX001: -99997 } }))
    await refused('86165NED', 'GMX001: de bron gaf iets dat geen aantal is: -99997.')
  })
})

describe('nothing is loaded', () => {
  const unusable = async (table: string, because: string) => {
    expect(await load(table)).toEqual({ outcome: 'unusable', because })
    expect(await lines()).toEqual([])
    expect(questions()).toEqual([])
  }

  test('of a table without a municipality of the region', async () => {
    server.serve(inventedNeighbourhoods('86165NED', 2025, codes.slice(1, 6)))
    await unusable('86165NED', 'Deze gemeenten staan niet in de lijst van de bron: GMX001.')
  })

  test('of a table that turns out to be another', async () => {
    server.serve(ofOneYear({ title: 'Sociaal-economische status; wijken en buurten' }))
    await unusable('86165NED', 'De tabel heet anders dan wij kennen: Sociaal-economische status; wijken en buurten.')
  })

  test('of a table with other columns', async () => {
    server.serve({ ...ofOneYear(), properties: ofOneYear().properties.filter(({ Key }) => Key !== 'AantalInwoners_5') })
    await unusable('86165NED', 'De bron heeft andere kolommen dan wij kennen. Deze ontbreken: Aantal inwoners.')
  })

  test('of an older state than is here', async () => {
    await load('86165NED')
    server.serve(ofOneYear({ modified: '2025-01-01T02:00:00' }))
    expect(await load('86165NED')).toEqual({
      outcome: 'unusable',
      because: 'De bron geeft een oudere stand dan de laatste levering.',
    })
  })
})

if (!hasRealData) console.warn('SKIPPED: the real figures are not here, so loading inhabitants of CBS is not tested.')

describe.runIf(hasRealData)('the real numbers of CBS', () => {
  let real: Opened
  beforeAll(async () => {
    real = await openRegion()
  })
  afterAll(() => real.close())
  beforeEach(() => {
    server.serve(realInhabitants())
    server.serve(realNeighbourhoods())
  })

  test('of every municipality and year from 2011 on are stored as they are', async () => {
    expect(await load('37230ned', {}, {}, real)).toMatchObject({ outcome: 'whole', parts: 14 })
    const numbers = realYearEnds()
    const rows = await stored('37230ned', real)
    for (const { area, on, inhabitants } of rows) expect(inhabitants).toBe(numbers.get(`${area} ${on.slice(0, 4)}`))
    const ofLast = rows.filter(({ on }) => on === '2024-12-31')
    expect(ofLast).toHaveLength(38)
    expect(rows.filter(({ area }) => area === 'GM0457').map(({ on }) => on)).toContain('2021-12-31')
  })

  test('of all neighbourhoods add up to the municipality but for rounding, and to the region', async () => {
    const outcome = await load('85984NED', {}, {}, real)
    expect(outcome).toMatchObject({ outcome: 'whole', parts: 38 })
    const rows = await stored('85984NED', real)
    expect(rows).toHaveLength(2022)
    const municipal = rows.filter(({ area }) => area.startsWith('GM'))
    expect(municipal.reduce((sum, { inhabitants }) => sum + inhabitants, 0)).toBe(2_095_649)
    const { rows: kept } = await overseeing(real.db, (tx) =>
      sql<{ area: string; parts_kind: string; whole_count: number; parts_sum: number }>`
          select area, parts_kind, whole_count, parts_sum from crime.population_differences
           where parts_kind = 'buurten' order by abs(whole_count - parts_sum) desc limit 1`.execute(tx),
    )
    expect(kept).toEqual([{ area: 'GM0034', parts_kind: 'buurten', whole_count: 226_500, parts_sum: 226_425 }])
  })
})
