import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'
import { type Listed, listed, type Slice } from '../../platform/db/list'
import { wordsOf } from './action.store'
import type { PartyRef, PlaceRef } from './named'
import type { Result } from './result'

/** What narrows a list of results; everything given must hold. */
export type ResultFilter = {
  /** The plan that reports it. */
  readonly plan?: string | undefined
  readonly programme?: string | undefined
  readonly priority?: string | undefined
  /** The year it is about. */
  readonly year?: number | undefined
  readonly lead?: string | undefined
  readonly area?: string | undefined
  readonly indicator?: string | undefined
  readonly hasNumber?: boolean | undefined
  readonly text?: string | undefined
  readonly codes?: readonly string[] | undefined
}

function results(tx: Reader) {
  return tx
    .selectFrom('strategy.results as r')
    .innerJoin('strategy.plans as p', 'p.code', 'r.plan')
    .innerJoin('strategy.programmes as g', 'g.code', 'r.programme')
    .innerJoin('identity.parties as l', 'l.code', 'r.lead')
    .leftJoin('figures.indicators as i', 'i.code', 'r.indicator')
    .select([
      'r.code',
      'r.plan',
      'p.title as plan_title',
      'r.result_year',
      'r.programme',
      'g.title as programme_title',
      'r.project',
      'r.title',
      'r.lead',
      'l.name as lead_name',
      'l.kind as lead_kind',
      'r.value',
      'r.unit',
      'r.indicator',
      'i.title as indicator_title',
      'r.sources',
      'r.withdrawn_on',
      sql<PlaceRef[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('code', y.code, 'name', y.name, 'kind', y.kind) order by x.seq), '[]')
          from strategy.result_areas x join territory.areas y on y.code = x.area where x.result = r.code)`.as('areas'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof results>['execute']>>[number]

const asResult = (row: Row): Result => ({
  code: row.code,
  plan: { code: row.plan, title: row.plan_title },
  year: row.result_year,
  programme: { code: row.programme, title: row.programme_title },
  project: row.project,
  title: row.title,
  lead: { code: row.lead, name: row.lead_name, kind: row.lead_kind as PartyRef['kind'] },
  areas: row.areas,
  value: row.value,
  unit: row.unit,
  indicator: row.indicator === null ? null : { code: row.indicator, title: row.indicator_title ?? row.indicator },
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

/** The results under a filter, by code or those over the newest year first; those that were withdrawn are left out. */
export async function listResults(
  tx: Reader,
  filter: ResultFilter = {},
  slice: Slice = null,
  order: 'code' | 'newest' = 'code',
): Promise<Listed<Result>> {
  const { plan, programme, priority, year, lead, area, indicator, hasNumber, text, codes } = filter
  if (codes?.length === 0) return { total: 0, items: [] }
  let query = results(tx).where('r.withdrawn_on', 'is', null)
  if (codes) query = query.where('r.code', 'in', [...codes])
  if (plan) query = query.where('r.plan', '=', plan)
  if (programme) query = query.where('r.programme', '=', programme)
  if (priority) query = query.where('g.priority', '=', priority)
  if (year !== undefined) query = query.where('r.result_year', '=', year)
  if (lead) query = query.where('r.lead', '=', lead)
  if (area) query = query.where(sql<boolean>`r.code in (select result from strategy.result_areas where area = ${area})`)
  if (indicator) query = query.where('r.indicator', '=', indicator)
  if (hasNumber !== undefined) query = query.where('r.value', hasNumber ? 'is not' : 'is', null)
  for (const word of wordsOf(text)) query = query.where(sql<boolean>`strpos(lower(r.title), ${word}) > 0`)
  const sorted = order === 'newest' ? query.orderBy('r.result_year', 'desc') : query
  return listed(sorted.orderBy('r.code'), slice, asResult)
}

type Choice = { readonly value: string; readonly label: string }

/** What results can be narrowed by: only what occurs. */
export async function resultFacets(
  tx: Reader,
): Promise<{ years: Choice[]; plans: Choice[]; leads: Choice[]; areas: Choice[] }> {
  const choices = async (of: ReturnType<typeof sql<Choice>>) => (await of.execute(tx)).rows
  return {
    years: await choices(sql<Choice>`select distinct r.result_year::text as value, r.result_year::text as label
      from strategy.results r where r.withdrawn_on is null order by 1 desc`),
    plans: await choices(sql<Choice>`select p.code as value, p.title as label from strategy.plans p
      where exists (select from strategy.results r where r.plan = p.code and r.withdrawn_on is null)
      order by p.period_from desc, p.code`),
    leads: await choices(sql<Choice>`select y.code as value, y.name as label from identity.parties y
      where exists (select from strategy.results r where r.lead = y.code and r.withdrawn_on is null) order by y.name`),
    areas: await choices(sql<Choice>`select a.code as value, a.name as label from territory.areas a
      where exists (select from strategy.result_areas x where x.area = a.code)
      order by array_position(array['land', 'regio', 'district'], a.kind), a.name`),
  }
}

/** One result, also one that was withdrawn: its address stays. */
export async function findResult(tx: Reader, code: string): Promise<Result | null> {
  const row = await results(tx).where('r.code', '=', code).executeTakeFirst()
  return row ? asResult(row) : null
}
