import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mainText } from '../../../test/environment/html'
import { type Opened, openRegion } from '../../../test/environment/region'
import { addRelease, addYearRelease } from '../../../test/environment/releases'

let region: Opened
beforeAll(async () => {
  region = await openRegion({ figures: true })
  await addYearRelease(region)
})
afterAll(() => region.close())

type Listed = { aantal: number; items: { waarde: number | null; status?: string }[] }
const monthly = ['/veiligheidsbeelden', '/veiligheidsbeelden/GM0327', '/veiligheidsbeelden/vergelijken'] as const

describe('with real years and no real months', () => {
  test.each(monthly)('%s still has the example months, and says so', async (path) => {
    const text = mainText(await region.text(path))
    expect(text).toContain('Dit zijn voorbeeldcijfers')
    expect(text).not.toContain('Er zijn nog geen maandcijfers')
  })
  test('the years that are drawn are those of the example months, never the real ones', async () => {
    const page = await region.text('/veiligheidsbeelden/GM0327')
    expect(page).toContain('id="jaargrafiek"')
    expect(mainText(page)).not.toContain('47013NED')
    const real = await region.json<Listed>('/api/v1/misdrijfjaarcijfers?gebied=GM0327&misdrijfsoort=0.0.0')
    expect(real.items.map(({ waarde }) => waarde)).toEqual([10, 12])
    const row = /id="jaargrafiek-rij-\d+"[^>]*>\s*<th[^>]*>2020<\/th>[\s\S]*?<\/tr>/.exec(page)?.[0] ?? ''
    expect(row).not.toBe('')
    expect(mainText(`<main>${row}</main>`)).not.toMatch(/2020 12\b(?!\.)/)
  })
  test('no goal of the coalition stands beside invented counts, and no answers of people either', async () => {
    expect(mainText(await region.text('/veiligheidsbeelden/MNL?soort=1.1.1'))).not.toContain('Doel voor')
    const page = await region.text('/veiligheidsbeelden/MNL')
    expect(page).not.toContain('id="beleving-registratie"')
    expect(mainText(page)).toContain('De cijfers van de politie zijn hier nog verzonnen.')
  })
  test('drawings say that they are invented', async () => {
    for (const path of [
      '/veiligheidsbeelden/GM0327/jaren.svg',
      '/veiligheidsbeelden/vergelijken/trechter.svg?soort=1.1.1',
      '/veiligheidsbeelden/GM0327/vergelijking/trechter.svg?soort=1.1.1',
      '/veiligheidsbeelden/kaart/kaartbeeld.svg?soort=1.1.1',
    ]) {
      const answer = await region.get(path)
      expect([path, answer.status, answer.headers.get('content-disposition')]).toEqual([
        path,
        200,
        expect.stringContaining('-voorbeeldcijfers.svg'),
      ])
      const svg = await answer.text()
      expect(svg).toContain('Voorbeeldcijfers: verzonnen')
      // Nothing in a file can be followed, and no class of ours is left without its look.
      expect(svg).not.toMatch(/<a |class="/)
    }
    expect((await region.get('/veiligheidsbeelden/kaart/kaartbeeld.png')).headers.get('content-type')).toBe('image/png')
    expect((await region.get('/veiligheidsbeelden/GM9999/vergelijking/trechter.png')).status).toBe(404)
  })
  test('the pages lead to them', async () => {
    expect(await region.text('/veiligheidsbeelden/kaart?soort=1.1.1')).toContain('kaartbeeld.png?soort=1.1.1')
    expect(await region.text('/veiligheidsbeelden/vergelijken')).toContain(
      '/veiligheidsbeelden/vergelijken/trechter.svg',
    )
  })
})

// Last: after this there are real months.
describe('with the first real months', () => {
  test('the example months are gone everywhere', async () => {
    await addRelease(region, { modified: '2026-11-15T08:00:00Z', state: 'volledig' })
    for (const path of monthly) expect(mainText(await region.text(path))).not.toContain('Dit zijn voorbeeldcijfers')
  })
})
