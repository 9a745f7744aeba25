import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addPerson, cookieOf, signInAs } from '../../../test/environment/people'
import { type Opened, openRegion, testMoment } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'
import { linkMail, mailAddress, maskedAddress, ownPath, senderKey } from './sign-in'

let now = testMoment
let region: Opened
beforeAll(async () => {
  region = await openRegion({ clock: () => now })
  await addPerson(region, { email: 'Advies@Leusden.example', organisation: 'GM0327' })
})
afterAll(() => region.close())
beforeEach(async () => {
  now = testMoment
  await owning(region.db, async (tx) => {
    await sql`delete from identity.sign_in_requests`.execute(tx)
    await sql`delete from identity.sign_in_links`.execute(tx)
    await sql`delete from mail.outbox`.execute(tx)
    await sql`delete from identity.sessions`.execute(tx)
  })
})
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

type Outbox = { recipient: string; body: string | null; is_example: boolean; state: string }
const outbox = async () =>
  (await owning(region.db, (tx) => sql<Outbox>`select * from mail.outbox order by put_at`.execute(tx))).rows

const ask = (mail: string, headers = {}) => region.post('/inloggen', { mail, naar: '/acties' }, headers)
async function link(): Promise<URL> {
  const body = (await outbox()).at(-1)?.body ?? ''
  return new URL(/https?:\/\/\S+/.exec(body)?.[0] ?? 'about:blank')
}
async function press(address: URL, headers = {}): Promise<Response> {
  const { searchParams } = address
  return region.post(
    '/inloggen/link',
    { sleutel: searchParams.get('sleutel') ?? '', naar: searchParams.get('naar') ?? '' },
    headers,
  )
}
const withoutRequestId = (answer: Response) =>
  Object.fromEntries([...answer.headers].filter(([name]) => name !== 'x-request-id'))

describe('where somebody goes after signing in', () => {
  test.each([
    ['/acties?jaar=2022', '/acties?jaar=2022'],
    ['/', '/'],
    [null, '/mijn'],
    ['', '/mijn'],
    ['acties', '/mijn'],
    ['https://evil.nl', '/mijn'],
    ['//evil.nl', '/mijn'],
    ['/\\evil.nl', '/mijn'],
    ['/\t/evil.nl', '/mijn'],
    ['/./\\evil.nl', '/mijn'],
    ['/.//evil.nl', '/mijn'],
    ['javascript:alert(1)', '/mijn'],
  ])('%s leads to %s', (asked, expected) => {
    expect(ownPath(asked)).toBe(expected)
  })
})

describe('a mail address', () => {
  test.each([
    [' a@leusden.nl ', 'a@leusden.nl'],
    ['a.b+c@sub.leusden.nl', 'a.b+c@sub.leusden.nl'],
    ['a@leusden', null],
    ['leusden.nl', null],
    ['a@b.nl,c@d.nl', null],
    ['A <a@b.nl>', null],
    ['a@b.nl\nbcc: c@d.nl', null],
    [`${'a'.repeat(250)}@b.nl`, null],
  ])('%j is read as %j', (typed, expected) => {
    expect(mailAddress(typed)).toBe(expected)
  })
  test('is shown so that only its owner knows it', () => {
    expect(maskedAddress('advies@leusden.example')).toBe('a•••@leusden.example')
  })
})

describe('one sender', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:1:2:ffff::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s counts as %s', (address, expected) => {
    expect(senderKey(address)).toBe(expected)
  })
})

test('the mail says when the link stops and what to do when you did not ask', () => {
  const { body } = linkMail({ coalition: 'Coalitie', link: 'https://sv.nl/x', until: '1 mei 2026, 10.15 uur' })
  expect(body).toContain('\nhttps://sv.nl/x\n')
  expect(body).toContain('tot 1 mei 2026, 10.15 uur')
  expect(body).toContain('hoeft u niets te doen')
})

describe('asking for a link', () => {
  test('answers the same for an address we know and one we do not, and mails only the first', async () => {
    const [known, unknown] = [await ask('advies@leusden.example'), await ask('niemand@leusden.example')]
    expect([known.status, unknown.status]).toEqual([303, 303])
    expect(withoutRequestId(known)).toEqual(withoutRequestId(unknown))
    expect(await known.text()).toBe(await unknown.text())
    expect((await outbox()).map(({ recipient, state }) => [recipient, state])).toEqual([
      ['Advies@Leusden.example', 'wacht'],
    ])
  })

  test('with an address that cannot be shows the form again with what was typed', async () => {
    const answer = await ask('advies@leusden')
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('value="advies@leusden"')
    expect(page).toContain('href="#veld-mail"')
    expect(page).toContain('value="/acties"')
  })

  test.each(['advies@leusden.example', 'niemand@leusden.example'])(
    'more than five times an hour for %s is refused, and later not',
    async (address) => {
      for (let times = 0; times < 5; times += 1) expect((await ask(address)).status).toBe(303)
      expect((await ask(address.toUpperCase())).status).toBe(429)
      later(61)
      expect((await ask(address)).status).toBe(303)
    },
  )

  test('more than thirty times an hour from one sender is refused, whatever the address', async () => {
    for (let times = 0; times < 30; times += 1) expect((await ask(`n${times}@leusden.example`)).status).toBe(303)
    expect((await ask('advies@leusden.example')).status).toBe(429)
    expect(await outbox()).toEqual([])
  })

  test('from another website is refused', async () => {
    expect((await ask('advies@leusden.example', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  test('never takes the host of the link from the request', async () => {
    await region.post(
      '/inloggen',
      { mail: 'advies@leusden.example' },
      { host: 'evil.nl', 'x-forwarded-host': 'evil.nl' },
    )
    expect((await link()).origin).toBe('http://localhost:3000')
  })

  test('keeps no address we do not know, and no secret', async () => {
    await ask('niemand@leusden.example')
    await ask('advies@leusden.example')
    const secret = (await link()).searchParams.get('sleutel') ?? ''
    const rows = await owning(region.db, async (tx) => [
      ...(await sql`select * from identity.sign_in_requests`.execute(tx)).rows,
      ...(await sql`select * from identity.sign_in_links`.execute(tx)).rows,
    ])
    expect(rows).toHaveLength(3)
    expect(JSON.stringify(rows)).not.toContain('niemand')
    expect(JSON.stringify(rows)).not.toContain(secret)
  })
})

describe('a mailed link', () => {
  beforeEach(async () => {
    await ask('advies@leusden.example')
  })

  test('opens a page with one button, as often as a mail scanner likes, and signs nobody in', async () => {
    const { pathname, search } = await link()
    for (let times = 0; times < 3; times += 1) {
      const answer = await region.get(`${pathname}${search}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('set-cookie')).toBeNull()
      const page = await answer.text()
      expect(page).toContain('A•••@Leusden.example')
      expect(page.match(/<button/g)).toHaveLength(1)
    }
    expect((await press(await link())).status).toBe(303)
  })

  test('signs in once with a press of the button, and leads to the page that was asked', async () => {
    const address = await link()
    const answer = await press(address)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/acties'])
    expect(await region.text('/mijn', cookieOf(answer))).toContain('Adviseur')
    expect((await press(address)).status).toBe(404)
    expect((await region.get(`${address.pathname}${address.search}`)).status).toBe(404)
  })

  test('voids the other links of the same person', async () => {
    const first = await link()
    later(1)
    await ask('advies@leusden.example')
    const second = await link()
    expect(second.href).not.toBe(first.href)
    expect((await press(second)).status).toBe(303)
    expect((await press(first)).status).toBe(404)
  })

  test.each([
    [14, 303],
    [15, 404],
  ])('after %i minutes answers %i', async (minutes, status) => {
    const address = await link()
    later(minutes)
    expect((await press(address)).status).toBe(status)
  })

  test('that nobody made does not work', async () => {
    const address = await link()
    address.searchParams.set('sleutel', 'x'.repeat(43))
    expect((await press(address)).status).toBe(404)
  })

  test('leads to no other website', async () => {
    const address = await link()
    address.searchParams.set('naar', '//evil.nl/')
    expect((await press(address)).headers.get('location')).toBe('/mijn')
  })

  test('pressed twice at once signs in once', async () => {
    const address = await link()
    const answers = await Promise.all([press(address), press(address), press(address)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404, 404])
  })
})

describe('example persons', () => {
  test('sign in with one button, and their mails stay in the mailbox', async () => {
    await ask('oov-renswoude@voorbeeld.invalid')
    expect((await outbox()).map(({ state }) => state)).toEqual(['voorbeeld'])
    const mailbox = await region.text('/postvak')
    expect(mailbox).toContain('oov-renswoude@voorbeeld.invalid')
    expect((await press(await link())).status).toBe(303)

    expect(await region.text('/inloggen')).toContain('Adviseur openbare orde en veiligheid, Renswoude')
    expect(await region.text('/mijn', await signInAs(region, 'oov-renswoude'))).toContain('Renswoude')
  })

  const elsewhere = [
    ['a forwarding header', { 'x-forwarded-for': '192.0.2.1' }],
    ['a Via header', { via: '1.1 proxy' }],
    ['a forwarded protocol', { 'x-forwarded-proto': 'https' }],
    ['the address of a visitor of a proxy', { 'cf-connecting-ip': '192.0.2.1' }],
    ['the name of another site', { origin: 'https://veilig.example.nl' }],
  ] as const
  test.each(elsewhere)('are not there for a request with %s', async (_, headers) => {
    expect((await region.get('/postvak', headers)).status).toBe(404)
    expect(await region.text('/inloggen', headers)).not.toContain('voorbeeld.invalid')
    const cannot = await region.post('/inloggen/voorbeeld', { persoon: 'x' }, headers)
    expect(cannot.status).toBe(404)
  })

  test('are not there for a proxy on this machine that says nothing: it speaks HTTP 1.0', async () => {
    const through = (httpVersion: string) =>
      region.fetch(new Request('http://localhost:3000/postvak'), {
        incoming: { socket: { remoteAddress: '127.0.0.1' }, httpVersion },
      })
    expect((await through('1.0')).status).toBe(404)
    expect((await through('1.1')).status).toBe(200)
  })

  test('are not there for another machine that says it asks for localhost', async () => {
    const remote = await openRegion({ sender: '192.0.2.1', region: 'voorbeeld' })
    expect((await remote.get('/postvak')).status).toBe(404)
    expect(await remote.text('/inloggen')).not.toContain('voorbeeld.invalid')
    await remote.close()
  })

  test('are nowhere in the database when example mode is off, nor are their sessions', async () => {
    const off = await openRegion({ region: 'voorbeeld', environment: { EXAMPLE: 'uit' } })
    const { rows } = await owning(off.db, (tx) => sql`select from identity.people`.execute(tx))
    expect(rows).toEqual([])
    expect((await off.get('/postvak')).status).toBe(404)
    expect(await off.text('/inloggen')).toContain('Inloggen kan hier nog niet')
    await off.close()
  })
})
