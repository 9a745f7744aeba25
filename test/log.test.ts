import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { routes } from '../src/app'
import { owning } from '../src/platform/db/database'
import { createLog } from '../src/platform/log/log'
import { addPerson, signInAs } from './environment/people'
import { type Opened, openRegion } from './environment/region'

const lines: string[] = []
let region: Opened
beforeAll(async () => {
  const log = createLog(
    'debug',
    (line) => lines.push(line),
    () => new Date(),
  )
  region = await openRegion({ region: 'voorbeeld', log })
})
afterAll(() => region.close())
beforeEach(() => {
  lines.length = 0
})
const logged = () => lines.map((line) => JSON.parse(line))

// A name and a mail address that stand nowhere but in what a visitor asks.
const name = 'Quirijn-Xanthippe'
const address = 'quirijn.xanthippe@prive.example'
const fill = (path: string) => path.replace(/:[a-zA-Z]+(\{[^}]*\})?/g, encodeURIComponent(address))

describe('the log holds no personal data', () => {
  test.each(routes.filter(({ method }) => method === 'get').map(({ path }) => path))(
    'of a visitor who puts a name and an address in GET %s',
    async (path) => {
      const query = new URLSearchParams({ q: name, naar: `/${name}`, sleutel: name, code: address, zoek: name })
      await region.get(`${fill(path)}?${query}`, {
        'user-agent': name,
        referer: `https://example.nl/${name}`,
        'x-forwarded-for': '203.0.113.77',
        cookie: `sv_sessie=${name}`,
      })
      expect(lines.length).toBeGreaterThan(0)
      expect(lines.join('\n')).not.toMatch(/quirijn|xanthippe|203\.0\.113|prive\.example/i)
    },
  )

  test.each(routes.filter(({ method }) => method === 'post').map(({ path }) => path))(
    'of a visitor who puts them in the form of POST %s',
    async (path) => {
      const fields = ['adres', 'email', 'mail', 'naam', 'persoon', 'sleutel', 'naar', 'toelichting', 'zoek', 'q']
      await region.post(fill(path), Object.fromEntries(fields.map((field) => [field, address])))
      expect(lines.length).toBeGreaterThan(0)
      expect(lines.join('\n')).not.toMatch(/quirijn|xanthippe|prive\.example/i)
    },
  )

  test('of an address that does not exist', async () => {
    await region.get(`/${name}/${address}`)
    await region.get(`/api/v1/${name}`)
    expect(logged()).toHaveLength(2)
    expect(lines.join('\n')).not.toMatch(/quirijn|xanthippe/i)
  })

  test('of somebody who signs in by mail, from the request for a link to signing out', async () => {
    await addPerson(region, { email: address, organisation: 'VB-BUREAU' })
    await region.post('/inloggen', { mail: address })
    const { rows } = await owning(region.db, (tx) =>
      sql<{ body: string }>`select body from mail.outbox where recipient = ${address}`.execute(tx),
    )
    const secret = /sleutel=([\w-]+)/.exec(rows[0]?.body ?? '')?.[1] ?? ''
    expect(secret).toHaveLength(43)
    await region.get(`/inloggen/link?sleutel=${secret}`)
    const entered = await region.post('/inloggen/link', { sleutel: secret })
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(entered.status).toBe(303)
    await region.get('/', { cookie })
    await region.post('/uitloggen', {}, { cookie })

    const text = lines.join('\n')
    expect(text).not.toMatch(/xanthippe|iemand/i)
    expect(text).not.toContain(secret)
    expect(text).not.toContain(cookie.split('=')[1])
    expect(
      logged()
        .filter(({ event }) => event === 'audit')
        .map(({ act }) => act),
    ).toEqual(['inloglink gevraagd', 'inloggen met link', 'uitloggen'])
  })
})

describe('a line about a request', () => {
  test('names the address of a public page that exists, without what was asked of it', async () => {
    await region.get('/gemeenten?geldigOp=2024-01-01')
    expect(logged()).toEqual([
      {
        time: expect.any(String),
        level: 'info',
        event: 'request',
        id: expect.stringMatching(/^[0-9a-f]{8}$/),
        method: 'GET',
        path: '/gemeenten',
        status: 200,
        ms: expect.any(Number),
      },
    ])
  })

  test('has the number that the answer has', async () => {
    const answer = await region.get('/gemeenten')
    expect(logged()[0].id).toBe(answer.headers.get('x-request-id'))
  })

  test('of a probe that is well is for debugging only', async () => {
    await region.get('/gezond')
    await region.get('/klaar')
    expect(logged().map(({ level, path }) => [level, path])).toEqual([
      ['debug', '/gezond'],
      ['debug', '/klaar'],
    ])
  })
})

test('each route with an audit event writes it, with its purpose, when it is used', async () => {
  const administrator = await signInAs(region, 'functioneel-beheerder')
  lines.length = 0
  await region.get('/beheer/logboek', administrator)
  const [audit] = logged().filter(({ event }) => event === 'audit')
  expect(audit).toMatchObject({ act: 'logboek gelezen', purpose: 'administration' })
  expect(audit.id).toBe(logged().find(({ event }) => event === 'request')?.id)
  lines.length = 0
  await region.get('/beheer/logboek')
  expect(logged().map(({ event }) => event)).toEqual(['request'])
})

test('a fault is shown with the number under which it is logged, and with nothing else', async () => {
  const broken = await openRegion({
    region: 'voorbeeld',
    log: createLog(
      'debug',
      (line) => lines.push(line),
      () => new Date(),
    ),
  })
  await owning(broken.db, (tx) => sql`drop table territory.tiles cascade`.execute(tx))
  await owning(broken.db, (tx) => sql`alter table territory.areas rename column name to other`.execute(tx))
  lines.length = 0
  const page = await broken.get('/gemeenten')
  const api = await broken.get('/api/v1/gebieden')
  await broken.close()

  const [fault] = logged().filter(({ event }) => event === 'fault')
  expect(fault).toMatchObject({ level: 'error', message: 'database 42703', path: '/gemeenten' })
  expect(page.status).toBe(500)
  const text = await page.text()
  expect(text).toContain(fault.id)
  expect(text).not.toMatch(/42703|column|territory/)
  expect(api.status).toBe(500)
  expect(((await api.json()) as { verzoek: string }).verzoek).toBe(api.headers.get('x-request-id'))
})
