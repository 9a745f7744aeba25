import { sql } from 'kysely'
import type { Owner } from '../db/database'
import type { Changes, StoredRow } from './compare'
import type { Cells, PackColumn, PackFile } from './pack-file'
import type { Region } from './read'

type Json = string | number | boolean | null | string[]

const ownColumns = (declared: PackFile) => declared.columns.filter((column) => !column.list && !column.apart)
const keyOf = (declared: PackFile) => declared.columns[0]?.field ?? 'code'

/** The rows of a file as last loaded from a pack, by code. */
export async function lastLoaded(tx: Owner, file: string): Promise<Map<string, Cells>> {
  const { rows } = await sql<{ code: string; cells: Cells }>`
    select code, cells from platform.pack_rows where file = ${file}`.execute(tx)
  return new Map(rows.map(({ code, cells }) => [code, cells]))
}

/** The rows of a file as they stand in the database now, written as a pack writes them. */
export async function storedRows(tx: Owner, declared: PackFile): Promise<Map<string, StoredRow>> {
  const cells = declared.columns.map((column) => sql`${column.name}::text, ${storedCell(declared, column)}`)
  const { rows } = await sql<{ cells: Cells; withdrawn: boolean }>`
    select jsonb_build_object(${sql.join(cells)}) as cells, t.withdrawn_on is not null as withdrawn
      from ${sql.table(declared.table)} t`.execute(tx)
  return new Map(rows.map((row) => [row.cells.code ?? '', row]))
}

function storedCell(declared: PackFile, column: PackColumn) {
  const key = sql.ref(`t.${keyOf(declared)}`)
  const beside = column.list ?? column.apart
  if (beside) {
    const value = sql.ref(`b.${beside.value}`)
    const joined = column.list ? sql`string_agg(${value}, ';' order by b.seq)` : sql`min(${value})`
    return sql`coalesce((select ${joined} from ${sql.table(beside.table)} b where ${sql.ref(`b.${beside.owner}`)} = ${key}), '')`
  }
  const field = sql.ref(`t.${column.field}`)
  switch (column.type) {
    case 'yes-no':
      return sql`case when ${field} then 'ja' else 'nee' end`
    case 'texts':
    case 'sources':
      return sql`array_to_string(${field}, ';')`
    case 'decimal':
      return sql`coalesce(trim_scale(${field})::text, '')`
    default:
      return sql`coalesce(${field}::text, '')`
  }
}

/** Writes what `changes` says. Foreign keys are checked at the end of the transaction, so the order of files is free. */
export async function applyChanges(tx: Owner, declared: PackFile, changes: Changes): Promise<void> {
  const fields = ownColumns(declared).map(({ field }) => field)
  const columns = sql.join(fields.map((field) => sql.ref(field)))
  const records = (rows: readonly Cells[]) => sql`jsonb_populate_recordset(null::${sql.table(declared.table)},
    ${JSON.stringify(rows.map((cells) => record(declared, cells)))}::jsonb)`
  const after = changes.changed.map((change) => change.after)

  if (declared.party) await writeParties(tx, declared.party, [...changes.added, ...after])
  if (changes.added.length > 0) {
    await sql`insert into ${sql.table(declared.table)} (${columns})
      select ${columns} from ${records(changes.added)}`.execute(tx)
  }
  if (after.length > 0) {
    const assignments = sql.join(fields.map((field) => sql`${sql.ref(field)} = n.${sql.ref(field)}`))
    await sql`update ${sql.table(declared.table)} t set ${assignments} from ${records(after)} n
      where ${sql.ref(`t.${keyOf(declared)}`)} = ${sql.ref(`n.${keyOf(declared)}`)}`.execute(tx)
  }
  for (const column of declared.columns) {
    const beside = column.list ?? column.apart
    if (beside) await writeBeside(tx, column, beside, changes.added, after)
  }
  await markWithdrawn(tx, declared, changes.withdrawn, sql`platform.today()`)
  await markWithdrawn(tx, declared, changes.restored, sql`null`)
}

async function markWithdrawn(tx: Owner, declared: PackFile, codes: readonly string[], on: ReturnType<typeof sql>) {
  if (codes.length === 0) return
  await sql`update ${sql.table(declared.table)} set withdrawn_on = ${on}
    where ${sql.ref(keyOf(declared))} in (${sql.join(codes)})`.execute(tx)
}

async function writeParties(tx: Owner, kind: string, rows: readonly Cells[]) {
  if (rows.length === 0) return
  const parties = rows.map((cells) => ({ code: cells.code, kind, name: cells.naam }))
  await sql`insert into identity.parties (code, kind, name)
    select code, kind, name from jsonb_populate_recordset(null::identity.parties, ${JSON.stringify(parties)}::jsonb)
    on conflict (code) do update set name = excluded.name`.execute(tx)
}

async function writeBeside(
  tx: Owner,
  column: PackColumn,
  beside: { table: string; owner: string; value: string },
  added: readonly Cells[],
  changed: readonly Cells[],
) {
  const changedCodes = changed.map((cells) => cells.code ?? '')
  if (changedCodes.length > 0) {
    await sql`delete from ${sql.table(beside.table)}
      where ${sql.ref(beside.owner)} in (${sql.join(changedCodes)})`.execute(tx)
  }
  const rows = [...added, ...changed].flatMap((cells) => {
    const cell = cells[column.name] ?? ''
    const values = cell === '' ? [] : column.list ? cell.split(';') : [cell]
    return values.map((value, at) => ({ [beside.owner]: cells.code, [beside.value]: value, seq: at + 1 }))
  })
  if (rows.length === 0) return
  const columns = sql.join([beside.owner, beside.value, ...(column.list ? ['seq'] : [])].map((name) => sql.ref(name)))
  await sql`insert into ${sql.table(beside.table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(beside.table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  )
}

function record(declared: PackFile, cells: Cells): Record<string, Json> {
  return Object.fromEntries(
    ownColumns(declared).map((column) => [column.field, jsonValue(column, cells[column.name] ?? '')]),
  )
}

function jsonValue(column: PackColumn, cell: string): Json {
  if (column.type === 'texts' || column.type === 'sources') return cell === '' ? [] : cell.split(';')
  if (column.type === 'yes-no') return cell === 'ja'
  return cell === '' ? null : cell
}

/** Remembers what the pack said, for the next three-way comparison. Rows that say the same are left alone. */
export async function rememberFile(tx: Owner, file: string, rows: ReadonlyMap<string, Cells>): Promise<void> {
  const records = sql`jsonb_populate_recordset(null::platform.pack_rows,
    ${JSON.stringify([...rows].map(([code, cells]) => ({ file, code, cells })))}::jsonb)`
  await sql`delete from platform.pack_rows p where file = ${file}
    and not exists (select from ${records} n where n.code = p.code)`.execute(tx)
  // A row that is the same is not offered at all: a conflict that changes nothing still locks the row, and that is a write.
  await sql`insert into platform.pack_rows (file, code, cells) select file, code, cells from ${records} n
     where not exists (select from platform.pack_rows p where p.file = n.file and p.code = n.code and p.cells = n.cells)
    on conflict (file, code) do update set cells = excluded.cells`.execute(tx)
}

/** Two programs that start at once on one server load one after the other; the second then finds nothing to change. */
export async function waitForOtherLoads(tx: Owner): Promise<void> {
  await sql`select pg_advisory_xact_lock(7403293)`.execute(tx)
}

export async function rememberRegion(tx: Owner, region: Region): Promise<void> {
  const { uitgever, licentie, contact, themas, dashboard } = region
  const publication = JSON.stringify({ uitgever, licentie, contact, themas, dashboard })
  await sql`insert into platform.packs (code, version, name, coalition, is_example, publication, loaded_at)
    values (${region.code}, ${region.versie}, ${region.naam}, ${region.coalitie}, ${region.voorbeeld}, ${publication}::jsonb,
      platform.moment())
    on conflict (code) do update set version = excluded.version, name = excluded.name, coalition = excluded.coalition,
      is_example = excluded.is_example, publication = excluded.publication, loaded_at = excluded.loaded_at`.execute(tx)
}

/** Lets the database look at the new rows. Until then it plans without statistics, and badly. */
export async function refreshStatistics(tx: Owner): Promise<void> {
  await sql`analyze`.execute(tx)
}
