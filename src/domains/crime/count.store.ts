import { sql } from 'kysely'
import { type Day, dayInAmsterdam } from '../../kernel/day'
import type { Month } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import { type CountedArea, type Counts, type KnownRelease, sumOf } from './count'

/** The newest monthly release that was known on a day, or null when there was none. */
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
    .where('cadence', '=', 'maand')

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
  return release !== null && (await municipalityOf(tx, release, code, knownOn)) !== null
}

/**
 * The municipality, in the division of a day, that an area of a release lies in, itself included; null when the release has
 * no such area.
 */
export async function municipalityOf(tx: Reader, { id }: KnownRelease, code: string, on: Day): Promise<string | null> {
  const { rows } = await sql<{ municipality: string }>`
    select territory.now_part_of(municipality, ${on}) as municipality
      from crime.release_areas where release = ${id} and code = ${code}`.execute(tx)
  return rows[0]?.municipality ?? null
}

/**
 * The areas of a release in the division of a day: the region, its districts, basisteams and municipalities; or, `within` a
 * municipality, that one with its wijken and buurten. What has become one municipality by that day is added up.
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
    with settled as (
      select g.code as part, g.seq, territory.now_part_of(g.code, ${on}) as whole
        from crime.release_areas g where g.release = ${id} and g.kind = 'gemeente'
    ), municipalities as (
      select s.whole as code, coalesce(r.name, t.name, s.whole) as name, array_agg(s.part order by s.part) as parts,
             min(s.seq) as seq
        from settled s
        left join crime.release_areas r on r.release = ${id} and r.code = s.whole
        left join territory.areas t on t.code = s.whole
       where ${within ?? null}::text is null or s.whole = ${within ?? null}
       group by s.whole, r.name, t.name
    ), smaller as (
      select a.code, a.name, a.kind, a.wijk, a.seq, m.code as municipality, m.name as municipality_name
        from municipalities m cross join lateral unnest(m.parts) as p (code)
        join crime.release_areas a on a.release = ${id} and a.municipality = p.code and a.kind <> 'gemeente'
       where ${within ?? null}::text is not null
    ), held as (
      select w.code, w.name, w.kind, p.code as municipality
        from territory.areas w
       cross join lateral territory.within(w.code, case when w.kind = 'basisteam' then 'politie' else 'bestuurlijk' end, ${on})
             as p (code)
       where ${within ?? null}::text is null and (w.kind = 'basisteam' or w.kind in ('regio', 'district')
         and w.code in (select territory.within(${region}, 'bestuurlijk', ${on})))
    ), wholes as (
      select h.code, h.name, h.kind, array_agg(p.code order by p.code) as parts
        from held h join municipalities m on m.code = h.municipality cross join lateral unnest(m.parts) as p (code)
       group by h.code, h.name, h.kind
    )
    select code, name, kind, parts, null::jsonb as municipality, null as wijk, 0 as seq, 0 as rank from wholes
    union all
    select code, name, 'gemeente', parts, null, null, seq, 1 from municipalities
    union all
    select code, name, kind, array[code], jsonb_build_object('code', municipality, 'name', municipality_name), wijk, seq, 2
      from smaller
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
