import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'
import type { Overview } from './overview'

/** Counts over everything that was not withdrawn; of one plan, programme or priority when given. */
export async function countOverview(
  tx: Reader,
  only: { readonly plan?: string; readonly programme?: string; readonly priority?: string } = {},
): Promise<Overview> {
  const of = (plan: string, programme: string) => sql`
    ${only.plan === undefined ? sql`true` : sql`${sql.ref(plan)} = ${only.plan}`} and
    ${only.programme === undefined ? sql`true` : sql`${sql.ref(programme)} = ${only.programme}`} and
    ${only.priority === undefined ? sql`true` : sql`g.priority = ${only.priority}`}`
  const isWhole = only.plan === undefined && only.programme === undefined
  const adopted = (plan: string) => (isWhole ? sql`${sql.ref(plan)} not in (select code from concept)` : sql`true`)
  const { rows } = await sql<Overview>`
    with concept as (select code from strategy.plans where made_here and adopted_on is null),
    action as (
      select a.code, a.promise, a.target_value, g.priority, o.stands_for
        from strategy.actions a join strategy.programmes g on g.code = a.programme
        left join identity.organisations o on o.code = a.lead
       where a.withdrawn_on is null and ${of('a.plan', 'a.programme')} and ${adopted('a.plan')}),
    result as (
      select r.code, r.indicator, r.value
        from strategy.results r join strategy.programmes g on g.code = r.programme where r.withdrawn_on is null and ${of('r.plan', 'r.programme')}),
    came as (
      select to_code as action, from_code as result, ground from strategy.links
       where withdrawn_on is null and from_kind = 'resultaat' and to_kind = 'actie')
    select
      (select count(*) from action) as actions,
      (select count(*) from strategy.actions a join strategy.programmes g on g.code = a.programme
        where a.withdrawn_on is null and ${of('a.plan', 'a.programme')} and not ${adopted('a.plan')}) as "conceptActions",
      (select count(distinct coalesce(promise, code)) from action) as promises,
      (select count(*) from action where code in (select action from strategy.action_indicators)) as "actionsWithIndicator",
      (select count(*) from action where target_value is not null) as "actionsWithNumber",
      (select count(*) from action where stands_for is not null) as "actionsTogether",
      (select count(*) from action where priority is not null) as "actionsWithPriority",
      (select count(*) from action where code in (select action from came where ground = 'bron')) as "actionsWithResult",
      (select count(*) from action where code in (select action from came where ground = 'afgeleid')
          and code not in (select action from came where ground = 'bron')) as "actionsWithRelatedResult",
      (select count(*) from result) as results,
      (select count(*) from result where indicator is not null) as "resultsWithIndicator",
      (select count(*) from result where value is not null) as "resultsWithNumber",
      (select count(*) from result where code in (select result from came)) as "resultsWithAction",
      (select count(*) from strategy.strategies where withdrawn_on is null) as strategies,
      (select count(*) from strategy.priorities where withdrawn_on is null) as priorities,
      (select count(*) from strategy.plans p where p.withdrawn_on is null and ${only.plan === undefined ? sql`true` : sql`p.code = ${only.plan}`}
          and ${adopted('p.code')}) as plans,
      (select count(*) from strategy.plans p where p.withdrawn_on is null and ${adopted('p.code')}
          and exists (select from strategy.actions a where a.plan = p.code and a.withdrawn_on is null)) as "plansWithActions",
      (select count(*) from strategy.programmes g where g.withdrawn_on is null and ${of('g.plan', 'g.code')} and ${adopted('g.plan')}) as programmes,
      (select count(*) from strategy.programmes g where g.withdrawn_on is null and g.priority is not null and ${of('g.plan', 'g.code')}
          and ${adopted('g.plan')})
        as "programmesWithPriority",
      (select count(*) from figures.indicators where withdrawn_on is null) as indicators,
      (select count(*) from figures.indicators i where i.withdrawn_on is null and exists (
          select from strategy.links k where k.withdrawn_on is null and k.from_kind = 'indicator' and k.from_code = i.code
             and k.to_kind = 'prioriteit')) as "indicatorsWithPriority",
      (select count(*) from figures.indicators i where i.withdrawn_on is null
          and i.code in (select indicator from strategy.action_indicators)) as "indicatorsInActions"`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('counting gave no row')
  return row
}
