import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Database, type Owner, overseeing } from './database'

export type Migration = { readonly name: string; readonly text: string; readonly checksum: string }

/** The migrations in a folder, in order of their number. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    })
}

// Roles belong to the whole server, not to one database, so they are made here and not in a migration. Each statement is
// passed over when what it does is there: a login that owns nothing but its tables may not make roles or give rights away.
const rolesAndLedger = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'sv_owner') then create role sv_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'sv_visitor') then create role sv_visitor nologin; end if;
exception when duplicate_object or unique_violation then null; -- another process made them at this moment
end $$;
do $$ begin
  if not has_database_privilege('sv_owner', current_database(), 'create') then
    execute format('grant create on database %I to sv_owner', current_database());
  end if;
  if not pg_has_role(current_user, 'sv_owner', 'member') then execute format('grant sv_owner to %I', current_user); end if;
end $$;
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
set role sv_owner;
do $$ begin
  if to_regclass('platform.migrations') is null then
    create schema platform;
    create table platform.migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now());
    alter table platform.migrations enable row level security;
    alter table platform.migrations force row level security;
    create policy keeper on platform.migrations to sv_owner using (true) with check (true);
  end if;
end $$;
reset role;`

type Applied = Pick<Migration, 'name' | 'checksum'>
const ledger = sql<Applied>`select name, checksum from platform.migrations order by name collate "C"`

/** What was applied to this database, in order. Faults when it was never migrated. */
export async function appliedMigrations(tx: Owner): Promise<Applied[]> {
  return (await ledger.execute(tx)).rows
}

/** The database and the files do not belong together: `changed` was applied with another text, `unknown` has no file. */
export class MigrationMismatch extends Error {
  constructor(
    readonly changed: readonly string[],
    readonly unknown: readonly string[],
  ) {
    super(`migrations that do not fit: ${[...changed, ...unknown].join(', ')}`)
  }
}

// Any number that no other program on the same server uses for its lock.
const lock = 7_403_291

function differences(migrations: readonly Migration[], applied: readonly Applied[]) {
  const checksums = new Map(applied.map((row) => [row.name, row.checksum]))
  return {
    missing: migrations.filter(({ name }) => !checksums.has(name)).map(({ name }) => name),
    changed: migrations.filter((m) => checksums.has(m.name) && checksums.get(m.name) !== m.checksum).map((m) => m.name),
    unknown: [...checksums.keys()].filter((name) => !migrations.some((m) => m.name === name)).sort(),
  }
}

/** Whether exactly these migrations were applied. False for a database that was never migrated; faults when it cannot be reached. */
export async function isUpToDate(db: Database, migrations: readonly Migration[]): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('platform.migrations') is not null as there`.execute(db.owners)
  if (!rows[0]?.there) return false
  const { missing, changed, unknown } = differences(migrations, await overseeing(db, appliedMigrations))
  return missing.length + changed.length + unknown.length === 0
}

/**
 * Brings the database up to the last migration, forward only, one transaction each, under an advisory lock so that two
 * processes starting at once do not both migrate. Returns the names applied now. Throws a MigrationMismatch when an applied
 * migration was changed afterwards, or when the database is ahead of these files.
 */
export async function migrate(db: Database, migrations: readonly Migration[]): Promise<string[]> {
  return db.owners.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${sql.lit(lock)})`.execute(connection)
    try {
      await db.script(rolesAndLedger)
      const { missing, changed, unknown } = await connection.transaction().execute(async (tx) => {
        await sql`set local role sv_owner`.execute(tx)
        const { rows } = await ledger.execute(tx)
        return differences(migrations, rows)
      })
      if (changed.length + unknown.length > 0) throw new MigrationMismatch(changed, unknown)
      for (const { name, text, checksum } of migrations.filter((m) => missing.includes(m.name))) {
        await db.script(`begin; set local role sv_owner;\n${text}\n;
          insert into platform.migrations (name, checksum) values ('${name}', '${checksum}'); commit;`)
      }
      return missing
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(lock)})`.execute(connection)
    }
  })
}
