import { afterAll, beforeAll, expect, test } from 'vitest'
import { squares } from '../../test/environment/features/invented'
import { type FeatureServer, serveFeatures } from '../../test/environment/features/server'
import { mainText } from '../../test/environment/html'
import { inventedInhabitants, inventedNeighbourhoods } from '../../test/environment/odata/inhabitants'
import { inventedKeyFigures } from '../../test/environment/odata/key-figures'
import { type ODataServer, serveOData } from '../../test/environment/odata/server'
import { signInAs } from '../../test/environment/people'
import { type Opened, openRegion } from '../../test/environment/region'
import { doNextOrder, lookForNewFigures } from '../domains/crime'
import { keyFigureLoaders, populationLoaders } from '../domains/population'
import { boundaryLoaders } from '../domains/territory'
import { openFeatures } from '../platform/features/client'
import type { Loader } from '../platform/load/loader'
import { silentLog } from '../platform/log/log'
import { openOData } from '../platform/odata/client'

const codes = ['GMX001', 'GMX002', 'GMX003', 'GMX004', 'GMX005', 'GMX006']
const quick = { paceMs: 0, backoffMs: 1, attempts: 2 }

let region: Opened
let cbs: ODataServer
let pdok: FeatureServer
let administrator: { cookie: string }
let loaders: readonly Loader[]
beforeAll(async () => {
  cbs = await serveOData([
    inventedInhabitants(codes, [2024, 2025]),
    inventedKeyFigures(inventedNeighbourhoods('86165NED', 2025, codes), 2025, {
      without: ['stedelijkheid'],
      changed: { 'huishoudens GMX001': 9612 },
    }),
  ])
  pdok = await serveFeatures(squares(codes, 2026))
  region = await openRegion({ region: 'voorbeeld' })
  administrator = await signInAs(region, 'functioneel-beheerder')
  loaders = [
    ...populationLoaders(region.db, openOData(cbs.url, quick), cbs.url),
    ...keyFigureLoaders(region.db, openOData(cbs.url, quick), cbs.url),
    ...boundaryLoaders(region.db, openFeatures(pdok.url, quick), pdok.url),
  ]
})
afterAll(async () => {
  await region.close()
  await cbs.close()
  await pdok.close()
})

const page = async () => mainText(await region.text('/beheer/leveringen', administrator))
const order = (what: string) => region.post('/beheer/leveringen', { tabel: what, vanaf: '' }, administrator)
const doOrder = (isOver = () => false) => doNextOrder(region.db, loaders, silentLog, isOver)

test('the functional administrator has boundaries loaded, sees how far that is, and the load goes on after a stop', async () => {
  expect((await order('grenzen')).headers.get('location')).toBe('/beheer/leveringen?gevraagd=ja')
  expect(await page()).toContain('grenzen is gevraagd en begint zo')
  let asked = 0
  expect(await doOrder(() => ++asked > 4)).toBeNull()
  expect(await page()).toContain('4 van 13')
  expect(await doOrder()).toBe('grenzen')
  expect(await page()).toContain('13 van 13 volledig')
  expect(await page()).toContain('indeling van 2026')
})

test('of inhabitants every table is loaded, and what is said alike of several is said once', async () => {
  await order('inwoners')
  expect(await doOrder()).toBe('inwoners')
  const text = await page()
  expect(text).toContain('37230ned: Volledig geladen: 2 delen. Alles telt op.')
  expect(text).toContain('84583NED, 84799NED, 85039NED, 85318NED, 85618NED, 85984NED: Het laden is onderbroken.')
  expect(text).toContain('De grootste verschillen in de nieuwste leveringen')
})

test('of key figures every year is loaded, how far is seen, and which figure a year lacks', async () => {
  await order('kerncijfers')
  expect(await page()).toContain('kerncijfers is gevraagd en begint zo')
  let asked = 0
  expect(await doOrder(() => ++asked > 2)).toBeNull()
  expect(await page()).toContain('van 6')
  expect(await doOrder()).toBe('kerncijfers')
  const text = await page()
  expect(text).toContain('kerncijfers2025: Kerncijfers wijken en buurten 2025 (zonder: Stedelijkheid)')
  expect(text).toContain('kerncijfers2025: Volledig geladen: 6 delen.')
  expect(text).toMatch(/nieuwste kerncijfers.*Huishoudens\s+1 januari 2025\s+9\.612\s+9\.600\s+buurten/s)
})

test('what nobody knows cannot be asked for', async () => {
  const answer = await order('86165NED; drop')
  expect(answer.status).toBe(422)
  expect(mainText(await answer.text())).toContain('Kies wat er geladen moet worden.')
})

test('the monthly look takes them along, and asks for what is not here', async () => {
  cbs.serve(inventedInhabitants(codes, [2024, 2025], { modified: '2026-02-28T02:00:00' }))
  // The clock of the tests stands on 24 November, after the 15th.
  expect(await lookForNewFigures(region.db, loaders)).toHaveLength(16)
  expect(await doOrder()).toBe('37230ned')
  expect(await doOrder()).toBeNull()
  expect(await page()).toContain('De bron weigert onze vraag.')
})
