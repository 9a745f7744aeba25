import { sql } from 'kysely'
import type { Owner } from '../../platform/db/database'

// They are versions like all others: who tries the product changes and ends them.
const newest = sql`(select v.* from governance.contact_versions v where v.point = c.id order by v.version desc limit 1)`
const author = 'Voorbeeld'

/** Puts the points of the region in the directory that are not in it, also those that were ended outside example mode. */
export async function makeExampleContacts(tx: Owner): Promise<void> {
  await sql`
    insert into governance.contact_points (organisation, form_key)
    select e.organisation, 'voorbeeld-' || e.code from governance.example_contacts e where e.withdrawn_on is null
    on conflict do nothing`.execute(tx)
  await sql`
    insert into governance.contact_versions (point, version, title, subject, telephone, mailbox, is_adviser, is_ended, at, acted_as)
    select c.id, coalesce(n.version, 0) + 1, e.title, e.subject, e.telephone, e.mailbox, e.is_adviser, false, platform.moment(), ${author}
      from governance.example_contacts e
      join governance.contact_points c on c.organisation = e.organisation and c.form_key = 'voorbeeld-' || e.code
      left join lateral ${newest} n on true
     where e.withdrawn_on is null and (n.version is null or n.is_ended and n.acted_as = ${author})`.execute(tx)
}

/** Ends them in the directory. */
export async function endExampleContacts(tx: Owner): Promise<void> {
  await sql`
    insert into governance.contact_versions (point, version, title, subject, telephone, mailbox, is_adviser, is_ended, at, acted_as)
    select c.id, n.version + 1, n.title, n.subject, n.telephone, n.mailbox, n.is_adviser, true, platform.moment(), ${author}
      from governance.contact_points c join governance.example_contacts e on e.organisation = c.organisation
      cross join lateral ${newest} n
     where c.form_key = 'voorbeeld-' || e.code and not n.is_ended`.execute(tx)
}
