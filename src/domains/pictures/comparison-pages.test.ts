import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import { addInhabitants, addRelease } from '../../../test/environment/releases'
import { day } from '../../kernel/day'
import { type Shape, saveBoundaries } from '../territory'

type Item = {
  gebied: string
  waarde: number | null
  inwoners: number | null
  inwonersOp: string | null
  inwonersBron: string | null
  perDuizendInwoners: number | null
  oordeel: string
  status: string
}
type List = { aantal: number; items: Item[] }

let region: Opened
beforeAll(async () => {
  region = await openRegion({ figures: true })
})
afterAll(() => region.close())

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const items = async (query = '') => (await region.json<List>(`/api/v1/misdrijfvergelijkingen${query}`)).items

describe('with example figures', () => {
  test.each([
    '/veiligheidsbeelden/vergelijken',
    '/veiligheidsbeelden/vergelijken?soort=1.1.1&tot=2025-12',
    '/veiligheidsbeelden/kaart?soort=1.1.1',
    '/veiligheidsbeelden/soorten/1.1.1',
    '/veiligheidsbeelden/GM0327/vergelijking',
  ])('%s says so, and that the inhabitants are invented too', async (path) => {
    const page = words(await region.text(path))
    expect(page).toContain('Dit zijn voorbeeldcijfers')
    expect(page).toMatch(/Inwoners op 1 januari 202[56]: ook verzonnen/)
  })

  test('all 38 stand in one of the classes, by name within it and never by their number', async () => {
    const page = await region.text('/veiligheidsbeelden/vergelijken?soort=1.1.1')
    expect([...page.matchAll(/id="gemeente-/g)]).toHaveLength(38)
    for (const group of page.split('<tbody').slice(1, 4)) {
      const names = [...group.matchAll(/\/vergelijking[^"]*">([^<]+)<\/a>/g)].map((found) => found[1] ?? '')
      expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'nl')))
    }
    expect(page).toContain('voor een gemeente van deze omvang')
    expect(words(page)).toContain('dit is geen ranglijst')
  })

  test('the funnel leads from every point to its row', async () => {
    const page = await region.text('/veiligheidsbeelden/vergelijken?soort=1.1.1')
    const targets = [...page.matchAll(/href="#(trechter-rij-\d+)"/g)].map((found) => found[1])
    expect(new Set(targets).size).toBe(38)
    for (const target of new Set(targets)) expect(page).toContain(`<tr class="utrecht-table__row" id="${target}"`)
  })

  test('the map says in words what each tile shows, and the list has the same municipalities', async () => {
    const page = await region.text('/veiligheidsbeelden/kaart?soort=1.1.1')
    expect([...page.matchAll(/in 12 maanden, [\d,.]+ per 1.000 inwoners/g)]).toHaveLength(38)
    expect([...page.matchAll(/class="sv-gemrij"/g)]).toHaveLength(38)
  })

  test('a crime that hardly happens is not compared, and that is said', async () => {
    const page = words(await region.text('/veiligheidsbeelden/vergelijken?soort=2.6.4'))
    expect(page).toContain('In geen gemeente zijn er genoeg voorvallen')
    expect(page).toContain('Te weinig voorvallen om iets over te zeggen (38 gemeenten)')
    expect(new Set((await items('?misdrijfsoort=2.6.4')).map(({ oordeel }) => oordeel))).toEqual(new Set(['te-weinig']))
  })

  test('what is not published by itself has no number and no comparison', async () => {
    expect(words(await region.text('/veiligheidsbeelden/vergelijken?soort=1.4.1'))).toContain('niet apart per maand')
    expect(words(await region.text('/veiligheidsbeelden/soorten/1.4.1'))).toContain('niet apart per maand')
    expect((await items('?misdrijfsoort=1.4.1')).every(({ waarde }) => waarde === null)).toBe(true)
  })

  test('a municipality stands beside the five nearest in size, with the rule', async () => {
    const page = await region.text('/veiligheidsbeelden/GM0339/vergelijking')
    expect(words(page)).toContain('De vijf gemeenten van de regio waarvan het aantal inwoners er het dichtst bij ligt')
    expect([...page.matchAll(/id="gemeente-(GM\d+)"/g)].map((found) => found[1])).toHaveLength(6)
  })

  test('has the sums of one, three and five years with its district beside them', async () => {
    const page = words(await region.text('/veiligheidsbeelden/GM0339/vergelijking?soort=1.4.7'))
    expect(page).toContain('Te weinig voorvallen')
    const sums = [...page.matchAll(/(12 maanden|3 jaar|5 jaar) (\d+) \* voorlopig (\d+) \* voorlopig/g)]
    expect(sums.map(([, years]) => years)).toEqual(['12 maanden', '3 jaar', '5 jaar'])
    const [one = [], three = [], five = []] = sums.map(([, , own, district]) => [Number(own), Number(district)])
    for (const [at] of one.entries()) {
      expect(three[at]).toBeGreaterThanOrEqual(one[at] ?? 0)
      expect(five[at]).toBeGreaterThanOrEqual(three[at] ?? 0)
    }
    expect(five[1]).toBeGreaterThan(five[0] ?? 0)
  })

  test('the page of a type has its meaning, every municipality, every district and the region', async () => {
    const page = await region.text('/veiligheidsbeelden/soorten/1.1.1')
    expect(page).toContain('Diefstal of inbraak in een woning')
    expect(page).toContain('De coalitie telt zoals het toen werd gedrukt.')
    const rows = [...page.matchAll(/<tr class="utrecht-table__row[^"]*"><th scope="row"/g)]
    // Utrecht is a district alone: the municipality and the district of that name are both there.
    expect(rows).toHaveLength(38 + 5 + 1)
  })

  test('the list is the same as the page: rate and inhabitants with their day', async () => {
    const leusden = (await items('?misdrijfsoort=1.1.1')).find(({ gebied }) => gebied === 'GM0327')
    expect(leusden).toMatchObject({
      inwoners: 32_000,
      inwonersOp: '2026-01-01',
      inwonersBron: 'voorbeeld',
      status: 'voorbeeld',
    })
    expect(leusden?.perDuizendInwoners).toBeCloseTo((leusden?.waarde ?? 0) / 32, 3)
    expect(await items('?tot=1990-01')).toEqual([])
  })
})

describe('once outlines are loaded', () => {
  const square = (code: string, at: number): Shape => {
    const [west, south] = [5 + 0.1 * (at % 7), 52 + 0.1 * Math.floor(at / 7)]
    const ring: [number, number][] = [
      [west, south],
      [west + 0.1, south],
      [west + 0.1, south + 0.1],
      [west, south + 0.1],
      [west, south],
    ]
    return { code, polygons: [[ring]] }
  }
  const save = async (without: string | null) => {
    const codes = (await items()).map(({ gebied }) => gebied)
    return saveBoundaries(region.db, {
      source: 'toets',
      title: 'CBS, Kadaster',
      validFrom: day(without ? '2025-01-01' : '2026-01-01'),
      shapes: codes.flatMap((code, at) => (code === without ? [] : [square(code, at)])),
    })
  }

  test('with one missing, the map stays one of tiles', async () => {
    await save('GM0327')
    expect(await region.text('/veiligheidsbeelden/kaart')).toContain('class="sv-tegels"')
  })

  test('the map has every municipality as a link that says what it shows, and names who drew the borders', async () => {
    await save(null)
    const drawn = await (await region.get('/veiligheidsbeelden/kaart/kaartbeeld.svg?soort=1.1.1')).text()
    expect(drawn.split('fill-rule="evenodd"').length - 1).toBe(38)
    expect(drawn).toContain('Grenzen: ')
    expect(drawn).not.toMatch(/class="|NaN/)
    const page = await region.text('/veiligheidsbeelden/kaart?soort=1.1.1')
    expect(page).not.toContain('class="sv-tegels"')
    const links = [...page.matchAll(/<a href="\/veiligheidsbeelden\/GM\d+\/vergelijking[^"]*" aria-label="([^"]+)"/g)]
    expect(links).toHaveLength(38)
    for (const [, label] of links) expect(label).toMatch(/: \d.* in 12 maanden, .+(omvang|zeggen)$/)
    expect(words(page)).toContain('Bron: CBS, Kadaster. Grenzen in de indeling van 1 januari 2026')
    const drawing = /<svg class="sv-kaart"[\s\S]*?<\/svg>/.exec(page)?.[0] ?? ''
    const paths = [...drawing.matchAll(/ d="(M[^"]+)"/g)].map((found) => found[1] ?? '')
    expect(paths.length).toBeGreaterThanOrEqual(38)
    expect(paths.filter((path) => path.includes('.'))).toEqual([])
  })
})

test('what we do not measure is told without figures too', async () => {
  const page = words(await region.text('/veiligheidsbeelden/wat-we-niet-meten'))
  for (const said of [
    'aangiftebereidheid',
    '‘Zedenmisdrijf’',
    '‘Drugshandel’',
    'Veiligheidsmonitor',
    'alleen inwoners tellen mee',
  ])
    expect(page).toContain(said)
})

test.each([
  ['/veiligheidsbeelden/vergelijken?tot=ooit', 400],
  ['/veiligheidsbeelden/vergelijken?soort=9.9.9', 400],
  ['/veiligheidsbeelden/kaart?bekendOp=2026-02-30', 400],
  ['/veiligheidsbeelden/soorten/9.9.9', 404],
  ['/veiligheidsbeelden/GM9999/vergelijking', 404],
  ['/veiligheidsbeelden/FL/vergelijking', 404],
  ['/veiligheidsbeelden/vergelijken?bekendOp=2000-01-01', 200],
])('%s answers %d', async (path, status) => expect((await region.get(path)).status).toBe(status))

describe('with figures of the police', () => {
  beforeAll(async () => {
    await addRelease(region, {
      modified: '2026-11-10T12:00:00Z',
      state: 'volledig',
      counts: { GM0327: '{10,4,NULL}', GM0339: '{5,0,NULL}' },
    })
  })
  test('the page of an area says where the source does not add up, and what the coalition counts otherwise', async () => {
    const page = words(await region.text('/veiligheidsbeelden/GM0327?soort=1.1.1'))
    expect(page).toMatch(/Waar de bron niet optelt.*oktober 2026.* 8 9 /)
    expect(page).toContain('De coalitie telt zoals het toen werd gedrukt.')
  })

  const leusden = async (query = '') => (await items(query)).find(({ gebied }) => gebied === 'GM0327')

  test('invented inhabitants stand beside none of them: rates are unknown, and the page says why', async () => {
    expect(await leusden()).toMatchObject({ inwoners: null, perDuizendInwoners: null, oordeel: 'onbekend' })
    expect(words(await region.text('/veiligheidsbeelden/vergelijken'))).toContain(
      'Hoeveel mensen er in deze gemeenten wonen, weten we niet',
    )
    expect(words(await region.text('/veiligheidsbeelden/kaart'))).toContain('Inwoners: onbekend')
  })

  test('the number that was known on a day is the one that is divided by', async () => {
    await addInhabitants(region, '2026-05-01T08:00:00Z', [
      ['GM0327', '2025-12-31', 32_100],
      ['GM0339', '2025-12-31', 5800],
    ])
    await addInhabitants(region, '2026-11-15T08:00:00Z', [['GM0327', '2025-12-31', 32_150]])
    expect(await leusden()).toMatchObject({ inwoners: 32_150, inwonersOp: '2025-12-31', inwonersBron: '37230ned' })
    expect(await leusden('?bekendOp=2026-11-14')).toMatchObject({ inwoners: 32_100 })
  })

  test('the source and the day of the inhabitants stand below the table', async () => {
    expect(words(await region.text('/veiligheidsbeelden/vergelijken'))).toContain(
      'Bron: CBS, tabel 37230ned. Inwoners op 31 december 2025.',
    )
  })
})
