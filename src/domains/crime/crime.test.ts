import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInAs } from '../../../test/environment/people'
import { databaseKind, type Opened, openRegion } from '../../../test/environment/region'
import { addRelease, releaseMonth } from '../../../test/environment/releases'
import { owning } from '../../platform/db/database'
import { makeExampleFigures } from './example.verbs'

type Item = {
  gebied: string
  misdrijfsoort: string
  periode: string
  waarde: number | null
  status: string
  bron: string
}
type List = { aantal: number; items: Item[] }

const address = (gebied: string, more = '') =>
  `/api/v1/misdrijfcijfers?gebied=${gebied}&misdrijfsoort=1.1.1&periode=${releaseMonth}${more}`

let region: Opened
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())
const count = async (path: string) => (await region.json<List>(path)).items[0]?.waarde

describe('before there are figures', () => {
  test('the page says that there are none, and the API answers with nothing', async () => {
    expect(await region.text('/veiligheidsbeelden')).toContain('Er zijn nog geen maandcijfers')
    expect((await region.get('/veiligheidsbeelden/GM0339')).status).toBe(404)
    expect((await region.json<List>('/api/v1/misdrijfcijfers')).aantal).toBe(0)
  })
})

describe('example figures', () => {
  beforeAll(() => makeExampleFigures(region.db, () => false), 60_000)

  test('say so on every page and in every item', async () => {
    for (const path of [
      '/veiligheidsbeelden',
      '/veiligheidsbeelden/MNL',
      '/veiligheidsbeelden/GM0339',
      '/veiligheidsbeelden/VW-GM0339-1?soort=1.1.1',
    ])
      expect(await region.text(path)).toContain('Dit zijn voorbeeldcijfers')
    expect((await region.json<List>(address('GM0339'))).items[0]).toMatchObject({
      status: 'voorbeeld',
      bron: 'voorbeeld',
    })
  })

  test('are there for all 38 municipalities, five districts and the region, and add up', async () => {
    const areas = await region.json<{ items: { code: string }[] }>(
      '/api/v1/gebieden?soort=gemeente&binnen=MNL&perPagina=500',
    )
    expect(areas.items).toHaveLength(38)
    const sum = async (codes: string[]) =>
      (await Promise.all(codes.map((code) => count(address(code))))).reduce<number>(
        (all, one) => all + (one ?? Number.NaN),
        0,
      )
    const all = await count(address('MNL'))
    expect(all).toBeGreaterThan(0)
    expect(await sum(areas.items.map(({ code }) => code))).toBe(all)
    const districts = await region.json<{ items: { code: string }[] }>('/api/v1/gebieden?soort=district')
    expect(await sum(districts.items.map(({ code }) => code))).toBe(all)
  })

  test('are never among the measurements of the coalition', async () => {
    expect((await region.json<List>(address('GM0339'))).aantal).toBe(1)
    expect((await region.json<List>(`/api/v1/metingen?periode=${releaseMonth}`)).aantal).toBe(0)
  })

  test('are not made again for the same month', async () => {
    const made = () =>
      owning(region.db, (tx) => tx.selectFrom('crime.releases').select(['id', 'content_hash']).execute())
    const before = await made()
    await makeExampleFigures(region.db, () => false)
    expect(await made()).toEqual(before)
  })

  test('that were half made when the program stopped are made anew', async () => {
    const other = await openRegion({ region: 'voorbeeld' })
    await makeExampleFigures(other.db, () => true)
    expect(await other.text('/veiligheidsbeelden')).toContain('Er zijn nog geen maandcijfers')
    if (databaseKind === 'postgresql') {
      // Another process may still be at it, but not for ten minutes.
      await makeExampleFigures(other.db, () => false)
      expect(await other.text('/veiligheidsbeelden')).toContain('Er zijn nog geen maandcijfers')
      await owning(other.db, (tx) =>
        sql`update crime.releases set started_at = started_at - interval '10 minutes'`.execute(tx),
      )
    }
    await makeExampleFigures(other.db, () => false)
    expect(await other.text('/veiligheidsbeelden')).toContain('Oeverstad')
    expect(await owning(other.db, (tx) => tx.selectFrom('crime.releases').select('state').execute())).toEqual([
      { state: 'volledig' },
    ])
    await other.close()
  })
})

describe('real figures', () => {
  beforeAll(async () => {
    const counts = { GM0327: '{10,4,NULL}', GM0339: '{5,0,NULL}' }
    await addRelease(region, { modified: '2026-11-10T12:00:00Z', state: 'volledig', counts })
    // The second repeats what it says of Renswoude: only what differs is stored.
    await addRelease(region, { modified: '2026-11-20T12:00:00Z', state: 'volledig', counts: { GM0327: '{12,6,NULL}' } })
    await addRelease(region, {
      modified: '2026-11-22T12:00:00Z',
      state: 'bezig',
      counts: { GM0327: '{98765,98765,NULL}' },
    })
  })

  test('take the place of example figures, which nobody sees any more', async () => {
    expect(await region.text('/veiligheidsbeelden')).not.toContain('voorbeeldcijfers')
    expect((await region.get('/veiligheidsbeelden/VW-GM0339-1')).status).toBe(404)
    expect(
      (await region.json<List>('/api/v1/misdrijfcijfers?gebied=GM0339')).items.every(
        ({ status }) => status === 'voorlopig',
      ),
    ).toBe(true)
  })

  test('are known as on any day, and a release that repeats an earlier one still has its counts', async () => {
    expect(await count(address('GM0327'))).toBe(6)
    expect(await count(address('GM0339'))).toBe(0)
    expect(await count(address('GM0327', '&bekendOp=2026-11-19'))).toBe(4)
    expect((await region.json<List>(address('GM0327', '&bekendOp=2026-11-09'))).aantal).toBe(0)
  })

  test('of a load that is not finished are not there, also not for the administrator', async () => {
    const administrator = await signInAs(region, 'functioneel-beheerder')
    expect(await region.text('/veiligheidsbeelden/GM0327', administrator)).not.toMatch(/98\.?765/)
    expect(await count(address('GM0327'))).toBe(6)
  })

  test('that are hidden have no number, and make the sum of the region unknown', async () => {
    const hidden = (gebied: string) =>
      count(`/api/v1/misdrijfcijfers?gebied=${gebied}&misdrijfsoort=1.4.1&periode=${releaseMonth}`)
    expect(await hidden('GM0327')).toBeNull()
    expect(await hidden('MNL')).toBeNull()
    expect(await count(address('MNL'))).toBe(6)
  })
})

test.each([
  ['/veiligheidsbeelden/GM0327?tot=ooit', 400],
  ['/veiligheidsbeelden/GM0327?soort=9.9.9', 400],
  ['/veiligheidsbeelden/GM0327?bekendOp=2026-02-30', 400],
  ['/veiligheidsbeelden/GM9999', 404],
  ['/api/v1/misdrijfcijfers?gebied=GM9999', 400],
  ['/api/v1/misdrijfcijfers?misdrijfsoort=9.9.9', 400],
  ['/api/v1/misdrijfcijfers?periode=2026', 400],
])('%s answers %d', async (path, status) => expect((await region.get(path)).status).toBe(status))
