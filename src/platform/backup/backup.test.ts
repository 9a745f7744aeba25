import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { databaseKind, type Opened, openEmptyDatabase, openRegion, testMoment } from '../../../test/environment/region'
import { type Database, overseeing, owning } from '../db/database'
import { type Migration, migrate, readMigrations } from '../db/migrate'
import { databaseOnEngine, databaseOnPostgres } from '../db/open'
import { openPglite } from '../db/pglite'
import type { ArchiveSum } from './archive'
import { type BackupRefusal, makeBackup } from './backup'
import { sumDatabase } from './parts'
import { examineBackup, type RestoreRefusal, restoreBackup } from './restore'

const otherKind = databaseKind === 'pglite' ? 'postgresql' : 'pglite'
const migrations = readMigrations('db/migrations')
const clock = () => testMoment

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reservekopie-'))
  file = join(folder, 'kopie.gz')
  return () => rmSync(folder, { recursive: true })
})

/** A database on which nothing was done yet; closed and removed after the test. */
async function openNew(kind: Database['kind']): Promise<Database> {
  if (kind === 'pglite') {
    const db = databaseOnEngine(await openPglite({}), clock)
    onTestFinished(() => db.close())
    return db
  }
  const admin = new pg.Client({ connectionString: process.env.TEST_POSTGRES_ADMIN })
  await admin.connect()
  const name = `sv_backup_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  await admin.query(`create database ${name}`)
  const url = new URL(process.env.TEST_POSTGRES_ADMIN ?? '')
  url.pathname = `/${name}`
  // Owner of the tables and no more than that is proven with logins of their own; see test/operations.
  const db = databaseOnPostgres({ visitors: url.href, owners: url.href }, clock)
  onTestFinished(async () => {
    await db.close()
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  })
  return db
}

const sums = (db: Database) => overseeing(db, sumDatabase)

function accepted(result: ArchiveSum | BackupRefusal | RestoreRefusal): ArchiveSum {
  if ('refused' in result) throw new Error(JSON.stringify(result))
  return result
}

describe(`a backup of ${databaseKind}`, () => {
  let region: Opened
  beforeAll(async () => {
    region = await openRegion()
    await owning(region.db, async (tx) => {
      await sql`insert into identity.people (name, email) values ('Zoë “Ѧ” O''Brien\n\t', 'zoe@example.nl')`.execute(tx)
    })
  })
  afterAll(() => region.close())

  test(`restores into an empty ${otherKind} with equal counts and hashes per table`, async () => {
    const made = accepted(await makeBackup(region.db, file))
    const other = await openNew(otherKind)
    accepted(await restoreBackup(other, file, migrations))

    const here = await sums(region.db)
    expect(await sums(other)).toEqual(here)
    expect(made.parts).toEqual(here)
    expect(here.find(({ part }) => part === 'strategy.actions')?.rows).toBe(608)
    expect(here.find(({ part }) => part === 'figures.measurements')?.rows).toBe(452)
  })

  test('says when it was made, from what, and with which migrations, and only its owner may read it', async () => {
    await makeBackup(region.db, file)
    const head = JSON.parse(gunzipSync(readFileSync(file)).toString().split('\n')[0] ?? '')
    expect(head).toMatchObject({ format: 'slagvaardig-reservekopie', version: 1, from: databaseKind })
    expect(head.madeAt).toBe(testMoment.toISOString())
    expect(head.migrations.at(-1)).toEqual({ name: migrations.at(-1)?.name, checksum: migrations.at(-1)?.checksum })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['kopie.gz'])
  })

  test('never overwrites a file', async () => {
    writeFileSync(file, 'van gisteren')
    expect(await makeBackup(region.db, file)).toEqual({ refused: 'file-exists' })
    expect(readFileSync(file, 'utf8')).toBe('van gisteren')
  })

  test('leaves nothing behind when the file cannot be written', async () => {
    await expect(makeBackup(region.db, join(folder, 'geen-map', 'kopie.gz'))).rejects.toThrow('ENOENT')
    expect(readdirSync(folder)).toEqual([])
  })

  test('is refused by a database with rows, which stays as it is', async () => {
    await makeBackup(region.db, file)
    const before = await sums(region.db)
    expect(await restoreBackup(region.db, file, migrations)).toMatchObject({
      refused: 'not-empty',
      tables: expect.arrayContaining(['strategy.actions']),
    })
    expect(await sums(region.db)).toEqual(before)
  })
})

test('a database that was never migrated has nothing to keep', async () => {
  expect(await makeBackup(await openNew(databaseKind), file)).toEqual({ refused: 'nothing-to-keep' })
})

// One table per difficulty: each kind of value, references in a circle and against the order of the keys, columns that
// compute themselves, triggers that change what is written, a sequence of its own, and a view that keeps its rows.
const trial: Migration = {
  name: '9999_trial.sql',
  checksum: 'trial',
  text: `
    create schema trial;
    create sequence trial."Odd sequence" start 5;
    create sequence trial.untouched start 40;
    create table trial.kinds (
      id integer generated always as identity primary key,
      moment timestamptz, local timestamp, day date, amount numeric, price numeric(12,4), ratio double precision, small real,
      big bigint, words text, list text[], grid integer[][], doc jsonb, raw bytea, yes boolean, span interval, period daterange,
      key uuid, fixed char(4), found tsvector generated always as (to_tsvector('dutch', coalesce(words, ''))) stored);
    create table trial.parents (code text primary key, parent text references trial.parents, favourite integer);
    create table trial.children (id integer primary key, parent text not null references trial.parents);
    alter table trial.parents add foreign key (favourite) references trial.children deferrable initially immediate;
    create function trial.meddle() returns trigger language plpgsql as $$ begin new.words := 'changed'; return new; end $$;
    create trigger meddle before insert on trial.kinds for each row execute function trial.meddle();
    create trigger meddle_always before insert on trial.kinds for each row execute function trial.meddle();
    alter table trial.kinds enable always trigger meddle_always;
    create trigger asleep before insert on trial.kinds for each row execute function trial.meddle();
    alter table trial.kinds disable trigger asleep;
    create table trial.keyless (a integer, b text);
    create table trial.settled (code text primary key);
    insert into trial.settled values ('from the migration');
    create materialized view trial.counted as select count(*)::integer as n from trial.kinds;
    select platform.guard(t) from unnest(array['trial.kinds', 'trial.parents', 'trial.children', 'trial.keyless', 'trial.settled']::regclass[]) t;`,
}
const withTrial = [...migrations, trial]

async function fillTrial(db: Database): Promise<void> {
  await migrate(db, withTrial)
  await owning(db, async (tx) => {
    await sql`alter table trial.kinds disable trigger user`.execute(tx)
    await sql`insert into trial.kinds (moment, local, day, amount, price, ratio, small, big, words, list, grid, doc, raw, yes, span, period, key, fixed) values
      ('2026-03-29 01:59:59.999999+00', '2026-10-25 02:30:00.000001', '2026-02-28', 12345678901234567890.123456789012345678, 0.1, 0.1, 1e-30,
       9007199254740993, ${'Ĳ ë 😀 "a" \\ \n\t\u0001 \u2028'}, array['a,b', null, '', 'null', '{"x"}'], array[[1,2],[3,null]],
       '{"n": 1.10, "b": [null, "\\u00e9"], "a": 12345678901234567890.5}', '\\x00ff', true, '1 mon -2 days 03:04:05.678', '[2026-01-01,)',
       'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', 'ab'),
      ('infinity', null, '-infinity', 'NaN', null, 'Infinity', null, null, '', '{}', null, 'null', '', false, null, 'empty', null, '')`.execute(
      tx,
    )
    await sql`insert into trial.kinds (words) select null from generate_series(1, 2500)`.execute(tx)
    await sql`alter table trial.kinds enable trigger meddle`.execute(tx)
    await sql`alter table trial.kinds enable always trigger meddle_always`.execute(tx)
    await sql`insert into trial.parents (code, parent) values ('z', null), ('é', 'z'), ('a', 'z'), ('B', 'a')`.execute(
      tx,
    )
    await sql`insert into trial.children values (1, 'a'), (2, 'z')`.execute(tx)
    await sql`update trial.parents set favourite = 2 where code = 'a'`.execute(tx)
    await sql`insert into trial.keyless values (2, 'x'), (1, null), (2, 'x')`.execute(tx)
    await sql`insert into trial.settled values ('later')`.execute(tx)
    await sql`select nextval('trial."Odd sequence"'), nextval('trial."Odd sequence"')`.execute(tx)
    await sql`refresh materialized view trial.counted`.execute(tx)
  })
}

test(`every kind of value, reference, trigger and sequence goes from ${databaseKind} to ${otherKind} and back`, async () => {
  const first = await openNew(databaseKind)
  await fillTrial(first)
  const before = await sums(first)
  accepted(await makeBackup(first, file))

  const second = await openNew(otherKind)
  accepted(await restoreBackup(second, file, withTrial))
  expect(await sums(second)).toEqual(before)

  const returned = join(folder, 'terug.gz')
  accepted(await makeBackup(second, returned))
  const third = await openNew(databaseKind)
  accepted(await restoreBackup(third, returned, withTrial))
  expect(await sums(third)).toEqual(before)

  const what = await owning(third, async (tx) => {
    const { rows } = await sql`
      select words, found @@ to_tsquery('dutch', 'ë') as found, list, doc::text as doc, moment::text as moment,
             (select n from trial.counted) as counted, (select count(*) from trial.settled) as settled,
             nextval('trial."Odd sequence"') as next, nextval('trial.untouched') as first
        from trial.kinds where id = 1`.execute(tx)
    return rows[0]
  })
  expect(what).toMatchObject({
    words: 'Ĳ ë 😀 "a" \\ \n\t\u0001 \u2028',
    found: true,
    list: ['a,b', null, '', 'null', '{"x"}'],
    doc: '{"a": 12345678901234567890.5, "b": [null, "é"], "n": 1.10}',
    counted: 2502,
    settled: 2,
    next: 7,
    first: 40,
  })

  const triggers = await owning(third, (tx) =>
    sql`select tgname, tgenabled from pg_trigger where tgrelid = 'trial.kinds'::regclass order by 1`.execute(tx),
  )
  expect(triggers.rows).toEqual([
    { tgname: 'asleep', tgenabled: 'D' },
    { tgname: 'meddle', tgenabled: 'O' },
    { tgname: 'meddle_always', tgenabled: 'A' },
  ])
  await expect(
    owning(third, (tx) => sql`insert into trial.children values (9, 'nergens')`.execute(tx)),
  ).rejects.toThrow(/foreign key/)
})

describe('a backup that is not right is refused whole', () => {
  let good: Buffer
  let target: Database
  let close: () => Promise<void>
  beforeAll(async () => {
    const region = await openRegion({ region: 'voorbeeld' })
    const folder = mkdtempSync(join(tmpdir(), 'reservekopie-'))
    await makeBackup(region.db, join(folder, 'goed.gz'))
    good = readFileSync(join(folder, 'goed.gz'))
    rmSync(folder, { recursive: true })
    await region.close()
    const empty = await openEmptyDatabase(clock)
    target = empty.db
    close = empty.close
  })
  afterAll(() => close())

  const rewritten = (change: (text: string) => string) => {
    const text = gunzipSync(good).toString()
    const changed = change(text)
    expect(changed).not.toBe(text)
    writeFileSync(file, gzipSync(changed))
  }
  async function refusal(): Promise<RestoreRefusal> {
    const before = await sums(target)
    const result = await restoreBackup(target, file, migrations)
    expect(await sums(target)).toEqual(before)
    if (!('refused' in result)) throw new Error('it was restored')
    return result
  }

  test.each([0.2, 0.5, 0.999])('cut off at %d of its length', async (share) => {
    writeFileSync(file, good)
    truncateSync(file, Math.floor(good.length * share))
    expect(await refusal()).toEqual({ refused: 'damaged', kind: 'cut-off', where: expect.any(String) })
  })

  test('cut off between two lines and closed neatly', async () => {
    rewritten((text) => text.slice(0, text.indexOf('{"end":"strategy.plans"')))
    expect(await refusal()).toEqual({ refused: 'damaged', kind: 'cut-off', where: 'strategy.plans' })
  })

  test('with one letter changed in a row', async () => {
    rewritten((text) => text.replace(/(\{"part":"strategy\.actions".*\n.*)[aeo]/, '$1u'))
    expect(await refusal()).toEqual({ refused: 'damaged', kind: 'changed', where: 'strategy.actions' })
  })

  test('with one row left out', async () => {
    rewritten((text) => text.replace(/(\{"part":"territory\.areas".*\n).*\n/, '$1'))
    expect(await refusal()).toEqual({ refused: 'damaged', kind: 'changed', where: 'territory.areas' })
  })

  test('with one part left out', async () => {
    rewritten((text) => text.replace(/\{"part":"territory\.areas"[\s\S]*?"end":"territory\.areas".*\n/, ''))
    expect(await refusal()).toEqual({ refused: 'damaged', kind: 'changed', where: null })
  })

  test('with one bit changed anywhere in the file', async () => {
    for (const share of [0.3, 0.6, 0.9]) {
      const bytes = Buffer.from(good)
      const at = Math.floor(bytes.length * share)
      bytes[at] = (bytes[at] ?? 0) ^ 4
      writeFileSync(file, bytes)
      expect(await refusal()).toMatchObject({ refused: 'damaged' })
    }
  })

  test('that is something else', async () => {
    writeFileSync(file, 'code,naam\n')
    expect(await refusal()).toEqual({ refused: 'damaged', kind: 'no-archive', where: null })
    writeFileSync(file, '')
    expect(await refusal()).toEqual({ refused: 'damaged', kind: 'no-archive', where: null })
    writeFileSync(file, gzipSync('{"format":"iets-anders"}\n'))
    expect(await refusal()).toEqual({ refused: 'damaged', kind: 'no-archive', where: null })
  })

  test('of a database with other migrations', async () => {
    rewritten((text) => text.replace(/"name":"0003_territory.sql","checksum":"../, '$&ff'))
    // Only the head differs, so the seal shows it first.
    expect(await refusal()).toEqual({ refused: 'damaged', kind: 'changed', where: null })
    writeFileSync(file, good)
    expect(await examineBackup(file)).toMatchObject({ head: { from: databaseKind } })

    const changed = migrations.map((m) => (m.name === '0003_territory.sql' ? { ...m, checksum: 'anders' } : m))
    expect(await restoreBackup(target, file, changed)).toEqual({
      refused: 'other-migrations',
      names: ['0003_territory.sql'],
    })
    expect(await restoreBackup(target, file, migrations.slice(0, -1))).toEqual({
      refused: 'other-migrations',
      names: [migrations.at(-1)?.name],
    })
  })

  test('that fits, is taken by that same database', async () => {
    writeFileSync(file, good)
    const restored = accepted(await restoreBackup(target, file, migrations))
    expect(await sums(target)).toEqual(restored.parts)
    expect(await refusal()).toMatchObject({ refused: 'not-empty' })
  })
})

test('a backup of an older version restores into a new database, which is then brought up to date', async () => {
  const older = await openNew(databaseKind)
  await migrate(older, migrations)
  accepted(await makeBackup(older, file))
  const newer = await openNew(databaseKind)
  accepted(await restoreBackup(newer, file, withTrial))
  expect(await migrate(newer, withTrial)).toEqual(['9999_trial.sql'])
})
