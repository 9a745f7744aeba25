import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, type Owner, overseeing } from '../../src/platform/db/database'
import { openEmbedded } from '../../src/platform/db/embedded'
import { squares } from '../environment/features/invented'
import { type FeatureServer, serveFeatures } from '../environment/features/server'
import { inventedNeighbourhoods } from '../environment/odata/inhabitants'
import { inventedTable } from '../environment/odata/invented'
import { inventedKeyFigures } from '../environment/odata/key-figures'
import { type ODataServer, serveOData } from '../environment/odata/server'
import { startCommandLine, startServer } from '../environment/program'

const municipalities = ['GMX001', 'GMX002', 'GMX003', 'GMX004', 'GMX005', 'GMX006']
const periods = ['2026MM07', '2026MM08', '2026MM09', '2026MM10']
const police = inventedTable({ municipalities, periods })
const cbs = inventedKeyFigures(inventedNeighbourhoods('86165NED', 2025, municipalities), 2025)
const patience = 120_000

let dataFolder: string
let figures: ODataServer
let inhabitants: ODataServer
let boundaries: FeatureServer
let settings: Record<string, string>
beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'slagvaardig-load-'))
  figures = await serveOData([police])
  inhabitants = await serveOData([cbs])
  boundaries = await serveFeatures(squares(municipalities, 2026))
  settings = {
    DATA_DIR: dataFolder,
    REGION_DIR: 'region/voorbeeld',
    FIGURES_URL: figures.url,
    INHABITANTS_URL: inhabitants.url,
    BOUNDARIES_URL: boundaries.url,
    FIGURES_PACE: '0',
    EXAMPLE_FIGURES: 'uit',
  }
  const server = await startServer(settings)
  await server.ready()
  expect((await server.end('SIGTERM')).code).toBe(0)
}, patience)
afterAll(async () => {
  await Promise.all([figures.close(), inhabitants.close(), boundaries.close()])
  rmSync(dataFolder, { recursive: true, force: true })
})

async function look<T>(work: (tx: Owner) => Promise<T>): Promise<T> {
  const db = await openEmbedded(dataFolder, pathToFileURL(resolve('dist/pglite.worker.js')), () => new Date())
  if ('refused' in db) throw new Error(JSON.stringify(db))
  try {
    return await overseeing(db as Database, work)
  } finally {
    await (db as Database).close()
  }
}

const partsOf = (table: 'crime.release_parts' | 'platform.load_parts') =>
  look(async (tx) => (await tx.selectFrom(table).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()).n)

/** Starts the load, kills it in the middle, and starts it again: gives what each of both asked. */
async function killInTheMiddle(
  word: string,
  source: { readonly asked: string[]; readonly faults: { slow: { times: number; ms: number } } },
  isQuestion: (path: string) => boolean,
  kept: () => Promise<number>,
): Promise<{ kept: number; askedAfter: number; said: string }> {
  const questions = () => source.asked.filter(isQuestion).length
  source.asked.length = 0
  source.faults.slow = { times: 1_000, ms: 150 }
  const first = await startCommandLine('figures', ['load', word], settings)
  await expect.poll(questions, { timeout: 60_000 }).toBeGreaterThan(4)
  expect((await first.end('SIGKILL')).code).toBeNull()
  const stored = await kept()
  source.faults.slow = { times: 0, ms: 0 }
  source.asked.length = 0
  const { code, out, said } = await (await startCommandLine('figures', ['load', word], settings)).ended
  expect([code, said]).toEqual([0, ''])
  return { kept: stored, askedAfter: questions(), said: out }
}

describe('a load of which the process is killed goes on where it was', () => {
  test(
    'of figures of the police, and has every number of the source at the end',
    async () => {
      const parts = municipalities.length * periods.length
      const rows = (path: string) => path.includes('TypedDataSet')
      const { kept, askedAfter, said } = await killInTheMiddle('47022NED', figures, rows, () =>
        partsOf('crime.release_parts'),
      )
      expect(kept).toBeGreaterThan(0)
      expect(kept).toBeLessThan(parts)
      expect(askedAfter).toBe(parts - kept)
      expect(said).toContain(`Volledig geladen: ${parts} delen. Alles telt op.`)
      const { releases, counts } = await look(async (tx) => ({
        releases: await tx.selectFrom('crime.releases').select(['state', 'types']).execute(),
        counts: await tx.selectFrom('crime.counts').select(['area', 'month', 'counts']).execute(),
      }))
      expect(releases.map(({ state }) => state)).toEqual(['volledig'])
      expect(counts).toHaveLength(municipalities.length * 7 * periods.length)
      for (const { area, month, counts: own } of counts)
        expect(own).toEqual(releases[0]?.types.map((type) => police.value(type, area, month.replace('-', 'MM'))))
    },
    patience,
  )

  test(
    'of inhabitants, and has every number of the source at the end',
    async () => {
      const rows = (path: string) => path.includes('TypedDataSet')
      const { kept, askedAfter } = await killInTheMiddle('86165NED', inhabitants, rows, () =>
        partsOf('platform.load_parts'),
      )
      expect(kept).toBeGreaterThan(0)
      expect(kept).toBeLessThan(municipalities.length)
      expect(askedAfter).toBe(municipalities.length - kept)
      const stored = await look((tx) => tx.selectFrom('crime.inhabitants').select(['area', 'inhabitants']).execute())
      expect(stored).toHaveLength(municipalities.length * 7)
      for (const { area, inhabitants: count } of stored) expect([area, count]).toEqual([area, cbs.value(area)])
    },
    patience,
  )

  test(
    'of key figures, and has every figure of every area at the end',
    async () => {
      const rows = (path: string) => path.includes('TypedDataSet')
      const { kept, askedAfter, said } = await killInTheMiddle('kerncijfers2025', inhabitants, rows, () =>
        partsOf('platform.load_parts'),
      )
      expect(kept).toBeGreaterThan(0)
      expect(kept).toBeLessThan(municipalities.length)
      expect(askedAfter).toBe(municipalities.length - kept)
      expect(said).toContain(`Volledig geladen: ${municipalities.length} delen.`)
      const stored = await look((tx) =>
        tx.selectFrom('crime.key_figures').select(['area', 'figure', 'value']).execute(),
      )
      expect(stored).toHaveLength(municipalities.length * 7 * 8)
      for (const { area, value } of stored.filter(({ figure }) => figure === 'inwoners'))
        expect([area, value]).toEqual([area, cbs.value(area)])
    },
    patience,
  )

  test(
    'of boundaries, and has every area at the end',
    async () => {
      const inBox = (path: string) => path.includes('bbox=')
      const { kept, askedAfter } = await killInTheMiddle('grenzen', boundaries, inBox, () =>
        partsOf('platform.load_parts'),
      )
      expect(kept).toBeGreaterThan(1)
      expect(kept).toBeLessThan(13)
      // All but the first part ask with a box.
      expect(askedAfter).toBe(13 - kept)
      const areas = await look((tx) => tx.selectFrom('territory.boundaries').select('area').execute())
      expect(areas).toHaveLength(6 + 12 + 6)
    },
    patience,
  )
})
