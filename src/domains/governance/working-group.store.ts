import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { holdsOn, type Listed, listed, type Slice } from '../../platform/db/list'
import type { Seat } from './composition'
import { type WorkingGroup, type WorkingGroupKind, workingGroupKinds } from './working-group'

export type WorkingGroupFilter = {
  /** Only groups that exist on this day; without it all of them. */
  readonly validOn?: Day | undefined
  readonly kind?: WorkingGroupKind | undefined
  readonly priority?: string | undefined
  readonly reportsTo?: string | undefined
}

function groups(tx: Reader) {
  return tx
    .selectFrom('governance.working_groups as g')
    .leftJoin('strategy.priorities as p', 'p.code', 'g.priority')
    .select([
      'g.code',
      'g.name',
      'g.kind',
      'g.priority',
      'p.title as priority_title',
      'g.valid_from',
      'g.valid_to',
      'g.composition',
      'g.also_acts_as',
      'g.reports_to',
      'g.sources',
      'g.withdrawn_on',
    ])
}

const asGroup = (row: Awaited<ReturnType<ReturnType<typeof groups>['execute']>>[number]): WorkingGroup => ({
  code: row.code,
  name: row.name,
  kind: row.kind as WorkingGroupKind,
  priority: row.priority === null ? null : { code: row.priority, title: row.priority_title ?? row.priority },
  validity: { from: row.valid_from, until: row.valid_to },
  composition: row.composition,
  alsoActsAs: row.also_acts_as,
  reportsTo: row.reports_to,
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

/** The groups under a filter, those that began last first. */
export async function listWorkingGroups(
  tx: Reader,
  { validOn, kind, priority, reportsTo }: WorkingGroupFilter = {},
  slice: Slice = null,
): Promise<Listed<WorkingGroup>> {
  let query = groups(tx).where('g.withdrawn_on', 'is', null)
  if (validOn) query = query.where(holdsOn('g', validOn))
  if (kind) query = query.where('g.kind', '=', kind)
  if (priority) query = query.where('g.priority', '=', priority)
  if (reportsTo) query = query.where('g.reports_to', '=', reportsTo)
  return listed(
    query
      .orderBy('g.valid_from', (order) => order.desc().nullsLast())
      .orderBy(sql`array_position(${sql.val([...workingGroupKinds])}::text[], g.kind)`)
      .orderBy('g.name')
      .orderBy('g.code'),
    slice,
    asGroup,
  )
}

/** The groups that report to a party, newest first. */
export async function reportingTo(tx: Reader, party: string): Promise<readonly WorkingGroup[]> {
  return (await listWorkingGroups(tx, { reportsTo: party })).items
}

/** One group, also one that is no more: its address stays. */
export async function findWorkingGroup(tx: Reader, code: string): Promise<WorkingGroup | null> {
  const row = await groups(tx).where('g.code', '=', code).executeTakeFirst()
  return row ? asGroup(row) : null
}

/** The seats of groups, by group and number. */
export async function seatsOf(tx: Reader, codes: readonly string[]): Promise<ReadonlyMap<string, readonly Seat[]>> {
  if (codes.length === 0) return new Map()
  const rows = await tx
    .selectFrom('governance.working_group_seats as s')
    .leftJoin('territory.areas as d', 'd.code', 's.district')
    .leftJoin('identity.organisations as m', 'm.code', 's.municipality')
    .leftJoin('identity.organisations as o', 'o.code', 's.organisation')
    .select([
      's.code',
      's.working_group',
      's.seat',
      's.ground',
      's.role',
      's.seat_count',
      's.district',
      'd.name as district_name',
      'd.kind as district_kind',
      's.municipality',
      'm.name as municipality_name',
      's.organisation',
      'o.name as organisation_name',
      'o.kind as organisation_kind',
      'o.stands_for',
      's.note',
      's.sources',
    ])
    .where('s.working_group', 'in', [...codes])
    .where('s.withdrawn_on', 'is', null)
    .orderBy('s.working_group')
    .orderBy('s.seat')
    .orderBy('s.code')
    .execute()
  const seats = new Map<string, Seat[]>()
  for (const row of rows) {
    const seat: Seat = {
      code: row.code,
      seat: row.seat,
      ground: row.ground as Seat['ground'],
      role: row.role,
      count: row.seat_count,
      district:
        row.district === null
          ? null
          : { code: row.district, name: row.district_name ?? row.district, kind: row.district_kind ?? '' },
      municipality:
        row.municipality === null ? null : { code: row.municipality, name: row.municipality_name ?? row.municipality },
      organisation:
        row.organisation === null
          ? null
          : {
              code: row.organisation,
              name: row.organisation_name ?? row.organisation,
              kind: row.organisation_kind ?? 'overig',
              standsForAll: row.stands_for !== null,
            },
      note: row.note,
      sources: row.sources,
    }
    seats.set(row.working_group, [...(seats.get(row.working_group) ?? []), seat])
  }
  return seats
}
