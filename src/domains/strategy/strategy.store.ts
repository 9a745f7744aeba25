import type { Reader } from '../../platform/db/database'
import { hasCode, type Listed, listed, occursIn, type Slice } from '../../platform/db/list'
import type { PartyRef } from './named'
import type { FocusLine, Strategy, Trend } from './strategy'

export type StrategyFilter = {
  /** A year the strategy runs in. */
  readonly year?: number | undefined
}

export type FocusLineFilter = {
  readonly strategy?: string | undefined
  readonly priority?: string | undefined
  readonly kind?: string | undefined
}

/** A strategy of which no source says when it was adopted, is with its plan. */
function strategies(tx: Reader) {
  return tx
    .selectFrom('strategy.strategies as s')
    .leftJoinLateral(
      (query) =>
        query
          .selectFrom('strategy.plans as d')
          .select(['d.adopted_on', 'd.adopted_by'])
          .whereRef('d.strategy', '=', 's.code')
          .where('d.kind', '=', 'strategie')
          .where('d.adopted_on', 'is not', null)
          .where('d.withdrawn_on', 'is', null)
          .orderBy('d.adopted_on', 'desc')
          .limit(1)
          .as('d'),
      (join) => join.on('s.adopted_on', 'is', null),
    )
    .leftJoin('identity.parties as y', (join) =>
      join.on((on) => on('y.code', '=', on.fn.coalesce('s.adopted_by', 'd.adopted_by'))),
    )
    .leftJoin('strategy.strategies as b', 'b.code', 's.predecessor')
    .leftJoin('strategy.strategies as n', (join) =>
      join.onRef('n.predecessor', '=', 's.code').on('n.withdrawn_on', 'is', null),
    )
    .select([
      's.code',
      's.title',
      's.period_from',
      's.period_to',
      's.motto',
      's.goal',
      (query) => query.fn.coalesce('s.adopted_on', 'd.adopted_on').as('adopted_on'),
      (query) => query.fn.coalesce('s.adopted_by', 'd.adopted_by').as('adopted_by'),
      'y.name as adopter_name',
      'y.kind as adopter_kind',
      's.predecessor',
      'b.title as predecessor_title',
      'n.code as successor',
      'n.title as successor_title',
      's.municipality_count',
      's.status_note',
      's.sources',
      's.withdrawn_on',
    ])
}

type StrategyRow = Awaited<ReturnType<ReturnType<typeof strategies>['execute']>>[number]

const named = (code: string | null, title: string | null) => (code === null ? null : { code, title: title ?? code })

const asStrategy = (row: StrategyRow): Strategy => ({
  code: row.code,
  title: row.title,
  from: row.period_from,
  to: row.period_to,
  motto: row.motto,
  goal: row.goal,
  adoptedOn: row.adopted_on,
  adoptedBy:
    row.adopted_by === null
      ? null
      : { code: row.adopted_by, name: row.adopter_name ?? row.adopted_by, kind: row.adopter_kind as PartyRef['kind'] },
  predecessor: named(row.predecessor, row.predecessor_title),
  successor: named(row.successor, row.successor_title),
  municipalityCount: row.municipality_count,
  statusNote: row.status_note,
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

/** The strategies under a filter, newest first. */
export async function listStrategies(
  tx: Reader,
  filter: StrategyFilter = {},
  slice: Slice = null,
): Promise<Listed<Strategy>> {
  let query = strategies(tx).where('s.withdrawn_on', 'is', null)
  if (filter.year !== undefined)
    query = query.where('s.period_from', '<=', filter.year).where('s.period_to', '>=', filter.year)
  return listed(query.orderBy('s.period_from', 'desc').orderBy('s.code'), slice, asStrategy)
}

/** One strategy, also one that was withdrawn: its address stays. */
export async function findStrategy(tx: Reader, code: string): Promise<Strategy | null> {
  const row = await strategies(tx).where('s.code', '=', code).executeTakeFirst()
  return row ? asStrategy(row) : null
}

/** Whether there is one with this code, also a withdrawn one. */
export const strategyExists = (tx: Reader, code: string) => hasCode(tx, 'strategy.strategies', code)

function focusLines(tx: Reader) {
  return tx
    .selectFrom('strategy.focus_lines as f')
    .innerJoin('strategy.strategies as s', 's.code', 'f.strategy')
    .leftJoin('strategy.priorities as x', 'x.code', 'f.priority')
    .select([
      'f.code',
      'f.strategy',
      's.title as strategy_title',
      'f.priority',
      'x.title as priority_title',
      'f.kind',
      'f.seq',
      'f.title',
      'f.sources',
      'f.withdrawn_on',
    ])
}

type FocusLineRow = Awaited<ReturnType<ReturnType<typeof focusLines>['execute']>>[number]

const asFocusLine = (row: FocusLineRow): FocusLine => ({
  code: row.code,
  strategy: { code: row.strategy, title: row.strategy_title },
  priority: named(row.priority, row.priority_title),
  kind: row.kind,
  seq: row.seq,
  title: row.title,
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

/** The focus lines under a filter: newest strategy first, then in their own order. */
export async function listFocusLines(
  tx: Reader,
  filter: FocusLineFilter = {},
  slice: Slice = null,
): Promise<Listed<FocusLine>> {
  const { strategy, priority, kind } = filter
  let query = focusLines(tx).where('f.withdrawn_on', 'is', null)
  if (strategy) query = query.where('f.strategy', '=', strategy)
  if (priority) query = query.where('f.priority', '=', priority)
  if (kind) query = query.where('f.kind', '=', kind)
  return listed(query.orderBy('s.period_from', 'desc').orderBy('f.seq').orderBy('f.code'), slice, asFocusLine)
}

/** One focus line, also one that was withdrawn: its address stays. */
export async function findFocusLine(tx: Reader, code: string): Promise<FocusLine | null> {
  const row = await focusLines(tx).where('f.code', '=', code).executeTakeFirst()
  return row ? asFocusLine(row) : null
}

function trends(tx: Reader) {
  return tx.selectFrom('strategy.trends as t').selectAll()
}

const asTrend = ({
  withdrawn_on,
  ...trend
}: Awaited<ReturnType<ReturnType<typeof trends>['execute']>>[number]): Trend => ({
  ...trend,
  withdrawnOn: withdrawn_on,
})

/** The trends of one inventory, or all: newest inventory first, then in their own order. */
export async function listTrends(
  tx: Reader,
  filter: { readonly inventory?: string | undefined } = {},
  slice: Slice = null,
): Promise<Listed<Trend>> {
  let query = trends(tx).where('t.withdrawn_on', 'is', null)
  if (filter.inventory) query = query.where('t.inventory', '=', filter.inventory)
  return listed(query.orderBy('t.inventory', 'desc').orderBy('t.seq').orderBy('t.code'), slice, asTrend)
}

/** One trend, also one that was withdrawn. */
export async function findTrend(tx: Reader, code: string): Promise<Trend | null> {
  const row = await trends(tx).where('t.code', '=', code).executeTakeFirst()
  return row ? asTrend(row) : null
}

/** Whether any focus line is of this kind. */
export const focusLineKindExists = occursIn('strategy.focus_lines', 'kind')

/** Whether any trend stands in this inventory. */
export const inventoryExists = occursIn('strategy.trends', 'inventory')
