import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'

/** An indicator of which a released account carries a figure. */
export type Carried = {
  readonly account: string
  readonly title: string
  readonly isExample: boolean
  readonly at: string
  readonly indicator: string
  readonly indicatorTitle: string
}

/** The indicators of which released accounts carry a figure, the newest account first; of one account when given. Drafts are never among them. */
export async function carriedIndicators(tx: Reader, account?: string): Promise<Carried[]> {
  const { rows } = await sql<Carried>`
    select distinct a.code as account, a.title, r.is_example as "isExample", r.at, i.code as indicator, i.title as "indicatorTitle"
      from accounts.releases r join accounts.accounts a on a.code = r.account
      join accounts.files f on f.account = r.account and f.format = 'json'
      cross join lateral jsonb_array_elements(convert_from(f.content, 'UTF8')::jsonb -> 'figures') as b (figure)
      left join figures.measurements m on b.figure #>> '{question,resource}' = 'metingen' and m.code = b.figure #>> '{question,code}'
      left join datacalls.lines l on b.figure #>> '{question,resource}' = 'uitvraag' and l.code = b.figure #>> '{question,line}'
      join figures.indicators i on i.code = coalesce(m.indicator, l.indicator)
     where accounts.is_public(a.code) and i.withdrawn_on is null
       and (${account ?? null}::text is null or a.code = ${account ?? null})
     order by r.at desc, a.code, i.title, i.code`.execute(tx)
  return rows
}
