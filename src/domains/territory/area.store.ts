import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { hasCode, holdsOn, type Listed, listed, type Slice } from '../../platform/db/list'
import type { Area, AreaKind, Division } from './area'

export type AreaFilter = {
  /** Only areas that exist on this day. */
  readonly validOn: Day
  readonly kind?: AreaKind | undefined
  /** Only areas directly or indirectly inside this one. */
  readonly within?: string | undefined
  /** The division `within` is followed in; without that, only areas that have a place in it. */
  readonly division?: Division | undefined
}

function areas(tx: Reader) {
  return tx
    .selectFrom('territory.areas as a')
    .select([
      'a.code',
      'a.name',
      'a.kind',
      'a.cbs_code',
      'a.tooi_uri',
      'a.valid_from',
      'a.valid_to',
      'a.other_names',
      'a.note',
      'a.sources',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof areas>['execute']>>[number]

const asArea = (row: Row): Area => ({
  code: row.code,
  name: row.name,
  kind: row.kind as AreaKind,
  cbsCode: row.cbs_code,
  tooiUri: row.tooi_uri,
  validity: { from: row.valid_from, until: row.valid_to },
  otherNames: row.other_names,
  note: row.note,
  sources: row.sources,
})

/** The areas under a filter, by name; numbered teams by number. */
export async function listAreas(tx: Reader, filter: AreaFilter, slice: Slice = null): Promise<Listed<Area>> {
  const { validOn, kind, within, division = 'bestuurlijk' } = filter
  let query = areas(tx).where(holdsOn('a', validOn)).where('a.withdrawn_on', 'is', null)
  if (filter.division && !within) {
    query = query.where(
      sql<boolean>`exists (select from territory.memberships m where a.code in (m.part, m.whole)
        and m.division = ${division} and m.withdrawn_on is null and ${holdsOn('m', validOn)})`,
    )
  }
  if (kind) query = query.where('a.kind', '=', kind)
  if (within) {
    query = query
      .where('a.code', '!=', within)
      .where(sql<boolean>`a.code in (select territory.within(${within}, ${division}, ${validOn}))`)
  }
  return listed(
    query.orderBy(sql`case when a.kind = 'basisteam' then a.code else a.name end`).orderBy('a.code'),
    slice,
    asArea,
  )
}

/** One area, also one that no longer exists: its address stays. */
export async function findArea(tx: Reader, code: string): Promise<Area | null> {
  const row = await areas(tx).where('a.code', '=', code).executeTakeFirst()
  return row ? asArea(row) : null
}

/** Whether there is one with this code, also a withdrawn one. */
export const areaExists = (tx: Reader, code: string) => hasCode(tx, 'territory.areas', code)
