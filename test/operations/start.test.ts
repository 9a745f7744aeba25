import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sumDatabase } from '../../src/platform/backup/parts'
import { type Database, overseeing } from '../../src/platform/db/database'
import { openEmbedded } from '../../src/platform/db/embedded'
import { databaseOnPostgres } from '../../src/platform/db/open'
import { makeLeastRights } from '../environment/least-rights'
import { freePort } from '../environment/postgres'
import { type RunningServer, runCommandLine, startServer } from '../environment/program'

const minutes = 3 * 60_000
const clock = () => new Date()
const admin = process.env.TEST_POSTGRES_ADMIN ?? ''
const region = { REGION_DIR: 'region/voorbeeld' }

let folder: string
const cleanUp: (() => unknown)[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slagvaardig-start-'))
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }))
})
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step()
})

async function start(settings: Record<string, string>): Promise<RunningServer> {
  const server = await startServer({ DATA_DIR: join(folder, 'data'), ...region, ...settings })
  cleanUp.push(() => server.end('SIGKILL'))
  return server
}
/** A start that must not succeed: what it says, and that it ended with 1. */
async function refusedStart(settings: Record<string, string>) {
  const ended = await (await start(settings)).ended
  expect(ended.code, ended.said).toBe(1)
  return ended
}

describe('until the region is loaded', () => {
  test(
    'every address but /gezond answers 503 and says when to come back',
    async () => {
      const server = await start({})
      const answers = async (path: string) => (await server.get(path)).status
      await expect.poll(() => answers('/gezond').catch(() => 0), { interval: 20, timeout: 60_000 }).toBe(200)
      for (const path of ['/', '/klaar', '/gemeenten', '/bestaat-niet', '/api/v1/acties', '/api/v1/openapi.json']) {
        const answer = await server.get(path)
        expect(answer.status, path).toBe(503)
        expect(answer.headers.get('retry-after'), path).toBe('5')
      }
      expect((await server.post('/inloggen', { adres: 'a@example.nl' })).status).toBe(503)
      expect((await server.get('/api/v1/acties')).headers.get('content-type')).toContain('application/problem+json')
      expect(server.said()).not.toContain('Klaar.')
      await server.ready()
      expect(await answers('/gemeenten')).toBe(200)
      await expect
        .poll(server.said)
        .toContain(`Klaar. Open http://localhost:${new URL(server.url).port} in uw browser.`)
    },
    minutes,
  )
})

describe('a second start on the same folder', () => {
  test(
    'is refused with what to do, and the first goes on unharmed',
    async () => {
      const first = await start({})
      await first.ready()
      const second = await refusedStart({})
      expect(second.said).toContain(`is al open in een ander programma (proces ${first.pid}). Stop dat eerst`)
      const backup = await runCommandLine('backup', [join(folder, 'kopie.gz')], { DATA_DIR: join(folder, 'data') })
      expect(backup.code).toBe(1)
      expect(backup.said).toContain(`is al open in een ander programma (proces ${first.pid}). Stop dat eerst`)
      expect((await first.get('/gemeenten')).status).toBe(200)
      expect((await first.get('/klaar')).status).toBe(200)
      expect((await first.end('SIGTERM')).code).toBe(0)
    },
    minutes,
  )

  test(
    'succeeds when the first was killed',
    async () => {
      const first = await start({})
      await first.ready()
      await first.end('SIGKILL')
      expect(readFileSync(join(folder, 'data', 'in-gebruik'), 'utf8')).toBe(String(first.pid))
      const second = await start({})
      await second.ready()
    },
    minutes,
  )
})

describe('a start that cannot go on says why and ends with 1:', () => {
  test('a port that is in use', async () => {
    const port = await freePort()
    const other = await listening(createServer(), port)
    cleanUp.push(() => other.close())
    const { said } = await refusedStart({ PORT: `${port}` })
    expect(said).toContain(`Poort ${port} is al in gebruik. Stop het andere programma of kies een andere poort`)
  })

  test(
    'a port for mail that is in use',
    async () => {
      const port = await freePort()
      const other = await listening(createServer(), port)
      cleanUp.push(() => other.close())
      const { said } = await refusedStart({ MAIL_IN: `${port}` })
      expect(said).toContain('Op het adres van MAIL_IN kan dit programma geen mail ontvangen')
    },
    minutes,
  )

  test('an address that this machine does not have', async () => {
    const { said } = await refusedStart({ HOST: '192.0.2.1' })
    expect(said).toContain('De server kan niet luisteren op 192.0.2.1')
  })

  test('a wrong setting', async () => {
    const { said } = await refusedStart({ PORT: 'drieduizend', LOG_LEVEL: 'veel' })
    expect(said).toContain('PORT="drieduizend" kan niet. De poort waarop de server luistert. Voorbeeld: PORT=3000')
    expect(said).toContain('LOG_LEVEL="veel" kan niet.')
  })

  test('a data folder that is no folder', async () => {
    writeFileSync(join(folder, 'bestand'), '')
    const { said } = await refusedStart({ DATA_DIR: join(folder, 'bestand') })
    expect(said).toContain(`De map ${join(folder, 'bestand')} kan niet worden gebruikt`)
    expect(said).toContain('Kies een andere map met DATA_DIR.')
  })

  test('a region folder that is not there', async () => {
    const { said } = await refusedStart({ REGION_DIR: join(folder, 'nergens') })
    expect(said).toContain(`Het regiopakket in ${join(folder, 'nergens')} klopt niet. Er is niets veranderd.`)
  })

  test('a database server that is not there', async () => {
    const { said } = await refusedStart({
      DATABASE_URL: `postgres://iemand:geheim@127.0.0.1:${await freePort()}/x`,
    })
    expect(said).toMatch(
      /De database is niet bereikbaar op 127\.0\.0\.1:\d+\. Draait de server daar\? Controleer DATABASE_URL\./,
    )
    expect(said).not.toContain('geheim')
  })

  test('a database server whose name does not exist', async () => {
    const { said } = await refusedStart({ DATABASE_URL: 'postgres://iemand@nergens.invalid:5432/x' })
    expect(said).toContain('De database is niet bereikbaar op nergens.invalid:5432.')
  })

  test('a database server that takes the connection and then says nothing: it waits no longer than its patience', async () => {
    const port = await freePort()
    const silent = await listening(
      createServer(() => {}),
      port,
    )
    cleanUp.push(() => silent.close())
    const { said, seconds } = await refusedStart({ DATABASE_URL: `postgres://iemand@127.0.0.1:${port}/x` })
    expect(said).toContain(`De database is niet bereikbaar op 127.0.0.1:${port}.`)
    // The patience is ten seconds; the rest is how long a busy machine takes to start a program.
    expect(seconds).toBeLessThan(40)
  })

  test('a database or login that does not exist', async () => {
    const url = new URL(admin)
    url.pathname = '/sv_bestaat_niet'
    expect((await refusedStart({ DATABASE_URL: url.href })).said).toContain('De database sv_bestaat_niet bestaat niet')
    url.username = 'sv_niemand'
    url.password = 'geheim'
    const { said } = await refusedStart({ DATABASE_URL: url.href })
    expect(said).toContain('laat de gebruiker sv_niemand niet toe. Controleer naam en wachtwoord in DATABASE_URL.')
    expect(said).not.toContain('geheim')
  })
})

function listening(server: Server, port: number): Promise<Server> {
  return new Promise((done) => server.listen(port, '127.0.0.1', () => done(server)))
}

describe('a wrong region file', () => {
  /** The example region with a day that does not exist, in row 2 of one file. */
  function wrongRegion(): string {
    const wrong = join(folder, 'fout')
    cpSync('region/voorbeeld', wrong, { recursive: true })
    const file = join(wrong, 'gebiedswijzigingen.csv')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\d{4}-\d{2}-\d{2}/, '2026-02-30'))
    return wrong
  }
  const place = 'gebiedswijzigingen.csv, rij 2, kolom per: "2026-02-30"'

  async function isRefusedAndChangesNothing(settings: Record<string, string>, openDatabase: () => Promise<Database>) {
    const contents = async () => {
      const db = await openDatabase()
      const sums = await overseeing(db, sumDatabase)
      await db.close()
      return sums
    }
    const server = await start(settings)
    await server.ready()
    await server.end('SIGTERM')
    const before = await contents()

    const { said } = await refusedStart({ ...settings, REGION_DIR: wrongRegion() })
    expect(said).toContain(place)
    expect(said).toContain('Er is niets veranderd.')
    const check = await runCommandLine('region', ['load', wrongRegion()], settings)
    expect(check.code).toBe(1)
    expect(check.said).toContain(place)
    expect(await contents()).toEqual(before)
  }

  test(
    'is named with file, row and column, and the embedded database stays as it was',
    async () => {
      const settings = { DATA_DIR: join(folder, 'data') }
      await isRefusedAndChangesNothing(settings, async () => {
        const db = await openEmbedded(settings.DATA_DIR, pathToFileURL(resolve('dist/pglite.worker.js')), clock)
        if ('refused' in db) throw new Error(JSON.stringify(db))
        return db
      })
    },
    minutes,
  )

  test(
    'is named with file, row and column, and PostgreSQL stays as it was',
    async () => {
      const { settings, drop } = await makeLeastRights(admin)
      cleanUp.push(drop)
      await isRefusedAndChangesNothing({ ...settings }, async () =>
        databaseOnPostgres({ visitors: settings.DATABASE_URL, owners: settings.DATABASE_OWNER_URL }, clock),
      )
    },
    minutes,
  )
})

test(
  'two servers that start at once on one new PostgreSQL database both come up',
  async () => {
    const { settings, drop } = await makeLeastRights(admin)
    cleanUp.push(drop)
    const both = await Promise.all([start({ ...settings }), start({ ...settings })])
    for (const server of both) await server.ready()
    for (const server of both) expect((await server.get('/gemeenten')).status).toBe(200)
  },
  minutes,
)
