import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import type { Area } from './area'
import { listAreas } from './area.store'
import type { AreaChange, MunicipalityGroup, Tile, Whole } from './division'

const runsOn = (table: string, on: Day) => sql<boolean>`${sql.ref(`${table}.withdrawn_on`)} is null
  and (${sql.ref(`${table}.valid_from`)} is null or ${sql.ref(`${table}.valid_from`)} <= ${on})
  and (${sql.ref(`${table}.valid_to`)} is null or ${on} < ${sql.ref(`${table}.valid_to`)})`

/** All municipalities of a region on a day, per district; last those that hang under the region itself, when there are any. */
export async function municipalitiesOn(tx: Reader, region: string, on: Day): Promise<MunicipalityGroup[]> {
  const districts = (await listAreas(tx, { validOn: on, kind: 'district', within: region })).items
  const municipalities = (await listAreas(tx, { validOn: on, kind: 'gemeente', within: region })).items
  const { rows } = await sql<{ part: string; whole: string }>`
    select m.part, m.whole from territory.memberships m
     where m.division = 'bestuurlijk' and ${runsOn('m', on)}`.execute(tx)
  const districtOf = new Map(rows.map(({ part, whole }) => [part, whole]))
  const groups: MunicipalityGroup[] = districts.map((district) => ({
    district,
    municipalities: municipalities.filter(({ code }) => districtOf.get(code) === district.code),
  }))
  const placed = new Set(groups.flatMap((group) => group.municipalities))
  const rest = municipalities.filter((municipality) => !placed.has(municipality))
  return rest.length > 0 ? [...groups, { district: null, municipalities: rest }] : groups
}

/** The tile map of a region on a day: municipalities that exist then, with their district. */
export async function tilesOn(tx: Reader, region: string, on: Day): Promise<Tile[]> {
  const { rows } = await sql<Tile>`
    select t.area, a.name, t.short_name as "shortName", t.map_column as column, t.map_row as row,
           m.whole as district, d.name as "districtName"
      from territory.tiles t join territory.areas a on a.code = t.area
      join territory.memberships m on m.part = t.area and m.division = 'bestuurlijk' and ${runsOn('m', on)}
      join territory.areas d on d.code = m.whole
     where t.withdrawn_on is null and ${runsOn('a', on)} and t.area in (select territory.within(${region}, 'bestuurlijk', ${on}))
     order by t.map_row, t.map_column`.execute(tx)
  return rows
}

/** Everything an area is part of on a day, nearest first within a division. */
export async function wholesOf(tx: Reader, code: string, on: Day): Promise<Whole[]> {
  const { rows } = await sql<Whole>`
    with recursive up as (
      select m.whole, m.division, m.ground, 1 as step from territory.memberships m where m.part = ${code} and ${runsOn('m', on)}
      union
      select m.whole, m.division, m.ground, up.step + 1 from territory.memberships m
        join up on m.part = up.whole and m.division = up.division where ${runsOn('m', on)}
    ) select a.code, a.name, a.kind, up.division, up.ground from up join territory.areas a on a.code = up.whole
      order by array_position(array['bestuurlijk', 'politie', 'provincie', 'zvh', 'veiligheidsregio'], up.division), up.step`.execute(
    tx,
  )
  return rows
}

/** The areas that are directly part of this one on a day. */
export async function partsOf(
  tx: Reader,
  code: string,
  on: Day,
): Promise<(Pick<Area, 'code' | 'name' | 'kind'> & { division: string })[]> {
  const { rows } = await sql<Pick<Area, 'code' | 'name' | 'kind'> & { division: string }>`
    select a.code, a.name, a.kind, m.division from territory.memberships m join territory.areas a on a.code = m.part
     where m.whole = ${code} and ${runsOn('m', on)} and ${runsOn('a', on)} order by a.name`.execute(tx)
  return rows
}

/** What happened or will happen to the division, newest first; of one area when a code is given. */
export async function changesOf(tx: Reader, code: string | null = null): Promise<AreaChange[]> {
  const { rows } = await sql<{ [key: string]: string | null } & { sources: string[] }>`
    select c.code, c.kind, c.from_area, f.name as from_name, c.to_area, t.name as to_name, c.effective_on, c.state, c.note, c.sources
      from territory.changes c join territory.areas f on f.code = c.from_area join territory.areas t on t.code = c.to_area
     where c.withdrawn_on is null and (${code}::text is null or ${code} in (c.from_area, c.to_area))
     order by c.effective_on desc`.execute(tx)
  return rows.map((row) => ({
    code: String(row.code),
    kind: row.kind as AreaChange['kind'],
    from: { code: String(row.from_area), name: String(row.from_name) },
    to: { code: String(row.to_area), name: String(row.to_name) },
    effectiveOn: String(row.effective_on),
    state: row.state as AreaChange['state'],
    note: row.note ?? null,
    sources: row.sources,
  }))
}

/** Names of areas by code, for lists that only hold codes. */
export async function areaNames(tx: Reader): Promise<Map<string, Pick<Area, 'code' | 'name' | 'kind'>>> {
  const rows = await tx.selectFrom('territory.areas').select(['code', 'name', 'kind']).execute()
  return new Map(rows.map((row) => [row.code, row as Pick<Area, 'code' | 'name' | 'kind'>]))
}
