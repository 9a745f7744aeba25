import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'

describe('a promise of all municipalities together', () => {
  let region: Opened
  type Headers = { cookie: string }
  let adviser: Headers
  let mayor: Headers
  let manager: Headers
  const page = '/acties/S23-022/meedoen'
  beforeAll(async () => {
    region = await openRegion({ clock: () => new Date('2026-11-26T09:00:00Z') })
    adviser = await signInAs(region, 'oov-renswoude')
    mayor = await signInAs(region, 'burgemeester-houten')
    manager = await signInAs(region, 'programmamanager')
  })
  afterAll(() => region.close())
  const say = (given: Record<string, string>, headers = adviser) =>
    region.post(page, { gemeente: 'GM0339', meedoen: 'ja', sleutel: 'een-sleutel-1', zin: '', ...given }, headers)

  test('begins with nobody having said anything, which is not that nobody takes part', async () => {
    expect(await region.text(page, manager)).toContain('Van de 38 gemeenten zei nog geen of zij meedoet.')
  })

  test('has what the adviser of a municipality says of it, once, beside the one status', async () => {
    const both = await Promise.all([say({}), say({})])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(
      (await say({ gemeente: 'GM0321', meedoen: 'nee', zin: 'Geen plek.', sleutel: 'een-sleutel-2' }, mayor)).status,
    ).toBe(303)
    const said = await region.text(page, manager)
    expect(said).toContain(
      'Van de 38 gemeenten zegt er 1 dat zij meedoet en zegt er 1 dat zij niet meedoet; van 36 weten wij het niet.',
    )
    expect(said).toContain('Geen plek.')
    expect(await region.text('/acties/S23-022', manager)).toContain('zegt er 1 dat zij meedoet')
    const { rows } = await owning(region.db, (tx) =>
      sql`select (select count(*)::int from progress.participations) as words, (select count(*)::int from progress.updates) as updates`.execute(
        tx,
      ),
    )
    expect(rows).toEqual([{ words: 2, updates: 0 }])
  })

  test('keeps what was said before when something else is said', async () => {
    expect((await say({ meedoen: 'nog-niet', sleutel: 'een-sleutel-3' })).status).toBe(303)
    expect(await region.text(page, manager)).toContain('zegt er 1 dat zij nog niet meedoet')
    const { rows } = await owning(region.db, (tx) =>
      sql`select takes_part from progress.participations where area = 'GM0339' order by version`.execute(tx),
    )
    expect(rows).toEqual([{ takes_part: 'ja' }, { takes_part: 'nog-niet' }])
  })

  test('asks why not, and loses nothing that was typed', async () => {
    const answer = await say({ meedoen: 'nee' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Schrijf in één zin waarom niet.')
    expect((await say({ meedoen: '' })).status).toBe(422)
    expect(await (await say({ zin: 'x'.repeat(501) })).text()).toContain('x'.repeat(501))
  })

  test('is spoken of by who speaks for the municipality, and by nobody else', async () => {
    expect((await say({ gemeente: 'GM0344' })).status).toBe(404)
    expect((await say({}, manager)).status).toBe(404)
    expect((await say({}, {} as Headers)).status).toBe(404)
    const reader = await signInAs(region, 'analist-politie')
    expect((await say({}, reader)).status).toBe(404)
    expect(await region.text(page, reader)).not.toContain('name="meedoen"')
    expect((await region.get(page)).status).toBe(404)
    expect(await region.text('/acties/S23-022')).not.toContain('meedoet')
  })

  test('is the only kind of promise of which this is asked', async () => {
    expect((await region.get('/acties/S23-007/meedoen', adviser)).status).toBe(404)
    expect((await region.get('/acties/bestaat-niet/meedoen', adviser)).status).toBe(404)
  })
})
