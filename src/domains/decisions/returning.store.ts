import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'

/** A priority that is watched, and the day on which the decision says it comes back. */
export type Returning = {
  readonly priority: string
  readonly title: string
  readonly backOn: Day
  readonly decision: string
  readonly bodyName: string
}

/**
 * The watched priorities that come back by a day, of decisions of which the asker is secretary, or of all for who records decisions. One
 * that stands on an agenda around that day which he may read, or has another state since, is not among them.
 */
export async function returningBy(tx: Reader, until: Day): Promise<Returning[]> {
  const { rows } = await sql<Returning>`
    select p.code as priority, p.title, back.day as "backOn", d.code as decision, b.name || coalesce(' ' || a.name, '') as "bodyName"
      from decisions.effects e join decisions.decisions d on d.code = e.decision
      join governance.bodies b on b.code = d.body left join territory.areas a on a.code = d.area
      join strategy.priorities p on p.code = e.subject
      join strategy.priority_states s on s.code = p.code || '-' || d.code and s.withdrawn_on is null
       and coalesce(platform.today() < s.valid_to, true)
      cross join lateral (select (e.after ->> 'terugOp')::date as day) back
     where e.kind = 'zet-prioriteit' and e.after ->> 'stand' = 'volgend' and back.day <= ${until}::date
       and (decisions.recorder() is not null
            or exists (select from decisions.own_instances() o where o.body = d.body and (o.area = d.area or b.instance_count = 1)))
       and not exists (
         select from meetings.items i
           cross join lateral (select x.subjects from meetings.papers x where x.item = i.id order by x.version desc limit 1) n
           cross join lateral (select x.held_on, x.state from meetings.days x where x.meeting = i.meeting order by x.version desc limit 1) h
          where i.withdrawn_at is null and 'prioriteit ' || p.code = any (n.subjects) and h.state <> 'afgelast'
            and h.held_on > d.taken_on and h.held_on >= back.day - 90)
     order by back.day, p.title`.execute(tx)
  return rows
}
