import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { openEmbedded } from '../../src/platform/db/embedded'
import { databaseOnPostgres } from '../../src/platform/db/open'
import { openWorkerEngine } from '../../src/platform/db/worker-engine'
import { makeLeastRights } from '../environment/least-rights'
import { startPostgres } from '../environment/postgres'
import { type RunningServer, startServer } from '../environment/program'
import { type Acknowledged, examplePerson, keepSigningIn, look, signIn } from './sign-ins'
import { mountSmallDisk, type SmallDisk } from './small-disk'

// How the full disk is made: where this process may mount (as root in a container it usually may), a tmpfs of a limited
// size that a second file fills up to the last megabyte; and everywhere a limit on the size of a file (`ulimit -f`), at which
// the write of the database fails as it does on a full disk.
const probe = mountSmallDisk(1)
probe?.remove()

const clock = () => new Date()
const thread = pathToFileURL(resolve('dist/pglite.worker.js'))
const settings = { EXAMPLE: 'aan', REGION_DIR: 'region/voorbeeld' }

const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step()
})

async function start(extra: Record<string, string>, largestFile?: number): Promise<RunningServer> {
  const server = await startServer({ ...settings, ...extra }, largestFile)
  cleanUp.push(() => server.end('SIGKILL'))
  return server
}

function newDisk(megabytes: number): SmallDisk {
  const disk = mountSmallDisk(megabytes)
  if (!disk) throw new Error('no disk could be mounted')
  cleanUp.push(disk.remove)
  return disk
}

async function lookInFolder(folder: string, acknowledged: Acknowledged) {
  const db = await openEmbedded(folder, thread, clock)
  if ('refused' in db) throw new Error(JSON.stringify(db))
  const seen = await look(db, acknowledged)
  await db.close()
  return seen
}

async function signInSome(server: RunningServer, person: string, acknowledged: Acknowledged): Promise<void> {
  const writing = keepSigningIn(server, person, acknowledged)
  await expect.poll(() => acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(20)
  await writing.stop()
}

describe.runIf(probe)('on a disk that is full', () => {
  test('the embedded database is not made, and the message says how much room it takes', async () => {
    const disk = newDisk(200)
    const { code, said } = await (await start({ DATA_DIR: disk.folder })).ended
    expect(code).toBe(1)
    expect(said).toContain(`De schijf is te vol: ${disk.folder} heeft ten minste 400 MB vrije ruimte nodig.`)
    expect(readdirSync(disk.folder)).toEqual([])
  })

  test('the product on the embedded database still reads, refuses to write with a message, and keeps everything', async () => {
    const disk = newDisk(700)
    const server = await start({ DATA_DIR: disk.folder })
    await server.ready()
    const person = await examplePerson(server)
    const acknowledged: Acknowledged = new Set()
    await signInSome(server, person, acknowledged)

    const writing = keepSigningIn(server, person, acknowledged)
    disk.fillUpTo(30)
    await writing.stop()
    const refused = await server.post('/inloggen/voorbeeld', { persoon: person })
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('5')
    expect(await refused.text()).toContain('De schijf van de server is vol.')
    expect((await server.get('/gebieden')).status).toBe(200)
    expect((await server.get('/klaar')).status).toBe(200)

    await server.end('SIGKILL')
    const again = await (await start({ DATA_DIR: disk.folder })).ended
    expect(again.code).toBe(1)
    expect(again.said).toContain(`De schijf is te vol: ${disk.folder} heeft ten minste 150 MB vrije ruimte nodig.`)

    disk.relieve()
    expect(await lookInFolder(disk.folder, acknowledged)).toMatchObject({ lost: 0, halves: 0 })
    const relieved = await start({ DATA_DIR: disk.folder })
    await relieved.ready()
    expect((await signIn(relieved, person)).status).toBe(303)
  }, 300_000)

  test('the embedded engine fails at once and for good, and loses nothing', async () => {
    const disk = newDisk(130)
    const engine = await openWorkerEngine(thread, { folder: join(disk.folder, 'database') })
    await engine.script('create table kept (number integer primary key)')
    let acknowledged = 0
    const fill = async () => {
      for (;;) {
        await engine.query('insert into kept values ($1)', [acknowledged + 1])
        acknowledged++
        // Takes room in the log only, which is the place where the engine cannot go on without.
        await engine.query("select pg_logical_emit_message(false, 'vol', repeat('x', 500000))", [])
      }
    }
    await expect(fill()).rejects.toMatchObject({ code: '53100' })
    expect(acknowledged).toBeGreaterThan(50)
    expect(await engine.lost).toMatchObject({ code: '53100' })
    await expect(engine.query('select 1', [])).rejects.toMatchObject({ code: '53100' })
    await engine.close()

    disk.grow(400)
    const again = await openWorkerEngine(thread, { folder: join(disk.folder, 'database') })
    const { rows } = await again.query('select count(*) as count, max(number) as last from kept', [])
    expect(rows).toEqual([{ count: acknowledged, last: acknowledged }])
    await again.close()
  }, 300_000)

  test('the product on PostgreSQL answers with an error, and goes on when there is room, with everything it acknowledged', async () => {
    const disk = newDisk(500)
    // PostgreSQL runs as another account.
    chmodSync(disk.folder, 0o777)
    const postgres = await startPostgres({ folder: disk.folder, durable: true })
    cleanUp.push(postgres.stop)
    const { settings: urls } = await makeLeastRights(postgres.url)
    const server = await start(urls)
    await server.ready()
    const person = await examplePerson(server)
    const acknowledged: Acknowledged = new Set()
    await signInSome(server, person, acknowledged)

    disk.fillUpTo(0)
    // Room that the server set aside before is used up first.
    await fillWithRows(urls.DATABASE_OWNER_URL)
    const statuses = new Set<number>()
    for (let attempt = 0; attempt < 20; attempt++) statuses.add((await signIn(server, person)).status)
    expect([...statuses].some((status) => status >= 500)).toBe(true)

    disk.relieve()
    await server.ready()
    await expect.poll(async () => (await signIn(server, person)).status, { timeout: 60_000 }).toBe(303)
    const db = databaseOnPostgres({ visitors: urls.DATABASE_URL, owners: urls.DATABASE_OWNER_URL }, clock)
    cleanUp.push(db.close)
    expect(await look(db, acknowledged)).toMatchObject({ lost: 0, halves: 0 })
  }, 300_000)
})

async function fillWithRows(owners: string): Promise<void> {
  const db = databaseOnPostgres({ visitors: owners, owners }, clock)
  try {
    for (let round = 0; round < 200; round++) {
      await sql`select pg_logical_emit_message(false, 'vol', repeat(md5(random()::text), 30000))`.execute(db.owners)
    }
  } catch {
    // This is the point: there is no room.
  }
  await db.close()
}

describe('where a write fails as on a full disk', () => {
  test('the product stops with a message, and nothing that was acknowledged is lost', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'slagvaardig-limit-'))
    cleanUp.push(() => rmSync(folder, { recursive: true, force: true }))
    const first = await start({ DATA_DIR: folder })
    await first.ready()
    const person = await examplePerson(first)
    await first.end('SIGTERM')
    // The first reading of what was just loaded is written down too; a third start writes next to nothing.
    const second = await start({ DATA_DIR: folder })
    await second.ready()
    await second.end('SIGTERM')

    // A start writes less than this to the log of the database; some hundreds of sign-ins write more.
    const limit = (await writtenInLogSegment(folder)) + 1.5 * 1024 * 1024
    const server = await start({ DATA_DIR: folder }, limit)
    await server.ready()
    const acknowledged: Acknowledged = new Set()
    const writing = keepSigningIn(server, person, acknowledged)
    const { code, said } = await server.ended
    await writing.stop()
    expect(writing.refusals()).toEqual([503])
    expect(code).toBe(1)
    expect(said).toContain('De database is gestopt')
    expect(said).toContain('Wat bevestigd was, is bewaard.')
    expect(acknowledged.size).toBeGreaterThan(5)
    expect(await lookInFolder(folder, acknowledged)).toMatchObject({ lost: 0, halves: 0 })
  }, 300_000)
})

/** Bytes written in the current segment of the log, at least 4 MB of its 16. */
async function writtenInLogSegment(folder: string): Promise<number> {
  const db = await openEmbedded(folder, thread, clock)
  if ('refused' in db) throw new Error(JSON.stringify(db))
  const written = async () => {
    const { rows } = await sql<{ bytes: number }>`
      select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') % (16 * 1024 * 1024) as bytes`.execute(db.owners)
    return rows[0]?.bytes ?? 0
  }
  while ((await written()) < 4 * 1024 * 1024 || (await written()) > 12 * 1024 * 1024) {
    await sql`select pg_logical_emit_message(false, 'vol', repeat('x', 1000000))`.execute(db.owners)
  }
  const bytes = await written()
  await db.close()
  return bytes
}
