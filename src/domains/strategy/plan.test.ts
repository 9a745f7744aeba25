import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPage } from '../../../test/environment/html'
import { type Opened, openRegion } from '../../../test/environment/region'
import { isKnownByNameOnly, yearsText } from './plan'

let region: Opened
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

describe('the years of a plan', () => {
  test.each([
    [2017, 2018, '2017-2018'],
    [2020, 2020, '2020'],
    [2023, null, 'vanaf 2023'],
    [null, 2022, 'tot en met 2022'],
    [null, null, null],
  ])('from %s to %s', (from, to, words) => expect(yearsText({ from, to })).toBe(words))
})

describe('a plan that is only known by name', () => {
  const nothing = { actions: 0, promises: 0, results: 0, programmes: 0 }
  test.each([
    [null, nothing, true],
    [{ code: 'd', title: 'D' }, nothing, false],
    [null, { actions: 1, promises: 1, results: 0, programmes: 0 }, false],
  ])('has no document and nothing in it: %j', (document, held, is) => {
    expect(isKnownByNameOnly({ document, ...held })).toBe(is)
  })
  test('says so on its page', async () => {
    expect(await region.text('/plannen/WPDG1')).toContain('Alleen bij naam bekend')
  })
})

/** Addresses of one kind that a page links to. */
const linked = (html: string, under: string) => [
  ...new Set(readPage(html).links.filter((link) => new RegExp(`^/${under}/[^/?#]+$`).test(link))),
]

describe('a walk from the plans', () => {
  test('reaches every action and every result, each exactly once', async () => {
    const plans = linked(await region.text('/plannen'), 'plannen')
    const programmes = new Set<string>()
    for (const plan of plans) for (const link of linked(await region.text(plan), 'programmas')) programmes.add(link)
    const ids: string[] = []
    const reached = new Set<string>()
    for (const programme of programmes) {
      const page = readPage(await region.text(programme))
      ids.push(...page.ids.filter((id) => /^[ARS]\d{2}-\d{3}$/.test(id)))
      for (const link of page.links) reached.add(link)
    }
    expect(plans).toHaveLength(22)
    expect(programmes.size).toBe(51)
    const actions = ids.filter((id) => !id.startsWith('R'))
    const results = ids.filter((id) => id.startsWith('R'))
    expect([actions.length, new Set(actions).size]).toEqual([608, 608])
    expect([results.length, new Set(results).size]).toEqual([289, 289])
    for (const code of actions) expect(reached).toContain(`/acties/${code}`)
    for (const code of results) expect(reached).toContain(`/resultaten/${code}`)
  })

  test('goes through the pages of the list too, fifty at a time', async () => {
    const codes = new Set<string>()
    for (let page = 1; page <= 13; page += 1)
      for (const link of linked(await region.text(`/acties?pagina=${page}`), 'acties')) codes.add(link)
    expect(codes.size).toBe(608)
    expect((await region.get('/acties?pagina=14')).status).toBe(400)
  })
})

describe('the page of a programme', () => {
  test('says what the plan looks back on, what it promises and who takes part', async () => {
    const page = readPage(await region.text('/programmas/A22-DV')).main
    expect(page).toContain('Terugblik op 2021')
    expect(page).toContain('Acties voor 2022')
    expect(page).toContain('zegt een bron wat ervan kwam')
    expect(page).toContain('Platform cyberburgemeesters')
  })
  test('of a district shows who takes part in what', async () => {
    expect(await region.text('/programmas/U23-FL')).toContain('Onbekend is niet nee')
  })
})

describe('the page of a plan', () => {
  test('counts records and promises', async () => {
    expect(await region.text('/plannen/UP2023')).toContain('180 regels, 159 beloften')
  })
  test('says what is missing', async () => {
    expect(await region.text('/plannen/UP2023')).toContain('8 van de 180 acties noemen een indicator.')
  })
})
