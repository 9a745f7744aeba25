import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import { iso } from '../../platform/db/iso'
import type { Kept } from './outcome.store'
import type { Agreement, Carrier, PromiseDraft } from './promise'

async function agreements(tx: Reader, where: RawBuilder<SqlBool>): Promise<Agreement[]> {
  const { rows } = await sql<Agreement>`
    select r.id, r.meeting, n.held_on as "heldOn", b.name || ' ' || a.name as "instanceName",
           case when r.is_closed then 'b' else '' end || r.number as label, r.is_closed as "isClosed",
           coalesce((select case when i.is_closed then 'b' else '' end || i.number from meetings.items i
              where i.id = meetings.now_item(r.item)), '') as item,
           r.kind, r.text, r.title || ', ' || o.name as carrier, r.due, r.id = any ((select outcomes.carried())::uuid[]) as "isOwn",
           (select jsonb_build_object('version', p.version, 'sentence', p.sentence, 'evidence', p.evidence, 'at', ${iso('p.at')},
              'actedAs', p.acted_as) from outcomes.proofs p where p.promise = r.id order by p.version desc limit 1) as proof,
           (select jsonb_build_object('words', c.words, 'at', ${iso('c.at')}, 'actedAs', c.acted_as)
              from outcomes.closures c where c.promise = r.id) as closed
      from outcomes.promises r
      join identity.organisations o on o.code = r.organisation
      join meetings.meetings m on m.code = r.meeting join meetings.instances i on i.code = m.instance
      join governance.bodies b on b.code = i.body join territory.areas a on a.code = i.area
      cross join lateral (select d.held_on from meetings.days d where d.meeting = m.code order by d.version desc limit 1) n
     where ${where}
     order by n.held_on, r.meeting, r.is_closed, r.number`.execute(tx)
  return rows
}

/** What was agreed in a meeting, as far as the asker may read it. */
export const agreementsOf = (tx: Reader, meeting: string) => agreements(tx, sql<SqlBool>`r.meeting = ${meeting}`)

/** What an instance agreed in other meetings and is still open: for who sits there. */
export const openBefore = (tx: Reader, instance: string, meeting: string) =>
  agreements(
    tx,
    sql<SqlBool>`m.instance = ${instance} and r.meeting <> ${meeting} and m.instance = any ((select meetings.own_instances())::text[])
      and not exists (select from outcomes.closures c where c.promise = r.id)`,
  )

/** What the asker carries and said nothing of yet; and what waits for him to close it, as secretary. */
export const waitingAgreements = (tx: Reader) =>
  agreements(
    tx,
    sql<SqlBool>`not exists (select from outcomes.closures c where c.promise = r.id)
      and case when exists (select from outcomes.proofs p where p.promise = r.id) then meetings.secretary_of(m.instance) is not null
        else r.id = any ((select outcomes.carried())::uuid[]) end`,
  )

/** One agreement as it is called in its meeting: for who sits there and who carries it; else null. */
export async function findAgreement(tx: Reader, meeting: string, label: string): Promise<Agreement | null> {
  const [found] = await agreements(
    tx,
    sql<SqlBool>`r.meeting = ${meeting} and case when r.is_closed then 'b' else '' end || r.number = ${label}
      and (r.id = any ((select outcomes.carried())::uuid[]) or m.instance = any ((select meetings.own_instances())::text[]))`,
  )
  return found ?? null
}

/** What an instance of a body that ended left open. */
export type HomelessAgreement = {
  readonly id: string
  readonly meeting: string
  readonly label: string
  readonly instanceName: string
  readonly endedOn: Day
  /** Null where the asker may not read what was agreed. */
  readonly words: string | null
  readonly carrier: string
  /** He sits there, and reads the agreement on its page. */
  readonly sitsThere: boolean
  /** He closes it: as its secretary, or as who looks after who sits where. */
  readonly closes: boolean
}

/** What is open of instances whose body ended or ends tonight: for who still sits there, and who looks after who sits where. */
export async function homelessAgreements(tx: Reader): Promise<HomelessAgreement[]> {
  const { rows } = await sql<HomelessAgreement>`
    select h.id, h.meeting, h.label, h.instance_name as "instanceName", h.ended_on as "endedOn", h.words, h.carrier,
           coalesce(m.instance = any ((select meetings.own_instances())::text[]), false) as "sitsThere",
           (select meetings.manager()) is not null or meetings.secretary_of(m.instance) is not null as closes
      from outcomes.homeless() with ordinality h (id, meeting, label, instance_name, ended_on, words, carrier, nr)
      left join meetings.meetings m on m.code = h.meeting order by h.nr`.execute(tx)
  return rows
}

/** Says where an agreement of a body that ended goes on, and closes it by that. */
export async function rehome(tx: Writer, id: string, words: string, requestId: string): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean
  }>`select outcomes.rehome(${id}::uuid, ${words}, ${requestId}) as done`.execute(tx)
  return rows[0]?.done ?? false
}

/** As what the asker says what was done of an agreement; null when he may not. */
export async function proverOf(tx: Reader, id: string): Promise<string | null> {
  const { rows } = await sql<{ as: string | null }>`select outcomes.prover(${id}::uuid) as as`.execute(tx)
  return rows[0]?.as ?? null
}

/** The functions that can carry an agreement of this meeting; for its secretary. */
export async function carriersFor(tx: Reader, meeting: string): Promise<Carrier[]> {
  const { rows } = await sql<Carrier>`
    select organisation, name, title, has_seat as "hasSeat" from outcomes.carriers(${meeting})`.execute(tx)
  return rows
}

/** Writes down an agreement. Gives its label, or null when the asker may not. */
export async function keepPromise(
  tx: Writer,
  about: { readonly meeting: string; readonly item: string },
  draft: PromiseDraft,
  { formKey, requestId }: { readonly formKey: string; readonly requestId: string },
): Promise<string | null> {
  const { rows } = await sql<{ label: string | null }>`
    select outcomes.promise(${about.meeting}, ${about.item}::uuid, ${JSON.stringify(draft)}::jsonb, ${formKey}, ${requestId}) as label`.execute(
    tx,
  )
  return rows[0]?.label ?? null
}

export async function keepProof(
  tx: Writer,
  id: string,
  seen: number,
  proof: { readonly sentence: string; readonly evidence: string | null },
  requestId: string,
): Promise<Kept> {
  const { rows } = await sql<{ kept: Kept }>`
    select outcomes.prove(${id}::uuid, ${seen}, ${proof.sentence}, ${proof.evidence}, ${requestId}) as kept`.execute(tx)
  return rows[0]?.kept ?? null
}

/** Closes an agreement; `zonder-bewijs` when nothing was said of it and no words say why. */
export async function closeAgreement(
  tx: Writer,
  id: string,
  seen: number,
  words: string | null,
  requestId: string,
): Promise<Kept | 'zonder-bewijs'> {
  const { rows } = await sql<{ kept: Kept | 'zonder-bewijs' }>`
    select outcomes.close_promise(${id}::uuid, ${seen}, ${words}, ${requestId}) as kept`.execute(tx)
  return rows[0]?.kept ?? null
}
