import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { square } from '../../../test/environment/features/invented'
import {
  hasRealBoundaries,
  realBuurten,
  realMunicipalities,
  realMunicipalitiesOf2022,
  realWijken,
} from '../../../test/environment/features/real'
import { type FeatureServer, serveFeatures } from '../../../test/environment/features/server'
import { type Opened, openRegion } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { anonymous, overseeing, owning, reading } from '../../platform/db/database'
import { openFeatures } from '../../platform/features/client'
import type { LoadWish, Watch } from '../../platform/load/loader'
import { loadLines } from '../../platform/load/parted-load.store'
import { boundaryLoaders } from './boundary-load.verbs'
import { boundariesOn } from './outline.store'

const quick = { paceMs: 0, backoffMs: 1, attempts: 4, timeoutMs: 10_000 }
const codes = ['GMX001', 'GMX002', 'GMX003', 'GMX004', 'GMX005', 'GMX006']

const placeOf = (code: string) => codes.indexOf(code)
const gemeenten = (year: number, own = codes) => [
  ...own.map((code) => square(code, placeOf(code), year)),
  square('GM9999', 6, year),
]
const wijken = (year: number, own = codes) =>
  own.flatMap((code) =>
    ['01', '02'].map((wijk) => square(`WK${code.slice(2)}${wijk}`, placeOf(code), year, wijk === '01' ? 0.05 : 0.1)),
  )
const buurten = (year: number, own = codes) =>
  own.map((code) => square(`BU${code.slice(2)}0101`, placeOf(code), year, 0.05))

let region: Opened
let server: FeatureServer
beforeAll(async () => {
  // Three features a page.
  server = await serveFeatures({}, 3)
  region = await openRegion({ region: 'voorbeeld' })
})
afterAll(async () => {
  await region.close()
  await server.close()
})
beforeEach(async () => {
  Object.assign(server.faults, { broken: 0, cutOff: 0, otherHost: false, otherCollection: false, renamed: {} })
  server.faults.slow = { times: 0, ms: 0 }
  server.serve(
    'gemeente_gegeneraliseerd',
    [2024, 2025, 2026].flatMap((year) => gemeenten(year)),
  )
  server.serve('wijk_gegeneraliseerd', wijken(2026))
  server.serve('buurt_gegeneraliseerd', buurten(2026))
  server.asked.length = 0
  await owning(region.db, async (tx) => {
    await sql`truncate territory.boundary_releases, platform.loads restart identity cascade`.execute(tx)
  })
})

const load = (wish: LoadWish = {}, watch: Watch = {}, { db } = region) =>
  boundaryLoaders(db, openFeatures(server.url, quick), server.url)[0]?.load(wish, watch)
const on = (text: string, own: readonly string[] = codes, { db } = region) =>
  reading(db, anonymous, (tx) => boundariesOn(tx, own, day(text)))
const releases = () =>
  overseeing(region.db, (tx) =>
    tx.selectFrom('territory.boundary_releases').select(['source', 'valid_from']).orderBy('id').execute(),
  )
const lines = () => overseeing(region.db, loadLines)

describe('boundaries of PDOK', () => {
  test('of the newest division are loaded page by page, of the region only, and each kind is a publication', async () => {
    expect(await load()).toEqual({ outcome: 'whole', release: 1, parts: 13, differences: 0 })
    expect(await on('2026-11-24')).toMatchObject({ title: 'CBS, Kadaster', validFrom: '2026-01-01' })
    expect((await on('2026-11-24'))?.outlines.map(({ code }) => code)).toEqual(codes)
    expect((await on('2026-11-24', ['WKX00101', 'WKX00602']))?.outlines).toHaveLength(2)
    expect((await on('2026-11-24', ['BUX0030101']))?.outlines).toHaveLength(1)
    expect(await on('2026-11-24', ['GM9999'])).toBeNull()
    expect((await releases()).map(({ source }) => source)).toEqual([
      'cbs/gebiedsindelingen/gemeente',
      'cbs/gebiedsindelingen/wijk',
      'cbs/gebiedsindelingen/buurt',
    ])
    // One look which year there is, and seven municipalities in pages of three.
    expect(server.asked.filter((path) => path.includes('/gemeente_'))).toHaveLength(4)
    for (const path of server.asked.slice(1)) expect(path).toContain('jaarcode=2026')
  })

  test('of a year that is not published yet are those of the year before', async () => {
    server.serve('gemeente_gegeneraliseerd', gemeenten(2025))
    expect(await load()).toMatchObject({ outcome: 'whole' })
    expect(await on('2026-11-24')).toMatchObject({ validFrom: '2025-01-01' })
    // No wijken were published with it, and none are missing.
    expect(await releases()).toHaveLength(1)
  })

  test('are loaded for every year from the one that is asked', async () => {
    expect(await load({ from: '2024-06' as never })).toMatchObject({ outcome: 'whole' })
    expect((await lines()).map(({ source, state }) => [source, state])).toEqual([
      ['grenzen 2026', 'volledig'],
      ['grenzen 2025', 'volledig'],
      ['grenzen 2024', 'volledig'],
    ])
    expect(await on('2024-07-01')).toMatchObject({ validFrom: '2024-01-01' })
  })

  test('that are here are not asked again; read again they change nothing, and a redrawn border stands beside', async () => {
    await load()
    server.asked.length = 0
    expect(await load()).toMatchObject({ outcome: 'unchanged' })
    expect(server.asked).toHaveLength(1)
    expect(await load({ again: true })).toMatchObject({ outcome: 'same' })
    expect(await releases()).toHaveLength(3)
    const before = await on('2026-11-24', ['GMX006'])
    const redrawn = gemeenten(2026).map((feature, at) => (at === 5 ? square('GMX006', 5, 2026, 0.2) : feature))
    server.serve('gemeente_gegeneraliseerd', redrawn)
    expect(await load({ again: true })).toMatchObject({ outcome: 'whole' })
    expect(await releases()).toHaveLength(4)
    expect((await on('2026-11-24', ['GMX006']))?.outlines[0]?.path).not.toBe(before?.outlines[0]?.path)
  })

  test('come in also when the source fails first, and a link to another host is asked of our own', async () => {
    Object.assign(server.faults, { broken: 1, cutOff: 1, otherHost: true })
    server.faults.slow = { times: 1, ms: 300 }
    expect(await load()).toMatchObject({ outcome: 'whole' })
  })

  test('go on after the last part when the program is stopped', async () => {
    let told = 0
    expect(await load({}, { told: () => void told++, isOver: () => told === 5 })).toEqual({ outcome: 'stopped' })
    expect(await lines()).toMatchObject([{ state: 'afgebroken', parts: 5, allParts: 13 }])
    expect(await releases()).toEqual([])
    server.asked.length = 0
    expect(await load()).toMatchObject({ outcome: 'whole', release: 1 })
    // Which year there is, and the eight parts that were not there: none of what was.
    expect(server.asked.filter((path) => path.includes('/gemeente_'))).toHaveLength(1)
    const boxes = new Set(
      server.asked.slice(1).map((path) => `${/collections.(\w+)_/.exec(path)?.[1]} ${/bbox=[^&]+/.exec(path)?.[0]}`),
    )
    expect(boxes.size).toBe(8)
  })
})

describe('boundaries are refused whole', () => {
  const refused = async (because: string) => {
    expect(await load()).toEqual({ outcome: 'refused', because })
    expect(await releases()).toEqual([])
    expect(await lines()).toMatchObject([{ state: 'geweigerd', refusedBecause: because }])
  }

  test('when a municipality of the region is missing', async () => {
    server.serve('gemeente_gegeneraliseerd', gemeenten(2026, codes.slice(1)))
    await refused('Van deze gemeenten ontbreekt de grens: GMX001.')
  })

  test('when a municipality has no wijk and others have', async () => {
    server.serve('wijk_gegeneraliseerd', wijken(2026, codes.slice(1)))
    await refused('Van deze gemeenten ontbreekt elke wijk: GMX001.')
  })

  test('when they are not in degrees', async () => {
    const inMetres = gemeenten(2026).map((feature) => ({
      ...feature,
      geometry: {
        type: 'Polygon' as const,
        coordinates: [
          [
            [155_000, 463_000],
            [156_000, 463_000],
            [156_000, 464_000],
            [155_000, 463_000],
          ],
        ],
      },
    }))
    server.serve('gemeente_gegeneraliseerd', inMetres)
    await refused('De bron geeft de grenzen niet in graden.')
  })

  test('when an area comes twice', async () => {
    server.serve('gemeente_gegeneraliseerd', [...gemeenten(2026), square('GMX001', 0, 2026)])
    await refused('De bron gaf een gebied twee keer.')
  })

  test('when the columns have other names', async () => {
    server.faults.renamed = { statcode: 'code' }
    await refused(`Van deze gemeenten ontbreekt de grens: ${codes.join(', ')}.`)
  })
})

test('a page that leads to another collection is not followed', async () => {
  server.faults.otherCollection = true
  expect(await load()).toMatchObject({
    outcome: 'interrupted',
    because: 'De bron verwijst naar een ander adres. Dat volgen wij niet.',
  })
})

if (!hasRealBoundaries) console.warn('SKIPPED: the real boundaries are not here, so loading them is not tested.')

describe.runIf(hasRealBoundaries)('the real boundaries of CBS and Kadaster', () => {
  let real: Opened
  beforeAll(async () => {
    real = await openRegion()
  })
  afterAll(() => real.close())

  test('of the municipalities, wijken and buurten of the region become a map, and of 2022 that with Weesp', async () => {
    const pdok = await serveFeatures({
      gemeente_gegeneraliseerd: [...realMunicipalities(2026), ...realMunicipalitiesOf2022()],
      wijk_gegeneraliseerd: realWijken(2026),
      buurt_gegeneraliseerd: realBuurten(2026),
    })
    const { db } = real
    const loadYear = (clock: () => Date) =>
      boundaryLoaders({ ...db, clock }, openFeatures(pdok.url, quick), pdok.url)[0]?.load({}, {})
    expect(await loadYear(db.clock)).toMatchObject({ outcome: 'whole', parts: 1 + 2 * 38 })
    const own = await overseeing(db, (tx) => tx.selectFrom('territory.boundaries').select('area').execute())
    const count = (start: string) => own.filter(({ area }) => area.startsWith(start)).length
    expect([count('GM'), count('WK'), count('BU')]).toEqual([38, 362, 1621])
    expect(await loadYear(() => new Date('2022-03-01T09:00:00Z'))).toMatchObject({ outcome: 'whole' })
    const weesp = ['GM0457', 'GM0402']
    expect((await on('2022-03-01', weesp, real))?.outlines).toHaveLength(2)
    expect(await on('2026-03-01', weesp, real)).toBeNull()
    await pdok.close()
  })
})
