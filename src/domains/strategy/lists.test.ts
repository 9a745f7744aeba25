import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'

let region: Opened
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

type Item = Record<string, unknown> & { code: string; bron: { document: string; regels: string } | null }
type Listed = { aantal: number; items: Item[]; _links: { volgende?: { href: string } } }

/** Every item of a list, walked by its links. */
async function walk(address: string): Promise<Item[]> {
  const items: Item[] = []
  for (let next: string | undefined = address; next !== undefined; ) {
    const page: Listed = await region.json<Listed>(next)
    items.push(...page.items)
    next = page._links.volgende?.href
  }
  return items
}

const list = (of: string, query: string) => region.json<Listed>(`/api/v1/${of}?perPagina=500&${query}`)

describe('the lists', () => {
  test.each([
    ['strategieen', 3],
    ['prioriteiten', 11],
    ['focuslijnen', 74],
    ['plannen', 22],
    ['programmas', 51],
    ['acties', 608],
    ['resultaten', 289],
    ['koppelingen', 406],
    ['trends', 13],
  ])('%s has %i items, each code once', async (of, total) => {
    const items = await walk(`/api/v1/${of}`)
    expect(items).toHaveLength(total)
    expect(new Set(items.map(({ code }) => code)).size).toBe(total)
  })

  test('an action is as the facts have it', async () => {
    expect(await region.json('/api/v1/acties/A17-001')).toMatchObject({
      code: 'A17-001',
      plan: 'JP2017',
      programma: 'J17-GEN',
      project: null,
      spoor: 'actie',
      trekker: 'RVS',
      deelnemers: ['GEM', 'OM-MN', 'POL-MN'],
      gebieden: ['MNL'],
      klaar: '2017/2018',
      doelWaarde: null,
      doelEenheid: null,
      indicatoren: [],
      belofte: null,
      bron: { document: '002_e295dfe805d16fbd.txt', regels: '303;299' },
      bronnen: ['002_e295dfe805d16fbd.txt:303', '002_e295dfe805d16fbd.txt:299'],
    })
  })

  test('a result is as the facts have it', async () => {
    expect(await region.json('/api/v1/resultaten/R16-002')).toMatchObject({
      plan: 'JP2017',
      jaar: 2016,
      programma: 'J17-GEN',
      trekker: 'POL-MN',
      gebieden: ['MNL'],
      waarde: 103579,
      eenheid: 'misdrijven',
      indicator: 'crime_total',
      bron: { document: '002_e295dfe805d16fbd.txt', regels: '508' },
    })
  })

  test('repeats of a promise name the first of them', async () => {
    const { items } = await list('acties', 'belofte=A23-017')
    expect(items.map(({ code }) => code)).toEqual(['A23-017', 'A23-129'])
  })
})

const has = (field: string, value: unknown) => (item: Item) => {
  const found = item[field]
  return Array.isArray(found) ? found.includes(value) : found === value
}

describe('a filter on actions', () => {
  test.each([
    ['plan=AA2022', 154, has('plan', 'AA2022')],
    ['programma=A22-DV', 25, has('programma', 'A22-DV')],
    ['spoor=leren', 98, has('spoor', 'leren')],
    ['trekker=GEM', 86, has('trekker', 'GEM')],
    ['deelnemer=GEM', 192, has('deelnemers', 'GEM')],
    ['gebied=OU', 40, has('gebieden', 'OU')],
    ['indicator=burglary_total', 2, has('indicatoren', 'burglary_total')],
    ['belofte=A23-017', 2, has('belofte', 'A23-017')],
    ['prioriteit=P19-DV', 33, (item: Item) => ['A20-DV', 'A22-DV'].includes(String(item.programma))],
    ['strategie=S2015', 149, has('plan', 'JP2017')],
    ['jaar=2018', 149, has('plan', 'JP2017')],
    ['metGetal=ja', 85, (item: Item) => item.doelWaarde !== null],
    ['metGetal=nee', 523, (item: Item) => item.doelWaarde === null],
    ['tekst=Burgernet+deelnemers', null, (item: Item) => /burgernet/i.test(String(item.titel))],
    ['plan=AA2022&trekker=GEM', null, (item: Item) => item.plan === 'AA2022' && item.trekker === 'GEM'],
  ] as const)('%s gives only what holds', async (query, total, holds) => {
    const { aantal, items } = await list('acties', query)
    expect(items.length).toBeGreaterThan(0)
    expect(items.every(holds)).toBe(true)
    expect(aantal).toBeLessThan(608)
    if (total !== null) expect(aantal).toBe(total)
  })

  test('that nothing meets is answered with nothing', async () => {
    expect(await list('acties', 'plan=AA2020&spoor=thema')).toMatchObject({ aantal: 0, items: [] })
  })
})

describe('a filter on results', () => {
  test.each([
    ['plan=JP2017', 63, has('plan', 'JP2017')],
    ['programma=A22-DV', 19, has('programma', 'A22-DV')],
    ['jaar=2021', 107, has('jaar', 2021)],
    ['trekker=BN-MN', 18, has('trekker', 'BN-MN')],
    ['gebied=GM0344', 5, has('gebieden', 'GM0344')],
    ['indicator=crime_total', null, has('indicator', 'crime_total')],
    ['prioriteit=P19-DV', 27, (item: Item) => ['A20-DV', 'A22-DV'].includes(String(item.programma))],
    ['metGetal=ja', 139, (item: Item) => item.waarde !== null],
    ['metGetal=nee', 150, (item: Item) => item.waarde === null],
    ['tekst=hackshield', null, (item: Item) => /hackshield/i.test(String(item.titel))],
  ] as const)('%s gives only what holds', async (query, total, holds) => {
    const { aantal, items } = await list('resultaten', query)
    expect(items.length).toBeGreaterThan(0)
    expect(items.every(holds)).toBe(true)
    expect(aantal).toBeLessThan(289)
    if (total !== null) expect(aantal).toBe(total)
  })
})

describe('a filter on the other lists', () => {
  test.each([
    ['strategieen', 'jaar=2020', 1],
    ['prioriteiten', 'strategie=S2019', 3],
    ['prioriteiten', 'soort=ondersteunend', 1],
    ['prioriteiten', 'groep=TF-DV', 1],
    ['prioriteiten', 'stand=actief', 3],
    ['prioriteiten', 'geldigOp=2016-01-01', 5],
    ['focuslijnen', 'strategie=S2023', 33],
    ['focuslijnen', 'prioriteit=P23-MO', 5],
    ['focuslijnen', 'soort=focus', 13],
    ['plannen', 'strategie=S2019', 4],
    ['plannen', 'soort=jaarplan', 3],
    ['plannen', 'jaar=2018', 2],
    ['plannen', 'prioriteit=P19-DV', 2],
    ['programmas', 'plan=UP2023', 12],
    ['programmas', 'prioriteit=P19-GOC', 2],
    ['programmas', 'soort=districtsplan', 5],
    ['programmas', 'trekker=DIS', 5],
    ['koppelingen', 'vanSoort=indicator', 108],
    ['koppelingen', 'naarSoort=resultaat', 44],
    ['koppelingen', 'van=A22-051', 1],
    ['koppelingen', 'naar=A22-009', 2],
    ['koppelingen', 'grond=bron', 90],
    ['trends', 'inventarisatie=Trendinventarisatie 2022', 12],
  ])('%s by %s gives %i', async (of, query, total) => expect((await list(of, query)).aantal).toBe(total))
})

describe('a question that cannot be', () => {
  test.each([
    'acties?plan=XX',
    'acties?trekker=XX',
    'acties?gebied=XX',
    'acties?indicator=XX',
    'acties?spoor=zijspoor',
    'acties?jaar=ooit',
    'acties?kleur=rood',
    'acties?plan=AA2022&plan=AA2020',
    'resultaten?programma=XX',
    'prioriteiten?stand=vergeten',
    'prioriteiten?geldigOp=2018-02-30',
    'koppelingen?van=XX',
    'programmas?prioriteit=XX',
  ])('%s is refused with 400', async (query) => {
    expect((await region.get(`/api/v1/${query}`)).status).toBe(400)
  })
  test.each([
    '/acties?plan=XX',
    '/acties?spoor=zijspoor',
    '/acties?kleur=rood',
    '/acties?pagina=0',
    '/resultaten?jaar=ooit',
  ])('the page %s says what to do', async (address) => expect((await region.get(address)).status).toBe(400))
  test.each(['/acties/A99-999', '/plannen/XX', '/strategieen/S1900', '/focuslijnen/F', '/api/v1/acties/A99-999'])(
    '%s is not there',
    async (address) => expect((await region.get(address)).status).toBe(404),
  )
})

describe('the pages of actions and results', () => {
  test('narrow by what the form sends, with empty fields left out', async () => {
    const page = await region.text('/acties?tekst=cyber&plan=AA2022&programma=&trekker=&gebied=&spoor=')
    expect(page).toContain('/acties/A22-045')
    expect(page).not.toContain('/acties/A20-')
  })
  test('keep a filter that has no field', async () => {
    const page = await region.text('/acties?indicator=burglary_total')
    expect(page).toContain('name="indicator" value="burglary_total"')
    expect(page).toContain('/acties/A17-042')
  })
  test('say what to do when nothing is found', async () => {
    expect(await region.text('/acties?tekst=olifant')).toContain('Geen actie voldoet')
    expect(await region.text('/resultaten?tekst=olifant')).toContain('Geen resultaat voldoet')
  })
  test('show a repeated promise with both source lines', async () => {
    const page = await region.text('/acties/A23-129')
    expect(page).toContain('Deze belofte staat 2 keer')
    expect(page).toContain('/acties/A23-017')
    expect(page).toContain('190 tot en met 193')
    expect(page).toContain('1142 tot en met 1144')
  })
  test('show what was agreed and what came of it for a figure', async () => {
    const page = await region.text('/acties/A22-041')
    for (const words of ['Afgesproken', '>33<', 'onbekend', 'gehaald']) expect(page).toContain(words)
  })
})
