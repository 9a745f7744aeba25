import { sql } from 'kysely'
import { type Day, day } from '../../kernel/day'
import type { Owner, Reader } from '../../platform/db/database'
import type { InhabitantCount } from './inhabitants'
import type { Counted, PopulationDifference } from './population-part'

/** The inhabitants of areas on the days of a span, each as the newest release that was known on a day has them. */
export async function inhabitantCounts(
  tx: Reader,
  areas: readonly string[],
  { first, last }: { readonly first: Day; readonly last: Day },
  knownOn: Day,
): Promise<InhabitantCount[]> {
  const { rows } = await sql<{ area: string; on: string; inhabitants: number; source: string; known: string }>`
    select distinct on (i.area, i.reference_day) i.area, i.reference_day::text as on, i.inhabitants,
           r.source_table as source, (r.modified_at at time zone 'Europe/Amsterdam')::date::text as known
      from crime.inhabitants i join crime.population_releases r on r.id = i.release
     where i.area = any (${areas}::text[]) and i.reference_day between ${first} and ${last}
       and (r.modified_at at time zone 'Europe/Amsterdam')::date <= ${knownOn}
     order by i.area, i.reference_day, r.modified_at desc, r.id desc`.execute(tx)
  return rows.map(({ area, on, inhabitants, source, known }) => ({
    area,
    on: day(on),
    inhabitants,
    sourceTable: source,
    knownOn: day(known),
  }))
}

/** The invented size of the municipalities that have one. */
export async function exampleSizes(tx: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('crime.example_sizes')
    .select(['area', 'inhabitants'])
    .where('withdrawn_on', 'is', null)
    .execute()
  return new Map(rows.map(({ area, inhabitants }) => [area, inhabitants]))
}

/** Stores a release of inhabitants; null when it is the same as the newest of its table. */
export async function addPopulationRelease(
  tx: Owner,
  release: { readonly sourceTable: string; readonly title: string; readonly modified: Date; readonly hash: string },
  rows: readonly Counted[],
  differences: readonly PopulationDifference[],
): Promise<number | null> {
  const newest = await tx
    .selectFrom('crime.population_releases')
    .select('content_hash')
    .where('source_table', '=', release.sourceTable)
    .orderBy('modified_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (newest?.content_hash === release.hash) return null
  const { id } = await tx
    .insertInto('crime.population_releases')
    .values({
      source_table: release.sourceTable,
      title: release.title,
      modified_at: release.modified.toISOString(),
      content_hash: release.hash,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into crime.inhabitants (release, area, reference_day, inhabitants)
    select ${id}::integer, area, "on", inhabitants
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i (area text, "on" date, inhabitants integer)`.execute(
    tx,
  )
  await sql`
    insert into crime.population_differences (release, area, reference_day, parts_kind, whole_count, parts_sum)
    select ${id}::integer, area, "on", "partsKind", whole, parts
      from jsonb_to_recordset(${JSON.stringify(differences)}::jsonb)
        as d (area text, "on" date, "partsKind" text, whole integer, parts integer)`.execute(tx)
  return id
}

export type InhabitantsDifference = PopulationDifference & {
  readonly name: string
  readonly sourceTable: string
}

/** Where the newest release of each table does not add up: at most so many, the largest first. */
export async function inhabitantsApart(tx: Reader, limit: number): Promise<InhabitantsDifference[]> {
  const { rows } = await sql<InhabitantsDifference>`
    with newest as (
      select distinct on (source_table) id, source_table from crime.population_releases
       order by source_table, modified_at desc, id desc
    )
    select d.area, coalesce(a.name, d.area) as name, n.source_table as "sourceTable", d.reference_day::text as "on",
           d.parts_kind as "partsKind", d.whole_count as whole, d.parts_sum as parts
      from newest n join crime.population_differences d on d.release = n.id left join territory.areas a on a.code = d.area
     order by abs(d.whole_count - d.parts_sum) desc, d.reference_day desc, d.area, d.parts_kind limit ${limit}`.execute(
    tx,
  )
  return rows
}
