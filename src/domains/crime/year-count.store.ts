import { sql } from 'kysely'
import { type Day, dayInAmsterdam } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'

/** The count of one type, in one area, in one year, and the release that gives it. */
export type YearCount = {
  readonly area: string
  readonly name: string
  readonly type: string
  readonly year: string
  /** Null is hidden by the source, and never zero. */
  readonly count: number | null
  readonly table: string
  readonly knownOn: Day
}

export type YearsAsked = {
  readonly knownOn: Day
  readonly area?: string | undefined
  readonly type?: string | undefined
  readonly year?: string | undefined
}

/** The yearly table of municipalities, units and the country, which hides less; and that of their neighbourhoods. */
const [ofMunicipalities, ofNeighbourhoods] = ['47013NED', '47018NED']

/**
 * Counts per year as they were known on a day: of one area, or of every area that the table of municipalities has. An area
 * that is in both yearly tables is read from the one that hides less.
 */
export async function yearCounts(tx: Reader, { knownOn, area, type, year }: YearsAsked): Promise<YearCount[]> {
  const { rows } = await sql<Omit<YearCount, 'knownOn'> & { modifiedAt: string }>`
    with newest as (
      select distinct on (source_table) id, source_table, types, modified_at, first_month, last_month
        from crime.releases
       where id = any (crime.visible_releases()) and cadence = 'jaar'
         and (modified_at at time zone 'Europe/Amsterdam')::date <= ${knownOn}
       order by source_table, modified_at desc, id desc
    ), asked as (
      select distinct on (a.code) a.code, a.name, n.source_table, n.types, n.modified_at, n.id, n.first_month, n.last_month
        from newest n join crime.release_areas a on a.release = n.id
       where case when ${area ?? null}::text is null then n.source_table = ${ofMunicipalities}
                  else a.code = ${area ?? null} and n.source_table in (${ofMunicipalities}, ${ofNeighbourhoods}) end
       order by a.code, n.source_table = ${ofMunicipalities} desc
    ), known as (
      select distinct on (c.area, c.month) a.code, a.name, a.source_table, a.modified_at, c.month, c.counts, r.types,
             a.types as wanted
        from asked a join crime.counts c on c.area = a.code and c.month between a.first_month and a.last_month
        join crime.releases r on r.id = c.release
       where r.source_table = a.source_table and (r.modified_at, r.id) <= (a.modified_at, a.id)
         and (${year ?? null}::text is null or c.month = ${year ?? null})
       order by c.area, c.month, r.modified_at desc, r.id desc
    )
    select k.code as area, k.name, t.type, k.month as year, k.counts[array_position(k.types, t.type)] as count,
           k.source_table as "table", k.modified_at as "modifiedAt"
      from known k cross join lateral unnest(k.wanted) with ordinality as t (type, seq)
     where ${type ?? null}::text is null or t.type = ${type ?? null}
     order by k.code, k.month, t.seq`.execute(tx)
  return rows.map(({ modifiedAt, ...row }) => ({ ...row, knownOn: dayInAmsterdam(new Date(modifiedAt)) }))
}
