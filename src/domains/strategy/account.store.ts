import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'
import type { ReportedYear } from './account'

/** Every year that a strategy runs in, newest first, with what was reported about it; also the years about which nothing was. */
export async function reportedYears(tx: Reader): Promise<ReportedYear[]> {
  const { rows } = await sql<Omit<ReportedYear, 'results'>>`
    with span as (
      select min(period_from) as first, max(period_to) as last from strategy.strategies where withdrawn_on is null)
    select y.year,
      (select count(*) from strategy.actions a join strategy.plans p on p.code = a.plan
        where a.withdrawn_on is null and p.kind <> 'strategie' and y.year between p.period_from and p.period_to) as actions,
      coalesce((select jsonb_agg(jsonb_build_object('code', p.code, 'title', p.title, 'results', r.results) order by r.results desc)
        from (select plan, count(*) as results from strategy.results
               where withdrawn_on is null and result_year = y.year group by plan) r
        join strategy.plans p on p.code = r.plan), '[]') as reports
      from span cross join lateral generate_series(span.first, span.last) as y(year)
     order by y.year desc`.execute(tx)
  return rows.map((row) => ({ ...row, results: row.reports.reduce((sum, { results }) => sum + results, 0) }))
}
