import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'

/** How many of the running actions of a programme somebody spoke of since a day. */
export type Freshness = {
  readonly programme: string
  readonly title: string
  readonly plan: string
  readonly actions: number
  readonly fresh: number
  readonly withoutDate: number
  readonly withoutNumber: number
}

/** Per programme of the plans that run today. Closed actions count in the quarter in which they were closed. */
export async function freshnessOf(tx: Reader, since: Day): Promise<Freshness[]> {
  const { rows } = await sql<Freshness>`
    with newest as (select distinct on (action) * from progress.updates order by action, version desc),
    asked as materialized (
      select a.*, coalesce((n.at at time zone 'Europe/Amsterdam')::date >= ${since}, false) as is_fresh
        from progress.running_actions() a left join newest n on n.action = a.code
       where coalesce(n.status, '') not in ('afgerond', 'gestopt', 'overgedragen')
          or (n.at at time zone 'Europe/Amsterdam')::date >= ${since}
    )
    select g.code as programme, g.title, p.title as plan, count(*)::int as actions,
           (count(*) filter (where a.is_fresh))::int as fresh,
           (count(*) filter (where a.due in (p.period_to::text, p.period_from || '/' || p.period_to)))::int as "withoutDate",
           (count(*) filter (where a.target_value is null))::int as "withoutNumber"
      from asked a join strategy.programmes g on g.code = a.programme join strategy.plans p on p.code = a.plan
     group by g.code, g.title, p.title, p.period_from order by p.period_from desc, p.title, g.title`.execute(tx)
  return rows
}
