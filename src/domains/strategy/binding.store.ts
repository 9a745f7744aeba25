import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import type { Listed } from '../../platform/web/resource'
import { listActions } from './action.store'
import type { Binding, BindingWay } from './binding'
import type { Result } from './result'
import { listResults } from './result.store'

type Found = { action: string; way: BindingWay; role: Binding['role']; through: string }

/**
 * The actions that bind these areas (a municipality, with the one it came from if you like), each once, by its nearest way:
 * by name (as area, lead or participant); as "alle gemeenten" (for the whole region, led by or with all municipalities); or
 * through the district it lay in on day `on`. A plan that ran wholly before or after the area existed binds it only by name.
 */
export async function actionsBinding(
  tx: Reader,
  asked: { readonly areas: readonly string[]; readonly on: Day },
): Promise<Binding[]> {
  if (asked.areas.length === 0) return []
  const { rows } = await sql<Found>`
    with asked as (
      select code, valid_from, valid_to, least(${asked.on}::date, valid_to - 1) as on_day
        from territory.areas where code in (${sql.join([...asked.areas])})),
    around as (
      select a.code as asked, w.code as whole, t.kind, a.valid_from, a.valid_to
        from asked a cross join lateral territory.around(a.code, 'bestuurlijk', a.on_day) as w(code)
        join territory.areas t on t.code = w.code where w.code <> a.code),
    together as (select code from identity.organisations where stands_for = 'alle gemeenten'),
    running as (
      select a.code, a.lead, p.period_from, p.period_to from strategy.actions a join strategy.plans p on p.code = a.plan
       where a.withdrawn_on is null),
    found as (
      select r.code as action, 'naam' as way, 1 as nearness, k.code as through,
             case when r.lead = k.code then 'trekker'
                  when exists (select from strategy.action_participants x where x.action = r.code and x.party = k.code) then 'deelnemer'
                  else 'gebied' end as role
        from running r cross join asked k
       where r.lead = k.code
          or exists (select from strategy.action_participants x where x.action = r.code and x.party = k.code)
          or exists (select from strategy.action_areas x where x.action = r.code and x.area = k.code)
      union all
      select r.code, case when w.kind = 'district' then 'district' else 'alle-gemeenten' end,
             case when w.kind = 'district' then 3 else 2 end, w.whole,
             case when r.lead in (select code from together) then 'trekker'
                  when exists (select from strategy.action_participants x where x.action = r.code and x.party in (select code from together))
                    then 'deelnemer'
                  else 'gebied' end
        from running r join strategy.action_areas s on s.action = r.code join around w on w.whole = s.area
       where w.kind in ('district', 'regio')
         and (w.valid_to is null or r.period_from is null or make_date(r.period_from, 1, 1) < w.valid_to)
         and (w.valid_from is null or r.period_to is null or make_date(r.period_to + 1, 1, 1) > w.valid_from))
    select distinct on (action) action, way, role, through from found
     where way <> 'alle-gemeenten' or role <> 'gebied'
     order by action, nearness, through`.execute(tx)
  const { items } = await listActions(tx, { codes: rows.map(({ action }) => action) })
  const how = new Map(rows.map((row) => [row.action, row]))
  return items.flatMap((action) => {
    const found = how.get(action.code)
    return found ? [{ action, way: found.way, role: found.role, through: found.through }] : []
  })
}

/** The results that name one of these areas, by code. */
export async function resultsMentioning(tx: Reader, areas: readonly string[]): Promise<Listed<Result>> {
  if (areas.length === 0) return { total: 0, items: [] }
  const { rows } = await sql<{ result: string }>`
    select distinct result from strategy.result_areas where area in (${sql.join([...areas])})`.execute(tx)
  return listResults(tx, { codes: rows.map(({ result }) => result) })
}
