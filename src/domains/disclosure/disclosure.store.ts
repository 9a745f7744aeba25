import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'

type Titled = { readonly kind: string; readonly code: string; readonly title: string; readonly isExample: boolean }

/** What each thing that was published is called, of what the asker may still read. */
export async function titlesOf(tx: Reader): Promise<ReadonlyMap<string, Titled>> {
  const { rows } = await sql<Titled>`
    select 'besluit' as kind, d.code, d.title, false as "isExample" from decisions.decisions d where d.is_public
    union all
    select 'rapportage', r.code, 'Rapportage ' || a.name || ', ' || r.period, r.is_example
      from publications.reports r join territory.areas a on a.code = r.area
      join publications.signatures s on s.report = r.code
    union all
    select 'verantwoording', a.code, a.title, r.is_example
      from accounts.accounts a join accounts.releases r on r.account = a.code`.execute(tx)
  return new Map(rows.map((row) => [`${row.kind} ${row.code}`, row]))
}

/** The meetings of which everybody reads the open items, with when that began. */
export async function publishedAgendas(tx: Reader): Promise<
  {
    readonly code: string
    readonly body: string
    readonly heldOn: string
    readonly at: string
    readonly isExample: boolean
  }[]
> {
  const { rows } = await sql<{ code: string; body: string; heldOn: string; at: string; isExample: boolean }>`
    select p.meeting as code, b.name || ' ' || a.name as body, i.is_example as "isExample",
           (select d.held_on from meetings.days d where d.meeting = m.code order by d.version desc limit 1) as "heldOn",
           to_char(p.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from meetings.publishings p join meetings.meetings m on m.code = p.meeting
      join meetings.instances i on i.code = m.instance and i.is_public
      join governance.bodies b on b.code = i.body join territory.areas a on a.code = i.area`.execute(tx)
  return rows
}
