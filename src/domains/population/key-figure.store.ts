import { sql } from 'kysely'
import { type Day, day } from '../../kernel/day'
import type { Owner, Reader } from '../../platform/db/database'
import type { Listed, Slice } from '../../platform/db/list'
import type { KnownFigures } from './key-figure'
import type { FiguresOfArea, KeyFigureDifference } from './key-figure-part'

/** Stores a release of key figures; null when it is the same as the newest of its table. */
export async function addKeyFigureRelease(
  tx: Owner,
  release: {
    readonly sourceTable: string
    readonly title: string
    readonly on: Day
    readonly modified: Date
    readonly hash: string
    readonly figures: readonly string[]
  },
  areas: readonly FiguresOfArea[],
  differences: readonly KeyFigureDifference[],
): Promise<number | null> {
  const newest = await tx
    .selectFrom('crime.key_figure_releases')
    .select('content_hash')
    .where('source_table', '=', release.sourceTable)
    .orderBy('modified_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (newest?.content_hash === release.hash) return null
  const { id } = await tx
    .insertInto('crime.key_figure_releases')
    .values({
      source_table: release.sourceTable,
      title: release.title,
      reference_day: release.on,
      modified_at: release.modified.toISOString(),
      content_hash: release.hash,
      figures: [...release.figures],
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into crime.key_figures (release, area, figure, value)
    select ${id}::integer, a.area, f.figure, (a.values ->> f.figure)::integer
      from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) as a (area text, "values" jsonb)
     cross join unnest(${[...release.figures]}::text[]) as f (figure)`.execute(tx)
  await sql`
    insert into crime.key_figure_differences (release, area, figure, parts_kind, whole_count, parts_sum)
    select ${id}::integer, area, figure, "partsKind", whole, parts
      from jsonb_to_recordset(${JSON.stringify(differences)}::jsonb)
        as d (area text, figure text, "partsKind" text, whole integer, parts integer)`.execute(tx)
  return id
}

/** Of each table the newest release that was known on a day. */
const newestKnown = (knownOn: Day) => sql`
  select distinct on (source_table) id, source_table, reference_day, figures,
         (modified_at at time zone 'Europe/Amsterdam')::date as known
    from crime.key_figure_releases where (modified_at at time zone 'Europe/Amsterdam')::date <= ${knownOn}
   order by source_table, modified_at desc, id desc`

/** What was known on a day of areas, of days up to another: a release per table, with what it says of them. */
export async function knownFigures(
  tx: Reader,
  areas: readonly string[],
  { on, knownOn }: { readonly on: Day; readonly knownOn: Day },
): Promise<KnownFigures[]> {
  const { rows } = await sql<{
    source: string
    on: string
    known: string
    figures: string[]
    of: Record<string, Record<string, number | null>> | null
  }>`
    with newest as (${newestKnown(knownOn)})
    select n.source_table as source, n.reference_day::text as "on", n.known::text as known, n.figures,
           (select jsonb_object_agg(o.area, o.of) from (
              select area, jsonb_object_agg(figure, value) as of from crime.key_figures
               where release = n.id and area = any (${areas}::text[]) group by area) o) as of
      from newest n where n.reference_day <= ${on}`.execute(tx)
  return rows.map(({ source, on: counted, known, figures, of }) => ({
    sourceTable: source,
    on: day(counted),
    knownOn: day(known),
    figures,
    of: new Map(Object.entries(of ?? {}).map(([area, values]) => [area, new Map(Object.entries(values))])),
  }))
}

export type FigureRow = {
  readonly area: string
  readonly name: string | null
  readonly figure: string
  readonly value: number | null
  readonly on: string
  readonly sourceTable: string
  readonly known: string
}

/** Key figures as they were known on a day, newest year first; of a year, an area or a figure when that is asked. */
export async function listKeyFigures(
  tx: Reader,
  asked: {
    readonly knownOn: Day
    readonly year: number | null
    readonly area: string | null
    readonly figure: string | null
  },
  slice: Slice,
): Promise<Listed<FigureRow>> {
  const chosen = sql`
    from (${newestKnown(asked.knownOn)}) n join crime.key_figures k on k.release = n.id
   where (${asked.year}::integer is null or extract(year from n.reference_day) = ${asked.year})
     and (${asked.area}::text is null or k.area = ${asked.area})
     and (${asked.figure}::text is null or k.figure = ${asked.figure})`
  const count = await sql<{ count: number }>`select count(*)::integer as count ${chosen}`.execute(tx)
  const { rows } = await sql<FigureRow>`
    select k.area, (select a.name from territory.areas a where a.code = k.area) as name, k.figure, k.value,
           n.reference_day::text as "on", n.source_table as "sourceTable", n.known::text as known
      ${chosen} order by n.reference_day desc, k.area, k.figure
      ${slice ? sql`limit ${slice.limit} offset ${slice.offset}` : sql``}`.execute(tx)
  return { total: count.rows[0]?.count ?? 0, items: rows }
}

/** Whether a release of key figures has an area, or it is one we know otherwise. */
export async function hasKeyFigures(tx: Reader, area: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select 1 from crime.key_figures where area = ${area})
        or exists (select 1 from territory.areas where code = ${area}) as has`.execute(tx)
  return rows[0]?.has ?? false
}

export type FiguresApart = KeyFigureDifference & { readonly name: string; readonly on: string }

/** Where the newest release of each table does not add up: at most so many, the largest first; of inhabitants their own release tells. */
export async function keyFiguresApart(tx: Reader, limit: number): Promise<FiguresApart[]> {
  const { rows } = await sql<FiguresApart>`
    with newest as (
      select distinct on (source_table) id, reference_day from crime.key_figure_releases
       order by source_table, modified_at desc, id desc
    )
    select d.area, coalesce(a.name, d.area) as name, n.reference_day::text as "on", d.figure,
           d.parts_kind as "partsKind", d.whole_count as whole, d.parts_sum as parts
      from newest n join crime.key_figure_differences d on d.release = n.id left join territory.areas a on a.code = d.area
     where d.figure <> 'inwoners'
     order by abs(d.whole_count - d.parts_sum) desc, n.reference_day desc, d.area, d.figure, d.parts_kind
     limit ${limit}`.execute(tx)
  return rows
}
