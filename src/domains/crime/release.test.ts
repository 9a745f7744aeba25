import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mainText } from '../../../test/environment/html'
import { inventedTable } from '../../../test/environment/odata/invented'
import { type ODataServer, serveOData } from '../../../test/environment/odata/server'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { overseeing, owning } from '../../platform/db/database'
import { silentLog } from '../../platform/log/log'
import { openOData } from '../../platform/odata/client'
import { loadTable } from './load.verbs'
import { doNextOrder, lookForNewFigures, policeLoaders, startFigureLoader } from './load-round.verbs'
import { loadOrders, releaseLines } from './release.store'
import { type SourceTable, sourceTable } from './source-table'

const municipalities = ['GMX001', 'GMX002', 'GMX003', 'GMX004', 'GMX005', 'GMX006']
const invention = { municipalities, periods: ['2026MM09', '2026MM10'] }
const monthly = sourceTable('47022NED') as SourceTable
const quick = { paceMs: 0, backoffMs: 1, attempts: 2 }

let now = new Date('2026-11-24T09:00:00Z')
let region: Opened
let server: ODataServer
let administrator: { cookie: string }
beforeAll(async () => {
  server = await serveOData([])
  region = await openRegion({ region: 'voorbeeld', clock: () => now })
  administrator = await signInAs(region, 'functioneel-beheerder')
})
afterAll(async () => {
  await region.close()
  await server.close()
})
beforeEach(async () => {
  now = new Date('2026-11-24T09:00:00Z')
  server.serve(inventedTable(invention))
  server.asked.length = 0
  await owning(region.db, async (tx) => {
    await sql`truncate crime.releases restart identity cascade`.execute(tx)
    await sql`truncate crime.load_orders, crime.source_checks restart identity`.execute(tx)
  })
})

const client = () => openOData(server.url, quick)
const loaders = () => policeLoaders(region.db, client(), server.url)
const page = async (path = '/beheer/leveringen') => mainText(await region.text(path, administrator))
const order = (fields: Record<string, string>) => region.post('/beheer/leveringen', fields, administrator)
const orders = () => overseeing(region.db, (tx) => loadOrders(tx, 10))
const lines = () => overseeing(region.db, (tx) => releaseLines(tx))

describe('the functional administrator', () => {
  test('has a table loaded, sees that it is asked, and then the release', async () => {
    expect(await page()).toContain('Er is nog geen volledige levering')
    const answer = await order({ tabel: '47022NED', vanaf: '' })
    expect(answer.headers.get('location')).toBe('/beheer/leveringen?gevraagd=ja')
    expect(await page()).toContain('47022NED is gevraagd en begint zo')
    expect((await order({ tabel: '47022NED', vanaf: '' })).headers.get('location')).toContain('gevraagd=al')
    expect(await doNextOrder(region.db, loaders(), silentLog, () => false)).toBe('47022NED')
    const shown = await page()
    expect(shown).toContain('Er is 1 volledige levering van de politie')
    expect(shown).toContain('september 2026 tot en met oktober 2026')
    expect(shown).toContain('Volledig geladen: 12 delen. Alles telt op.')
    const [line] = await lines()
    expect(await page(`/beheer/leveringen/${line?.id}`)).toContain('12 van 12')
    expect(mainText(await region.text('/beheer/logboek', administrator))).toContain('laden gevraagd')
  })

  test('is told what is wrong with what he typed', async () => {
    const answer = await order({ tabel: '12345NED', vanaf: 'oktober' })
    expect(answer.status).toBe(422)
    const text = mainText(await answer.text())
    expect(text).toContain('Kies wat er geladen moet worden.')
    expect(text).toContain('Schrijf de maand zo: 2026-10.')
    expect(await orders()).toEqual([])
  })

  test('sees how far a load is, breaks it off, and has it go on later', async () => {
    let told = 0
    await loadTable(region.db, client(), monthly, {}, { told: () => void told++, isOver: () => told === 5 })
    // As it looks while a program is at it.
    await owning(region.db, (tx) => sql`update crime.releases set state = 'bezig'`.execute(tx))
    const [line] = await lines()
    const address = `/beheer/leveringen/${line?.id}`
    expect(await page()).toContain('5 van 12 klaar')
    expect(await page(address)).toContain('Breek het laden af')
    expect((await region.post(`${address}/afbreken`, {}, administrator)).status).toBe(303)
    expect(await page(address)).toContain('Het laden van deze levering is afgebroken')
    expect((await region.post(`${address}/afbreken`, {}, administrator)).status).toBe(404)
    await order({ tabel: '47022NED', vanaf: '' })
    await doNextOrder(region.db, loaders(), silentLog, () => false)
    expect(await page(address)).toContain('12 van 12')
  })

  test('reads why a release was refused, and where the source does not add up', async () => {
    const table = inventedTable(invention)
    const whole = table.value('1.1.1', 'GMX002', '2026MM09') ?? 0
    server.serve(inventedTable({ ...invention, changed: { '1.1.1 GMX002 2026MM09': whole + 40 } }))
    await order({ tabel: '47022NED', vanaf: '' })
    await doNextOrder(region.db, loaders(), silentLog, () => false)
    const [line] = await lines()
    const shown = await page(`/beheer/leveringen/${line?.id}`)
    expect(shown).toContain('in haar geheel geweigerd')
    expect(shown).toContain(`GMX002, 2026-09, soort 1.1.1: het totaal is ${whole + 40}`)
    expect(shown).toContain('buurten')
    expect(await page()).toContain('geweigerd')
  })

  test('is warned of a crime type that the region does not know', async () => {
    server.serve(inventedTable({ ...invention, types: ['0.0.0 ', '1.1.1 ', '9.9.9 '] }))
    await loadTable(region.db, client(), monthly)
    expect(await page('/beheer/leveringen/1')).toContain('Soorten die het regiopakket niet kent. 9.9.9.')
  })
})

describe('the monthly look', () => {
  const look = () => lookForNewFigures(region.db, loaders())

  test('waits for the 15th, looks once a day, and has loaded only what is new', async () => {
    now = new Date('2026-11-14T09:00:00Z')
    expect(await look()).toEqual([])
    now = new Date('2026-11-15T09:00:00Z')
    expect(await look()).toHaveLength(3)
    expect(await look()).toEqual([])
    expect((await orders()).map(({ table }) => table)).toEqual(['47022NED'])
    await doNextOrder(region.db, loaders(), silentLog, () => false)
    now = new Date('2026-11-16T09:00:00Z')
    expect(await look()).toHaveLength(3)
    expect((await orders()).filter(({ outcome }) => outcome === null)).toEqual([])
    server.serve(inventedTable({ ...invention, modified: '2026-11-17T02:00:00' }))
    now = new Date('2026-11-17T09:00:00Z')
    await look()
    expect((await orders()).filter(({ outcome }) => outcome === null)).toHaveLength(1)
  })

  test('does not ask again for what was refused, and begins where the first release began', async () => {
    await loadTable(region.db, client(), monthly, { from: '2026-10' as never })
    now = new Date('2026-12-15T09:00:00Z')
    server.serve(inventedTable({ ...invention, modified: '2026-12-15T02:00:00' }))
    await look()
    expect(await orders()).toMatchObject([{ from: '2026-10', outcome: null }])
    await owning(region.db, (tx) => sql`update crime.load_orders set outcome = 'x', finished_at = now()`.execute(tx))
    server.serve(
      inventedTable({ ...invention, modified: '2026-12-15T02:00:00', changed: { '0.0.0 GMX001 2026MM10': null } }),
    )
    expect(await loadTable(region.db, client(), monthly)).toMatchObject({ outcome: 'refused' })
    now = new Date('2026-12-16T09:00:00Z')
    await look()
    expect((await orders()).filter(({ outcome }) => outcome === null)).toEqual([])
  })

  test('of a source that does not answer says so to the administrator', async () => {
    await lookForNewFigures(
      region.db,
      policeLoaders(region.db, openOData('http://127.0.0.1:9', quick), 'http://127.0.0.1:9'),
    )
    expect(await page()).toContain('De bron antwoordt niet.')
  })
})

test('the running program does what was asked, and what it was doing when it stopped goes on after the next start', async () => {
  // Slow enough to be stopped in the middle, also where much else goes on.
  const loadersUntil = (signal: AbortSignal) =>
    policeLoaders(region.db, openOData(server.url, { paceMs: 150 }, signal), server.url)
  await order({ tabel: '47022NED', vanaf: '' })
  const first = startFigureLoader(region.db, loadersUntil, false, silentLog, 10)
  await until(async () => ((await lines())[0]?.parts ?? 0) >= 3)
  await first.stop()
  expect((await orders())[0]?.outcome).toBeNull()
  const kept = (await lines())[0]?.parts ?? 0
  expect(kept).toBeLessThan(12)
  // A question that was under way when we stopped may reach the server a moment later.
  await new Promise((done) => setTimeout(done, 200))
  server.asked.length = 0
  const second = startFigureLoader(region.db, loadersUntil, false, silentLog, 10)
  await until(async () => (await orders())[0]?.outcome !== null)
  await second.stop()
  expect(await lines()).toMatchObject([{ state: 'volledig', parts: 12 }])
  expect(server.asked.filter((path) => path.includes('TypedDataSet'))).toHaveLength(12 - kept)
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 20) {
    if (waited > 20_000) throw new Error('it does not happen')
    await new Promise((done) => setTimeout(done, 20))
  }
}
