import { sql } from 'kysely'
import { type Day, dayInAmsterdam } from '../../kernel/day'
import type { Month } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import type { KnownRelease } from '../crime'
import { type Said, type StoredCount, saidOf } from './revision'

type Cell = { readonly parts: readonly string[]; readonly on: Day; readonly type: string }

/**
 * What each release up to and including this one said of an area, month by month, oldest release first. What has become part
 * of the area by the day asked for counts with it in older releases too.
 */
export async function saidByReleases(
  tx: Reader,
  { sourceTable, knownOn }: KnownRelease,
  { parts, on, type }: Cell,
  { first, last }: { readonly first: Month; readonly last: Month },
): Promise<ReadonlyMap<Month, Said[]>> {
  const { rows: releases } = await sql<{
    release: number
    at: string
    firstMonth: Month
    lastMonth: Month
    parts: string[]
  }>`
    select r.id as release, r.modified_at as at, r.first_month as "firstMonth", r.last_month as "lastMonth",
           array(select a.code from crime.release_areas a where a.release = r.id
                    and (a.code = any (${parts}::text[])
                      or a.kind = 'gemeente' and territory.now_part_of(a.code, ${on}) = any (${parts}::text[]))) as parts
      from crime.releases r
     where r.source_table = ${sourceTable} and r.id = any (crime.visible_releases())
       and (r.modified_at at time zone 'Europe/Amsterdam')::date <= ${knownOn}
     order by r.modified_at, r.id`.execute(tx)
  const all = [...new Set(releases.flatMap((release) => release.parts))]
  const { rows } = await sql<StoredCount & { month: Month }>`
    select c.area as part, c.month, c.release, c.counts[array_position(r.types, ${type})] as count
      from crime.counts c join crime.releases r on r.id = c.release
     where c.area = any (${all}::text[]) and c.month between ${first} and ${last}
       and r.source_table = ${sourceTable}`.execute(tx)
  const months = Map.groupBy(rows, ({ month }) => month)
  return new Map(
    [...months].map(([month, stored]) => [
      month,
      saidOf(
        releases
          .filter(({ firstMonth, lastMonth }) => month >= firstMonth && month <= lastMonth)
          .map(({ release, at, lastMonth, parts: own }) => ({
            release,
            knownOn: dayInAmsterdam(new Date(at)),
            lastMonth,
            parts: own,
          })),
        stored,
      ),
    ]),
  )
}
