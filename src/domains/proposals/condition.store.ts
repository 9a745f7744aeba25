import { type SqlBool, sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import { iso } from '../../platform/db/iso'
import type { ConditionDraft, ViewCondition } from './condition'

type Filter = {
  readonly addressee?: string
  /** The instances whose views are meant. */
  readonly instances?: readonly string[]
  /** Only those that wait for the asker: open, of a view of his that was told what was done with it or of which the route ended. */
  readonly waiting?: boolean
}

/** The conditions of the views that count, of those the asker may read, the oldest proposal first. */
export async function listViewConditions(
  tx: Reader,
  { addressee, instances, waiting = false }: Filter,
): Promise<ViewCondition[]> {
  if (instances?.length === 0) return []
  const where: ReturnType<typeof sql<SqlBool>>[] = [sql`true`]
  if (addressee !== undefined) where.push(sql`a.id = ${addressee}::uuid`)
  if (instances !== undefined) where.push(sql`a.instance in (${sql.join(instances)})`)
  if (waiting)
    where.push(sql`coalesce(s.said -> 0 ->> 'state', 'open') = 'open' and p.result is distinct from 'ingetrokken' and p.result is distinct from 'niet aangenomen'
      and (p.finished_at is not null
           or exists (select from proposals.answers n where n.addressee = v.addressee and n.version = v.version))
      and exists (select from proposals.hands_on(p.code) h where h.id = a.id and h.drafter_as is not null)`)
  const { rows } = await sql<ViewCondition>`
    select c.seq, c.words, p.code as proposal, a.seq as step, coalesce(a.instance, a.organisation) as who,
           coalesce(b.name || ' ' || r.name, o.name) as "whoName",
           (select t.title from proposals.texts t where t.proposal = p.code order by t.version desc limit 1) as title,
           case when p.result in ('ingetrokken', 'niet aangenomen') then 'vervallen' else coalesce(s.said -> 0 ->> 'state', 'open') end as state,
           coalesce(s.said, '[]') as said
      from proposals.proposals p join proposals.addressees a on a.proposal = p.code
      join lateral (select * from proposals.views w where w.addressee = a.id and w.released_at is not null
                     order by w.version desc limit 1) v on true
      cross join lateral proposals.conditions_in(v.condition) c
      left join lateral (
        select jsonb_agg(jsonb_build_object('version', x.version, 'state', x.state, 'since', x.since, 'sentence', x.sentence,
                 'evidence', x.evidence, 'droppedBy', null, 'at', ${iso('x.at')}, 'actedAs', x.acted_as) order by x.version desc) as said
          from proposals.condition_states x where x.addressee = v.addressee and x.view_version = v.version and x.seq = c.seq) s on true
      left join meetings.instances i on i.code = a.instance left join governance.bodies b on b.code = i.body
      left join territory.areas r on r.code = i.area left join identity.organisations o on o.code = a.organisation
     where ${sql.join(where, sql` and `)}
     order by p.at, p.code, a.seq, "whoName", c.seq`.execute(tx)
  return rows
}

export type KeptCondition = 'bewaard' | 'ongewijzigd' | 'botst' | null

/** Says whether a condition of a view was met, over the version that was seen. */
export async function keepViewCondition(
  tx: Writer,
  { addressee, view, seq }: { readonly addressee: string; readonly view: number; readonly seq: number },
  seen: number,
  { state, since, sentence, evidence }: ConditionDraft,
  requestId: string,
): Promise<KeptCondition> {
  const { rows } = await sql<{ kept: KeptCondition }>`
    select proposals.keep_condition(${addressee}::uuid, ${view}, ${seq}, ${seen},
      ${JSON.stringify({ state, since, sentence, evidence })}::jsonb, ${requestId}) as kept`.execute(tx)
  return rows[0]?.kept ?? null
}
