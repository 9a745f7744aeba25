import { sql } from 'kysely'
import { addMonths, type Month, monthRange } from '../../src/kernel/month'
import { owning } from '../../src/platform/db/database'
import type { Opened } from './region'

/** What a release of the police says in these tests: of Leusden and Renswoude, in the types 0.0.0, 1.1.1 and 1.4.1. */
export type TestRelease = {
  readonly modified: string
  readonly state: 'volledig' | 'bezig'
  /** Per area an array as PostgreSQL writes it, as `{10,4,NULL}`; an area that is not named repeats the release before. */
  readonly counts?: Readonly<Record<string, string>>
  /** The same counts in so many months up to the last; only the last when not given. */
  readonly months?: number
}

export const releaseMonth = '2026-10' as Month

/** Stores a release of the police as a load does. */
export async function addRelease({ db }: Opened, { modified, state, counts, months = 1 }: TestRelease): Promise<void> {
  const areas = ['GM0327', 'GM0339']
  const given = counts ?? Object.fromEntries(areas.map((area) => [area, '{1,1,NULL}']))
  await owning(db, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      insert into crime.releases
        (source_table, is_example, modified_at, title, types, first_month, last_month, state, content_hash)
      values ('47022NED', false, ${modified}, 'Toets', '{0.0.0,1.1.1,1.4.1}',
              ${addMonths(releaseMonth, -Math.max(1, months - 1))}, ${releaseMonth}, ${state},
              ${state === 'volledig' ? 'x' : null}) returning id`.execute(tx)
    const id = rows[0]?.id ?? 0
    for (const [seq, area] of areas.entries()) {
      await sql`insert into crime.release_areas (release, code, name, kind, municipality, seq)
        values (${id}, ${area}, ${area}, 'gemeente', ${area}, ${seq})`.execute(tx)
      await sql`insert into crime.release_parts (release, municipality, month, row_count, hash)
        values (${id}, ${area}, ${releaseMonth}, 3, 'x')`.execute(tx)
    }
    for (const [area, values] of Object.entries(given))
      for (const month of monthRange(addMonths(releaseMonth, 1 - months), releaseMonth))
        await sql`insert into crime.counts (area, month, release, counts)
          values (${area}, ${month}, ${id}, ${values}::integer[])`.execute(tx)
    await sql`insert into crime.differences (release, area, month, type, parts_kind, whole_count, parts_sum)
      values (${id}, 'GM0327', ${releaseMonth}, '1.1.1', 'buurten', 8, 9)`.execute(tx)
    await sql`insert into crime.load_orders (source_table) values ('47018NED') on conflict do nothing`.execute(tx)
    await sql`insert into crime.source_checks (source_table, looked_at, modified_at)
      values ('47022NED', ${modified}, ${modified}) on conflict do nothing`.execute(tx)
  })
}

/** Stores a release of inhabitants as a load of 37230ned does: area, day and number. */
export async function addInhabitants(
  { db }: Opened,
  modified: string,
  counts: readonly (readonly [area: string, on: string, inhabitants: number])[],
): Promise<void> {
  await owning(db, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      insert into crime.population_releases (source_table, title, modified_at, content_hash)
      values ('37230ned', 'Bevolking', ${modified}, ${JSON.stringify(counts)}) returning id`.execute(tx)
    for (const [area, on, inhabitants] of counts)
      await sql`insert into crime.inhabitants (release, area, reference_day, inhabitants)
        values (${rows[0]?.id}, ${area}, ${on}, ${inhabitants})`.execute(tx)
  })
}

/** A release of all its months, with the areas and counts given: per area and month one number per type. */
export type WholeRelease = {
  readonly modified: string
  readonly last: Month
  readonly months: number
  /** Code, and for a wijk or buurt the municipality, and for a buurt its wijk. */
  readonly areas: readonly {
    readonly code: string
    readonly name: string
    readonly municipality?: string
    readonly wijk?: string
  }[]
  readonly counts: (area: string, month: Month) => readonly (number | null)[] | undefined
}

/** Stores a whole release of the types 0.0.0, 1.1.1 and 1.4.1. */
export async function addWholeRelease({ db }: Opened, { modified, last, months, areas, counts }: WholeRelease) {
  const range = monthRange(addMonths(last, 1 - months), last)
  await owning(db, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      insert into crime.releases
        (source_table, is_example, modified_at, title, types, first_month, last_month, state, content_hash)
      values ('47022NED', false, ${modified}, 'Toets', '{0.0.0,1.1.1,1.4.1}', ${range[0]}, ${last}, 'volledig', 'x')
      returning id`.execute(tx)
    const id = rows[0]?.id ?? 0
    for (const [seq, { code, name, municipality, wijk }] of areas.entries()) {
      const kind = municipality ? (wijk ? 'buurt' : 'wijk') : 'gemeente'
      await sql`insert into crime.release_areas (release, code, name, kind, municipality, wijk, seq)
        values (${id}, ${code}, ${name}, ${kind}, ${municipality ?? code}, ${wijk ?? null}, ${seq})`.execute(tx)
    }
    const stored = areas.flatMap(({ code }) =>
      range.flatMap((month) => {
        const given = counts(code, month)
        return given ? [{ area: code, month, counts: given }] : []
      }),
    )
    await sql`insert into crime.counts (area, month, release, counts)
      select r.area, r.month, ${id}, r.counts
        from jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) as r (area text, month text, counts integer[])`.execute(
      tx,
    )
  })
}

/** Stores a yearly release of the police: of Leusden and Renswoude, for 2016 and 2020. */
export async function addYearRelease({ db }: Opened): Promise<void> {
  await owning(db, async (tx) => {
    await sql`
      with release as (
        insert into crime.releases
          (source_table, is_example, cadence, modified_at, title, types, first_month, last_month, state, content_hash)
        values ('47013NED', false, 'jaar', '2021-01-15T12:00:00Z', 'Toets', '{0.0.0,1.1.1,1.4.1}', '2016', '2020',
                'volledig', 'x') returning id
      ), areas as (
        insert into crime.release_areas (release, code, name, kind, municipality, seq)
        select id, code, code, 'gemeente', code, 0 from release cross join (values ('GM0327'), ('GM0339')) as a (code)
      )
      insert into crime.counts (area, month, release, counts)
      select area, month, id, counts::integer[] from release cross join (values
        ('GM0327', '2016', '{10,4,1}'), ('GM0327', '2020', '{12,5,NULL}'), ('GM0339', '2020', '{3,0,2}'))
        as c (area, month, counts)`.execute(tx)
  })
}
