import { sql } from 'kysely'
import { type Day, day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { hasCode, type Listed, listed, type Slice } from '../../platform/db/list'
import type { PartyRef } from './named'
import type { LifeStage, Priority, PriorityKind, PriorityState } from './priority'

export type PriorityFilter = {
  readonly strategy?: string | undefined
  readonly kind?: PriorityKind | undefined
  readonly lead?: string | undefined
  /** A state, and the day on which it held. */
  readonly state?: PriorityState | undefined
  readonly on?: Day | undefined
}

type StoredStage = {
  state: PriorityState
  from: string
  until: string | null
  reason: string | null
  sources: string[]
}

function priorities(tx: Reader) {
  return tx
    .selectFrom('strategy.priorities as x')
    .innerJoin('strategy.strategies as s', 's.code', 'x.strategy')
    .leftJoin('identity.parties as y', 'y.code', 'x.lead_group')
    .select([
      'x.code',
      'x.strategy',
      's.title as strategy_title',
      's.period_from',
      's.period_to',
      'x.seq',
      'x.title',
      'x.kind',
      'x.goal',
      'x.lead_group',
      'y.name as lead_name',
      'y.kind as lead_kind',
      'x.sources',
      'x.withdrawn_on',
      sql<StoredStage[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('state', p.state, 'from', p.valid_from, 'until', p.valid_to,
                 'reason', p.reason, 'sources', p.sources) order by p.valid_from), '[]')
          from strategy.priority_states p where p.priority = x.code and p.withdrawn_on is null)`.as('life'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof priorities>['execute']>>[number]

const asStage = ({ state, from, until, reason, sources }: StoredStage): LifeStage => ({
  state,
  validity: { from: day(from), until: until === null ? null : day(until) },
  reason,
  sources,
})

const asPriority = (row: Row): Priority => ({
  code: row.code,
  strategy: { code: row.strategy, title: row.strategy_title, from: row.period_from, to: row.period_to },
  seq: row.seq,
  title: row.title,
  kind: row.kind as PriorityKind,
  goal: row.goal,
  leadGroup:
    row.lead_group === null
      ? null
      : { code: row.lead_group, name: row.lead_name ?? row.lead_group, kind: row.lead_kind as PartyRef['kind'] },
  life: row.life.map(asStage),
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

/** The priorities under a filter, newest strategy first, then in their own order. */
export async function listPriorities(
  tx: Reader,
  filter: PriorityFilter = {},
  slice: Slice = null,
): Promise<Listed<Priority>> {
  const { strategy, kind, lead, state, on } = filter
  let query = priorities(tx).where('x.withdrawn_on', 'is', null)
  if (strategy) query = query.where('x.strategy', '=', strategy)
  if (kind) query = query.where('x.kind', '=', kind)
  if (lead) query = query.where('x.lead_group', '=', lead)
  if (state !== undefined || on !== undefined)
    query = query.where(sql<boolean>`exists (select from strategy.priority_states p
      where p.priority = x.code and p.withdrawn_on is null
        and ${state === undefined ? sql`true` : sql`p.state = ${state}`}
        and ${on === undefined ? sql`true` : sql`p.valid_from <= ${on}::date and (p.valid_to is null or ${on}::date < p.valid_to)`})`)
  return listed(query.orderBy('s.period_from', 'desc').orderBy('x.seq').orderBy('x.code'), slice, asPriority)
}

/** The priorities that were active on a day. */
export async function prioritiesOn(tx: Reader, on: Day): Promise<readonly Priority[]> {
  return (await listPriorities(tx, { state: 'actief', on })).items
}

/** One priority, also one that was withdrawn: its address stays. */
export async function findPriority(tx: Reader, code: string): Promise<Priority | null> {
  const row = await priorities(tx).where('x.code', '=', code).executeTakeFirst()
  return row ? asPriority(row) : null
}

/** Whether there is one with this code, also a withdrawn one. */
export const priorityExists = (tx: Reader, code: string) => hasCode(tx, 'strategy.priorities', code)
