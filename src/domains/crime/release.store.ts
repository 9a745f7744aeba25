import { sql } from 'kysely'
import type { Month } from '../../kernel/month'
import type { Owner, Reader, Writer } from '../../platform/db/database'
import type { Period } from './source-table'

/** A release as the administrator sees it. Moments are ISO. */
export type ReleaseLine = {
  readonly id: number
  readonly table: string
  readonly isExample: boolean
  readonly title: string
  readonly modifiedAt: string
  readonly firstPeriod: Period
  readonly lastPeriod: Period
  readonly askedFrom: Period | null
  readonly state: 'bezig' | 'volledig' | 'geweigerd' | 'afgebroken'
  readonly refusedBecause: string | null
  readonly hash: string | null
  readonly startedAt: string
  readonly finishedAt: string | null
  /** Parts that are there, and how many there will be; null for what is not loaded in parts. */
  readonly parts: number
  readonly allParts: number | null
  /** When the last part came in. */
  readonly lastPartAt: string | null
  readonly differences: number
}

/** Releases, newest first; one when its number is given. */
export async function releaseLines(tx: Reader, id?: number): Promise<ReleaseLine[]> {
  const { rows } = await sql<ReleaseLine>`
    select r.id, r.source_table as "table", r.is_example as "isExample", r.title, r.modified_at as "modifiedAt",
           r.first_month as "firstPeriod", r.last_month as "lastPeriod", r.asked_from as "askedFrom", r.state,
           r.refused_because as "refusedBecause", r.content_hash as hash, r.started_at as "startedAt",
           r.finished_at as "finishedAt", r.part_count as "allParts",
           (select count(*) from crime.release_parts p where p.release = r.id) as parts,
           (select max(p.loaded_at) from crime.release_parts p where p.release = r.id) as "lastPartAt",
           (select count(*) from crime.differences d where d.release = r.id) as differences
      from crime.releases r
     where ${id ?? null}::integer is null or r.id = ${id ?? null}
     order by r.id desc`.execute(tx)
  return rows
}

/** Where a release does not add up: at most so many, the largest first. */
export async function differencesOf(
  tx: Reader,
  release: number,
  limit: number,
): Promise<
  { area: string; name: string; period: Period; type: string; partsKind: string; whole: number; parts: number }[]
> {
  const { rows } = await sql<{
    area: string
    name: string
    period: Period
    type: string
    partsKind: string
    whole: number
    parts: number
  }>`
    select d.area, coalesce(a.name, d.area) as name, d.month as period, d.type, d.parts_kind as "partsKind",
           d.whole_count as whole, d.parts_sum as parts
      from crime.differences d left join crime.release_areas a on a.release = d.release and a.code = d.area
     where d.release = ${release}
     order by abs(d.whole_count - d.parts_sum) desc, d.month, d.area, d.type, d.parts_kind limit ${limit}`.execute(tx)
  return rows
}

/** Types of a release that the region does not know: they are loaded, and shown nowhere. */
export async function unknownTypesOf(tx: Reader, release: number): Promise<string[]> {
  const { rows } = await sql<{ type: string }>`
    select t.type from crime.releases r cross join lateral unnest(r.types) as t (type)
     where r.id = ${release} and not exists (select from crime.types k where k.code = t.type)`.execute(tx)
  return rows.map(({ type }) => type)
}

export type LastLook = {
  readonly table: string
  readonly lookedAt: string
  readonly modifiedAt: string | null
  readonly because: string | null
}

/** When we last looked at each table of the source. */
export async function lastLooks(tx: Reader): Promise<LastLook[]> {
  const { rows } = await sql<LastLook>`
    select source_table as "table", looked_at as "lookedAt", modified_at as "modifiedAt", because
      from crime.source_checks order by source_table`.execute(tx)
  return rows
}

/** What was asked to be loaded: `outcome` is null as long as it is not done. */
export type LoadOrder = {
  readonly id: number
  readonly table: string
  readonly from: Month | null
  readonly orderedAt: string
  readonly finishedAt: string | null
  readonly outcome: string | null
}

/** Orders, newest first. */
export async function loadOrders(tx: Reader, limit: number): Promise<LoadOrder[]> {
  const { rows } = await sql<LoadOrder>`
    select id, source_table as "table", from_month as "from", ordered_at as "orderedAt", finished_at as "finishedAt", outcome
      from crime.load_orders order by id desc limit ${limit}`.execute(tx)
  return rows
}

/** The oldest order that is not done. */
export async function nextOrder(tx: Owner): Promise<LoadOrder | null> {
  const { rows } = await sql<LoadOrder>`
    select id, source_table as "table", from_month as "from", ordered_at as "orderedAt", null as "finishedAt", null as outcome
      from crime.load_orders where outcome is null order by id limit 1`.execute(tx)
  return rows[0] ?? null
}

/** Asks for a table to be loaded; false when that was asked already and is not done. */
export async function addOrder(tx: Writer, table: string, from: Month | null): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into crime.load_orders (source_table, from_month) values (${table}, ${from})
    on conflict (source_table) where outcome is null do nothing`.execute(tx)
  return numAffectedRows === 1n
}

export async function closeOrder(tx: Owner, id: number, outcome: string): Promise<void> {
  await sql`update crime.load_orders set outcome = ${outcome}, finished_at = platform.moment() where id = ${id}`.execute(
    tx,
  )
}

/** Breaks off a release that is being loaded; false when it is not. */
export async function breakOff(tx: Writer, release: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update crime.releases set state = 'afgebroken' where id = ${release} and state = 'bezig'`.execute(tx)
  return numAffectedRows === 1n
}

/** Per table: whether we looked today, and the newest state of the source that was loaded or refused. */
export async function looksOfToday(tx: Owner): Promise<{ table: string; isLookedAt: boolean }[]> {
  const { rows } = await sql<{ table: string; isLookedAt: boolean }>`
    select source_table as "table", (looked_at at time zone 'Europe/Amsterdam')::date >= platform.today() as "isLookedAt"
      from crime.source_checks`.execute(tx)
  return rows
}

/** The newest state of a table that was loaded or refused, and the first period that is kept of it. */
export async function newestKnown(
  tx: Owner,
  table: string,
): Promise<{ modifiedAt: string; firstPeriod: Period } | null> {
  const { rows } = await sql<{ modifiedAt: string; firstPeriod: Period }>`
    select modified_at as "modifiedAt", first_month as "firstPeriod" from crime.releases
     where source_table = ${table} and state in ('volledig', 'geweigerd')
     order by modified_at desc, id desc limit 1`.execute(tx)
  return rows[0] ?? null
}
