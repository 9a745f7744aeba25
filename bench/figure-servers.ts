import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import fastify from 'fastify'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import pg from 'pg'
import { createApp } from '../src/app'
import { readConfig } from '../src/config'
import { makeExampleFigures } from '../src/domains/crime'
import { addMonths, type Month } from '../src/kernel/month'
import type { Database } from '../src/platform/db/database'
import { migrate, readMigrations } from '../src/platform/db/migrate'
import { databaseOnPostgres } from '../src/platform/db/open'
import { createLog } from '../src/platform/log/log'
import { connectProviders } from '../src/platform/oidc/providers'
import { loadPack } from '../src/platform/pack/load'
import { securityHeaders } from '../src/platform/web/headers'
import { packFiles } from '../src/region/pack'
import { processorSeconds, type Round } from './harness'
import { exampleRegion } from './region'

const clock = () => new Date('2026-11-24T09:00:00Z')

/** A database of its own on the PostgreSQL server of `TEST_DATABASE_URL`, with the region and example figures in it. */
export async function regionOnPostgres(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('Name a PostgreSQL server in TEST_DATABASE_URL, as a superuser: postgres://…/postgres')
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const name = `sv_bench_${process.pid}`
  await client.query(`create database ${name}`)
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const db = databaseOnPostgres({ visitors: url, owners: url }, clock)
  await migrate(db, readMigrations('db/migrations'))
  await loadPack(db, 'region/midden-nederland', packFiles)
  await makeExampleFigures(db, () => false)
  await db.close()
  return {
    url,
    async drop() {
      await client.query(`drop database ${name} with (force)`)
      await client.end()
    },
  }
}

/** Starts this bench again as the server of one side; ends with its parent. */
export async function startSide(kind: string, ...args: string[]): Promise<{ child: ChildProcess; origin: string }> {
  const child = spawn(process.execPath, [process.argv[1] ?? '', 'serve', kind, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!child.stdout) throw new Error('a side without output')
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, origin: `http://127.0.0.1:${line.toString().trim()}` }
}

const listening = ({ port }: Pick<AddressInfo, 'port'>) => process.stdout.write(`${port}\n`)
const listen = (fetch: Hono['fetch']) => serve({ fetch, port: 0, hostname: '127.0.0.1' }, listening)

/** The product, on PostgreSQL when a database is named, else on the embedded one. */
export async function serveProduct(url?: string): Promise<void> {
  const db: Database = url ? databaseOnPostgres({ visitors: url, owners: url }, clock) : await exampleRegion()
  const config = readConfig({})
  if ('faults' in config) throw new Error(config.faults.join('\n'))
  // Lines are made and thrown away, as on the other side.
  const log = createLog('info', () => {}, clock)
  const providers = connectProviders([], log)
  listen(
    createApp({ config, log, providers, seal: () => null, program: 'bench', db: () => db, unready: async () => null })
      .fetch as Hono['fetch'],
  )
}

/** The same server and middleware around an answer that is there already: `make` gives its text. */
export function serveText(type: string, make: (path: string) => string): void {
  const log = createLog('info', () => {}, clock)
  const app = new Hono()
  app.use(async (c, next) => {
    const start = performance.now()
    await next()
    log.info('request', {
      id: '1',
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(performance.now() - start),
    })
  })
  app.use(securityHeaders())
  app.use(compress())
  app.get('*', (c) => c.body(make(c.req.path), 200, { 'content-type': type }))
  listen(app.fetch)
}

/** What somebody writes by hand: Fastify, one query with pg, and the rows as JSON. It knows no releases but the newest. */
export async function serveByHand(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const app = fastify()
  app.get('/api/v1/misdrijfcijfers', async (request) => {
    const { gebied, misdrijfsoort } = request.query as { gebied: string; misdrijfsoort: string }
    const { rows } = await pool.query(
      `select c.month, c.counts[array_position(r.types, $2)] as value, a.name, r.source_table, r.last_month,
              to_char(r.modified_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as known
         from crime.counts c join crime.releases r on r.id = c.release
         join crime.release_areas a on a.release = r.id and a.code = c.area
        where c.area = $1 order by c.month`,
      [gebied, misdrijfsoort],
    )
    return {
      aantal: rows.length,
      items: rows.map(({ month, value, name, source_table, last_month, known }) => ({
        code: `${gebied}_${misdrijfsoort}_${month}`,
        gebied,
        gebiedsnaam: name,
        misdrijfsoort,
        periode: month,
        waarde: value,
        eenheid: 'aantal',
        status:
          source_table === 'voorbeeld'
            ? 'voorbeeld'
            : month > addMonths(last_month as Month, -3)
              ? 'voorlopig'
              : 'definitief',
        bron: source_table,
        bekendOp: known,
      })),
    }
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  listening(app.server.address() as AddressInfo)
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 })

/** One answer: its status and bytes on the wire, and how long it took. */
export function fetchOne(url: string, headers: Record<string, string> = {}) {
  const since = performance.now()
  return new Promise<{ status: number; bytes: number; text: () => string; ms: number }>((done, fail) => {
    get(url, { agent, headers: { 'accept-encoding': 'gzip', ...headers } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const body = Buffer.concat(parts)
        done({
          status: answer.statusCode ?? 0,
          bytes: body.length,
          text: () => body.toString(),
          ms: performance.now() - since,
        })
      })
    }).on('error', fail)
  })
}

/** Sixteen readers that ask one path after another, for so many seconds or until the paths are over. Gives seconds a request. */
export async function load(
  { child, origin }: { child: ChildProcess; origin: string },
  nextPath: () => string | null,
  seconds: number,
  headers: Record<string, string> = {},
): Promise<Round & { requests: number }> {
  const before = processorSeconds(child.pid ?? 0)
  const since = performance.now()
  let requests = 0
  const reader = async () => {
    while (performance.now() - since < seconds * 1000) {
      const path = nextPath()
      if (path === null) return
      const { status } = await fetchOne(`${origin}${path}`, headers)
      if (status !== 200) throw new Error(`${path} answered ${status}`)
      requests += 1
    }
  }
  await Promise.all(Array.from({ length: 16 }, reader))
  const taken = (performance.now() - since) / 1000
  const after = processorSeconds(child.pid ?? 0)
  return {
    requests,
    seconds: taken / requests,
    cpu: before === null || after === null ? null : (after - before) / requests,
  }
}

/** Answers at a steady pace, whether earlier ones are there or not: the 95th of 100 in milliseconds. */
export async function steadily(origin: string, nextPath: () => string, perSecond: number, seconds: number) {
  const asked: Promise<number>[] = []
  const count = perSecond * seconds
  for (let at = 0; at < count; at++) {
    asked.push(fetchOne(`${origin}${nextPath()}`).then(({ ms }) => ms))
    await new Promise((done) => setTimeout(done, 1000 / perSecond))
  }
  const taken = (await Promise.all(asked)).sort((one, other) => one - other)
  return taken[Math.floor(taken.length * 0.95)] ?? 0
}
