import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordDecision, sendDecision } from '../../../test/environment/decisions'
import { mainText } from '../../../test/environment/html'
import { type Opened, openRegion } from '../../../test/environment/region'

let region: Opened
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

const main = async (path: string) => mainText(await region.text(path))

test('a decision says who agreed with a note of his own, and keeps other remarks beside it', async () => {
  const code = await recordDecision(region, {
    aantekeningen:
      'burgemeester van Zeist: vraagt aandacht voor jeugd\r\nOpenbaar Ministerie: onder voorbehoud van capaciteit',
    aantekening: 'Na een jaar terug.',
  })
  const page = await main(`/besluiten/${code}`)
  for (const words of [
    'burgemeester van Zeist: vraagt aandacht voor jeugd',
    'Openbaar Ministerie: onder voorbehoud van capaciteit',
    'Na een jaar terug.',
  ])
    expect(page).toContain(words)
  const file = JSON.parse(await region.text(`/besluiten/${code}/besluit.json`)) as Record<string, unknown>
  expect(file.aantekeningen).toEqual([
    { van: 'burgemeester van Zeist', tekst: 'vraagt aandacht voor jeugd' },
    { van: 'Openbaar Ministerie', tekst: 'onder voorbehoud van capaciteit' },
  ])
  const { items } = await region.json<{ items: { aantekeningen: unknown[] }[] }>('/api/v1/besluiten')
  expect(items[0]?.aantekeningen).toHaveLength(2)
})

test('a line without whose note it is, is refused with what was typed', async () => {
  const answer = await sendDecision(region, { aantekeningen: 'vraagt aandacht' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(mainText(page)).toContain('Schrijf op elke regel een functie, een dubbele punt en de aantekening.')
  expect(page).toContain('vraagt aandacht</textarea>')
})

test('a file without notes and without a knot is as it was before there were any', async () => {
  const code = await recordDecision(region, {})
  const file = JSON.parse(await region.text(`/besluiten/${code}/besluit.json`)) as Record<string, unknown>
  expect(Object.keys(file)).not.toContain('aantekeningen')
  expect(Object.keys(file)).not.toContain('regioburgemeesterBesliste')
})

test('the regional mayor decides in the region only, and with a ground', async () => {
  const bare = await sendDecision(region, { knoop: 'ja' })
  expect(bare.status).toBe(422)
  expect(mainText(await bare.text())).toContain('Schrijf op grond waarvan de regioburgemeester besliste.')
  const loose = await sendDecision(region, { 'knoop-grond': 'de wet' })
  expect(mainText(await loose.text())).toContain('Vink aan dat de regioburgemeester besliste, of haal de grond weg.')
  const district = await sendDecision(region, { gremium: 'DVC', gebied: 'FL', knoop: 'ja', 'knoop-grond': 'de wet' })
  expect(district.status).toBe(409)
  expect(mainText(await district.text())).toContain('Alleen in een gremium van de regio')
  const code = await recordDecision(region, { knoop: 'ja', 'knoop-grond': 'de afspraak in het college' })
  expect(await main(`/besluiten/${code}`)).toContain(
    'de regioburgemeester hakte de knoop door, op grond van: de afspraak in het college',
  )
})
