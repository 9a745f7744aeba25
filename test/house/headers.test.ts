import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app'
import { silentLog } from '../../src/platform/log/log'
import { noProviders } from '../../src/platform/oidc/providers'
import { asset } from '../../src/platform/ui'
import { type Opened, openRegion } from '../environment/region'

let opened: Opened
beforeAll(async () => {
  opened = await openRegion()
})
afterAll(() => opened.close())

// Of every kind of answer one address, with the status it gives.
const answers: readonly [string, string, number][] = [
  ['a page', '/', 200],
  ['a list', '/gebieden', 200],
  ['an address that is not there', '/bestaat-niet', 404],
  ['an address that cannot be understood', '/gebieden?geldigOp=gisteren', 400],
  ['a page for somebody else', '/beheer/logboek', 404],
  ['a list of the API', '/api/v1/gebieden', 200],
  ['a fault of the API', '/api/v1/gebieden?nee=1', 400],
  ['nothing in the API', '/api/v1/bestaat-niet', 404],
  ['the text of the API', '/api/v1/openapi.json', 200],
  ['a table', '/api/v1/gebieden.csv', 200],
  ['a workbook', '/api/v1/gebieden.xlsx', 200],
  ['the sign that the process lives', '/gezond', 200],
  ['the sign that it is ready', '/klaar', 200],
]

const policy: Record<string, readonly string[]> = {
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  'font-src': ["'self'"],
  'img-src': ["'self'"],
  'script-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
}

function expectSafe(answer: Response): void {
  const { headers } = answer
  const said = Object.fromEntries(
    (headers.get('content-security-policy') ?? '')
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  )
  expect(said).toEqual(policy)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-resource-policy')).toMatch(/^(same-origin|cross-origin)$/)
  expect(headers.get('permissions-policy')).toContain('geolocation=()')
  expect(headers.get('cache-control')).not.toBeNull()
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}$/)
  expect(headers.get('server')).toBeNull()
  expect(headers.get('x-powered-by')).toBeNull()
}

describe.each(answers)('%s', (_, path, status) => {
  test(`${path} says how it may be used, and sets no cookie`, async () => {
    const answer = await opened.get(path)
    expect(answer.status).toBe(status)
    expectSafe(answer)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test(`${path} answers HEAD with the same and no bytes`, async () => {
    const full = await opened.get(path)
    const head = await opened.fetch(new Request(`http://localhost:3000${path}`, { method: 'HEAD' }))
    expect(head.status).toBe(status)
    expect(await head.text()).toBe('')
    for (const name of ['content-type', 'cache-control', 'etag', 'content-security-policy'])
      expect(head.headers.get(name)).toBe(full.headers.get(name))
  })
})

test('pages name their language and what they are', async () => {
  const answer = await opened.get('/gebieden')
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await answer.text()).toMatch(/^<!doctype html>\s*<html lang="nl"/i)
})

test('stylesheet and fonts are kept for ever, by the hash in their name', async () => {
  const html = await opened.text('/')
  const files = [...html.matchAll(/(?:href|src)="(\/(?:stijl|lettertypen)\/[^"]+)"/g)].map(([, path]) => path ?? '')
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    const answer = await opened.get(file)
    expect([file, answer.status]).toEqual([file, 200])
    expect(answer.headers.get('cache-control')).toMatch(/max-age=31536000.*immutable/)
    expectSafe(answer)
    expect(asset(file)).not.toBeNull()
  }
  expect((await opened.get('/stijl/bestaat-niet.css')).status).toBe(404)
})

test('whoever is signed in gets a cookie no script can read, and pages nobody keeps', async () => {
  const page = await opened.text('/inloggen')
  const person = /name="persoon" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const entered = await opened.post('/inloggen/voorbeeld', { persoon: person })
  expect(entered.status).toBe(303)
  expectSafe(entered)
  const cookie = entered.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  expect(cookie).toMatch(/Path=\//)
  const own = await opened.get('/', { cookie: cookie.split(';')[0] ?? '' })
  expect(own.headers.get('cache-control')).toBe('no-store')
  expect(own.headers.get('set-cookie')).toBeNull()
})

describe('a form', () => {
  const post = (headers: Record<string, string>) =>
    opened.fetch(
      new Request('http://localhost:3000/uitloggen', {
        method: 'POST',
        body: new URLSearchParams(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
    )
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbouring domain', { 'sec-fetch-site': 'same-site' }, 403],
    ['another site, in an older browser', { origin: 'https://elders.example' }, 403],
    ['nowhere, in an older browser', { origin: 'null' }, 403],
    ['this site', { 'sec-fetch-site': 'same-origin' }, 303],
    ['this site, in an older browser', { origin: 'http://localhost:3000' }, 303],
  ])('of %s', async (_, headers, status) => {
    const answer = await post(headers)
    expect(answer.status).toBe(status)
    expectSafe(answer)
  })
})

describe('while the region is being loaded', () => {
  const app = () =>
    createApp({
      config: opened.config,
      log: silentLog,
      providers: noProviders,
      seal: () => null,
      program: '0.0.0',
      db: () => null,
      unready: async () => 'De regio wordt nog geladen.',
    })
  test.each(['/', '/gebieden', '/api/v1/metingen', '/bestaat-niet', '/klaar'])(
    '%s answers 503 and says when to try again',
    async (path) => {
      const answer = await app().request(path)
      expect(answer.status).toBe(503)
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      expectSafe(answer)
    },
  )
  test('the process says that it lives', async () => {
    expect((await app().request('/gezond')).status).toBe(200)
  })
})
