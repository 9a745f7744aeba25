import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RawBuilder } from 'kysely'
import pg from 'pg'
import { createApp } from '../../src/app'
import { type Config, readConfig } from '../../src/config'
import { makeExampleFigures } from '../../src/domains/crime'
import { prepareExamplePeople } from '../../src/domains/identity'
import { type Database, owning } from '../../src/platform/db/database'
import { migrate, readMigrations } from '../../src/platform/db/migrate'
import { databaseOnEngine, databaseOnPostgres } from '../../src/platform/db/open'
import { openPglite } from '../../src/platform/db/pglite'
import { type Log, silentLog } from '../../src/platform/log/log'
import { noProviders, type Providers } from '../../src/platform/oidc/providers'
import { loadPack } from '../../src/platform/pack/load'
import { openSeal, type Seal } from '../../src/platform/proof/seal'
import { packFiles } from '../../src/region/pack'

/** "Today" in every test that does not say otherwise. */
export const testMoment = new Date('2026-11-24T09:00:00Z')

export type Region = 'midden-nederland' | 'voorbeeld'
export type RegionOptions = {
  region?: Region
  clock?: () => Date
  environment?: Record<string, string>
  log?: Log
  providers?: Providers
  /** With the example figures that the program makes when it has none of the police. */
  figures?: boolean
  /** The network address requests come from; this machine when not given. */
  sender?: string
}

/** A running product on a database of its own, without a network: `get` and `post` go through the whole pipeline. */
export type Opened = {
  readonly db: Database
  readonly config: Config
  /** The database URLs, when it is PostgreSQL: `admin` may do everything. */
  readonly postgres: { admin: string; visitors: string } | null
  /** What signs the log of publications, and the folder it stands in. */
  readonly seal: Seal
  readonly proofFolder: string
  /** The whole pipeline, for a server that listens: see served.ts. */
  readonly fetch: ReturnType<typeof createApp>['fetch']
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** `form` as fields, or as pairs where a field occurs more than once. */
  post(
    path: string,
    form: Record<string, string> | (readonly [string, string])[],
    headers?: Record<string, string>,
  ): Promise<Response>
  /** The text of a page that must answer 200. */
  text(path: string, headers?: Record<string, string>): Promise<string>
  json<T = Record<string, unknown>>(path: string): Promise<T>
  /** What the owner of the tables finds, past every policy. */
  rows<Row>(query: RawBuilder<Row>): Promise<Row[]>
  close(): Promise<void>
}

/** Which database this run of the tests is on; the same tests run on both. */
export const databaseKind = process.env.TEST_DATABASE === 'postgresql' ? 'postgresql' : 'pglite'

/** Opens the product with a region loaded, from a copy that is made once. Close it at the end of the file. */
export async function openRegion(options: RegionOptions = {}): Promise<Opened> {
  const { region = 'midden-nederland', clock = () => testMoment, environment = {}, log = silentLog } = options
  const { providers = noProviders, sender = '127.0.0.1' } = options
  const config = readConfig({ EXAMPLE: 'aan', ...environment })
  if ('faults' in config) throw new Error(config.faults.join('\n'))
  const { db, postgres, drop } =
    databaseKind === 'pglite' ? await onPglite(region, clock) : await onPostgres(region, clock)
  await prepareExamplePeople(db, config.example)
  if (options.figures) await makeExampleFigures(db, () => false)
  const proofFolder = mkdtempSync(join(tmpdir(), 'slagvaardig-proof-'))
  const seal = openSeal(proofFolder)
  if ('refused' in seal) throw new Error(`no seal: ${seal.refused}`)
  const app = createApp({
    config,
    log,
    providers,
    seal: () => seal,
    program: '0.0.0',
    db: () => db,
    unready: async () => null,
  })
  const server = { incoming: { socket: { remoteAddress: sender } } }
  const origin = 'http://localhost:3000'
  const get = async (path: string, headers: Record<string, string> = {}) =>
    app.request(`${origin}${path}`, { headers }, server)
  return {
    db,
    config,
    postgres,
    seal,
    proofFolder,
    fetch: app.fetch,
    get,
    post: async (path, form, headers = {}) =>
      app.request(
        `${origin}${path}`,
        {
          method: 'POST',
          body: new URLSearchParams(form as Record<string, string>),
          headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
        },
        server,
      ),
    async text(path, headers) {
      const answer = await get(path, headers)
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
      return answer.text()
    },
    async json<T>(path: string) {
      return (await (await get(path)).json()) as T
    },
    rows: async (query) => (await owning(db, (tx) => query.execute(tx))).rows,
    async close() {
      await db.close()
      await drop()
      rmSync(proofFolder, { recursive: true, force: true })
    },
  }
}

/** A database with everything migrated and nothing loaded. */
export async function openEmptyDatabase(
  clock: () => Date = () => testMoment,
): Promise<{ db: Database; close(): Promise<void> }> {
  const db =
    databaseKind === 'pglite' ? databaseOnEngine(await openPglite({ archive: await archive(null) }), clock) : null
  if (db) return { db, close: () => db.close() }
  const made = await onPostgres(null, clock)
  return {
    db: made.db,
    async close() {
      await made.db.close()
      await made.drop()
    },
  }
}

async function onPglite(region: Region, clock: () => Date) {
  const engine = await openPglite({ archive: await archive(region) })
  return { db: databaseOnEngine(engine, clock), postgres: null, drop: async () => {} }
}

async function onPostgres(region: Region | null, clock: () => Date) {
  const admin = process.env.TEST_POSTGRES_ADMIN
  if (!admin) throw new Error('TEST_POSTGRES_ADMIN is not set: run the tests with npm test')
  const name = `sv_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  const login = `${name}_login`
  const template = await templateDatabase(admin, region)
  await administer(admin, [
    `create database ${name} template ${template}`,
    `create role ${login} login password '${name}'`,
    `grant sv_visitor to ${login}`,
  ])
  const owners = withDatabase(admin, name)
  const visitors = withLogin(owners, login, name)
  const db = databaseOnPostgres({ visitors, owners }, clock)
  return {
    db,
    postgres: { admin: owners, visitors },
    drop: () => administer(admin, [`drop database ${name} with (force)`, `drop role ${login}`]),
  }
}

async function administer(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

function withLogin(url: string, user: string, password: string): string {
  const changed = new URL(url)
  changed.username = user
  changed.password = password
  return changed.href
}

// The name holds a hash of everything that goes in, so a changed migration or pack makes a new copy.
function fingerprint(region: Region | null): string {
  const hash = createHash('sha256')
  for (const folder of ['db/migrations', ...(region ? [`region/${region}`] : [])]) {
    for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

const loadingMoment = () => new Date('2026-11-24T08:00:00Z')

async function fill(db: Database, region: Region | null): Promise<void> {
  await migrate(db, readMigrations('db/migrations'))
  if (!region) return
  const report = await loadPack(db, `region/${region}`, packFiles)
  if (!report.loaded) throw new Error(`region ${region} does not load: ${JSON.stringify(report.faults.slice(0, 5))}`)
}

/** An archive of an embedded database with the region loaded; made by the first test that needs it. */
async function archive(region: Region | null): Promise<Uint8Array> {
  const folder = 'dist/test'
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${region ?? 'empty'}-${fingerprint(region)}.tar`)
  if (!existsSync(file)) {
    await alone(`${file}.making`, async () => {
      if (existsSync(file)) return
      const engine = await openPglite({})
      const db = databaseOnEngine(engine, loadingMoment)
      await fill(db, region)
      writeFileSync(`${file}.${process.pid}`, await engine.dump())
      renameSync(`${file}.${process.pid}`, file)
      await db.close()
    })
  }
  return new Uint8Array(readFileSync(file))
}

async function templateDatabase(admin: string, region: Region | null): Promise<string> {
  const name = `sv_template_${(region ?? 'empty').replace('-', '_')}_${fingerprint(region)}`
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  try {
    // The lock is of the server, so processes of one run wait for each other.
    await client.query('select pg_advisory_lock(7403292)')
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [name])
    if (rowCount === 0) {
      await client.query(`drop database if exists ${name}`)
      await client.query(`create database ${name}`)
      const url = withDatabase(admin, name)
      const db = databaseOnPostgres({ visitors: url, owners: url }, loadingMoment)
      await fill(db, region)
      await db.close()
      await client.query(`alter database ${name} is_template true`)
    }
    return name
  } finally {
    await client.end()
  }
}

async function alone(file: string, work: () => Promise<void>): Promise<void> {
  for (let waited = 0; ; waited += 200) {
    try {
      mkdirSync(file)
      break
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
      // Whoever was making it may have been killed.
      if (waited > 300_000) rmSync(file, { recursive: true, force: true })
      await new Promise((done) => setTimeout(done, 200))
    }
  }
  try {
    await work()
  } finally {
    rmSync(file, { recursive: true, force: true })
  }
}
