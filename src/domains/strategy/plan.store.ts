import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'
import { hasCode, type Listed, listed, occursIn, type Slice } from '../../platform/db/list'
import type { PartyRef } from './named'
import type { Plan, PlanKind, Programme } from './plan'

export type PlanFilter = {
  readonly strategy?: string | undefined
  readonly kind?: PlanKind | undefined
  /** A year the plan runs in. */
  readonly year?: number | undefined
  /** Plans with a programme that works for this priority. */
  readonly priority?: string | undefined
}

export type ProgrammeFilter = {
  readonly plan?: string | undefined
  readonly priority?: string | undefined
  readonly kind?: string | undefined
  readonly lead?: string | undefined
}

/** Counts of what hangs under a plan or programme, by the column that points to it. */
const held = (column: 'plan' | 'programme', code: string) => {
  const points = sql.ref(column)
  const at = sql.ref(code)
  return {
    actions: sql<number>`(select count(*) from strategy.actions a where a.${points} = ${at} and a.withdrawn_on is null)`,
    promises: sql<number>`(select count(distinct coalesce(a.promise, a.code)) from strategy.actions a
      where a.${points} = ${at} and a.withdrawn_on is null)`,
    results: sql<number>`(select count(*) from strategy.results r where r.${points} = ${at} and r.withdrawn_on is null)`,
  }
}

function plans(tx: Reader) {
  const counts = held('plan', 'p.code')
  return tx
    .selectFrom('strategy.plans as p')
    .leftJoin('identity.parties as y', 'y.code', 'p.adopted_by')
    .leftJoin('strategy.strategies as s', 's.code', 'p.strategy')
    .leftJoin('figures.documents as d', 'd.code', 'p.document')
    .select([
      'p.code',
      'p.title',
      'p.kind',
      'p.period_from',
      'p.period_to',
      'p.adopted_on',
      'p.adopted_by',
      'y.name as adopter_name',
      'y.kind as adopter_kind',
      'p.strategy',
      's.title as strategy_title',
      'p.document',
      'd.title as document_title',
      'p.sources',
      'p.withdrawn_on',
      'p.made_here',
      counts.actions.as('actions'),
      counts.promises.as('promises'),
      counts.results.as('results'),
      sql<number>`(select count(*) from strategy.programmes g where g.plan = p.code and g.withdrawn_on is null)`.as(
        'programmes',
      ),
    ])
}

type PlanRow = Awaited<ReturnType<ReturnType<typeof plans>['execute']>>[number]

const named = (code: string | null, title: string | null) => (code === null ? null : { code, title: title ?? code })
const party = (code: string | null, name: string | null, kind: string | null): PartyRef | null =>
  code === null ? null : { code, name: name ?? code, kind: kind as PartyRef['kind'] }

const asPlan = (row: PlanRow): Plan => ({
  code: row.code,
  title: row.title,
  kind: row.kind as PlanKind,
  from: row.period_from,
  to: row.period_to,
  adoptedOn: row.adopted_on,
  adoptedBy: party(row.adopted_by, row.adopter_name, row.adopter_kind),
  strategy: named(row.strategy, row.strategy_title),
  document: named(row.document, row.document_title),
  programmes: row.programmes,
  isConcept: row.made_here && row.adopted_on === null,
  actions: row.actions,
  promises: row.promises,
  results: row.results,
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

/** The plans under a filter, newest first. */
export async function listPlans(tx: Reader, filter: PlanFilter = {}, slice: Slice = null): Promise<Listed<Plan>> {
  const { strategy, kind, year, priority } = filter
  let query = plans(tx).where('p.withdrawn_on', 'is', null)
  if (strategy) query = query.where('p.strategy', '=', strategy)
  if (kind) query = query.where('p.kind', '=', kind)
  if (year !== undefined)
    query = query.where(sql<boolean>`coalesce(p.period_from, p.period_to) <= ${year} and p.period_to >= ${year}`)
  if (priority)
    query = query.where(sql<boolean>`p.code in (select g.plan from strategy.programmes g
      where g.priority = ${priority} and g.withdrawn_on is null)`)
  return listed(query.orderBy(sql`coalesce(p.period_from, p.period_to) desc`).orderBy('p.code'), slice, asPlan)
}

/** The plans that carry a strategy out, newest first. */
export async function plansOf(tx: Reader, strategy: string): Promise<readonly Plan[]> {
  return (await listPlans(tx, { strategy })).items
}

/** One plan, also one that was withdrawn: its address stays. */
export async function findPlan(tx: Reader, code: string): Promise<Plan | null> {
  const row = await plans(tx).where('p.code', '=', code).executeTakeFirst()
  return row ? asPlan(row) : null
}

/** Which of these plans, programmes and actions are of a plan that was made here and not adopted. */
export async function conceptsAmong(tx: Reader, codes: readonly string[]): Promise<ReadonlySet<string>> {
  if (codes.length === 0) return new Set()
  const { rows } = await sql<{ code: string }>`
    with concept as (select code from strategy.plans where made_here and adopted_on is null)
    select x.code from (select code from concept union all
        select g.code from strategy.programmes g join concept c on c.code = g.plan union all
        select a.code from strategy.actions a join concept c on c.code = a.plan) x
     where x.code in (${sql.join([...codes])})`.execute(tx)
  return new Set(rows.map(({ code }) => code))
}

/** Whether there is one with this code, also a withdrawn one. */
export const planExists = (tx: Reader, code: string) => hasCode(tx, 'strategy.plans', code)

function programmes(tx: Reader) {
  const counts = held('programme', 'g.code')
  return tx
    .selectFrom('strategy.programmes as g')
    .innerJoin('strategy.plans as p', 'p.code', 'g.plan')
    .leftJoin('strategy.priorities as x', 'x.code', 'g.priority')
    .leftJoin('identity.parties as y', 'y.code', 'g.lead')
    .select([
      'g.code',
      'g.plan',
      'p.title as plan_title',
      'p.period_from',
      'p.period_to',
      sql<boolean>`p.made_here and p.adopted_on is null`.as('is_concept'),
      'g.kind',
      'g.title',
      'g.priority',
      'x.title as priority_title',
      'g.lead',
      'y.name as lead_name',
      'y.kind as lead_kind',
      'g.sources',
      'g.withdrawn_on',
      counts.actions.as('actions'),
      counts.promises.as('promises'),
      counts.results.as('results'),
    ])
}

type ProgrammeRow = Awaited<ReturnType<ReturnType<typeof programmes>['execute']>>[number]

const asProgramme = (row: ProgrammeRow): Programme => ({
  code: row.code,
  plan: {
    code: row.plan,
    title: row.plan_title,
    from: row.period_from,
    to: row.period_to,
    isConcept: row.is_concept,
  },
  kind: row.kind,
  title: row.title,
  priority: named(row.priority, row.priority_title),
  lead: party(row.lead, row.lead_name, row.lead_kind),
  actions: row.actions,
  promises: row.promises,
  results: row.results,
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

/** The programmes under a filter: newest plan first, then as they stand in the document. */
export async function listProgrammes(
  tx: Reader,
  filter: ProgrammeFilter = {},
  slice: Slice = null,
): Promise<Listed<Programme>> {
  const { plan, priority, kind, lead } = filter
  let query = programmes(tx).where('g.withdrawn_on', 'is', null)
  if (plan) query = query.where('g.plan', '=', plan)
  if (priority) query = query.where('g.priority', '=', priority)
  if (kind) query = query.where('g.kind', '=', kind)
  if (lead) query = query.where('g.lead', '=', lead)
  return listed(
    query
      .orderBy(sql`p.period_from desc nulls last`)
      .orderBy('p.code')
      .orderBy(sql`coalesce(split_part(split_part(g.sources[1], ':', 2), '-', 1)::integer, 0)`)
      .orderBy('g.code'),
    slice,
    asProgramme,
  )
}

/** One programme, also one that was withdrawn: its address stays. */
export async function findProgramme(tx: Reader, code: string): Promise<Programme | null> {
  const row = await programmes(tx).where('g.code', '=', code).executeTakeFirst()
  return row ? asProgramme(row) : null
}

/** Whether there is one with this code, also a withdrawn one. */
export const programmeExists = (tx: Reader, code: string) => hasCode(tx, 'strategy.programmes', code)

/** Whether any programme is of this kind. */
export const programmeKindExists = occursIn('strategy.programmes', 'kind')
