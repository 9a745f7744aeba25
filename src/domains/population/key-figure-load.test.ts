import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inventedNeighbourhoods } from '../../../test/environment/odata/inhabitants'
import {
  type FigureDeviation,
  inventedKeyFigures,
  realFigures,
  realKeyFigures,
} from '../../../test/environment/odata/key-figures'
import { hasRealData } from '../../../test/environment/odata/real'
import { type ODataServer, serveOData } from '../../../test/environment/odata/server'
import { type Opened, openRegion } from '../../../test/environment/region'
import { overseeing, owning } from '../../platform/db/database'
import type { LoadWish, Watch } from '../../platform/load/loader'
import { loadLines } from '../../platform/load/parted-load.store'
import { openOData } from '../../platform/odata/client'
import { keyFigureLoaders } from './key-figure-load.verbs'

const quick = { paceMs: 0, backoffMs: 1, attempts: 3, timeoutMs: 10_000 }
const codes = ['GMX001', 'GMX002', 'GMX003', 'GMX004', 'GMX005', 'GMX006']
const tableOf = (year: number, deviation: FigureDeviation = {}, modified = `${year}-12-15T02:00:00`) =>
  inventedKeyFigures(
    inventedNeighbourhoods(year === 2025 ? '86165NED' : '85984NED', year, codes, { modified }),
    year,
    deviation,
  )

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

const load = (name = 'kerncijfers2025', wish: LoadWish = {}, watch: Watch = {}, opened = region) =>
  keyFigureLoaders(opened.db, openOData(server.url, quick), server.url)
    .find(({ id }) => id === name)
    ?.load(wish, watch)
type Stored = { release: number; area: string; figure: string; value: number | null }
const stored = (opened = region) =>
  overseeing(opened.db, async (tx) => {
    const { rows } = await sql<Stored>`
      select release, area, figure, value from crime.key_figures order by release, area, figure`.execute(tx)
    return rows
  })
const releases = () =>
  overseeing(region.db, (tx) => tx.selectFrom('crime.key_figure_releases').selectAll().orderBy('id').execute())
const lines = () => overseeing(region.db, loadLines)
const questions = () => server.asked.filter((path) => path.includes('TypedDataSet'))

beforeEach(async () => {
  Object.assign(server.faults, { broken: 0, cutOff: 0, reset: 0, unpadded: false, renamed: {}, changesAfter: null })
  server.serve(tableOf(2025))
  server.asked.length = 0
  await owning(region.db, async (tx) => {
    await sql`truncate crime.key_figure_releases, platform.loads restart identity cascade`.execute(tx)
  })
})

describe('key figures of CBS', () => {
  test('are loaded per municipality with its neighbourhoods, each as the source has it', async () => {
    expect(await load()).toMatchObject({ outcome: 'whole', parts: 6 })
    const rows = await stored()
    expect(rows).toHaveLength(6 * 7 * 8)
    const cellOf = (area: string, figure: string) =>
      rows.find((row) => row.area === area && row.figure === figure)?.value
    expect(cellOf('GMX001', 'inwoners')).toBe(tableOf(2025).value('GMX001'))
    expect(
      ['jongeren', 'huishoudens', 'woningen', 'bedrijfsvestigingen'].map((one) => cellOf('BUX0010101', one)),
    ).toEqual([600, 2400, 2450, 400])
    expect(['woz-waarde', 'adressendichtheid', 'stedelijkheid'].map((one) => cellOf('WKX00101', one))).toEqual([
      350, 1200, 3,
    ])
    expect(await releases()).toMatchObject([
      { source_table: '86165NED', content_hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])
  })

  test('are found by title: their columns have other numbers in another year', async () => {
    server.serve(tableOf(2024))
    expect(await load('kerncijfers2024')).toMatchObject({ outcome: 'whole' })
    const [asked2024 = ''] = questions()
    await load()
    const asked2025 = questions().at(-1) ?? ''
    expect(asked2024).toContain('HuishoudensTotaal_35')
    expect(asked2025).toContain('HuishoudensTotaal_36')
    expect(new Set((await stored()).filter(({ area }) => area === 'GMX001').map(({ figure }) => figure)).size).toBe(8)
  })

  test('that a year does not have, has twice or has not filled are not in its release, and the line says which it lacks', async () => {
    server.serve(tableOf(2025, { without: ['stedelijkheid'], twice: ['jongeren'], empty: ['woz-waarde'] }))
    expect(await load()).toMatchObject({ outcome: 'whole' })
    const [release] = await releases()
    expect(release?.figures).toEqual([
      'inwoners',
      'huishoudens',
      'woningen',
      'bedrijfsvestigingen',
      'adressendichtheid',
    ])
    expect(await lines()).toMatchObject([
      { title: 'Kerncijfers wijken en buurten 2025 (zonder: Inwoners van 15 tot 25 jaar, Stedelijkheid)' },
    ])
  })

  test('that are hidden are unknown, and zero is zero', async () => {
    server.serve(
      tableOf(2025, {
        changed: { 'jongeren BUX0010101': null, 'huishoudens BUX0010102': 0, 'huishoudens BUX0010101': 4800 },
      }),
    )
    expect(await load()).toMatchObject({ outcome: 'whole' })
    const rows = await stored()
    const cellOf = (area: string, figure: string) =>
      rows.find((row) => row.area === area && row.figure === figure)?.value
    expect(cellOf('BUX0010101', 'jongeren')).toBeNull()
    expect(cellOf('BUX0010102', 'huishoudens')).toBe(0)
  })

  test('that were revised stand beside what was known before; the same again changes nothing', async () => {
    await load()
    expect(await load()).toMatchObject({ outcome: 'unchanged' })
    expect(await load('kerncijfers2025', { again: true })).toMatchObject({ outcome: 'same' })
    server.serve(tableOf(2025, { changed: { 'woz-waarde GMX001': 351 } }, '2026-02-15T02:00:00'))
    expect(await load()).toMatchObject({ outcome: 'whole' })
    const ofOne = (await stored()).filter(({ area, figure }) => area === 'GMX001' && figure === 'woz-waarde')
    expect(ofOne.map(({ release, value }) => [release, value])).toEqual([
      [1, 350],
      [2, 351],
    ])
  })

  test('go on after the last part when the source stops answering', async () => {
    let told = 0
    const broken = { told: () => void (++told === 2 && Object.assign(server.faults, { broken: 99 })) }
    expect(await load('kerncijfers2025', {}, broken)).toMatchObject({ outcome: 'interrupted' })
    expect(await stored()).toEqual([])
    expect(await lines()).toMatchObject([{ state: 'afgebroken', parts: 2, allParts: 6 }])
    server.faults.broken = 0
    server.asked.length = 0
    expect(await load()).toMatchObject({ outcome: 'whole' })
    expect(questions()).toHaveLength(4)
  })

  test('that differ a little from their parts are kept, and how much', async () => {
    server.serve(tableOf(2025, { changed: { 'woningen GMX001': 10_000, 'huishoudens GMX002': 9610 } }))
    expect(await load()).toMatchObject({ outcome: 'whole' })
    const kept = await overseeing(region.db, (tx) =>
      tx
        .selectFrom('crime.key_figure_differences')
        .select(['area', 'figure', 'parts_kind', 'whole_count', 'parts_sum'])
        .where('figure', '<>', 'inwoners')
        .orderBy('area')
        .orderBy('parts_kind')
        .execute(),
    )
    expect(kept.map((row) => Object.values(row))).toEqual([
      ['GMX001', 'woningen', 'buurten', 10_000, 9800],
      ['GMX001', 'woningen', 'wijken', 10_000, 9800],
      ['GMX002', 'huishoudens', 'buurten', 9610, 9600],
      ['GMX002', 'huishoudens', 'wijken', 9610, 9600],
    ])
  })
})

describe('key figures are refused whole', () => {
  test.each<[string, FigureDeviation['changed'], string]>([
    [
      'when households do not add up',
      { 'huishoudens GMX002': 9700 },
      'GMX002: GMX002 heeft 9700 huishoudens (huishoudens), en de som van de wijken is 9600. Dat is te veel verschil.',
    ],
    [
      'when homes do not add up but for what has no known place',
      { 'woningen GMX002': 10_500 },
      'GMX002: GMX002 heeft 10500 woningen (woningen), en de som van de wijken is 9800. Dat is te veel verschil.',
    ],
    [
      'when a mean is not between those of the parts',
      { 'woz-waarde GMX001': 400 },
      'GMX001: GMX001 heeft 400 (Gemiddelde WOZ-waarde van woningen), en alle wijken liggen daaronder of daarboven. Dat kan niet.',
    ],
    [
      'when there are more young people than people',
      { 'jongeren GMX001': null, 'jongeren BUX0010101': 90_000 },
      `GMX001: BUX0010101 heeft 90000 jongeren en ${tableOf(2025).value('BUX0010101')} inwoners. Dat kan niet.`,
    ],
    [
      'when a class is not that of its density',
      { 'stedelijkheid BUX0010101': 2 },
      'GMX001: BUX0010101 heeft stedelijkheid 2 bij 1200 adressen per km². Dat past niet bij elkaar.',
    ],
    [
      'when a class does not exist',
      { 'adressendichtheid BUX0010101': null, 'stedelijkheid BUX0010101': 6, 'stedelijkheid GMX001': null },
      'GMX001: BUX0010101 heeft een stedelijkheid die niet bestaat: 6.',
    ],
    [
      'when a number is none',
      { 'woningen GMX001': -99997 },
      'GMX001: de bron gaf iets dat geen aantal is: -99997 (Woningvoorraad_37).',
    ],
  ])('%s', async (_what, changed, because) => {
    server.serve(tableOf(2025, changed ? { changed } : {}))
    expect(await load()).toEqual({ outcome: 'refused', because })
    expect(await stored()).toEqual([])
    expect(await lines()).toMatchObject([{ state: 'geweigerd', refusedBecause: because, parts: 0 }])
  })

  test('when rows have other keys than the list', async () => {
    server.faults.unpadded = true
    expect(await load()).toEqual({ outcome: 'refused', because: 'GMX001: de bron gaf een rij van een ander gebied.' })
  })

  test('when the source changes while we load', async () => {
    server.faults.changesAfter = 2
    expect(await load()).toMatchObject({ outcome: 'refused' })
    expect(await stored()).toEqual([])
  })

  test('when a municipality of the region has no inhabitants, and without a column of them nothing is asked', async () => {
    const unknown = inventedNeighbourhoods('86165NED', 2025, codes, { changed: { GMX003: null } })
    server.serve(inventedKeyFigures(unknown, 2025))
    expect(await load()).toEqual({
      outcome: 'refused',
      because: 'Van deze gemeenten is op 2025-01-01 geen aantal inwoners: GMX003.',
    })
    const { properties, ...table } = tableOf(2025)
    server.serve({ ...table, properties: properties.filter(({ Key }) => Key !== 'AantalInwoners_5') })
    expect(await load('kerncijfers2025', { again: true })).toMatchObject({ outcome: 'unusable' })
  })
})

if (!hasRealData) console.warn('SKIPPED: the real figures are not here, so loading key figures of CBS is not tested.')

describe.runIf(hasRealData)('the real figures of 2024', () => {
  test('of households, homes and density are stored as they are, and pass every check', async () => {
    const real = await openRegion()
    server.serve(realKeyFigures())
    expect(await load('kerncijfers2024', {}, {}, real)).toMatchObject({ outcome: 'whole', parts: 38 })
    const known = realFigures()
    const rows = await stored(real)
    const names = {
      huishoudens: 'huishoudens',
      'woz-waarde': 'wozWaarde',
      stedelijkheid: 'stedelijkheid',
      adressendichtheid: 'adressendichtheid',
    }
    expect(rows).toHaveLength(2022 * 5)
    for (const [figure, column] of Object.entries(names))
      for (const { area, value } of rows.filter((row) => row.figure === figure))
        expect([area, figure, value === null ? '' : String(value)]).toEqual([
          area,
          figure,
          known.get(area)?.[column] ?? '',
        ])
    await real.close()
  })
})
