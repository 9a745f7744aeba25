import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Invention, inventedTable } from '../../../test/environment/odata/invented'
import { type ODataServer, serveOData } from '../../../test/environment/odata/server'
import { type Opened, openRegion } from '../../../test/environment/region'
import type { Month } from '../../kernel/month'
import { overseeing, owning } from '../../platform/db/database'
import type { LoadWish, Watch } from '../../platform/load/loader'
import { openOData } from '../../platform/odata/client'
import { loadTable } from './load.verbs'
import { type SourceTable, sourceTable } from './source-table'

// The invented region: Oeverstad, Heidebeek, Zandmeer (made of Dorpermeer), Kloosterdam, Lindebroek and Wilgenaar.
const municipalities = ['GMX001', 'GMX002', 'GMX003', 'GMX004', 'GMX005', 'GMX006']
const periods = ['2026MM08', '2026MM09', '2026MM10']
const monthly = sourceTable('47022NED') as SourceTable
const parts = municipalities.length * periods.length

let region: Opened
let server: ODataServer
beforeAll(async () => {
  server = await serveOData([])
  region = await openRegion({ region: 'voorbeeld' })
})
afterAll(async () => {
  await server.close()
  await region.close()
})
beforeEach(() => serve())
afterEach(() => owning(region.db, (tx) => sql`truncate crime.releases restart identity cascade`.execute(tx)))

function serve(invention: Partial<Invention> = {}) {
  server.serve(inventedTable({ municipalities, periods, ...invention }))
  server.asked.length = 0
  Object.assign(server.faults, { broken: 0, cutOff: 0, reset: 0, renamed: {}, unpadded: false, changesAfter: null })
}
const load = (wish: LoadWish = {}, watch: Watch = {}, table = monthly) =>
  loadTable(region.db, openOData(server.url, { paceMs: 0, backoffMs: 1, attempts: 3 }), table, wish, watch)
const askedRows = () => server.asked.filter((path) => path.includes('TypedDataSet')).map(decodeURIComponent)

const releases = () =>
  overseeing(region.db, async (tx) => {
    const { rows } = await sql<{ id: number; state: string; stored: number; kept: number; why: string | null }>`
      select r.id, r.state, (select count(*) from crime.counts c where c.release = r.id) as stored,
             (select count(*) from crime.release_parts p where p.release = r.id) as kept, r.refused_because as why
        from crime.releases r order by r.id`.execute(tx)
    return rows
  })
/** Everything the tables of this domain hold. */
const everything = () =>
  overseeing(region.db, async (tx) => {
    const all: unknown[] = []
    for (const table of ['releases', 'release_areas', 'release_parts', 'counts', 'differences'])
      all.push((await sql`select * from ${sql.table(`crime.${table}`)} as t order by t::text`.execute(tx)).rows)
    return all
  })
const asked = async (area: string, type: string, month: string, more = '') => {
  const { items } = await region.json<{ items: { waarde: number | null }[] }>(
    `/api/v1/misdrijfcijfers?gebied=${area}&misdrijfsoort=${type}&periode=${month}${more}`,
  )
  return items[0]?.waarde
}
const source = inventedTable({ municipalities, periods })

describe('a release of the source', () => {
  test('is loaded whole: every number as the source has it, hidden apart from zero, and it takes the place of examples', async () => {
    expect(await load()).toMatchObject({ outcome: 'whole', parts, differences: 0 })
    for (const [area, type] of [
      ['GMX001', '0.0.0'],
      ['WKX00201', '1.1.1'],
      ['BUX0060202', '2.6.10'],
      ['GMX003', '1.4.1'],
    ] as const)
      expect(await asked(area, type, '2026-09')).toBe(source.value(type, area, '2026MM09'))
    expect(await asked('GMX003', '1.4.1', '2026-09')).toBeNull()
    expect(await region.text('/veiligheidsbeelden')).not.toContain('voorbeeldcijfers')
    expect((await region.get('/veiligheidsbeelden/GM9999')).status).toBe(404)
  })

  test('loaded twice changes nothing, and asks the source no more than whether it changed', async () => {
    await load()
    const before = await everything()
    server.asked.length = 0
    expect(await load()).toMatchObject({ outcome: 'unchanged' })
    expect(server.asked).toHaveLength(1)
    expect(await load({ again: true })).toMatchObject({ outcome: 'same' })
    expect(await everything()).toEqual(before)
  })

  test('that revises an earlier one is kept beside it, and only what differs is stored', async () => {
    await load()
    const old = source.value('1.1.1', 'BUX0010101', '2026MM09') ?? 0
    serve({ modified: '2026-11-20T02:00:00', changed: { '1.1.1 BUX0010101 2026MM09': old + 3 } })
    expect(await load()).toMatchObject({ outcome: 'whole', differences: 0 })
    const municipality = source.value('1.1.1', 'GMX001', '2026MM09') ?? 0
    expect(await asked('GMX001', '1.1.1', '2026-09')).toBe(municipality + 3)
    expect(await asked('GMX001', '1.1.1', '2026-09', '&bekendOp=2026-11-19')).toBe(municipality)
    expect(await asked('BUX0010101', '1.1.1', '2026-09', '&bekendOp=2026-11-19')).toBe(old)
    // The buurt, its wijk and its municipality.
    expect(await releases()).toMatchObject([{ stored: parts * 7 }, { stored: 3 }])
  })

  test('with a month more may be asked from that month on, and is whole all the same', async () => {
    await load()
    serve({ modified: '2026-11-20T02:00:00', periods: [...periods, '2026MM11'] })
    expect(await load({ from: '2026-11' as Month })).toMatchObject({ outcome: 'whole', parts: parts + 6 })
    expect(askedRows()).toHaveLength(6)
    expect(await asked('GMX001', '1.1.1', '2026-11')).toBe(source.value('1.1.1', 'GMX001', '2026MM11'))
    expect(await asked('GMX001', '1.1.1', '2026-08')).toBe(source.value('1.1.1', 'GMX001', '2026MM08'))
  })

  test('that leaves a gap after the one before, or has other types, is not taken over in part', async () => {
    await load()
    serve({ modified: '2026-11-20T02:00:00', periods: [...periods, '2026MM11', '2026MM12'] })
    expect(await load({ from: '2026-12' as Month })).toMatchObject({ outcome: 'unusable' })
    serve({ modified: '2026-11-20T02:00:00', periods: [...periods, '2026MM11'], types: ['0.0.0 ', '1.1.1 '] })
    expect(await load({ from: '2026-11' as Month })).toMatchObject({ outcome: 'unusable' })
    expect(await releases()).toHaveLength(1)
  })

  test('with a new type is loaded, and earlier months of an older release do not have it', async () => {
    serve({ types: ['0.0.0 ', '1.1.1 ', '2.2.1 '] })
    await load()
    serve({ modified: '2026-11-20T02:00:00', types: ['0.0.0 ', '1.1.1 ', '1.2.3 ', '2.2.1 '] })
    expect(await load()).toMatchObject({ outcome: 'whole' })
    expect(await asked('GMX001', '1.2.3', '2026-10')).toBe(source.value('1.2.3', 'GMX001', '2026MM10'))
    expect(await asked('GMX001', '1.2.3', '2026-10', '&bekendOp=2026-11-18')).toBeNull()
  })
})

describe('a load that ends half way', () => {
  test('goes on after its last part, asks nothing of it again, and gives the same release', async () => {
    let told = 0
    const outcome = await load({}, { told: () => void told++, isOver: () => told === 7 })
    expect(outcome).toEqual({ outcome: 'stopped' })
    const first = askedRows()
    expect(await region.text('/veiligheidsbeelden')).toContain('Er zijn nog geen maandcijfers')
    server.asked.length = 0
    expect(await load()).toMatchObject({ outcome: 'whole', parts })
    expect(askedRows()).toHaveLength(parts - 7)
    expect(askedRows().filter((path) => first.slice(0, 7).includes(path))).toEqual([])
    const [resumed] = await everything()
    const other = await openRegion({ region: 'voorbeeld' })
    await loadTable(other.db, openOData(server.url, { paceMs: 0 }), monthly)
    const hash = await overseeing(other.db, (tx) => tx.selectFrom('crime.releases').select('content_hash').execute())
    await other.close()
    expect(resumed).toMatchObject(hash)
  })

  test('goes on when it was killed, and when somebody broke it off', async () => {
    let told = 0
    const breakOff = async () => {
      await owning(region.db, (tx) => sql`update crime.releases set state = 'afgebroken'`.execute(tx))
    }
    const breaking: Promise<void>[] = []
    const watch = { told: () => void (++told === 4 && breaking.push(breakOff())) }
    expect(await load({}, watch)).toEqual({ outcome: 'broken-off' })
    await Promise.all(breaking)
    // A killed program leaves it as if it were still loading.
    await owning(region.db, (tx) => sql`update crime.releases set state = 'bezig'`.execute(tx))
    const [left] = await releases()
    server.asked.length = 0
    expect(await load()).toMatchObject({ outcome: 'whole', parts })
    expect(askedRows()).toHaveLength(parts - (left?.kept ?? 0))
    expect(await releases()).toHaveLength(1)
  })

  test('of a state that the source has replaced keeps its line and nothing else', async () => {
    let told = 0
    await load({}, { told: () => void told++, isOver: () => told === 7 })
    serve({ modified: '2026-11-20T02:00:00' })
    expect(await load()).toMatchObject({ outcome: 'whole' })
    expect(await releases()).toMatchObject([
      { state: 'afgebroken', stored: 0, kept: 0 },
      { state: 'volledig', stored: parts * 7 },
    ])
  })

  test('is not begun twice at once', async () => {
    const both = await Promise.all([load(), load()])
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['busy', 'whole'])
  })
})

describe('a source with faults', () => {
  test.each(['broken', 'cutOff', 'reset'] as const)('that is %s for a moment is asked again', async (fault) => {
    server.faults[fault] = 2
    expect(await load()).toMatchObject({ outcome: 'whole', parts, differences: 0 })
  })

  test('that keeps failing interrupts the load, which goes on another day', async () => {
    let told = 0
    const watch = { told: () => void (++told === 5 && Object.assign(server.faults, { broken: 99 })) }
    expect(await load({}, watch)).toMatchObject({ outcome: 'interrupted', because: 'De bron geeft steeds een fout.' })
    const [left] = await releases()
    expect(left).toMatchObject({ state: 'afgebroken' })
    serve()
    expect(await load()).toMatchObject({ outcome: 'whole', parts })
    expect(askedRows()).toHaveLength(parts - (left?.kept ?? 0))
  })

  test('that cannot be reached changes nothing', async () => {
    const nobody = openOData('http://127.0.0.1:9', { paceMs: 0, backoffMs: 1, attempts: 2 })
    expect(await loadTable(region.db, nobody, monthly)).toEqual({
      outcome: 'interrupted',
      because: 'De bron antwoordt niet.',
    })
    expect(await releases()).toEqual([])
  })

  test.each<[string, Record<string, string>]>([
    ['GeregistreerdeMisdrijven', { GeregistreerdeMisdrijven_1: 'Aantal_1' }],
    ['SoortMisdrijf', { SoortMisdrijf: 'Delict' }],
    ['WijkenEnBuurten', { WijkenEnBuurten: 'Gebied' }],
  ])('without the column %s is not loaded, and says which one', async (column, renamed) => {
    server.faults.renamed = renamed
    const outcome = await load()
    expect(outcome).toMatchObject({ outcome: 'unusable' })
    expect('because' in outcome && outcome.because).toContain(column)
    expect(await releases()).toEqual([])
  })

  test('whose column got another number is loaded all the same', async () => {
    server.faults.renamed = { GeregistreerdeMisdrijven_1: 'GeregistreerdeMisdrijven_3' }
    expect(await load()).toMatchObject({ outcome: 'whole', parts })
  })

  test('whose keys lost their spaces gives no rows and no error, and is refused', async () => {
    server.faults.unpadded = true
    expect(await load()).toMatchObject({ outcome: 'refused' })
    expect(await releases()).toMatchObject([{ state: 'geweigerd', stored: 0, kept: 0 }])
  })

  test('that changes while we load is refused: half of it may be old', async () => {
    server.faults.changesAfter = 5
    const outcome = await load()
    expect(outcome).toMatchObject({ outcome: 'refused' })
    expect('because' in outcome && outcome.because).toContain('veranderd terwijl wij laadden')
  })

  test('without one of our municipalities is not loaded', async () => {
    serve({ municipalities: municipalities.slice(1) })
    const outcome = await load()
    // Oeverstad is not in the list; it has no predecessor or successor there either.
    expect(outcome).toMatchObject({ outcome: 'unusable' })
    expect('because' in outcome && outcome.because).toContain('GMX001')
  })

  test('that gives no total of a month has not published it, and is refused', async () => {
    serve({ changed: { '0.0.0 GMX004 2026MM10': null } })
    const outcome = await load()
    expect('because' in outcome && outcome.because).toContain('GMX004, 2026-10: de bron geeft geen totaal')
  })
})

describe('a source that does not add up', () => {
  const whole = source.value('1.1.1', 'GMX002', '2026MM09') ?? 0
  const differences = () =>
    overseeing(region.db, (tx) =>
      tx
        .selectFrom('crime.differences')
        .select(['area', 'month', 'type', 'parts_kind', 'whole_count', 'parts_sum'])
        .orderBy('parts_kind')
        .execute(),
    )

  test('by a little is loaded, and the difference is kept and not mended', async () => {
    serve({ changed: { '1.1.1 GMX002 2026MM09': whole - 1 } })
    expect(await load()).toMatchObject({ outcome: 'whole', differences: 2 })
    const difference = { area: 'GMX002', month: '2026-09', type: '1.1.1', whole_count: whole - 1, parts_sum: whole }
    expect(await differences()).toEqual([
      { ...difference, parts_kind: 'buurten' },
      { ...difference, parts_kind: 'wijken' },
    ])
    expect(await asked('GMX002', '1.1.1', '2026-09')).toBe(whole - 1)
  })

  test('by more than the tolerance is refused whole, with the reason, and what was there stays', async () => {
    await load()
    serve({ modified: '2026-11-20T02:00:00', changed: { '1.1.1 GMX002 2026MM09': whole + 40 } })
    const outcome = await load()
    expect(outcome).toMatchObject({ outcome: 'refused' })
    expect('because' in outcome && outcome.because).toContain(
      `GMX002, 2026-09, soort 1.1.1: het totaal is ${whole + 40}`,
    )
    expect(await releases()).toMatchObject([
      { state: 'volledig' },
      { state: 'geweigerd', stored: 0, kept: 0, why: expect.stringContaining('GMX002') },
    ])
    expect(await asked('GMX002', '1.1.1', '2026-09')).toBe(whole)
  })

  test('because a neighbourhood is hidden leaves the total above the rest, and that is no difference', async () => {
    serve({ changed: { '1.1.1 BUX0020101 2026MM09': null, '1.1.1 GMX002 2026MM09': whole } })
    expect(await load()).toMatchObject({ outcome: 'whole' })
    expect(await asked('BUX0020101', '1.1.1', '2026-09')).toBeNull()
  })
})
