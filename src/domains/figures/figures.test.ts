import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'

let region: Opened
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

type Item = Record<string, unknown> & { code: string }
type List = { aantal: number; items: Item[] }
const list = (path: string) => region.json<List>(`/api/v1/${path}`)
const codes = async (path: string) => (await list(path)).items.map(({ code }) => code)

/** The words of a page as a reader sees them. */
const words = async (path: string) =>
  (await region.text(path))
    .replace(/^[\s\S]*<main/, '<main')
    .replace(/<\/main>[\s\S]*$/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/ ([.,;:)])/g, '$1')

describe('a measurement in the API', () => {
  test('has its fields in a fixed order, as the facts have them', async () => {
    const { aantal, items } = await list(
      'metingen?indicator=crime_total&gebied=MNL&periode=2016&soort=realisatie&leidend=true',
    )
    expect(aantal).toBe(1)
    expect(Object.entries(items[0] ?? {})).toEqual([
      ['code', 'M-271'],
      ['indicator', 'crime_total'],
      ['gebied', 'MNL'],
      ['periode', '2016'],
      ['basisPeriode', null],
      ['soort', 'realisatie'],
      ['waarde', 103_579],
      ['eenheid', 'aantal'],
      ['grens', 'exact'],
      ['status', 'definitief'],
      ['leidend', true],
      ['bron', { document: '002_e295dfe805d16fbd.txt', regels: '518' }],
      ['bekendOp', '2017-01-01'],
      ['vastgelegdOp', '2026-11-24T08:00:00.000Z'],
      ['bekendOpGeschat', true],
      ['gedrukt', '103.579'],
      ['leidendReden', null],
      ['noot', null],
      ['ondergrens', null],
      ['bovengrens', null],
      ['deelnemers', null],
    ])
  })
  test('stands there three times in the source, and once leads', async () => {
    const { items } = await list('metingen?indicator=crime_total&gebied=MNL&periode=2016&soort=realisatie')
    expect(items.map(({ code, leidend, bron }) => [code, leidend, (bron as { regels: string }).regels])).toEqual([
      ['M-249', false, '545'],
      ['M-252', false, '508'],
      ['M-271', true, '518'],
    ])
  })
  test('that is a change has its base and its unit', async () => {
    const { items } = await list('metingen?indicator=burgernet_success_pct&soort=verandering')
    expect(items).toMatchObject([{ basisPeriode: '2015', periode: '2016', waarde: 1, eenheid: 'procentpunt' }])
  })
  test('that is a target as a change is a target in percent', async () => {
    expect(await list('metingen?indicator=crime_total&soort=doel&eenheid=procent&leidend=true')).toMatchObject({
      items: [{ code: 'M-002', basisPeriode: '2011', periode: '2018', waarde: -20 }],
    })
  })
  test('is found by its own address', async () => {
    expect(await region.json('/api/v1/metingen/M-055')).toMatchObject({ waarde: 66, leidend: false })
    expect((await region.get('/api/v1/metingen/M-999')).status).toBe(404)
  })
})

describe('every filter of measurements', () => {
  const base =
    'metingen?indicator=street_robbery&gebied=MNL&periode=2016&soort=verandering&eenheid=procent&grens=exact&leidend=true&document=002_e295dfe805d16fbd.txt&bekendOp=2020-01-01'
  test('narrows to these two', async () => expect(await codes(base)).toEqual(['M-054', 'M-068']))
  test.each([
    ['indicator', 'robbery'],
    ['gebied', 'FL'],
    ['periode', '2015'],
    ['soort', 'realisatie'],
    ['eenheid', 'aantal'],
    ['grens', 'approx'],
    ['leidend', 'false'],
    ['document', '001_84b0e5698fd6613d.txt'],
    ['bekendOp', '2016-12-31'],
  ])('%s changes the answer or empties it', async (name, value) => {
    const [path, query] = base.split('?')
    const changed = new URLSearchParams(query)
    changed.set(name, value)
    expect(await codes(`${path}?${changed}`)).not.toEqual(['M-054', 'M-068'])
  })
  test.each([
    'indicator=onbekend',
    'gebied=XX',
    'document=onbekend.txt',
    'periode=ooit',
    'soort=raming',
    'grens=ruim',
    'leidend=misschien',
    'bekendOp=gisteren',
    'bekendOp=',
    'thema=VB',
  ])('%s is refused with 400', async (query) => {
    const answer = await region.get(`/api/v1/metingen?${query}`)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })
  test('without a match is an empty list', async () => {
    expect(await list('metingen?periode=1999')).toMatchObject({ aantal: 0, items: [] })
  })
})

describe('as known on a day', () => {
  test.each([
    ['2016-12-31', 0],
    ['2017-01-01', 290],
    ['2026-11-24', 452],
  ])('on %s there are %i mentions', async (on, count) => {
    expect((await list(`metingen?bekendOp=${on}&perPagina=1`)).aantal).toBe(count)
  })
  test('contradictions and lost values come with their documents', async () => {
    expect((await list('tegenspraken?bekendOp=2016-12-31')).aantal).toBe(0)
    expect(await codes('tegenspraken?bekendOp=2018-01-01')).toContain('T-01')
    expect(await codes('tegenspraken?bekendOp=2018-01-01')).not.toContain('T-03')
    expect(await codes('onherleidbare-waarden?bekendOp=2018-01-01')).toEqual(['U-19'])
    expect((await list('documenten?bekendOp=2019-12-31')).aantal).toBe(1)
  })
})

describe('the other lists of the API', () => {
  test.each([
    ['indicatoren', 131],
    ['metingen', 452],
    ['documenten', 5],
    ['tegenspraken', 22],
    ['onherleidbare-waarden', 20],
  ])('%s has %i items, each code once and at its own address', async (name, count) => {
    const found = await codes(`${name}?perPagina=500`)
    expect(found).toHaveLength(count)
    expect(new Set(found).size).toBe(count)
    expect((await region.get(`/api/v1/${name}/${found[0]}`)).status).toBe(200)
    expect((await region.get(`/api/v1/${name}/GEEN`)).status).toBe(404)
  })
  test.each([
    ['indicatoren?thema=BN', 18],
    ['indicatoren?eenheid=fte', 2],
    ['indicatoren?gunstig=lager', 21],
    ['indicatoren?zoek=woning%20inbra', 4],
    ['indicatoren?zoek=100%25', 0],
    ['documenten?soort=actieagenda', 2],
    ['tegenspraken?indicator=csv_tackled', 2],
    ['tegenspraken?meting=M-055', 1],
    ['tegenspraken?document=003_20f6b1c8cbe0e324.txt', 4],
    ['onherleidbare-waarden?indicator=csv_tackled', 3],
    ['onherleidbare-waarden?periode=2019', 1],
    ['onherleidbare-waarden?document=003_20f6b1c8cbe0e324.txt', 10],
  ])('%s gives %i', async (path, count) => expect((await list(path)).aantal).toBe(count))
  test.each([
    'indicatoren?thema=XX',
    'indicatoren?gunstig=hoog',
    'tegenspraken?meting=M-999',
    'onherleidbare-waarden?indicator=x',
  ])('%s is refused', async (path) => expect((await region.get(`/api/v1/${path}`)).status).toBe(400))
  test('a formula stands with its indicator', async () => {
    expect(await region.json('/api/v1/indicatoren/suspect_ratio')).toMatchObject({
      teller: 'suspects_handled',
      noemer: 'crime_total',
      keer: 100,
    })
    expect(await region.json('/api/v1/indicatoren/riec_cases')).toMatchObject({
      delen: ['riec_cases_started', 'riec_cases_ongoing'],
    })
  })
})

describe('a reader finds', () => {
  test('103.579 crimes in 2016, the target and the year before, and that the districts add up', async () => {
    const page = await words('/indicatoren/crime_total')
    expect(page).toContain(
      'In 2016 was de uitkomst 103.579, tegen 107.000 in 2015. Afgesproken was ten hoogste 106.920. Dat doel is gehaald.',
    )
    expect(page).toMatch(/20\.494 .*\+ 12\.354 .*\+ 25\.241 .*\+ 29\.695 .*\+ 15\.795 .*= 103\.579/)
    expect(page).toMatch(/21\.241 .*\+ 12\.916 .*\+ 26\.447 .*\+ 30\.567 .*\+ 15\.829 .*= 107\.000/)
    expect(page).toContain('gelijk aan de bron')
    const html = await region.text('/indicatoren/crime_total')
    for (const file of ['/indicatoren/crime_total/verloop.svg', '/indicatoren/crime_total/verloop.png'])
      expect(html).toContain(`href="${file}"`)
    expect(html).toMatch(/id="districten".*metingen\.csv\?indicator=crime_total&amp;periode=2016&amp;leidend=true/s)
    const drawing = await (await region.get('/indicatoren/crime_total/verloop.svg')).text()
    for (const said of ['103.579', 'Midden-Nederland', 'Bron: ', '/indicatoren/crime_total<'])
      expect(drawing).toContain(said)
    expect(drawing).not.toMatch(/class=|style=|<a |href=/)
    for (const file of ['/indicatoren/crime_total/districten.svg', '/indicatoren/crime_total/districten.png'])
      expect(html).toContain(`href="${file}"`)
    const bars = await (await region.get('/indicatoren/crime_total/districten.svg')).text()
    for (const said of ['29.695', '103.579', 'Het dunne streepje: 2015.', 'Bron: ', '/indicatoren/crime_total<'])
      expect(bars).toContain(said)
    expect(bars).not.toMatch(/class=|style=|<a |href=/)
    expect((await region.get('/indicatoren/crime_total/districten.png')).headers.get('content-type')).toBe('image/png')
    expect((await region.get('/indicatoren/crime_total/districten.svg?bekendOp=1999-01-01')).status).toBe(404)
    expect(page).toContain('Telwijze veranderde in 2016')
    expect(page).toContain('regel 518')
  })
  test('that percentages are not added up', async () => {
    expect(await words('/indicatoren/burglary_clearance_pct')).toContain(
      'percentages, gemiddelden en verhoudingen kun je niet optellen',
    )
  })
  test('€ 16.390.666 beside the rounded 16.391', async () => {
    for (const code of ['asset_seizure_eur', 'asset_seizure_keur']) {
      const page = await words(`/indicatoren/${code}`)
      expect(page).toContain('16.390.666')
      expect(page).toContain('€ 16.391 duizend')
      expect(page).toContain('gelijk na afronding')
    }
  })
  test('66 and 68 csv, which leads and why', async () => {
    for (const path of ['/indicatoren/csv_tackled', '/metingen/M-055', '/tegenspraken']) {
      const page = await words(path)
      expect(page).toContain('Het getal 68 leidt, want twee van de drie plekken noemen het.')
      expect(page).toContain('66 in 2016 (uitkomst, telt niet mee)')
      expect(page).toContain('68 in 2016 (uitkomst, telt mee)')
    }
  })
  test('Burgernet, never judged across years', async () => {
    const page = await words('/indicatoren/burgernet_success_pct')
    expect(page).toContain('In 2021 was de uitkomst 14%, tegen 11,6% in 2019. Voor 2021 kennen wij geen doel.')
    expect(page).toMatch(/2022 meer dan 15% onbekend niet te beoordelen/)
    expect(page).toMatch(/2020 14% onbekend niet te beoordelen/)
    expect(page).not.toContain(' gehaald.')
  })
  test('since when a number is known and when it was stored', async () => {
    const page = await words('/metingen/M-271')
    expect(page).toContain('Bekend sinds 1 januari 2017 (geschat)')
    expect(page).toContain('Hier opgeslagen op 24 november 2026, 09.00 uur')
    expect(page).toContain('In de bron staat “103.579”')
  })
  test('how many figures there are and what is not known', async () => {
    const page = await words('/cijfers')
    expect(page).toMatch(/131 .*452 .*392/)
    expect(page).toContain('Van 23 doelen weten wij of het is gehaald: 18 wel, 5 niet.')
  })
  test('the numbers of a document with their lines, never its text', async () => {
    const page = await region.text('/documenten/002_e295dfe805d16fbd.txt')
    expect(page).toContain('id="regel-501"')
    expect(page).toContain('href="/metingen/M-271"')
    expect(await region.text('/metingen/M-271')).toContain('href="/documenten/002_e295dfe805d16fbd.txt#regel-501"')
  })
  test('values of which the meaning was lost', async () => {
    const page = await words('/onherleidbare-waarden')
    expect(page).toContain('De tekst van de infographic is door elkaar gehaald')
    expect(page).toContain('€xxxxx')
  })
})

describe('looking back', () => {
  test('shows what was known then, and says so', async () => {
    const page = await words('/indicatoren/burgernet_success_pct?bekendOp=2020-06-01')
    expect(page).toContain('Zoals bekend op 1 juni 2020. 3 getallen werden pas later bekend en staan hier niet.')
    expect(page).toContain('In 2019 was de uitkomst 11,6%.')
    expect(page).not.toContain('2021')
  })
  test('to before the first document shows no number', async () => {
    expect(await words('/indicatoren/crime_total?bekendOp=2016-12-31')).toContain(
      'Van dit cijfer geven onze bronnen geen getal.',
    )
    expect(await words('/metingen/M-271?bekendOp=2016-12-31')).toContain(
      'Op 31 december 2016 was dit getal nog niet bekend.',
    )
  })
  test('with an empty day is looking from today', async () => {
    expect(await words('/indicatoren?thema=DV&zoek=&bekendOp=')).toContain('11 cijfers onder dit filter')
  })
  test.each([
    '/cijfers',
    '/indicatoren',
    '/indicatoren/crime_total',
    '/metingen/M-001',
    '/tegenspraken',
    '/onherleidbare-waarden',
    '/documenten',
  ])('%s with a day that is none says what to do', async (path) => {
    const answer = await region.get(`${path}?bekendOp=gisteren`)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Schrijf jaar-maand-dag')
  })
})

describe('addresses', () => {
  test('of every indicator answer', async () => {
    for (const code of await codes('indicatoren?perPagina=500')) {
      expect([code, (await region.get(`/indicatoren/${code}`)).status]).toEqual([code, 200])
    }
  })
  test.each(['/indicatoren/x', '/metingen/M-999', '/documenten/x.txt'])('%s is not there', async (path) => {
    expect((await region.get(path)).status).toBe(404)
  })
  test('with an unknown theme say what to do', async () => {
    expect((await region.get('/indicatoren?thema=XX')).status).toBe(400)
  })
})

test('another region has its own figures, without a line of code', async () => {
  const example = await openRegion({ region: 'voorbeeld' })
  for (const path of [
    '/cijfers',
    '/indicatoren',
    '/indicatoren/vb_inbraken',
    '/metingen/VBM-001',
    '/tegenspraken',
    '/documenten/voorbeeldplan-2025.txt',
  ]) {
    expect([path, (await example.get(path)).status]).toEqual([path, 200])
  }
  expect(await example.text('/indicatoren/vb_inbraken')).toContain('412')
  expect(await example.text('/veiligheidsbeelden')).toContain(
    '<a class="nl-link" href="https://veiligheidinbeeld.voorbeeldregio.example/">Veiligheid in Beeld</a>',
  )
  expect(await region.text('/veiligheidsbeelden')).toMatch(/dashboard Veiligheid in Beeld van de\s+partners/)
  await example.close()
})
