import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inventedTable } from '../../../test/environment/odata/invented'
import { type ODataServer, serveOData } from '../../../test/environment/odata/server'
import { openOData } from './client'
import { ODataFault } from './fault'

const table = inventedTable({ municipalities: ['GM0001', 'GM0002'], periods: ['2026MM01', '2026MM02'] })
// 6 types, 7 areas a municipality; pages of 25 rows.
const rowsOfMonth = 42
const quick = { paceMs: 0, backoffMs: 1, timeoutMs: 1_000 }
const select = ['SoortMisdrijf', 'WijkenEnBuurten', 'Perioden', 'GeregistreerdeMisdrijven_1']
const month = { filter: "(substring(WijkenEnBuurten,2,4) eq '0001') and (Perioden eq '2026MM01')", select }
const byPage = 20_000

let server: ODataServer
beforeAll(async () => {
  server = await serveOData([table], 25)
})
afterAll(() => server.close())
beforeEach(() => {
  server.asked.length = 0
  Object.assign(server.faults, { broken: 0, cutOff: 0, reset: 0, innerHost: false, unpadded: false })
})

const client = (manners = {}) => openOData(server.url, { ...quick, ...manners })
const trouble = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (fault) => (fault instanceof ODataFault ? fault.trouble : String(fault)),
  )

describe('a source of open data', () => {
  test('says what its table is, which columns it has and what stands in a list', async () => {
    expect(await client().info('47022NED')).toMatchObject({ modified: '2026-11-15T02:00:00' })
    expect((await client().properties('47022NED')).map(({ type }) => type)).toEqual([
      'Dimension',
      'GeoDetail',
      'TimeDimension',
      'Topic',
    ])
    const areas = await client().list('47022NED', 'WijkenEnBuurten')
    expect(areas[1]).toMatchObject({ key: 'GM0001    ', title: 'Gemeente 0001', more: { Municipality: 'GM0001' } })
  })

  test('gives the same rows in one answer and page by page', async () => {
    const whole = await client().rows('47022NED', month, rowsOfMonth)
    expect(whole).toHaveLength(rowsOfMonth)
    expect(server.asked).toHaveLength(1)
    expect(await client().rows('47022NED', month, byPage)).toEqual(whole)
    expect(server.asked).toHaveLength(3)
  })

  test('is asked again on the host we know when it names one inside its own network', async () => {
    server.faults.innerHost = true
    expect(await client().rows('47022NED', month, byPage)).toHaveLength(rowsOfMonth)
  })

  test.each(['broken', 'cutOff', 'reset'] as const)(
    'is asked again when its answer is %s, and given up at last',
    async (fault) => {
      server.faults[fault] = 2
      expect(await client().rows('47022NED', month, rowsOfMonth)).toHaveLength(rowsOfMonth)
      expect(server.asked).toHaveLength(3)
      server.faults[fault] = 9
      const expected = { broken: 'failing', cutOff: 'unreadable', reset: 'unreachable' }[fault]
      expect(await trouble(client({ attempts: 3 }).rows('47022NED', month, rowsOfMonth))).toBe(expected)
      server.faults[fault] = 0
    },
  )

  test('is asked again when it answers too late', async () => {
    server.faults.slow = { times: 1, ms: 300 }
    expect(await client({ timeoutMs: 100 }).rows('47022NED', month, rowsOfMonth)).toHaveLength(rowsOfMonth)
    expect(server.asked).toHaveLength(2)
  })

  test('is asked once only when it refuses', async () => {
    expect(await trouble(client().rows('47022NED', { ...month, filter: "contains(Perioden,'2026')" }, 1))).toBe(
      'refused',
    )
    expect(await trouble(client().info('00000NED'))).toBe('refused')
    expect(server.asked).toHaveLength(2)
  })

  test('is not taken in when it gives more than we want', async () => {
    expect(await trouble(client({ maxBytes: 1_000 }).rows('47022NED', month, rowsOfMonth))).toBe('too-large')
  })

  test('gets no more calls than one every so often', async () => {
    const polite = client({ paceMs: 60 })
    const since = performance.now()
    await Promise.all([polite.info('47022NED'), polite.info('47022NED'), polite.info('47022NED')])
    expect(performance.now() - since).toBeGreaterThanOrEqual(118)
  })

  test('is left alone as soon as we stop', async () => {
    const stopping = new AbortController()
    const asked = trouble(
      openOData(server.url, { ...quick, paceMs: 60_000 }, stopping.signal).rows('47022NED', month, byPage),
    )
    setTimeout(() => stopping.abort(), 100)
    expect(await asked).toBe('stopped')
  })
})

describe('a host that nobody configured', () => {
  const answers: Record<string, { status: number; headers?: Record<string, string>; body?: string }> = {
    redirect: { status: 302, headers: { location: 'http://127.0.0.1:9/elsewhere' } },
    'a page of another table': {
      status: 200,
      body: JSON.stringify({ value: [], 'odata.nextLink': 'http://x/ODataFeed/odata/00000NED/TypedDataSet?$skip=1' }),
    },
    'a page of something else': {
      status: 200,
      body: JSON.stringify({ value: [], 'odata.nextLink': 'file:///etc/passwd' }),
    },
  }
  test.each(Object.keys(answers))('is never asked: %s', async (name) => {
    const { status, headers = {}, body = '' } = answers[name] ?? { status: 500 }
    const other = createServer((_, response) => response.writeHead(status, headers).end(body))
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready))
    const { port } = other.address() as AddressInfo
    expect(await trouble(openOData(`http://127.0.0.1:${port}`, quick).rows('47022NED', month, byPage))).toBe(
      'elsewhere',
    )
    other.closeAllConnections()
    other.close()
  })
})
