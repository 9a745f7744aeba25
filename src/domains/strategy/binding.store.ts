import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import type { Listed } from '../../platform/db/list'
import { listActions } from './action.store'
import type { Binding, BindingWay } from './binding'
import type { Result } from './result'
import { listResults } from './result.store'

type Found = { action: string; way: BindingWay; role: Binding['role']; through: string }

/**
 * The actions that bind these areas (a municipality, with the one it came from if you like), each once, by its nearest way:
 * by name (as area, lead or participant); as "alle gemeenten" (for the whole region, led by or with all municipalities); or
 * through the district it lay in on day `on`; of all actions, or only `among` these. A plan that ran wholly before or after the area existed binds it only by name.
 */
export async function actionsBinding(
  tx: Reader,
  asked: { readonly areas: readonly string[]; readonly on: Day; readonly among?: readonly string[] },
): Promise<Binding[]> {
  if (asked.areas.length === 0 || asked.among?.length === 0) return []
  const { rows } = await sql<Found>`
    with asked as (
      select code, valid_from, valid_to, least(${asked.on}::date, valid_to - 1) as on_day
        from territory.areas where code in (${sql.join([...asked.areas])})),
    -- Climbed once: a planner without statistics would climb again for every action.
    around as materialized (
      select a.code as asked, w.code as whole, t.kind, a.valid_from, a.valid_to
        from asked a cross join lateral territory.around(a.code, 'bestuurlijk', a.on_day) as w(code)
        join territory.areas t on t.code = w.code where w.code <> a.code),
    together as (select code from identity.organisations where stands_for = 'alle gemeenten'),
    with_all as (select distinct x.action from strategy.action_participants x join together t on t.code = x.party),
    running as (
      select a.code, a.lead, p.period_from, p.period_to from strategy.actions a join strategy.plans p on p.code = a.plan
       where a.withdrawn_on is null),
    found as (
      select r.code as action, 'naam' as way, 1 as nearness, k.code as through, 'trekker' as role, 1 as part
        from running r join asked k on k.code = r.lead
      union all
      select x.action, 'naam', 1, k.code, 'deelnemer', 2 from strategy.action_participants x join asked k on k.code = x.party
      union all
      select x.action, 'naam', 1, k.code, 'gebied', 3 from strategy.action_areas x join asked k on k.code = x.area
      union all
      select r.code, case when w.kind = 'district' then 'district' else 'alle-gemeenten' end,
             case when w.kind = 'district' then 3 else 2 end, w.whole,
             case when t.code is not null then 'trekker' when m.action is not null then 'deelnemer' else 'gebied' end,
             case when t.code is not null then 1 when m.action is not null then 2 else 3 end
        from around w join strategy.action_areas s on s.area = w.whole join running r on r.code = s.action
        left join together t on t.code = r.lead left join with_all m on m.action = r.code
       where w.kind in ('district', 'regio')
         and (w.valid_to is null or r.period_from is null or make_date(r.period_from, 1, 1) < w.valid_to)
         and (w.valid_from is null or r.period_to is null or make_date(r.period_to + 1, 1, 1) > w.valid_from))
    select distinct on (action) action, way, role, through from found
     where (way <> 'alle-gemeenten' or role <> 'gebied')
       and (${asked.among ? [...asked.among] : null}::text[] is null or action = any (${asked.among ? [...asked.among] : null}::text[]))
     order by action, nearness, part, through`.execute(tx)
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
