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
    .where('cadence', '=', 'maand')
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
    ), held_parts as (
      select h.code, h.name, h.kind, p.code as part
        from held h join municipalities m on m.code = h.municipality cross join lateral unnest(m.parts) as p (code)
       union
      -- Also what this release does not have: then the sum is unknown, and not too low.
      select w.code, w.name, w.kind, n.code
        from territory.team_neighbourhoods n join territory.areas w on w.code = n.team
       where ${within ?? null}::text is null and n.withdrawn_on is null
         and n.valid_from <= ${on} and (n.valid_to is null or ${on} < n.valid_to)
    ), wholes as (
      select code, name, kind, array_agg(part order by part) as parts from held_parts group by code, name, kind
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
      join crime.release_areas h on h.release = ${id} and h.kind = 'gemeente'
       and territory.now_part_of(h.code, ${on}) = p.code
     where w.code = ${code} and w.kind in ('regio', 'district', 'gemeente')
     group by w.code, w.name, w.kind`.execute(tx)
  return rows[0] ?? null
}

/**
 * The counts of areas as a release gives them, from one month up to and including another: of every type, or of one, which is
 * a good deal less to read. Where the release repeats an earlier one, the counts stand with that one.
 */
export async function countsOf(
  tx: Reader,
  release: KnownRelease,
  areas: readonly Pick<CountedArea, 'code' | 'parts'>[],
  { first, last, type }: { readonly first: Month; readonly last: Month; readonly type?: string },
): Promise<ReadonlyMap<string, Counts>> {
  const types = type === undefined ? release.types : [type]
  const needed = [...new Set(areas.flatMap(({ parts }) => parts))]
  const upTo = await releasesUpTo(tx, release)
  const ids = upTo.map(({ id }) => id)
  const placeOfType = upTo.map((one) => one.types.indexOf(type ?? '') + 1)
  const ofRelease = sql`array_position(${ids}::integer[], c.release)`
  // One row per area: a row per month takes three times as long to bring over.
  const { rows } = await sql<{
    area: string
    months: Month[] | null
    releases: number[]
    counts: (number | null)[][]
  }>`
    select a.code as area, s.*
      -- An area that left the division has counts in older releases only, and none in this one.
      from crime.release_areas a
     cross join lateral (
       select array_to_json(array_agg(m.month)) as months, array_to_json(array_agg(m.release)) as releases,
              json_agg(m.counts) as counts
         from (select distinct on (c.month) c.month, c.release,
                      ${type === undefined ? sql`c.counts` : sql`array[c.counts[(${placeOfType}::integer[])[${ofRelease}]]]`} as counts
                 from crime.counts c
                where c.area = a.code and c.month between ${first} and ${last} and c.release = any (${ids}::integer[])
                order by c.month, ${ofRelease}) m) s
     where a.release = ${release.id} and a.code = any (${needed}::text[])`.execute(tx)
  // A release may have other types than this one, or another order of them.
  const places = new Map(upTo.map((one) => [one.id, types.map((asked) => one.types.indexOf(asked))]))
  const inOrder = (counts: readonly (number | null)[], from: number | undefined) =>
    type === undefined ? (places.get(from ?? 0) ?? []).map((place) => counts[place] ?? null) : counts
  const byPart = new Map(
    rows.map(({ area, months, releases, counts }) => [
      area,
      new Map((months ?? []).map((month, at) => [month, inOrder(counts[at] ?? [], releases[at])])),
    ]),
  )
  return new Map(areas.map((area) => [area.code, { types, months: addedUp(area, byPart, types) }]))
}

/** The releases of the same table that were known when this one was, itself first. */
async function releasesUpTo(
  tx: Reader,
  { id, sourceTable }: KnownRelease,
): Promise<{ readonly id: number; readonly types: readonly string[] }[]> {
  const { rows } = await sql<{ id: number; types: string[] }>`
    select r.id, r.types from crime.releases r join crime.releases this on this.id = ${id}
     where r.source_table = ${sourceTable} and (r.modified_at, r.id) <= (this.modified_at, this.id)
     order by r.modified_at desc, r.id desc`.execute(tx)
  return rows
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

/** The wijken and buurten of a release, per municipality in the order of the source. */
export async function smallAreas(tx: Reader, { id }: KnownRelease): Promise<CountedArea[]> {
  const rows = await tx
    .selectFrom('crime.release_areas as a')
    .innerJoin('crime.release_areas as m', (join) =>
      join.onRef('m.release', '=', 'a.release').onRef('m.code', '=', 'a.municipality'),
    )
    .select(['a.code', 'a.name', 'a.kind', 'a.wijk', 'a.municipality', 'm.name as municipality_name'])
    .where('a.release', '=', id)
    .where('a.kind', '<>', 'gemeente')
    .orderBy('m.seq')
    .orderBy('m.name')
    .orderBy('a.seq')
    .orderBy('a.code')
    .execute()
  return rows.map(({ code, name, kind, wijk, municipality, municipality_name }) => ({
    code,
    name,
    kind: kind as AreaKind,
    parts: [code],
    municipality: { code: municipality, name: municipality_name },
    wijk,
  }))
}

/** Of how many months there are counts, per area of a release that has any. */
export async function monthsCounted(
  tx: Reader,
  { id, sourceTable }: KnownRelease,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ area: string; months: number }>`
    select c.area, count(distinct c.month)::integer as months
      from crime.counts c
      join crime.releases r on r.id = c.release
      join crime.releases this on this.id = ${id}
     where r.source_table = ${sourceTable} and (r.modified_at, r.id) <= (this.modified_at, this.id)
       and c.month between this.first_month and this.last_month
     group by c.area`.execute(tx)
  return new Map(rows.map(({ area, months }) => [area, months]))
}
