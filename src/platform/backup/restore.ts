import { type RawBuilder, sql } from 'kysely'
import { type Database, type Owner, owning } from '../db/database'
import { type Migration, MigrationMismatch, migrate } from '../db/migrate'
import { type ArchiveSum, DamagedArchive, type PartSum } from './archive'
import { readArchive, sumArchive } from './archive-file'
import { partOf, sequencesPart, sumDatabase, type Table, tablesToKeep, useArchiveNotation } from './parts'

/** Why nothing was restored; the database is as it was. */
export type RestoreRefusal =
  | { readonly refused: 'damaged'; readonly kind: DamagedArchive['kind']; readonly where: string | null }
  | { readonly refused: 'other-migrations'; readonly names: readonly string[] }
  | { readonly refused: 'not-empty'; readonly tables: readonly string[] }

/** Reads a backup to its end and checks all of it, without a database. */
export async function examineBackup(file: string): Promise<ArchiveSum | RestoreRefusal> {
  try {
    return await sumArchive(file)
  } catch (fault) {
    if (!(fault instanceof DamagedArchive)) throw fault
    return { refused: 'damaged', kind: fault.kind, where: fault.where }
  }
}

/**
 * Puts a backup into a database without rows, whichever of the two it was made from: everything or nothing, and what then
 * stands there is counted and hashed again. An empty database is first migrated to where the backup was, not further; the
 * next start does the rest. Faults when the file cannot be read or the database does not take it; then nothing is changed.
 */
export async function restoreBackup(
  db: Database,
  file: string,
  migrations: readonly Migration[],
): Promise<ArchiveSum | RestoreRefusal> {
  const examined = await examineBackup(file)
  if ('refused' in examined) return examined
  const wanted = migrations.slice(0, examined.head.migrations.length)
  const strange = examined.head.migrations.filter(
    ({ name, checksum }, at) => wanted[at]?.name !== name || wanted[at].checksum !== checksum,
  )
  if (strange.length > 0) return { refused: 'other-migrations', names: strange.map(({ name }) => name) }

  let isNew: boolean
  try {
    isNew = (await migrate(db, wanted)).length === wanted.length
  } catch (fault) {
    if (!(fault instanceof MigrationMismatch)) throw fault
    return { refused: 'other-migrations', names: [...fault.changed, ...fault.unknown] }
  }
  return owning(db, async (tx) => {
    const tables = await tablesToKeep(tx)
    const filled = await lockAndFindFilled(tx, tables)
    if (filled.length > 0 && !isNew) return { refused: 'not-empty', tables: filled.map(partOf) }
    const relax = await restraints(tx)
    for (const { loosen } of relax) await loosen.execute(tx)
    // What a migration itself put there is in the backup too.
    await emptyTables(tx, filled)
    await fill(tx, tables, file)
    // A table with references that are still to be checked cannot be altered.
    await sql`set constraints all immediate`.execute(tx)
    for (const { tighten } of relax) await tighten.execute(tx)
    await refreshMaterializedViews(tx)
    requireEqual(examined.parts, await sumDatabase(tx))
    return examined
  })
}

/** Writes the rows of the archive as they are. */
async function fill(tx: Owner, tables: readonly Table[], file: string): Promise<void> {
  await useArchiveNotation(tx)
  let insert = async (_rows: readonly string[]) => {}
  let waiting: string[] = []
  let length = 0
  for await (const piece of readArchive(file)) {
    if ('part' in piece) insert = writerOf(tx, piece.part, tables)
    if ('row' in piece) {
      waiting.push(piece.row)
      length += piece.row.length
    }
    if ('sum' in piece || length > 1_000_000) {
      if (waiting.length > 0) await insert(waiting)
      waiting = []
      length = 0
    }
  }
}

function writerOf(tx: Owner, part: string, tables: readonly Table[]): (rows: readonly string[]) => Promise<void> {
  const records = (rows: readonly string[]) => sql`jsonb_array_elements(${`[${rows.join(',')}]`}::jsonb) r`
  if (part === sequencesPart) {
    return async (rows) => {
      await sql`
        select setval(s.seqrelid, coalesce((r->>1)::bigint, s.seqstart), r->>1 is not null)
          from ${records(rows)} join pg_sequence s on s.seqrelid = (r->>0)::regclass`.execute(tx)
    }
  }
  const table = tables.find((candidate) => partOf(candidate) === part)
  if (!table) throw new Error(`the backup has a part that the database does not know: ${part}`)
  const columns = sql.join(table.columns.map(({ name }) => sql.ref(name)))
  const values = sql.join(table.columns.map(({ type }, at) => sql`(r->>${sql.lit(at)})::${sql.raw(type)}`))
  return async (rows) => {
    await sql`insert into ${sql.id(table.schema, table.name)} (${columns}) overriding system value
      select ${values} from ${records(rows)}`.execute(tx)
  }
}

type Restraint = { readonly loosen: RawBuilder<unknown>; readonly tighten: RawBuilder<unknown> }

/**
 * Triggers would change what is restored, and references are right only when all tables are filled. Turning both off at
 * once needs a superuser; the owner of the tables may do it one by one, within the transaction.
 */
async function restraints(tx: Owner): Promise<Restraint[]> {
  const alter = (table: string, what: string) => sql.raw(`alter table ${table} ${what}`)
  const triggers = await sql<{ table: string; trigger: string; enable: string }>`
    select t.tgrelid::regclass::text as table, quote_ident(t.tgname) as trigger,
           case t.tgenabled when 'A' then 'enable always' when 'R' then 'enable replica' else 'enable' end as enable
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and t.tgenabled <> 'D' and not c.relispartition
       and n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname not like 'pg\\_%'`.execute(tx)
  const references = await sql<{ table: string; reference: string; deferrable: boolean }>`
    select k.conrelid::regclass::text as table, quote_ident(k.conname) as reference, k.condeferrable as deferrable
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and not k.condeferred and k.conparentid = 0
       and n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname not like 'pg\\_%'`.execute(tx)
  return [
    ...triggers.rows.map(({ table, trigger, enable }) => ({
      loosen: alter(table, `disable trigger ${trigger}`),
      tighten: alter(table, `${enable} trigger ${trigger}`),
    })),
    ...references.rows.map(({ table, reference, deferrable }) => ({
      loosen: alter(table, `alter constraint ${reference} deferrable initially deferred`),
      tighten: alter(
        table,
        `alter constraint ${reference} ${deferrable ? 'deferrable initially immediate' : 'not deferrable'}`,
      ),
    })),
  ]
}

// Nobody writes between the look and the restore.
async function lockAndFindFilled(tx: Owner, tables: readonly Table[]): Promise<Table[]> {
  const names = tables.map(({ schema, name }) => sql.id(schema, name))
  await sql`lock table ${sql.join(names)} in access exclusive mode`.execute(tx)
  const { rows } = await sql<{ filled: boolean[] }>`
    select array[${sql.join(names.map((name) => sql`exists (select from ${name})`))}] as filled`.execute(tx)
  return tables.filter((_, at) => rows[0]?.filled[at])
}

async function emptyTables(tx: Owner, tables: readonly Table[]): Promise<void> {
  if (tables.length === 0) return
  await sql`truncate ${sql.join(tables.map(({ schema, name }) => sql.id(schema, name)))} cascade`.execute(tx)
}

async function refreshMaterializedViews(tx: Owner): Promise<void> {
  // One that reads another was made after it.
  const { rows } = await sql<{ view: string }>`
    select c.oid::regclass::text as view from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'm' and n.nspname not in ('pg_catalog', 'information_schema') order by c.oid`.execute(tx)
  for (const { view } of rows) await sql.raw(`refresh materialized view ${view}`).execute(tx)
}

function requireEqual(wanted: readonly PartSum[], found: readonly PartSum[]): void {
  const text = ({ part, rows, sha256 }: PartSum) => `${part} ${rows} ${sha256}`
  const here = new Set(found.map(text))
  const different = wanted.filter((sum) => !here.has(text(sum)))
  if (different.length > 0 || wanted.length !== found.length) {
    throw new Error(`restored parts differ from the backup: ${different.map(({ part }) => part).join(', ')}`)
  }
}
