import { sql } from 'kysely'
import type { Month } from '../../kernel/month'
import type { Owner, Reader } from '../../platform/db/database'
import type { ExampleSeason } from './crime-type'
import {
  type ExampleArea,
  type ExampleCounts,
  type ExampleMunicipality,
  type ExampleType,
  firstExampleMonth,
} from './example'

const sourceTable = 'voorbeeld'

/** The municipalities of a region on a day with the size example figures give them. */
export async function exampleMunicipalities(tx: Reader, region: string): Promise<ExampleMunicipality[]> {
  return tx
    .selectFrom('crime.example_sizes as s')
    .innerJoin('territory.areas as a', 'a.code', 's.area')
    .select(['a.code', 'a.name', 's.inhabitants'])
    .where('s.withdrawn_on', 'is', null)
    .where(sql<boolean>`a.code in (select territory.within(${region}, 'bestuurlijk', platform.today()))`)
    .orderBy('a.code')
    .execute()
}

/** The crime types with what example figures make of them, the total first. */
export async function exampleTypes(tx: Reader): Promise<ExampleType[]> {
  const rows = await tx
    .selectFrom('crime.types')
    .select(['code', 'is_published_monthly', 'example_rate', 'example_season'])
    .where('withdrawn_on', 'is', null)
    .orderBy(sql`string_to_array(code, '.')::integer[]`)
    .execute()
  return rows.map((row) => ({
    code: row.code,
    isPublishedMonthly: row.is_published_monthly,
    rate: row.example_rate,
    season: row.example_season as ExampleSeason,
  }))
}

/** Whether there are real months, or example months up to this one already. */
export async function needsNoExample(tx: Reader, lastMonth: Month): Promise<boolean> {
  const { rows } = await sql`
    select from crime.releases where state = 'volledig' and cadence = 'maand'
       and (not is_example or last_month = ${lastMonth})`.execute(tx)
  return rows.length > 0
}

/** Whether another process began to make them a moment ago: several may start at once on one database. */
export async function isBeingMade(tx: Reader): Promise<boolean> {
  const { rows } = await sql`
    select from crime.releases
     where is_example and state = 'bezig' and started_at > platform.moment() - interval '5 minutes'`.execute(tx)
  return rows.length > 0
}

/** Removes example figures, whole or half made: they are invented and can be made again. */
export async function removeExample(tx: Owner): Promise<void> {
  await tx.deleteFrom('crime.releases').where('is_example', '=', true).execute()
}

/** Begins an example release; nobody sees it before it is whole. */
export async function beginExample(tx: Owner, types: readonly ExampleType[], lastMonth: Month): Promise<number> {
  const { id } = await tx
    .insertInto('crime.releases')
    .values({
      source_table: sourceTable,
      is_example: true,
      modified_at: sql`platform.moment()`,
      title: 'Voorbeeldcijfers',
      types: types.map(({ code }) => code),
      first_month: firstExampleMonth,
      last_month: lastMonth,
      state: 'bezig',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Stores the areas and counts of one municipality. */
export async function addToExample(
  tx: Owner,
  release: number,
  areas: readonly (ExampleArea & { readonly seq: number })[],
  counts: readonly ExampleCounts[],
): Promise<void> {
  await sql`
    insert into crime.release_areas (release, code, name, kind, municipality, wijk, seq)
    select ${release}::integer, code, name, kind, municipality, wijk, seq
      from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb)
        as a (code text, name text, kind text, municipality text, wijk text, seq integer)`.execute(tx)
  // One array of texts per column: a list of arrays cannot be sent, and a row at a time would take minutes.
  await sql`
    insert into crime.counts (release, area, month, counts)
    select ${release}::integer, area, month, counts::integer[]
      from unnest(${counts.map(({ area }) => area)}::text[], ${counts.map(({ month }) => month)}::text[],
                  ${counts.map(({ counts }) => `{${counts.map((count) => count ?? 'NULL').join()}}`)}::text[])
        as c (area, month, counts)`.execute(tx)
}

/** From now on everybody sees it, as long as there are no real figures. */
export async function finishExample(tx: Owner, release: number, hash: string): Promise<void> {
  await tx
    .updateTable('crime.releases')
    .set({ state: 'volledig', content_hash: hash, finished_at: sql`platform.moment()` })
    .where('id', '=', release)
    .execute()
}
