import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Owner, Reader } from '../../platform/db/database'
import type { LoadedRelease, LoadPlan } from './load'
import type { AreaCounts, Difference } from './part'
import type { SourceArea, Succession } from './source-area'
import type { Period, SourceTable } from './source-table'

const releaseColumns = [
  'id',
  'modified_at',
  'types',
  'first_month',
  'last_month',
  'state',
  'content_hash',
  'asked_from',
] as const

type ReleaseRow = {
  id: number
  modified_at: string | Date
  types: string[]
  first_month: string
  last_month: string
  state: string
  content_hash: string | null
  asked_from: string | null
}

const asRelease = (row: ReleaseRow): LoadedRelease => ({
  id: row.id,
  modifiedAt: new Date(row.modified_at).toISOString(),
  types: row.types,
  firstPeriod: row.first_month,
  lastPeriod: row.last_month,
  state: row.state as LoadedRelease['state'],
  contentHash: row.content_hash,
  askedFrom: row.asked_from,
})

/** The newest whole release of a table, or null. */
export async function newestRelease(tx: Reader, table: string): Promise<LoadedRelease | null> {
  const row = await tx
    .selectFrom('crime.releases')
    .select(releaseColumns)
    .where('source_table', '=', table)
    .where('state', '=', 'volledig')
    .orderBy('modified_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row ? asRelease(row as unknown as ReleaseRow) : null
}

/** The code of the region at the source, the municipalities on a day, and which went on as which. */
export async function regionAtSource(
  tx: Reader,
  region: string,
  on: Day,
): Promise<{ municipalities: string[]; successions: Succession[]; wholes: string[] }> {
  const { rows: municipalities } = await sql<{ code: string }>`
    select a.code from territory.areas a
     where a.kind = 'gemeente' and a.code in (select territory.within(${region}, 'bestuurlijk', ${on}))
     order by a.code`.execute(tx)
  const { rows: wholes } = await sql<{ code: string }>`
    select a.cbs_code as code from territory.areas a
     where a.kind in ('regio', 'land') and a.cbs_code is not null
       and a.code in (select territory.around(${region}, 'bestuurlijk', ${on}))`.execute(tx)
  const successions = await tx
    .selectFrom('territory.changes')
    .select(['from_area as from', 'to_area as to', sql<boolean>`effective_on <= ${on}`.as('isPast')])
    .where('kind', '=', 'samenvoeging')
    .where('withdrawn_on', 'is', null)
    .execute()
  return { municipalities: municipalities.map(({ code }) => code), successions, wholes: wholes.map(({ code }) => code) }
}

/** The load of this state of the source that was broken off or killed, to go on with; those of an older state are given up. */
export async function openRelease(tx: Owner, table: string, modifiedAt: string): Promise<LoadedRelease | null> {
  const rows = await tx
    .selectFrom('crime.releases')
    .select(releaseColumns)
    .where('source_table', '=', table)
    .where('state', 'in', ['bezig', 'afgebroken'])
    .orderBy('id', 'desc')
    .execute()
  const releases = rows.map((row) => asRelease(row as unknown as ReleaseRow))
  const same = releases.find((release) => release.modifiedAt === modifiedAt) ?? null
  for (const { id } of releases.filter((release) => release !== same)) await giveUp(tx, id)
  return same
}

async function emptied(tx: Owner, release: number): Promise<void> {
  await tx.deleteFrom('crime.counts').where('release', '=', release).execute()
  await tx.deleteFrom('crime.release_parts').where('release', '=', release).execute()
  await tx.deleteFrom('crime.release_areas').where('release', '=', release).execute()
}

/** A load that will never be whole keeps its line in the list, and nothing of what it loaded. */
async function giveUp(tx: Owner, release: number): Promise<void> {
  await emptied(tx, release)
  await tx.deleteFrom('crime.differences').where('release', '=', release).execute()
  await tx
    .updateTable('crime.releases')
    .set({ state: 'afgebroken', finished_at: sql`platform.moment()` })
    .where('id', '=', release)
    .execute()
}

/** The codes of the areas of a release. */
export async function areasOfRelease(tx: Reader, release: number): Promise<string[]> {
  const rows = await tx.selectFrom('crime.release_areas').select('code').where('release', '=', release).execute()
  return rows.map(({ code }) => code)
}

/** Begins a release; nobody but the administrator sees it before it is whole. Gives its number. */
export async function beginRelease(
  tx: Owner,
  table: SourceTable,
  source: { readonly title: string; readonly modifiedAt: string },
  plan: LoadPlan,
): Promise<number> {
  const { id } = await tx
    .insertInto('crime.releases')
    .values({
      source_table: table.id,
      is_example: false,
      cadence: table.cadence,
      modified_at: source.modifiedAt,
      title: source.title,
      types: plan.types.map(({ code }) => code),
      first_month: plan.firstPeriod,
      last_month: plan.lastPeriod,
      asked_from: plan.askedFrom,
      part_count: plan.periods.length * plan.groups.length,
      state: 'bezig',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addAreas(tx, id, plan.areas)
  return id
}

async function addAreas(tx: Owner, release: number, areas: readonly SourceArea[]): Promise<void> {
  await sql`
    insert into crime.release_areas (release, code, name, kind, municipality, wijk, seq)
    select ${release}::integer, code, name, kind, municipality, wijk, seq
      from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb)
        as a (code text, name text, kind text, municipality text, wijk text, seq integer)`.execute(tx)
}

/** Goes on with a release that was broken off. */
export async function resumeRelease(tx: Owner, release: number): Promise<void> {
  await tx.updateTable('crime.releases').set({ state: 'bezig' }).where('id', '=', release).execute()
}

/** Takes over the parts before a period from the release before: their counts stand with that one. */
export async function takeOverParts(tx: Owner, release: number, from: number, before: Period): Promise<void> {
  await sql`
    insert into crime.release_parts (release, municipality, month, row_count, hash, loaded_at)
    select ${release}::integer, municipality, month, row_count, hash, loaded_at
      from crime.release_parts where release = ${from} and month < ${before}`.execute(tx)
  await sql`
    update crime.releases set part_count = part_count + (select count(*) from crime.release_parts where release = ${release})
     where id = ${release}`.execute(tx)
  await sql`
    insert into crime.differences (release, area, month, type, parts_kind, whole_count, parts_sum)
    select ${release}::integer, area, month, type, parts_kind, whole_count, parts_sum
      from crime.differences where release = ${from} and month < ${before}`.execute(tx)
}

/** The parts of a release that are there, as `GM0344 2025-10`. */
export async function partsDone(tx: Reader, release: number): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('crime.release_parts')
    .select(['municipality', 'month'])
    .where('release', '=', release)
    .execute()
  return new Set(rows.map(({ municipality, month }) => `${municipality} ${month}`))
}

export type StoredPart = {
  readonly group: string
  readonly period: Period
  readonly counts: readonly AreaCounts[]
  readonly rowCount: number
  readonly hash: string
  readonly differences: readonly Difference[]
}

/** Whether a release is still being loaded: somebody may have broken it off. Held until the end of the transaction. */
export async function isStillLoading(tx: Owner, release: number): Promise<boolean> {
  const { rows } = await sql`
    select from crime.releases where id = ${release} and state = 'bezig' for update`.execute(tx)
  return rows.length > 0
}

/** Stores parts: of their counts only what differs from the release before. */
export async function addParts(
  tx: Owner,
  release: number,
  hasEarlier: boolean,
  stored: readonly StoredPart[],
): Promise<void> {
  const lines = stored.flatMap(({ period, counts }) => counts.map((one) => ({ ...one, period })))
  // One array of texts per column: a list of arrays cannot be sent, and a row at a time would take minutes.
  const given = sql`unnest(${lines.map(({ area }) => area)}::text[], ${lines.map(({ period }) => period)}::text[],
    ${lines.map(({ counts }) => `{${counts.map((count) => count ?? 'NULL').join()}}`)}::text[]) as n (area, month, counts)`
  if (hasEarlier) {
    await sql`
      insert into crime.counts (release, area, month, counts)
      select this.id, n.area, n.month, n.counts::integer[]
        from crime.releases this cross join ${given}
       where this.id = ${release} and n.counts::integer[] is distinct from (
         select case when r.types = this.types then c.counts end
           from crime.counts c join crime.releases r on r.id = c.release
          where c.area = n.area and c.month = n.month and r.state = 'volledig' and r.source_table = this.source_table
            and (r.modified_at, r.id) < (this.modified_at, this.id)
          order by r.modified_at desc, r.id desc limit 1)`.execute(tx)
  } else {
    await sql`
      insert into crime.counts (release, area, month, counts)
      select ${release}::integer, n.area, n.month, n.counts::integer[] from ${given}`.execute(tx)
  }
  const differences = stored.flatMap(({ period, differences }) => differences.map((one) => ({ ...one, period })))
  await addDifferences(tx, release, differences)
  await sql`
    insert into crime.release_parts (release, municipality, month, row_count, hash)
    select ${release}::integer, "group", period, "rowCount", hash
      from jsonb_to_recordset(${JSON.stringify(stored.map(({ group, period, rowCount, hash }) => ({ group, period, rowCount, hash })))}::jsonb)
        as p ("group" text, period text, "rowCount" integer, hash text)`.execute(tx)
}

/** Keeps where the source does not add up. */
export async function addDifferences(
  tx: Owner,
  release: number,
  differences: readonly (Difference & { readonly period: Period })[],
): Promise<void> {
  if (differences.length === 0) return
  await sql`
    insert into crime.differences (release, area, month, type, parts_kind, whole_count, parts_sum)
    select ${release}::integer, area, period, type, "partsKind", whole, parts
      from jsonb_to_recordset(${JSON.stringify(differences)}::jsonb)
        as d (area text, period text, type text, "partsKind" text, whole integer, parts integer)
    on conflict do nothing`.execute(tx)
}

/** Refuses a release whole: its line, its reason and its differences stay, its counts do not. */
export async function refuseRelease(tx: Owner, release: number, because: string): Promise<void> {
  await emptied(tx, release)
  await tx
    .updateTable('crime.releases')
    .set({ state: 'geweigerd', refused_because: because, finished_at: sql`platform.moment()` })
    .where('id', '=', release)
    .execute()
}

/** The hashes of all parts of a release, in order, and how many differences it has. */
export async function sealOf(tx: Reader, release: number): Promise<{ hashes: string[]; differences: number }> {
  const parts = await tx
    .selectFrom('crime.release_parts')
    .select(['municipality', 'month', 'hash'])
    .where('release', '=', release)
    .execute()
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from crime.differences where release = ${release}`.execute(tx)
  return {
    hashes: parts.map(({ municipality, month, hash }) => `${municipality} ${month} ${hash}`).sort(),
    differences: rows[0]?.n ?? 0,
  }
}

/** From now on everybody sees it, and example figures are gone. */
export async function finishRelease(tx: Owner, release: number, hash: string): Promise<void> {
  await tx
    .updateTable('crime.releases')
    .set({ state: 'volledig', content_hash: hash, finished_at: sql`platform.moment()` })
    .where('id', '=', release)
    .execute()
}

/** Removes a release that turned out to be the same as one that is there. */
export async function removeRelease(tx: Owner, release: number): Promise<void> {
  await tx.deleteFrom('crime.releases').where('id', '=', release).execute()
}

/** Leaves a load for a next one to go on with. */
export async function interruptRelease(tx: Owner, release: number): Promise<void> {
  await tx
    .updateTable('crime.releases')
    .set({ state: 'afgebroken' })
    .where('id', '=', release)
    .where('state', '=', 'bezig')
    .execute()
}

/** Notes that we looked at a table of the source, and what came of it. */
export async function noteLook(
  tx: Owner,
  table: string,
  modifiedAt: string | null,
  because: string | null,
): Promise<void> {
  await sql`
    insert into crime.source_checks (source_table, looked_at, modified_at, because)
    values (${table}, platform.moment(), ${modifiedAt}, ${because})
    on conflict (source_table) do update
      set looked_at = excluded.looked_at, because = excluded.because,
          modified_at = coalesce(excluded.modified_at, source_checks.modified_at)`.execute(tx)
}
