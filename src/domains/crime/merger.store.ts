import { sql } from 'kysely'
import { type Day, dayInAmsterdam } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import type { KnownRelease } from './count'

/** Which of these areas a release has by themselves. */
export async function areasApart(tx: Reader, { id }: KnownRelease, codes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`
    select code from crime.release_areas where release = ${id} and code = any (${codes}::text[])`.execute(tx)
  return new Set(rows.map(({ code }) => code))
}

/** The day of the last release, of those known on a day, that had an area by itself; null when none had. */
export async function lastApart(tx: Reader, { sourceTable, knownOn }: KnownRelease, code: string): Promise<Day | null> {
  const { rows } = await sql<{ at: string }>`
    select r.modified_at as at from crime.releases r join crime.release_areas a on a.release = r.id
     where a.code = ${code} and r.source_table = ${sourceTable} and r.id = any (crime.visible_releases())
       and (r.modified_at at time zone 'Europe/Amsterdam')::date <= ${knownOn}
     order by r.modified_at desc limit 1`.execute(tx)
  return rows[0] ? dayInAmsterdam(new Date(rows[0].at)) : null
}
