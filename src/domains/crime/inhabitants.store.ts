import { sql } from 'kysely'
import { type Day, day } from '../../kernel/day'
import type { Owner, Reader } from '../../platform/db/database'
import type { InhabitantCount } from './inhabitants'

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

/** Stores a release of inhabitants; null when this one is here already. */
export async function addPopulationRelease(
  tx: Owner,
  release: { readonly sourceTable: string; readonly title: string; readonly modified: Date; readonly hash: string },
  rows: readonly { readonly area: string; readonly on: Day; readonly inhabitants: number }[],
): Promise<number | null> {
  const added = await tx
    .insertInto('crime.population_releases')
    .values({
      source_table: release.sourceTable,
      title: release.title,
      modified_at: release.modified.toISOString(),
      content_hash: release.hash,
    })
    .onConflict((conflict) => conflict.columns(['source_table', 'content_hash']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return null
  await sql`
    insert into crime.inhabitants (release, area, reference_day, inhabitants)
    select ${added.id}::integer, area, on_day, inhabitants
      from jsonb_to_recordset(${JSON.stringify(rows.map(({ area, on, inhabitants }) => ({ area, on_day: on, inhabitants })))}::jsonb)
        as i (area text, on_day date, inhabitants integer)`.execute(tx)
  return added.id
}
