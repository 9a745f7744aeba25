import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'

/** A story in a released account of which the consent is over or soon will be. */
export type EndingConsent = {
  readonly account: string
  readonly title: string
  readonly story: string
  readonly until: Day
}

/** Those of which the consent ends by a day and that no correction names, for who corrects the account they stand in. */
export async function endingConsents(tx: Reader, by: Day): Promise<EndingConsent[]> {
  const { rows } = await sql<EndingConsent>`
    select a.code as account, a.title, v.title as story, v.consent_until as until
      from accounts.releases r join accounts.accounts a on a.code = r.account
      cross join lateral (
        select distinct on (x.block) x.block, x.title, x.consent_until, x.is_removed from accounts.versions x
         where x.account = a.code order by x.block, x.version desc) v
     where not v.is_removed and v.consent_until <= ${by}::date and accounts.releases_as(a.code) is not null
       and not exists (
         select from publications.corrections c
          where c.kind = 'verantwoording' and c.subject = a.code
            and position(lower(v.title) in lower(concat_ws(' ', c.before, c.after, c.reason))) > 0)
     order by v.consent_until, a.title, v.title`.execute(tx)
  return rows
}
