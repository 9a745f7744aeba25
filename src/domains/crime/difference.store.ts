import type { Month } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import type { KnownRelease } from './count'
import { allCrimes } from './crime-type'

/** Where the source does not add up: what it says of a whole, and the sum of the parts it gives. */
export type Difference = {
  readonly month: Month
  readonly type: string
  readonly partsKind: 'wijken' | 'buurten'
  readonly whole: number
  readonly parts: number
}

/** The differences of an area in a release, newest month first; of all crimes those of every type. */
export async function differencesIn(
  tx: Reader,
  { id }: KnownRelease,
  {
    area,
    type,
    first,
    last,
  }: { readonly area: string; readonly type: string; readonly first: Month; readonly last: Month },
): Promise<Difference[]> {
  const rows = await tx
    .selectFrom('crime.differences')
    .select(['month', 'type', 'parts_kind', 'whole_count', 'parts_sum'])
    .where('release', '=', id)
    .where('area', '=', area)
    .where('month', '>=', first)
    .where('month', '<=', last)
    .$if(type !== allCrimes, (query) => query.where('type', '=', type))
    .orderBy('month', 'desc')
    .orderBy('type')
    .execute()
  return rows.map((row) => ({
    month: row.month as Month,
    type: row.type,
    partsKind: row.parts_kind as Difference['partsKind'],
    whole: row.whole_count,
    parts: row.parts_sum,
  }))
}
