import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Database, owning } from '../../src/platform/db/database'
import { openEmbedded } from '../../src/platform/db/embedded'
import { databaseOnPostgres } from '../../src/platform/db/open'
import { makeLeastRights } from '../environment/least-rights'
import { startPostgres } from '../environment/postgres'
import { type RunningServer, startServer } from '../environment/program'
import { type Acknowledged, examplePerson, keepSigningIn, look, signIn } from './sign-ins'

// A few rounds in `npm test`, twenty in `npm run check:all`.
const rounds = Number(process.env.CRASH_ROUNDS ?? 2)
const minutes = (count: number) => count * 60_000

const clock = () => new Date()
const settings = { EXAMPLE: 'aan', REGION_DIR: 'region/voorbeeld' }

let dataFolder: string
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'slagvaardig-kill-'))
})
const opened: { end(signal: 'SIGKILL'): Promise<unknown> }[] = []
afterEach(async () => {
  for (const server of opened.splice(0)) await server.end('SIGKILL')
  rmSync(dataFolder, { recursive: true, force: true })
})

async function start(extra: Record<string, string>): Promise<RunningServer> {
  const server = await startServer({ ...settings, ...extra })
  opened.push(server)
  return server
}

async function openFolder(): Promise<Database> {
  const db = await openEmbedded(dataFolder, pathToFileURL(resolve('dist/pglite.worker.js')), clock)
  if ('refused' in db) throw new Error(JSON.stringify(db))
  return db
}

/** Writes are under way, and then some more: another while in each round. */
async function untilInTheMiddle(acknowledged: Acknowledged, round: number): Promise<void> {
  const before = acknowledged.size
  await expect.poll(() => acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(before + 5)
  await pause(50 + ((round * 137) % 700))
}

describe('the embedded database', () => {
  test(
    `keeps every acknowledged write when its process is killed during writes, ${rounds} times`,
    async () => {
      const acknowledged: Acknowledged = new Set()
      for (let round = 1; round <= rounds; round++) {
        const server = await start({ DATA_DIR: dataFolder })
        await server.ready()
        const writing = keepSigningIn(server, await examplePerson(server), acknowledged)
        await untilInTheMiddle(acknowledged, round)
        expect((await server.end('SIGKILL')).code).toBeNull()
        await writing.stop()

        const db = await openFolder()
        expect(await look(db, acknowledged), `round ${round}`).toMatchObject({ lost: 0, halves: 0 })
        await db.close()
      }
      expect(acknowledged.size).toBeGreaterThan(rounds * 6)
      console.log(`embedded: ${acknowledged.size} acknowledged writes in ${rounds} rounds, all there`)
    },
    minutes(10),
  )

  test(
    `is whole when its process is killed while it is made and loaded, ${rounds} times`,
    async () => {
      for (let round = 1; round <= rounds; round++) {
        const server = await start({ DATA_DIR: dataFolder })
        // The whole of it takes three to eight seconds; each round is stopped a little further on.
        await pause(300 + (4000 * round) / rounds)
        await server.end('SIGKILL')
      }
      const server = await start({ DATA_DIR: dataFolder })
      await server.ready()
      const actions = (await (await server.get('/api/v1/acties')).json()) as { aantal: number }
      expect(actions.aantal).toBeGreaterThan(0)
      expect((await server.end('SIGTERM')).code).toBe(0)
    },
    minutes(10),
  )
})

describe('PostgreSQL', () => {
  test(
    `keeps every acknowledged write when all of its processes are killed during writes, ${rounds} times, and the product goes on by itself`,
    async () => {
      const postgres = await startPostgres({ durable: true })
      const { settings: urls, admin } = await makeLeastRights(postgres.url)
      expect((await admin.query('show fsync')).rows).toEqual([{ fsync: 'on' }])
      expect((await admin.query('show synchronous_commit')).rows).toEqual([{ synchronous_commit: 'on' }])
      const db = databaseOnPostgres({ visitors: urls.DATABASE_URL, owners: urls.DATABASE_OWNER_URL }, clock)
      try {
        const server = await start(urls)
        await server.ready()
        const person = await examplePerson(server)
        const acknowledged: Acknowledged = new Set()
        for (let round = 1; round <= rounds; round++) {
          const writing = keepSigningIn(server, person, acknowledged)
          await untilInTheMiddle(acknowledged, round)
          await postgres.kill()
          await writing.stop()

          await server.ready()
          expect(await look(db, acknowledged), `round ${round}`).toMatchObject({ lost: 0, halves: 0 })
        }
        expect(acknowledged.size).toBeGreaterThan(rounds * 6)
        console.log(`PostgreSQL: ${acknowledged.size} acknowledged writes in ${rounds} rounds, all there`)
        expect((await signIn(server, person)).status).toBe(303)
        expect((await server.end('SIGTERM')).code).toBe(0)

        // One write that is gone would have been seen.
        const [gone = ''] = acknowledged
        await owning(db, (tx) => sql`delete from identity.sessions where id_hash = ${gone}`.execute(tx))
        expect(await look(db, acknowledged)).toMatchObject({ lost: 1 })
      } finally {
        await db.close()
        await postgres.stop()
      }
    },
    minutes(10),
  )
})
