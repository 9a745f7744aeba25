import { sql } from 'kysely'
import type { Owner, Reader, Writer } from '../../platform/db/database'
import type { StoredEntry } from './entry'

/** The end of the log. From now until this transaction ends nobody else enters anything. */
export type EndOfLedger = { readonly seq: number; readonly hash: string | null; readonly moment: string }

export async function holdLedger(tx: Writer): Promise<EndOfLedger> {
  await sql`select publications.hold_ledger()`.execute(tx)
  const { rows } = await sql<EndOfLedger>`
    select coalesce(e.seq, 0) as seq, e.hash,
           to_char(platform.moment() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as moment
      from (select) as one left join lateral (
        select seq, hash from publications.ledger order by seq desc limit 1) e on true`.execute(tx)
  return rows[0] as EndOfLedger
}

export async function addEntry(
  tx: Writer,
  entry: StoredEntry & { readonly kind: string; readonly subject: string; readonly previous: string | null },
): Promise<void> {
  const { seq, kind, subject, body, previous, hash } = entry
  await sql`insert into publications.ledger (seq, kind, subject, body, previous, hash)
    values (${seq}, ${kind}, ${subject}, ${body}, ${previous}, ${hash})`.execute(tx)
}

/** Every row, or those after one, the oldest first. */
export async function listEntries(tx: Reader, after = 0): Promise<StoredEntry[]> {
  const { rows } = await sql<StoredEntry>`
    select seq, body, hash from publications.ledger where seq > ${after} order by seq`.execute(tx)
  return rows
}

/** A row with the report it is about, when that is there for the person who asks. */
export type ListedEntry = StoredEntry & {
  readonly report: { readonly areaName: string; readonly period: string; readonly isExample: boolean } | null
}

/** So many rows, the newest first. */
export async function pageOfEntries(
  tx: Reader,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly entries: readonly ListedEntry[] }> {
  const { rows } = await sql<ListedEntry>`
    select e.seq, e.body, e.hash, case when r.code is not null then
             jsonb_build_object('areaName', a.name, 'period', r.period, 'isExample', r.is_example) end as report
      from publications.ledger e left join publications.reports r on r.code = e.subject and e.kind = 'rapportage'
      left join territory.areas a on a.code = r.area
     order by e.seq desc limit ${limit} offset ${offset}`.execute(tx)
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::integer as total from publications.ledger`.execute(tx)
  return { total: counted[0]?.total ?? 0, entries: rows }
}

/** The row of a publication of this kind; null when it has none. */
export async function findEntry(tx: Reader, subject: string, kind = 'rapportage'): Promise<StoredEntry | null> {
  const { rows } = await sql<StoredEntry>`
    select seq, body, hash from publications.ledger where kind = ${kind} and subject = ${subject}`.execute(tx)
  return rows[0] ?? null
}

/** A published report without a row: from before there was a log. */
export type Unentered = {
  readonly code: string
  readonly model: string
  readonly signedAt: string
  readonly files: Readonly<Record<string, string>>
}

/** What was published before there was a log, in the order of its signatures. */
export async function listUnentered(tx: Owner): Promise<Unentered[]> {
  const { rows } = await sql<Unentered>`
    select r.code, r.model, to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "signedAt",
           coalesce((select jsonb_object_agg('rapport.' || f.format, f.hash) from publications.files f
                      where f.report = r.code), '{}') as files
      from publications.signatures s join publications.reports r on r.code = s.report
     where not exists (select from publications.ledger e where e.kind = 'rapportage' and e.subject = r.code)
     order by s.at, r.code`.execute(tx)
  return rows
}
