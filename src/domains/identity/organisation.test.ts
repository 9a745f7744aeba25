import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import { anonymous, owning, reading } from '../../platform/db/database'
import { partyAddress } from './party'
import { partyNames } from './party.store'

let region: Opened
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

type Listed = { aantal: number; items: { code: string; gebieden: string[] }[] }

describe('the organisations on a day', () => {
  test.each([
    ['2018-12-31', ['GM0620', 'GM0457'], ['GM1961']],
    ['2019-01-01', ['GM0457', 'GM1961'], ['GM0620']],
    ['2022-03-23', ['GM0457'], ['GM0620']],
    ['2022-03-24', ['GM1961'], ['GM0457', 'GM0620']],
  ])('on %s are %j and not %j', async (day, present, absent) => {
    const { items } = await region.json<Listed>(`/api/v1/organisaties?soort=gemeente&geldigOp=${day}&perPagina=500`)
    const codes = items.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(present))
    for (const code of absent) expect(codes).not.toContain(code)
  })
  test('are those that work for an area when one is named', async () => {
    const { items } = await region.json<Listed>('/api/v1/organisaties?gebied=SU&perPagina=500')
    expect(items.map(({ code }) => code)).toEqual(expect.arrayContaining(['POL-SU', 'ZVH-UT', 'PROV-UT']))
    expect((await region.get('/api/v1/organisaties?gebied=XX')).status).toBe(400)
  })
})

describe('the page of an organisation', () => {
  test('says what it is, for whom it works and where its work is', async () => {
    const html = await region.text('/organisaties/ZVH-UT')
    expect(html).toContain('Zorg- en Veiligheidshuis')
    for (const area of ['OU', 'SU', 'WU']) expect(html).toContain(`href="/gebieden/${area}"`)
    expect(html).toContain('/acties?trekker=ZVH-UT')
    expect(html).toContain('/acties?deelnemer=ZVH-UT')
    expect(html).toMatch(/Regionale Veiligheidsstrategie 2023-2026, regel 714/)
  })
  test('stays when it is no more, and leads to its successor and back', async () => {
    expect(await region.text('/organisaties/GM0620')).toContain('href="/organisaties/GM1961"')
    expect(await region.text('/organisaties/GM1961')).toContain('href="/organisaties/GM0620"')
  })
  test('says that a name stands for all municipalities', async () => {
    expect(await region.text('/organisaties/GEM')).toContain('alle gemeenten samen')
  })
  test('says since when it is withdrawn, and is in no list', async () => {
    await owning(region.db, (tx) =>
      tx
        .updateTable('identity.organisations')
        .set({ withdrawn_on: '2026-11-01' as never })
        .where('code', '=', 'LTO')
        .execute(),
    )
    expect(await region.text('/organisaties/LTO')).toContain('Vervallen per 1 november 2026')
    expect(await region.text('/organisaties')).not.toContain('/organisaties/LTO')
  })
  test.each([
    ['/organisaties/XXX', 404],
    ['/organisaties?geldigOp=gisteren', 400],
    ['/organisaties?soort=bedrijf', 400],
    ['/api/v1/organisaties/XXX', 404],
  ])('%s is answered with %i', async (path, status) => expect((await region.get(path)).status).toBe(status))
})

test('the list has every organisation of the day with its kind', async () => {
  const html = await region.text('/organisaties')
  expect(html.match(/href="\/organisaties\/GM\d{4}"/g)?.length).toBe(38)
  expect(html).toContain('href="/organisaties/RIEC-MN"')
})

describe('a party', () => {
  test.each([
    ['RIEC-MN', '/organisaties/RIEC-MN'],
    ['RVC', '/gremia/RVC'],
    ['TF-DV', '/werkgroepen/TF-DV'],
  ])('%s has its page at %s', async (code, address) => {
    const parties = await reading(region.db, anonymous, (tx) => partyNames(tx, [code, 'XXX']))
    expect([...parties.keys()]).toEqual([code])
    expect([...parties.values()].map(partyAddress)).toEqual([address])
  })
})
