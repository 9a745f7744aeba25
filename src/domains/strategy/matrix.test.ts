import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { anonymous, reading } from '../../platform/db/database'
import { tally } from './matrix'
import { listCells, matrixFor } from './matrix.store'

let region: Opened
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

type Cells = { aantal: number; items: { code: string; deelname: string }[] }
const cells = async (query: string, headers: Record<string, string> = {}) =>
  (await (await region.get(`/api/v1/deelname?perPagina=500&${query}`, headers)).json()) as Cells

describe('who takes part in which theme', () => {
  test('a lost mark is unknown, and is neither yes nor no', async () => {
    const { items } = await reading(region.db, anonymous, (tx) => listCells(tx))
    expect(tally(items)).toEqual({ ja: 102, nee: 0, onbekend: 86 })
  })

  test('a visitor never sees who did not choose a theme, also not when he asks for it', async () => {
    expect((await cells('')).aantal).toBe(188)
    expect((await cells('deelname=nee')).aantal).toBe(0)
    expect((await region.get('/api/v1/deelname/MX-SU-04-GM0344')).status).toBe(404)
    expect(await region.text('/deelname/SU')).not.toContain('niet gekozen in dit plan')
  })

  test('a professional does', async () => {
    const cookie = await signInAs(region, 'programmamanager')
    expect((await cells('', cookie)).aantal).toBe(189)
    expect((await cells('deelname=nee', cookie)).items.map(({ code }) => code)).toEqual(['MX-SU-04-GM0344'])
    expect(await region.text('/deelname/SU', cookie)).toContain('niet gekozen in dit plan')
  })

  test('of one partner, with what holds for its whole district', async () => {
    const own = await reading(region.db, anonymous, (tx) => matrixFor(tx, 'GM0339'))
    expect(own.map(({ theme, participates }) => [theme, participates])).toEqual([['Weerbare overheid', 'ja']])
    const withDistrict = await reading(region.db, anonymous, (tx) => matrixFor(tx, 'GM0339', 'OU'))
    expect(withDistrict).toHaveLength(7)
  })

  test.each([
    ['district=FL', 70],
    ['thema=Horeca', 7],
    ['partner=GM0339', 1],
    ['deelname=onbekend', 86],
    ['district=FL&deelname=ja', 34],
  ])('under %s are %i cells', async (query, total) => expect((await cells(query)).aantal).toBe(total))

  test.each(['district=XX', 'partner=XX', 'deelname=misschien', 'kleur=rood'])('%s is refused', async (query) => {
    expect((await region.get(`/api/v1/deelname?${query}`)).status).toBe(400)
  })

  test('has no page for a district without a matrix', async () => {
    expect((await region.get('/deelname/MNL')).status).toBe(404)
  })
})
