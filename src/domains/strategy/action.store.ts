import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'
import { hasCode, type Listed, listed, type Slice } from '../../platform/db/list'
import type { Action, Agreed, Track } from './action'
import type { Named, PartyRef, PlaceRef } from './named'

/** What narrows a list of actions; everything given must hold. */
export type ActionFilter = {
  readonly plan?: string | undefined
  readonly programme?: string | undefined
  readonly priority?: string | undefined
  readonly strategy?: string | undefined
  readonly track?: string | undefined
  readonly lead?: string | undefined
  readonly participant?: string | undefined
  /** An area the action names itself, not one it lies in. */
  readonly area?: string | undefined
  readonly indicator?: string | undefined
  /** The first record of a promise: gives every record that repeats it. */
  readonly promise?: string | undefined
  /** A year the plan runs in. */
  readonly year?: number | undefined
  /** With or without a number that was promised. */
  readonly hasTarget?: boolean | undefined
  /** Words in the title, all of them. */
  readonly text?: string | undefined
  readonly codes?: readonly string[] | undefined
}

const people = (table: 'action_participants') => sql<PartyRef[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('code', y.code, 'name', y.name, 'kind', y.kind) order by x.seq), '[]')
    from ${sql.table(`strategy.${table}`)} x join identity.parties y on y.code = x.party where x.action = a.code)`

function actions(tx: Reader) {
  return tx
    .selectFrom('strategy.actions as a')
    .innerJoin('strategy.plans as p', 'p.code', 'a.plan')
    .innerJoin('strategy.programmes as g', 'g.code', 'a.programme')
    .innerJoin('identity.parties as l', 'l.code', 'a.lead')
    .leftJoin('identity.organisations as o', 'o.code', 'a.lead')
    .select([
      'a.code',
      'a.plan',
      'p.title as plan_title',
      'p.period_from',
      'p.period_to',
      sql<boolean>`p.made_here and p.adopted_on is null`.as('is_concept'),
      'a.programme',
      'g.title as programme_title',
      'a.project',
      'a.track',
      'a.title',
      'a.lead',
      'l.name as lead_name',
      'l.kind as lead_kind',
      'o.stands_for',
      'a.due',
      'a.target_value',
      'a.target_unit',
      'a.lead_post',
      'a.aim',
      'a.target_by',
      'a.target_text',
      'a.target_evidence',
      'a.promise',
      'a.sources',
      'a.withdrawn_on',
      people('action_participants').as('participants'),
      sql<PlaceRef[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('code', y.code, 'name', y.name, 'kind', y.kind) order by x.seq), '[]')
          from strategy.action_areas x join territory.areas y on y.code = x.area where x.action = a.code)`.as('areas'),
      sql<Named[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('code', y.code, 'title', y.title) order by x.seq), '[]')
          from strategy.action_indicators x join figures.indicators y on y.code = x.indicator where x.action = a.code)`.as(
        'indicators',
      ),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof actions>['execute']>>[number]

function agreedIn(row: Row): Agreed | null {
  const agreed = {
    aim: row.aim as Agreed['aim'],
    by: row.target_by,
    text: row.target_text,
    evidence: row.target_evidence,
    post: row.lead_post,
  }
  return Object.values(agreed).some((value) => value !== null) ? agreed : null
}

const asAction = (row: Row): Action => ({
  code: row.code,
  plan: {
    code: row.plan,
    title: row.plan_title,
    from: row.period_from,
    to: row.period_to,
    isConcept: row.is_concept,
  },
  programme: { code: row.programme, title: row.programme_title },
  project: row.project,
  track: row.track as Track,
  title: row.title,
  lead: { code: row.lead, name: row.lead_name, kind: row.lead_kind as PartyRef['kind'] },
  participants: row.participants,
  areas: row.areas,
  due: row.due,
  target: row.target_value === null ? null : { value: row.target_value, unit: row.target_unit },
  agreed: agreedIn(row),
  indicators: row.indicators,
  promise: row.promise,
  isCollective: row.stands_for !== null,
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

/** The same actions as a query, narrowed; those that were withdrawn are left out. */
function narrowed(tx: Reader, filter: ActionFilter) {
  const { plan, programme, priority, strategy, track, lead, participant, area, indicator, promise, year } = filter
  const { hasTarget, text, codes } = filter
  let query = actions(tx).where('a.withdrawn_on', 'is', null)
  if (codes) query = query.where('a.code', 'in', [...codes])
  if (plan) query = query.where('a.plan', '=', plan)
  if (programme) query = query.where('a.programme', '=', programme)
  if (priority) query = query.where('g.priority', '=', priority)
  if (strategy) query = query.where('p.strategy', '=', strategy)
  if (track) query = query.where('a.track', '=', track)
  if (lead) query = query.where('a.lead', '=', lead)
  if (promise) query = query.where('a.promise', '=', promise)
  if (participant)
    query = query.where(
      sql<boolean>`a.code in (select action from strategy.action_participants where party = ${participant})`,
    )
  if (area) query = query.where(sql<boolean>`a.code in (select action from strategy.action_areas where area = ${area})`)
  if (indicator)
    query = query.where(
      sql<boolean>`a.code in (select action from strategy.action_indicators where indicator = ${indicator})`,
    )
  if (year !== undefined) query = query.where(sql<boolean>`${year} between p.period_from and p.period_to`)
  if (hasTarget !== undefined) query = query.where('a.target_value', hasTarget ? 'is not' : 'is', null)
  for (const word of wordsOf(text)) query = query.where(sql<boolean>`strpos(lower(a.title), ${word}) > 0`)
  return query
}

/** The actions under a filter, by code or those of the newest plan first; those that were withdrawn are left out. */
export async function listActions(
  tx: Reader,
  filter: ActionFilter = {},
  slice: Slice = null,
  order: 'code' | 'newest' = 'code',
): Promise<Listed<Action>> {
  if (filter.codes?.length === 0) return { total: 0, items: [] }
  const query = narrowed(tx, filter)
  const sorted = order === 'newest' ? query.orderBy('p.period_from', 'desc').orderBy('a.plan') : query
  return listed(sorted.orderBy('a.code'), slice, asAction)
}

/** Only the codes of the actions under a filter: a good deal less to read than the actions. */
export async function actionCodes(tx: Reader, filter: ActionFilter): Promise<string[]> {
  const rows = await narrowed(tx, filter).clearSelect().select('a.code').execute()
  return rows.map(({ code }) => code)
}

/**
 * The actions of other plans or other leads whose titles look most like this one, alike first: at most five, and none of the same
 * promise.
 */
export async function similarActions(
  tx: Reader,
  { code, promise }: Pick<Action, 'code' | 'promise'>,
): Promise<Action[]> {
  const { rows } = await sql<{ code: string }>`
    with alike as (
      select f.code, similarity(e.plain_title, f.plain_title) as score
        from search.entries e join search.entries f on f.kind = 'actie' and f.code <> e.code
       where e.kind = 'actie' and e.code = ${code})
    select b.code from alike x join strategy.actions b on b.code = x.code join strategy.actions a on a.code = ${code}
     where x.score > 0.35 and (b.plan <> a.plan or b.lead <> a.lead) and b.withdrawn_on is null
       and b.promise is distinct from ${promise ?? code}
     order by x.score desc, b.code limit 5`.execute(tx)
  const codes = rows.map((row) => row.code)
  const { items } = await listActions(tx, { codes })
  return items.toSorted((one, other) => codes.indexOf(one.code) - codes.indexOf(other.code))
}

/** How many promises the actions under a filter hold. */
export async function countPromises(tx: Reader, filter: ActionFilter = {}): Promise<number> {
  const { promises } = await narrowed(tx, filter)
    .clearSelect()
    .select(sql<number>`count(distinct coalesce(a.promise, a.code))`.as('promises'))
    .executeTakeFirstOrThrow()
  return promises
}

type Choice = { readonly value: string; readonly label: string }

/** What actions can be narrowed by: only what occurs. Programmes of one plan when it is given, else with their plan. */
export async function actionFacets(
  tx: Reader,
  plan?: string,
): Promise<{ plans: Choice[]; programmes: Choice[]; leads: Choice[]; areas: Choice[] }> {
  const choices = async (of: ReturnType<typeof sql<Choice>>) => (await of.execute(tx)).rows
  return {
    plans: await choices(sql<Choice>`select p.code as value, p.title as label from strategy.plans p
      where exists (select from strategy.actions a where a.plan = p.code and a.withdrawn_on is null)
      order by p.period_from desc, p.code`),
    programmes: await choices(sql<Choice>`
      select g.code as value, ${plan === undefined ? sql`g.title || ' (' || p.title || ')'` : sql`g.title`} as label
        from strategy.programmes g join strategy.plans p on p.code = g.plan
       where exists (select from strategy.actions a where a.programme = g.code and a.withdrawn_on is null)
         and ${plan === undefined ? sql`true` : sql`g.plan = ${plan}`}
       order by p.period_from desc, g.title`),
    leads: await choices(sql<Choice>`select y.code as value, y.name as label from identity.parties y
      where exists (select from strategy.actions a where a.lead = y.code and a.withdrawn_on is null) order by y.name`),
    areas: await choices(sql<Choice>`select r.code as value, r.name as label from territory.areas r
      where exists (select from strategy.action_areas x where x.area = r.code)
      order by array_position(array['land', 'regio', 'district'], r.kind), r.name`),
  }
}

/** The words of a search text, in small letters. */
export function wordsOf(text: string | undefined): string[] {
  return (text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
}

/** One action, also one that was withdrawn: its address stays. */
export async function findAction(tx: Reader, code: string): Promise<Action | null> {
  const row = await actions(tx).where('a.code', '=', code).executeTakeFirst()
  return row ? asAction(row) : null
}

/** Whether there is one with this code, also a withdrawn one. */
export const actionExists = (tx: Reader, code: string) => hasCode(tx, 'strategy.actions', code)
