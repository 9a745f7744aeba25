import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'
import type { Grant } from './grant'

/** What was granted and not turned back, the newest year first. */
export async function listGrants(tx: Reader): Promise<Grant[]> {
  const { rows } = await sql<Grant>`
    select g.code, g.receiver_kind as "receiverKind", g.receiver as "receiverCode", coalesce(o.name, p.title, m.title, g.receiver) as receiver, g.year, (g.amount * 100)::bigint as amount, g.purpose, g.sources
      from money.grants g
      left join identity.organisations o on g.receiver_kind = 'organisatie' and o.code = g.receiver
      left join strategy.plans p on g.receiver_kind = 'plan' and p.code = g.receiver
      left join strategy.programmes m on g.receiver_kind = 'programma' and m.code = g.receiver
     where g.withdrawn_on is null order by g.year desc, g.code`.execute(tx)
  return rows
}
