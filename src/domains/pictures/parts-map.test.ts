import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { square } from '../../../test/environment/features/invented'
import { serveFeatures } from '../../../test/environment/features/server'
import { type Opened, openRegion } from '../../../test/environment/region'
import { addWholeRelease } from '../../../test/environment/releases'
import { addMonths, type Month } from '../../kernel/month'
import { openFeatures } from '../../platform/features/client'
import { boundaryLoaders } from '../territory'

const newest = '2026-10' as Month
const wijk = (code: string, name: string) => ({ code, name, municipality: 'GM0327' })
const areas = [
  { code: 'GM0327', name: 'Leusden' },
  wijk('WK032701', 'Achterveld'),
  wijk('WK032702', 'Bergdal'),
  wijk('WK032703', 'Claverenblad'),
  wijk('WK032704', 'Dal'),
  wijk('WK032705', 'Eiland'),
  { code: 'BU03270101', name: 'Dorp', municipality: 'GM0327', wijk: 'WK032701' },
  { code: 'BU03270102', name: 'Veld', municipality: 'GM0327', wijk: 'WK032701' },
  { code: 'GM0339', name: 'Renswoude' },
]
/** Of all crimes together and of a type: one wijk rises, one falls, one stays, one has next to none and one is hidden. */
const perMonth: Readonly<Record<string, readonly [now: number | null, before: number | null]>> = {
  GM0327: [110, 110],
  WK032701: [60, 20],
  WK032702: [10, 40],
  WK032703: [30, 30],
  WK032704: [0, 0],
  WK032705: [null, null],
  BU03270101: [50, 15],
  BU03270102: [10, 5],
  GM0339: [3, 3],
}
const wijken = areas.filter(({ code }) => code.startsWith('WK')).map(({ code }) => code)
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

let region: Opened
/** Loads boundaries from a server that answers as PDOK does, with the wijken given. */
async function loadBoundaries(own: readonly string[], again = false) {
  const municipalities = (
    await region.json<{ items: { code: string }[] }>('/api/v1/gebieden?soort=gemeente&binnen=MNL&perPagina=500')
  ).items
  const codes = municipalities.map(({ code }) => code)
  const place = codes.indexOf('GM0327')
  const pdok = await serveFeatures({
    gemeente_gegeneraliseerd: codes.map((code, at) => square(code, at, 2026)),
    // A load is refused when a municipality has no wijk at all.
    wijk_gegeneraliseerd: [
      ...own.map((code, at) => square(code, place, 2026, 0.02 * (at + 1))),
      ...codes.flatMap((code, at) => (at === place ? [] : [square(`WK${code.slice(2)}01`, at, 2026)])),
    ],
    buurt_gegeneraliseerd: [],
  })
  const quick = { paceMs: 0, backoffMs: 1, attempts: 2, timeoutMs: 10_000 }
  const loaded = await boundaryLoaders(region.db, openFeatures(pdok.url, quick), pdok.url)[0]?.load({ again }, {})
  expect(loaded).toMatchObject({ outcome: 'whole' })
  await pdok.close()
}

beforeAll(async () => {
  region = await openRegion()
  await addWholeRelease(region, {
    modified: '2026-11-15T08:00:00Z',
    last: newest,
    months: 60,
    areas,
    counts: (area, month) => {
      const [now = 0, before = 0] = perMonth[area] ?? []
      const count = month > addMonths(newest, -12) ? now : before
      return [count, count, null]
    },
  })
})
afterAll(() => region.close())

describe('without outlines of every wijk', () => {
  test('the page has a list and says why there is no map', async () => {
    const page = await region.text('/veiligheidsbeelden/GM0327')
    expect(words(page)).toContain('Van deze wijken zijn niet alle grenzen geladen.')
    expect(page).not.toContain('id="delenkaart"')
    expect((await region.get('/veiligheidsbeelden/GM0327/delen.svg')).status).toBe(404)
  })
  test('one that is missing makes no map with a hole', async () => {
    await loadBoundaries(wijken.slice(1))
    expect(await region.text('/veiligheidsbeelden/GM0327')).not.toContain('id="delenkaart"')
  })
})

describe('with the outlines that a load brought', () => {
  beforeAll(() => loadBoundaries(wijken, true))
  const map = (page: string) => /<svg class="sv-kaart"[\s\S]*?<\/svg>/.exec(page)?.[0] ?? ''

  test('every wijk is a link to its own picture that says what it counted, by name and never by number', async () => {
    const drawing = map(await region.text('/veiligheidsbeelden/GM0327?soort=1.1.1'))
    const links = [...drawing.matchAll(/<a href="\/veiligheidsbeelden\/(WK\d+)\?soort=1.1.1" aria-label="([^"]+)"/g)]
    expect(links.map(([, code, label]) => [code, label])).toEqual([
      ['WK032701', 'Achterveld: 720 in 12 maanden, 240 in de 12 maanden ervoor, aantoonbaar meer'],
      ['WK032702', 'Bergdal: 120 in 12 maanden, 480 in de 12 maanden ervoor, aantoonbaar minder'],
      ['WK032703', 'Claverenblad: 360 in 12 maanden, 360 in de 12 maanden ervoor, geen aantoonbare verandering'],
      [
        'WK032704',
        'Dal: 0 in 12 maanden, 0 in de 12 maanden ervoor, te weinig voorvallen om iets over te zeggen, 0 in 3 jaar',
      ],
      ['WK032705', 'Eiland: aantal onbekend, dat is geen nul'],
    ])
  })

  test('it says in a sentence what it shows, what its signs mean and who drew the borders', async () => {
    const page = words(await region.text('/veiligheidsbeelden/GM0327'))
    expect(page).toContain(
      'in 1 wijk aantoonbaar meer misdrijven dan in de 12 maanden ervoor: Achterveld; in 1 wijk aantoonbaar minder: Bergdal.',
    )
    expect(page).toContain('In 1 wijk waren er te weinig voorvallen om iets over te zeggen.')
    expect(page).toContain('Van 1 wijk kennen we het aantal niet.')
    expect(page).toContain('aantal onbekend, dat is geen nul')
    expect(page).toContain('Bron: CBS, Kadaster. Grenzen in de indeling van 1 januari 2026, vereenvoudigd.')
  })

  test('its numbers can be taken along: of each wijk or buurt, and of nothing larger', async () => {
    const page = await region.text('/veiligheidsbeelden/GM0327?soort=1.1.1')
    for (const file of ['.csv', '-excel.csv', '.xlsx', ''])
      expect(page).toContain(`href="/api/v1/misdrijfcijfers${file}?delenVan=GM0327&amp;misdrijfsoort=1.1.1"`)
    const taken = async (query: string) => {
      const { items } = await region.json<{ items: { gebied: string; waarde: number | null }[] }>(
        `/api/v1/misdrijfcijfers?misdrijfsoort=1.1.1&periode=${newest}&${query}`,
      )
      return items.map(({ gebied, waarde }) => [gebied, waarde])
    }
    expect(await taken('delenVan=GM0327')).toEqual(wijken.map((code) => [code, perMonth[code]?.[0]]))
    expect(await taken('delenVan=WK032701')).toEqual([
      ['BU03270101', 50],
      ['BU03270102', 10],
    ])
    expect(await taken('delenVan=GM0327&gebied=WK032702')).toEqual([['WK032702', 10]])
    expect(await taken('delenVan=BU03270101')).toEqual([])
    expect((await region.get('/api/v1/misdrijfcijfers?delenVan=GM9999')).status).toBe(400)
  })

  test('the table beside it has the same areas with the same words', async () => {
    const page = await region.text('/veiligheidsbeelden/GM0327')
    for (const [code, said] of [
      ['WK032701', 'aantoonbaar meer'],
      ['WK032702', 'aantoonbaar minder'],
      ['WK032704', 'te weinig voorvallen om iets over te zeggen'],
      ['WK032705', 'onbekend'],
    ]) {
      const row = new RegExp(`id="gebied-${code}"[\\s\\S]*?</tr>`).exec(page)?.[0] ?? ''
      expect(row).toContain(said)
    }
  })

  test('is a drawing and a picture at an address that stays, with what is unknown told from what is too little', async () => {
    const page = await region.text('/veiligheidsbeelden/GM0327?soort=1.1.1')
    for (const kind of ['svg', 'png']) expect(page).toContain(`/veiligheidsbeelden/GM0327/delen.${kind}?soort=1.1.1`)
    const svg = await (await region.get('/veiligheidsbeelden/GM0327/delen.svg?soort=1.1.1')).text()
    expect(svg.split('fill-rule="evenodd"').length - 1).toBe(wijken.length)
    expect(svg).toMatch(/>\s*\?\s*<\/text>/)
    expect(svg).toContain('Bron: CBS, Kadaster. Grenzen in de indeling van 1 januari 2026')
    expect(svg).not.toMatch(/class="|NaN/)
    const png = await region.get('/veiligheidsbeelden/GM0327/delen.png')
    expect(png.headers.get('content-type')).toBe('image/png')
  })

  test('a wijk whose buurten have no outlines says so, and a buurt has no map', async () => {
    expect(words(await region.text('/veiligheidsbeelden/WK032701'))).toContain('Van deze buurten zijn niet alle')
    expect((await region.get('/veiligheidsbeelden/BU03270101/delen.svg')).status).toBe(404)
    expect((await region.get('/veiligheidsbeelden/GM0327/delen.svg?tot=ooit')).status).toBe(400)
  })
})
