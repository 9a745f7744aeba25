import { type SqlBool, sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import { iso } from '../../platform/db/iso'
import type { Condition, ConditionDraft, KeptCondition } from '../proposals'
import type { DecisionCondition } from './condition'

/** What was said of a condition, and what holds: of what was turned back it lapsed, and one that such a decision dropped is open again. */
const standing = sql`
  lateral (select coalesce(jsonb_agg(jsonb_build_object('version', x.version, 'state', x.state, 'since', x.since, 'sentence', x.sentence,
             'evidence', x.evidence, 'droppedBy', x.dropped_by, 'at', ${iso('x.at')}, 'actedAs', x.acted_as) order by x.version desc), '[]') as said
     from decisions.condition_states x where x.decision = d.code and x.seq = c.seq) s
  cross join lateral (select case
      when exists (select from decisions.decisions r where r.reverses = d.code) then 'vervallen'
      when exists (select from decisions.decisions r where r.reverses = s.said -> 0 ->> 'droppedBy') then 'open'
      else coalesce(s.said -> 0 ->> 'state', 'open') end as state) h`

/** The conditions of each of these decisions, by code, of those the asker may read. */
export async function conditionsOf(
  tx: Reader,
  decisions: readonly string[],
): Promise<ReadonlyMap<string, readonly Condition[]>> {
  if (decisions.length === 0) return new Map()
  const { rows } = await sql<Condition & { decision: string }>`
    select d.code as decision, c.seq, c.words, h.state, s.said
      from decisions.decisions d cross join lateral proposals.conditions_in(d.conditions) c cross join ${standing}
     where d.code in (${sql.join(decisions)}) order by d.code, c.seq`.execute(tx)
  return Map.groupBy(rows, ({ decision }) => decision)
}

async function found(tx: Reader, where: ReturnType<typeof sql<SqlBool>>): Promise<DecisionCondition[]> {
  const { rows } = await sql<DecisionCondition>`
    select d.code as decision, d.title, d.taken_on as "takenOn", d.closed_to is not null as "isClosed", c.seq, c.words, h.state, s.said,
           b.name || coalesce(' ' || a.name, '') as "bodyName"
      from decisions.decisions d join governance.bodies b on b.code = d.body left join territory.areas a on a.code = d.area
      cross join lateral proposals.conditions_in(d.conditions) c cross join ${standing}
     where ${where} order by d.taken_on, d.code, c.seq`.execute(tx)
  return rows
}

/** Whether there can be one instance of a body `b` only: as in `decisions.recorder_of`. */
const ofOne = sql<SqlBool>`(b.level in ('regio', 'landelijk') and coalesce(b.instance_count, 1) = 1
  and (select count(*) from meetings.instances i where i.body = b.code) = 1)`

/** The conditions that an instance still has to look at: of decisions of its area, or without an area where there is one of its body. */
export const unsettledOf = (tx: Reader, body: string, area: string) =>
  found(
    tx,
    sql<SqlBool>`d.body = ${body} and (d.area = ${area} or d.area is null and ${ofOne}) and h.state in ('open', 'niet voldaan')`,
  )

/** The open conditions of decisions of which the asker is secretary. */
export const awaitedOfDecisions = (tx: Reader) =>
  found(
    tx,
    sql<SqlBool>`h.state = 'open' and exists (select from decisions.own_instances() o where o.body = d.body
      and (o.area = d.area or d.area is null and ${ofOne}) and (d.closed_to is null or d.closed_to = o.instance))`,
  )

/** The decisions that can drop a condition of this one, the newest first. */
export async function droppersOf(tx: Reader, decision: string): Promise<{ value: string; label: string }[]> {
  const { rows } = await sql<{ value: string; label: string }>`
    select d.code as value, d.code || ', ' || d.title as label from decisions.decisions d
     where d.code in (select decisions.droppers_of(${decision})) order by d.taken_on desc, d.code desc`.execute(tx)
  return rows
}

/** Says whether a condition of a decision was met, over the version that was seen. */
export async function keepDecisionCondition(
  tx: Writer,
  { decision, seq }: { readonly decision: string; readonly seq: number },
  seen: number,
  { state, since, sentence, evidence, droppedBy }: ConditionDraft,
  requestId: string,
): Promise<KeptCondition> {
  const said = JSON.stringify({ state, since, sentence, evidence, dropped_by: droppedBy })
  const { rows } = await sql<{ kept: KeptCondition }>`
    select decisions.keep_condition(${decision}, ${seq}, ${seen}, ${said}::jsonb, ${requestId}) as kept`.execute(tx)
  return rows[0]?.kept ?? null
}
