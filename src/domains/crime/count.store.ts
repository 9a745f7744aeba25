import { sql } from 'kysely'
import { type Day, dayInAmsterdam } from '../../kernel/day'
import type { Month } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import { type CountedArea, type Counts, type KnownRelease, sumOf } from './count'

/** The newest release that was known on a day, or null when there was none. */
export async function releaseKnownOn(tx: Reader, knownOn: Day): Promise<KnownRelease | null> {
  const row = await releases(tx)
    .where(sql<boolean>`(modified_at at time zone 'Europe/Amsterdam')::date <= ${knownOn}`)
    .orderBy('modified_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row ? knownRelease(row) : null
}

/** One release by its number; null when it is not there, or not there any more: example figures go. */
export async function findRelease(tx: Reader, id: number): Promise<KnownRelease | null> {
  const row = await releases(tx).where('id', '=', id).executeTakeFirst()
  return row ? knownRelease(row) : null
}

const releases = (tx: Reader) =>
  tx
    .selectFrom('crime.releases')
    .select(['id', 'source_table', 'is_example', 'modified_at', 'types', 'first_month', 'last_month'])
    .where(sql<boolean>`id = any (crime.visible_releases())`)

type ReleaseRow = Awaited<ReturnType<ReturnType<typeof releases>['executeTakeFirstOrThrow']>>

const knownRelease = (row: ReleaseRow): KnownRelease => ({
  id: row.id,
  sourceTable: row.source_table,
  isExample: row.is_example,
  knownOn: dayInAmsterdam(new Date(row.modified_at)),
  types: row.types,
  firstMonth: row.first_month as Month,
  lastMonth: row.last_month as Month,
})

/** Whether figures of an area with this code can be asked for: one of any release seen here, or a whole of those. */
export async function hasCountedArea(tx: Reader, code: string): Promise<boolean> {
  const { rows } = await sql`
    select from crime.release_areas where code = ${code}
    union all select from territory.areas where code = ${code}`.execute(tx)
  return rows.length > 0
}

type AreaKind = CountedArea['kind']

/** Whether there are figures of a municipality, wijk or buurt, as known on a day. */
export async function hasPicture(tx: Reader, code: string, knownOn: Day): Promise<boolean> {
  const release = await releaseKnownOn(tx, knownOn)
  return release !== null && (await municipalityOf(tx, release, code)) !== null
}

/** The municipality an area of a release lies in, itself included; null when the release has no such area. */
export async function municipalityOf(tx: Reader, { id }: KnownRelease, code: string): Promise<string | null> {
  const row = await tx
    .selectFrom('crime.release_areas')
    .select('municipality')
    .where('release', '=', id)
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.municipality ?? null
}

/**
 * The areas of a release on a day: the region, its districts and its municipalities; or, `within` a municipality, that one
 * with its wijken and buurten.
 */
export async function countedAreas(
  tx: Reader,
  { id }: KnownRelease,
  { region, on, within }: { readonly region: string; readonly on: Day; readonly within?: string | undefined },
): Promise<CountedArea[]> {
  const { rows } = await sql<{
    code: string
    name: string
    kind: AreaKind
    parts: string[]
    municipality: CountedArea['municipality']
    wijk: string | null
  }>`
    with here as (
      select a.code, a.name, a.kind, a.municipality, m.name as municipality_name, a.wijk, a.seq
        from crime.release_areas a
        join crime.release_areas m on m.release = a.release and m.code = a.municipality
       where a.release = ${id}
         and (case when ${within ?? null}::text is null then a.kind = 'gemeente' else a.municipality = ${within ?? null} end)
    ), wholes as (
      select w.code, w.name, w.kind, array_agg(h.code order by h.code) as parts
        from territory.areas w
       cross join lateral territory.within(w.code, 'bestuurlijk', ${on}) as p (code)
        join here h on h.code = p.code and h.kind = 'gemeente'
       where ${within ?? null}::text is null and w.kind in ('regio', 'district')
         and w.code in (select territory.within(${region}, 'bestuurlijk', ${on}))
       group by w.code, w.name, w.kind
    )
    select code, name, kind, parts, null::jsonb as municipality, null as wijk, 0 as seq, 0 as rank from wholes
    union all
    select code, name, kind, array[code],
           case when kind = 'gemeente' then null else jsonb_build_object('code', municipality, 'name', municipality_name) end,
           wijk, seq, 1
      from here
     order by rank, seq, name`.execute(tx)
  return rows.map(({ code, name, kind, parts, municipality, wijk }) => ({
    code,
    name,
    kind,
    parts,
    municipality,
    wijk,
  }))
}

/** A region, district or municipality on a day by its code, without reading the others; null when the release has none of it. */
export async function countedWhole(
  tx: Reader,
  { id }: KnownRelease,
  code: string,
  on: Day,
): Promise<Pick<CountedArea, 'code' | 'name' | 'kind' | 'parts'> | null> {
  const { rows } = await sql<Pick<CountedArea, 'code' | 'name' | 'kind' | 'parts'>>`
    select w.code, w.name, w.kind, array_agg(h.code order by h.code) as parts
      from territory.areas w
     cross join lateral territory.within(w.code, 'bestuurlijk', ${on}) as p (code)
      join crime.release_areas h on h.release = ${id} and h.code = p.code and h.kind = 'gemeente'
     where w.code = ${code} and w.kind in ('regio', 'district', 'gemeente')
     group by w.code, w.name, w.kind`.execute(tx)
  return rows[0] ?? null
}

/**
 * The counts of areas as a release gives them, from one month up to and including another. Where the release repeats an
 * earlier one, the counts stand with that one.
 */
export async function countsOf(
  tx: Reader,
  { id, sourceTable, types }: KnownRelease,
  areas: readonly Pick<CountedArea, 'code' | 'parts'>[],
  { first, last }: { readonly first: Month; readonly last: Month },
): Promise<ReadonlyMap<string, Counts>> {
  const needed = [...new Set(areas.flatMap(({ parts }) => parts))]
  const { rows } = await sql<{ area: string; month: Month; counts: (number | null)[]; types: string[] | null }>`
    select distinct on (c.area, c.month) c.area, c.month, c.counts,
           case when r.types = this.types then null else r.types end as types
      from crime.counts c
      join crime.releases r on r.id = c.release
      join crime.releases this on this.id = ${id}
     where c.area = any (${needed}::text[]) and c.month between ${first} and ${last}
       and r.source_table = ${sourceTable} and (r.modified_at, r.id) <= (this.modified_at, this.id)
     order by c.area, c.month, r.modified_at desc, r.id desc`.execute(tx)
  const byPart = new Map<string, Map<Month, readonly (number | null)[]>>(needed.map((part) => [part, new Map()]))
  for (const { area, month, counts, types: other } of rows) {
    byPart.get(area)?.set(month, other ? types.map((type) => counts[other.indexOf(type)] ?? null) : counts)
  }
  return new Map(areas.map((area) => [area.code, { types, months: addedUp(area, byPart, types) }]))
}

function addedUp(
  { parts }: Pick<CountedArea, 'parts'>,
  byPart: ReadonlyMap<string, ReadonlyMap<Month, readonly (number | null)[]>>,
  types: readonly string[],
): Counts['months'] {
  const series = parts.map((part) => byPart.get(part) ?? new Map<Month, readonly (number | null)[]>())
  const [first] = series
  if (series.length === 1 && first) return first
  const months = new Set(series.flatMap((one) => [...one.keys()]))
  return new Map(
    [...months].map((month) => [month, types.map((_, at) => sumOf(series.map((one) => one.get(month)?.[at] ?? null)))]),
  )
}
