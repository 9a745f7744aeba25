import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addPerson, cookieOf, signInAs } from '../../../test/environment/people'
import { type Opened, openRegion, testMoment } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { owning, reading } from '../../platform/db/database'
import { cookieName, readSecretCookie, secretCookie } from '../../platform/web/cookie'
import { hashOf, newSecret } from '../../platform/web/secret'
import { stateOf } from './post'

let now = testMoment
let region: Opened
beforeAll(async () => {
  region = await openRegion({ clock: () => now })
})
afterAll(() => region.close())
beforeEach(async () => {
  now = testMoment
  await owning(region.db, (tx) => sql`delete from identity.sessions`.execute(tx))
})
const at = (moment: string) => {
  now = new Date(moment)
}
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}
// A small page: the header says whether one is signed in.
const isSignedIn = async (headers: { cookie: string }) =>
  (await region.text('/inloggen/verstuurd', headers)).includes('action="/uitloggen"')
const stored = async () =>
  (await owning(region.db, (tx) => sql<{ id: string; id_hash: string }>`select * from identity.sessions`.execute(tx)))
    .rows

describe('the secret of a session', () => {
  test('is 256 random bits, and only its hash is stored', async () => {
    expect(newSecret()).toMatch(/^[\w-]{43}$/)
    expect(newSecret()).not.toBe(newSecret())
    const { cookie } = await signInAs(region, 'oov-renswoude')
    const secret = cookie.split('=')[1] ?? ''
    expect((await stored()).map(({ id_hash }) => id_hash)).toEqual([hashOf(secret)])
    expect(JSON.stringify(await stored())).not.toContain(secret)
  })

  test('goes in a cookie that no script, other site or subdomain reaches', () => {
    expect(secretCookie('__Host-sv_sessie', 'x', { isSecure: true, seconds: 9 })).toBe(
      '__Host-sv_sessie=x; Max-Age=9; Path=/; HttpOnly; Secure; SameSite=Lax',
    )
    expect(cookieName('sv_sessie', true)).toBe('__Host-sv_sessie')
    expect(cookieName('sv_sessie', false)).toBe('sv_sessie')
  })

  test.each(['', 'x', `${'x'.repeat(42)}`, `${'x'.repeat(43)}'`, `${'x'.repeat(44)}`])(
    '%j is not taken for one',
    (value) => {
      const request = new Request('http://localhost/', { headers: { cookie: `sv_sessie=${value}` } })
      expect(readSecretCookie(request, 'sv_sessie')).toBeNull()
    },
  )

  test('is asked for with the safe name where visitors come over https', async () => {
    const secure = await openRegion({ region: 'voorbeeld', environment: { BASE_URL: 'https://veilig.example.nl/' } })
    const { cookie } = await signInAs(secure, 'functioneel-beheerder')
    expect(cookie).toMatch(/^__Host-sv_sessie=/)
    expect((await secure.get('/mijn', { cookie })).status).toBe(200)
    expect((await secure.get('/mijn', { cookie: cookie.replace('__Host-', '') })).status).toBe(404)
    await secure.close()
  })
})

describe('a session', () => {
  test('ends after two hours without use, and lives on with it', async () => {
    const headers = await signInAs(region, 'oov-renswoude')
    for (let hours = 0; hours < 3; hours += 1) {
      later(119)
      expect(await isSignedIn(headers)).toBe(true)
    }
    later(120)
    expect(await isSignedIn(headers)).toBe(false)
  })

  test('ends after twelve hours, used or not', async () => {
    const headers = await signInAs(region, 'oov-renswoude')
    for (let halves = 1; halves < 24; halves += 1) {
      later(30)
      expect(await isSignedIn(headers)).toBe(true)
    }
    later(30)
    expect(await isSignedIn(headers)).toBe(false)
  })

  test('notes its use at most once a minute', async () => {
    const headers = await signInAs(region, 'oov-renswoude')
    const lastSeen = async () =>
      (await owning(region.db, (tx) => sql<{ s: string }>`select last_seen_at as s from identity.sessions`.execute(tx)))
        .rows[0]?.s
    later(0.9)
    await isSignedIn(headers)
    expect(await lastSeen()).toBe(testMoment.toISOString())
    later(0.1)
    await isSignedIn(headers)
    expect(await lastSeen()).toBe(now.toISOString())
  })

  test('gets a new secret at each sign-in, and the old one of that browser is worth nothing', async () => {
    const first = await signInAs(region, 'oov-renswoude')
    const { id } = (
      await owning(region.db, (tx) =>
        sql<{ id: string }>`select id from identity.people where email like 'oov-utrecht@%'`.execute(tx),
      )
    ).rows[0] ?? { id: '' }
    const second = cookieOf(await region.post('/inloggen/voorbeeld', { persoon: id }, first))
    expect(second.cookie).not.toBe(first.cookie)
    expect(await isSignedIn(first)).toBe(false)
    expect(await isSignedIn(second)).toBe(true)
  })

  test('of a made-up secret is none, and changes nothing about the page', async () => {
    const made = await region.get('/inloggen', { cookie: `sv_sessie=${newSecret()}` })
    expect(await made.text()).toBe(await region.text('/inloggen'))
  })

  test('is ended in the database by signing out', async () => {
    const headers = await signInAs(region, 'oov-renswoude')
    const answer = await region.post('/uitloggen', {}, headers)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    expect(answer.headers.get('set-cookie')).toMatch(/^sv_sessie=; Max-Age=0;/)
    expect(await isSignedIn(headers)).toBe(false)
    expect(await stored()).toEqual([])
  })

  test('that is over signs out without a fuss', async () => {
    expect((await region.post('/uitloggen', {}, { cookie: `sv_sessie=${newSecret()}` })).status).toBe(303)
  })

  test('cannot be ended from another website', async () => {
    const headers = await signInAs(region, 'oov-renswoude')
    const answer = await region.post('/uitloggen', {}, { ...headers, 'sec-fetch-site': 'cross-site' })
    expect(answer.status).toBe(403)
    expect(await isSignedIn(headers)).toBe(true)
  })
})

describe('the list of sessions', () => {
  test('shows and ends those of the person, and of nobody else', async () => {
    const [phone, desk, other] = [
      await signInAs(region, 'oov-renswoude'),
      await signInAs(region, 'oov-renswoude'),
      await signInAs(region, 'oov-utrecht'),
    ]
    const page = await region.text('/mijn', desk)
    const ends = [...page.matchAll(/\/mijn\/sessies\/([0-9a-f-]+)\/beeindigen/g)].map(([, id]) => id ?? '')
    expect(ends).toHaveLength(1)
    expect((await region.post(`/mijn/sessies/${ends[0]}/beeindigen`, {}, other)).status).toBe(404)
    expect(await isSignedIn(phone)).toBe(true)
    expect((await region.post(`/mijn/sessies/${ends[0]}/beeindigen`, {}, desk)).status).toBe(303)
    expect(await isSignedIn(phone)).toBe(false)
    expect(await isSignedIn(desk)).toBe(true)
    expect(await isSignedIn(other)).toBe(true)
  })
})

describe('a post', () => {
  const post = { validity: { from: day('2026-01-01'), until: day('2026-07-01') } }
  test.each([
    ['2025-12-31', 'begint nog'],
    ['2026-01-01', 'loopt'],
    ['2026-06-30', 'loopt'],
    ['2026-07-01', 'geëindigd'],
  ])('on %s %s', (on, expected) => {
    expect(stateOf(post, day(on))).toBe(expected)
  })

  // Half-open days in the Netherlands: summer time is two hours ahead of UTC, winter time one.
  test.each([
    ['in summer', '2026-07-01', '2026-06-30T21:59:59Z', '2026-06-30T22:00:00Z'],
    ['in winter', '2027-01-01', '2026-12-31T22:59:59Z', '2026-12-31T23:00:00Z'],
  ])('that ends %s gives its rights until midnight, and not a second longer', async (season, until, before, after) => {
    at(before)
    const email = `${season.replace(' ', '-')}@leusden.example`
    const id = await addPerson(region, { email, organisation: 'GM0327', role: 'functioneel-beheerder', until })
    const headers = await signInWithNewSession(id)
    expect((await region.get('/beheer', headers)).status).toBe(200)
    expect(await hiddenCells(headers)).toBeGreaterThan(0)

    at(after)
    expect((await region.get('/beheer', headers)).status).toBe(404)
    expect(await hiddenCells(headers)).toBe(0)
    expect(await region.text('/mijn', headers)).toContain('U heeft vandaag geen functie')
  })

  test('that begins tomorrow gives its rights at midnight', async () => {
    at('2026-11-24T22:59:59Z')
    const id = await addPerson(region, { email: 'nieuw@leusden.example', organisation: 'GM0327', from: '2026-11-25' })
    const headers = await signInWithNewSession(id)
    expect(await hiddenCells(headers)).toBe(0)
    at('2026-11-24T23:00:00Z')
    expect(await hiddenCells(headers)).toBeGreaterThan(0)
  })

  test('may cover several municipalities', async () => {
    const page = await region.text('/mijn', await signInAs(region, 'oov-montfoort-ijsselstein'))
    expect(page).toContain('href="/gemeenten/GM0335')
    expect(page).toContain('href="/gemeenten/GM0353')
  })

  async function signInWithNewSession(person: string): Promise<{ cookie: string }> {
    const secret = newSecret()
    await owning(region.db, (tx) =>
      sql`select identity.open_session(${person}, ${hashOf(secret)}, 'mail', 'test')`.execute(tx),
    )
    return { cookie: `sv_sessie=${secret}` }
  }
  /** The rows that exist for professionals only, as the database gives them to this session. */
  async function hiddenCells({ cookie }: { cookie: string }): Promise<number> {
    const sessionId = cookie.split('=')[1] ?? ''
    const { rows } = await reading(region.db, { sessionId }, (tx) =>
      sql`select from strategy.matrix_cells where participates = 'nee'`.execute(tx),
    )
    return rows.length
  }
})
