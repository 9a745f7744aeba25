import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { loadTable, sourceTables } from '../src/domains/crime'
import { addMonths, type Month } from '../src/kernel/month'
import { migrate, readMigrations } from '../src/platform/db/migrate'
import { databaseOnPostgres } from '../src/platform/db/open'
import { openOData } from '../src/platform/odata/client'
import { loadPack } from '../src/platform/pack/load'
import { packFiles } from '../src/region/pack'
import { freePort } from '../test/environment/postgres'
import { compare, type Round, summary } from './harness'
import { play, type Recording, record } from './load-source'

// Promise 3: the region, 59 types and 2,022 areas in so many months, from a server on loopback into a release with its checks;
// against bare JSON.parse and COPY of the same recorded bytes into a plain table with one index. Then one month more. Of the
// 170 months there are, MONTHS are measured (17, a tenth, when not set): a load has one size of part whatever their number.
const months = Number(process.env.MONTHS ?? 17)
const rounds = Number(process.env.ROUNDS ?? 5)
const allMonths = 170
const data = process.env.FIGURES_DATA ?? '../shared/data'
const monthly = sourceTables[0]

if (process.argv[2] === 'serve') {
  const [folder = '', port = ''] = process.argv.slice(3)
  await play(folder, JSON.parse(readFileSync(join(folder, 'lists.json'), 'utf8')), Number(port))
  process.stdout.write('ready\n')
} else await measure()

async function measure() {
  if (!existsSync(join(data, 'nscr-misdaadconcentratie-47018ned')) || !monthly)
    throw new Error('The lists of the police are not here. Set FIGURES_DATA to their folder.')
  const folder = mkdtempSync(join(tmpdir(), 'slagvaardig-load-'))
  const postgres = process.env.TEST_DATABASE_URL
  if (!postgres) throw new Error('Name a PostgreSQL server in TEST_DATABASE_URL, as a superuser: postgres://…/postgres')
  let source: ChildProcess | null = null
  try {
    const port = await freePort()
    const periods = Array.from({ length: months + 1 }, (_, at) =>
      addMonths('2026-10' as Month, at - months).replace('-', 'MM'),
    )
    const recording = record(folder, data, periods, port)
    writeFileSync(join(folder, 'lists.json'), JSON.stringify(recording.lists))
    source = spawn(process.execPath, [process.argv[1] ?? '', 'serve', folder, String(port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (source.stdout) await once(source.stdout, 'data')
    await run(recording, periods, `http://127.0.0.1:${port}`, postgres)
  } finally {
    source?.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function run(recording: Recording, periods: readonly string[], url: string, postgres: string) {
  const client = new pg.Client({ connectionString: postgres })
  await client.connect()
  const name = `sv_bench_${process.pid}`
  await client.query(`create database ${name}`)
  const ours = Object.assign(new URL(postgres), { pathname: `/${name}` }).href
  const db = databaseOnPostgres({ visitors: ours, owners: ours }, () => new Date())
  await migrate(db, readMigrations('db/migrations'))
  await loadPack(db, 'region/midden-nederland', packFiles)
  const own = new pg.Client({ connectionString: ours })
  await own.connect()
  const odata = openOData(url, { paceMs: 0 })
  const last = periods.at(-1) ?? ''
  const files = recording.files.filter((file) => !file.includes(last))
  const wholes: Round[] = []
  const monthsMore: Round[] = []
  let stored = 0

  const publish = (count: number, modified: string) => fetch(`${url}/publish?periods=${count}&modified=${modified}`)
  const load = (from?: string) =>
    loadTable(db, odata, monthly as never, { from: from?.replace('MM', '-') as Month | undefined })
  const ownSide = {
    name: 'a release, with its checks',
    async round() {
      await own.query('truncate crime.releases cascade')
      await publish(months, '2026-10-15T02:00:00')
      const whole = await timed(async () => must(await load()))
      await publish(months + 1, '2026-11-15T02:00:00')
      monthsMore.push(await timed(async () => must(await load(last))))
      stored = Number((await own.query('select count(*) from crime.counts')).rows[0].count)
      wholes.push(whole)
      return whole
    },
  }
  const bare = {
    name: 'JSON.parse and COPY',
    async round() {
      await client.query('drop table if exists plain')
      await client.query('create table plain (type text, area text, period text, count integer)')
      const taken = await timed(async () => {
        for (const file of files) {
          const { value } = JSON.parse(readFileSync(file, 'utf8')) as {
            value: Record<string, string | number | null>[]
          }
          await copy(client, 'copy plain from stdin', value)
        }
        await client.query('create index on plain (area, period, type)')
      })
      const { rows } = await client.query('select count(*) as rows, sum(count) as sum from plain')
      const { rows: same } = await own.query(
        `select count(*) as rows, sum(n) as sum from crime.counts c, unnest(c.counts) as n where c.month < $1`,
        [last.replace('MM', '-')],
      )
      // The same answer first, before anybody compares the time.
      if (JSON.stringify(rows) !== JSON.stringify(same)) throw new Error(`not equal: ${JSON.stringify([rows, same])}`)
      return taken
    },
  }
  const mega = Math.round(recording.bytes / 1e6)
  console.log(
    `${months} of ${allMonths} months: ${files.length} answers, ${recording.rows} rows, ${mega} MB of JSON with the month more`,
  )
  const { verdict, isWithin } = await compare(ownSide, bare, { atMost: 2 }, rounds)
  console.log(`stored: ${stored} rows of one area in one month`)
  console.log(summary('one month more', monthsMore))
  const full = (middle(wholes) * allMonths) / months
  const share = middle(monthsMore) / full
  const isSmall = share <= 0.01
  console.log(
    `a full load of ${allMonths} months follows as ${full.toFixed(0)} s; the month more is ${(share * 100).toFixed(2)}% of it (at most 1%): ${isSmall ? 'kept' : 'MISSED'}`,
  )
  console.log(verdict)
  await db.close()
  await own.end()
  await client.query('drop table plain')
  await client.query(`drop database ${name} with (force)`)
  await client.end()
  if (!isWithin || !isSmall) process.exitCode = 1
}

function middle(all: readonly Round[]): number {
  return all.map(({ seconds }) => seconds).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN
}

async function timed(work: () => Promise<void>): Promise<Round> {
  const cpu = process.cpuUsage()
  const since = performance.now()
  await work()
  const used = process.cpuUsage(cpu)
  return { seconds: (performance.now() - since) / 1000, cpu: (used.user + used.system) / 1e6 }
}

function must(outcome: { readonly outcome: string }) {
  if (outcome.outcome !== 'whole') throw new Error(JSON.stringify(outcome))
}

/** COPY by the driver itself: one chunk per answer of the source. */
function copy(client: pg.Client, text: string, rows: readonly Record<string, string | number | null>[]): Promise<void> {
  const lines = rows
    .map(
      (row) =>
        `${Object.values(row)
          .map((value) => value ?? '\\N')
          .join('\t')}\n`,
    )
    .join('')
  return new Promise((done, failed) => {
    const submittable = {
      submit: (connection: { query(text: string): void }) => connection.query(text),
      handleCopyInResponse(connection: { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void }) {
        connection.sendCopyFromChunk(Buffer.from(lines))
        connection.endCopyFrom()
      },
      handleError: failed,
      handleCommandComplete: () => {},
      handleReadyForQuery: () => done(),
    }
    client.query(submittable as never)
  })
}
