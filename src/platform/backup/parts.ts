import { sql } from 'kysely'
import type { Owner } from '../db/database'
import { PartCounter, type PartSum } from './archive'

/** A table as a backup sees it. Columns that the database computes itself are left out. */
export type Table = {
  readonly schema: string
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly key: readonly string[]
}

/** The name of the part that holds the positions of all sequences. */
export const sequencesPart = 'sequences'
export const sequenceColumns = ['name', 'last_value']

export const partOf = ({ schema, name }: Table) => `${schema}.${name}`

/** One way of writing values, whatever the settings of the server or the login. */
export async function useArchiveNotation(tx: Owner): Promise<void> {
  await sql`select set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true),
    set_config('IntervalStyle', 'postgres', true), set_config('bytea_output', 'hex', true),
    set_config('extra_float_digits', '1', true)`.execute(tx)
}

/**
 * Every table of ours with rows of its own, the ledger of migrations excepted. Throws when a table hides rows from its
 * owner: a backup of it would be smaller than it looks.
 */
export async function tablesToKeep(tx: Owner): Promise<Table[]> {
  const { rows } = await sql<Table & { hides: boolean }>`
    select n.nspname as schema, c.relname as name,
           coalesce((select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
              from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''), '[]') as columns,
           coalesce((select jsonb_agg(a.attname order by array_position(i.indkey::int2[], a.attnum))
              from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
             where i.indrelid = c.oid and i.indisprimary), '[]') as key,
           c.relrowsecurity and (
             not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd = '*'
               and 'sv_owner'::regrole = any (p.polroles) and pg_get_expr(p.polqual, c.oid) = 'true'
               and pg_get_expr(p.polwithcheck, c.oid) = 'true')
             or exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive
               and p.polroles && array[0::oid, 'sv_owner'::regrole::oid])) as hides
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition
       and n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname not like 'pg\\_%'
       and (n.nspname, c.relname) <> ('platform', 'migrations')
     order by n.nspname collate "C", c.relname collate "C"`.execute(tx)
  const hiding = rows.filter(({ hides }) => hides)
  if (hiding.length > 0) throw new Error(`tables hide rows from their owner: ${hiding.map(partOf).join(', ')}`)
  return rows.map(({ schema, name, columns, key }) => ({ schema, name, columns, key }))
}

const fetchSize = 1000

/** The rows of a table as lines of an archive, in the order of its key byte by byte, a batch at a time. */
export async function* tableRows(tx: Owner, table: Table): AsyncGenerator<string[]> {
  const asText = (name: string) => sql`${sql.ref(name)}::text`
  // Every server sorts its own way; bytes sort the same everywhere.
  const order = (table.key.length > 0 ? table.key : table.columns.map(({ name }) => name)).map(
    (name) => sql`${asText(name)} collate "C"`,
  )
  await sql`declare backup_rows no scroll cursor for
    select array_to_json(array[${sql.join(table.columns.map(({ name }) => asText(name)))}]::text[])::text as line
      from ${sql.id(table.schema, table.name)} order by ${sql.join(order)}`.execute(tx)
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(fetchSize)} from backup_rows`.execute(tx)
    if (rows.length > 0) yield rows.map(({ line }) => line)
    if (rows.length < fetchSize) break
  }
  await sql`close backup_rows`.execute(tx)
}

/** The positions of all sequences as lines of an archive. */
export async function sequenceRows(tx: Owner): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select array_to_json(array[format('%I.%I', schemaname, sequencename), last_value::text])::text as line
      from pg_sequences where schemaname not in ('public') order by schemaname collate "C", sequencename collate "C"`.execute(
    tx,
  )
  return rows.map(({ line }) => line)
}

/** Counts and hashes what stands in the database now, in the order of an archive. */
export async function sumDatabase(tx: Owner): Promise<PartSum[]> {
  await useArchiveNotation(tx)
  const sums: PartSum[] = []
  for (const table of await tablesToKeep(tx)) {
    const counter = new PartCounter(partOf(table))
    for await (const rows of tableRows(tx, table)) for (const row of rows) counter.add(row)
    sums.push(counter.sum())
  }
  const counter = new PartCounter(sequencesPart)
  for (const row of await sequenceRows(tx)) counter.add(row)
  return [...sums, counter.sum()]
}
