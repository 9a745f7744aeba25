import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { ViewDraft } from './entry'
import type { Spoken, Verdict, Word } from './proposal'
import type { Mail } from './proposal.store'

/** What the asker may do about an addressee. */
export type Hands = {
  /** As what he writes its view, releases it or closes its round; null when he does not. */
  readonly drafterAs: string | null
  readonly releaserAs: string | null
  readonly chairAs: string | null
  readonly tellerAs: string | null
  /** The seats he speaks for in a written round that is open. */
  readonly seats: readonly { readonly seat: string; readonly title: string }[]
}

/** What the asker may do about each addressee of a proposal, by id. */
export async function handsOf(tx: Reader, proposal: string): Promise<ReadonlyMap<string, Hands>> {
  const { rows } = await sql<Hands & { id: string }>`
    select id, drafter_as as "drafterAs", releaser_as as "releaserAs", chair_as as "chairAs", teller_as as "tellerAs", seats
      from proposals.hands_on(${proposal})`.execute(tx)
  return new Map(rows.map(({ id, ...hands }) => [id, hands]))
}

async function kept<Outcome>(query: ReturnType<typeof sql<{ kept: Outcome | null }>>, tx: Writer) {
  return (await query.execute(tx)).rows[0]?.kept ?? null
}

/** Keeps a draft over the version that was seen. */
export const keepView = (tx: Writer, addressee: string, seen: string, draft: ViewDraft) =>
  kept<'bewaard' | 'botst'>(
    sql`select proposals.keep_view(${addressee}::uuid, ${seen}, ${JSON.stringify(draft)}::jsonb) as kept`,
    tx,
  )

export const releaseView = (tx: Writer, addressee: string, seen: string, requestId: string) =>
  kept<'vrijgegeven' | 'botst'>(
    sql`select proposals.release_view(${addressee}::uuid, ${seen}, ${requestId}) as kept`,
    tx,
  )

type About = { readonly proposal: string; readonly seq: number }

/** Tells back what was done with a view, or without one with all of a step that were told nothing; gives how many. */
export const tellBack = (
  tx: Writer,
  { proposal, seq }: About,
  view: { readonly addressee: string; readonly version: number } | null,
  told: { readonly verdict: Verdict; readonly why: string },
  requestId: string,
) =>
  kept<number>(
    sql`select proposals.tell_back(${proposal}, ${seq}, ${view?.addressee ?? null}::uuid, ${view?.version ?? null}::integer,
      ${told.verdict}, ${told.why}, ${requestId}) as kept`,
    tx,
  )

/** Says for a seat what it thinks, while the round is open. */
export const speak = (
  tx: Writer,
  addressee: string,
  seat: string,
  { word, remark }: { readonly word: Word; readonly remark: string | null },
  requestId: string,
) =>
  kept<boolean>(
    sql`select proposals.speak(${addressee}::uuid, ${seat}::uuid, ${word}, ${remark}, ${requestId}) as kept`,
    tx,
  )

export const closeRound = (tx: Writer, addressee: string, mail: Mail, requestId: string) =>
  kept<'akkoord' | 'bespreken' | 'loopt'>(
    sql`select proposals.close_round(${addressee}::uuid, ${mail.subject}, ${mail.body}, ${requestId}) as kept`,
    tx,
  )

/** What the seats of an instance said last in its round; for who sits there. Empty for others. */
export async function spokenIn(tx: Reader, addressee: string): Promise<Spoken[]> {
  const { rows } = await sql<Spoken>`
    select s.id as seat, s.title || ', ' || o.name as title, w.word, w.remark
      from proposals.addressees a join meetings.seats s on s.instance = a.instance and s.kind in ('voorzitter', 'lid')
      join identity.organisations o on o.code = s.organisation
      left join lateral (select * from proposals.words x where x.addressee = a.id and x.seat = s.id order by x.version desc limit 1) w on true
     where a.id = ${addressee}::uuid and a.instance = any (meetings.own_instances())
       and (w.word is not null or s.valid_from <= platform.today() and (s.valid_to is null or platform.today() < s.valid_to))
     order by s.kind desc, 2, 1`.execute(tx)
  return rows
}

export type Waiting = {
  readonly proposal: string
  readonly seq: number
  readonly addressee: string
  readonly who: string
  readonly title: string
  readonly term: string
  readonly what: 'schrijven' | 'vrijgeven' | 'ronde' | 'terugmelden'
  /** The seats of the asker that said nothing yet in a round that is open. */
  readonly silent: Hands['seats']
}

/** What waits for the asker: views to write or release, open written rounds, and views of which he says what was done with them. */
export async function awaitedOfOwn(tx: Reader): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select * from (
      select a.proposal, a.seq, coalesce(a.instance, a.organisation) as addressee, coalesce(b.name || ' ' || r.name, o.name) as who,
             (select t.title from proposals.texts t where t.proposal = a.proposal order by t.version desc limit 1) as title, s.term,
             l.silent,
             case
               when h.seats <> '[]' then case when l.silent <> '[]' then 'ronde' end
               when exists (select from proposals.views v where v.addressee = a.id and v.released_at is null)
                 then case when h.releaser_as is not null then 'vrijgeven' end
               when not exists (select from proposals.views v where v.addressee = a.id)
                    and (s.mode <> 'schriftelijk' or a.round_result = 'bespreken')
                 then case when h.drafter_as is not null then 'schrijven' end
               when h.teller_as is not null and exists (select from (
                   select v.* from proposals.views v where v.addressee = a.id and v.released_at is not null order by v.version desc limit 1) v
                 where (v.stance <> 'instemmen' or v.said is not null) and not exists (
                   select from proposals.answers n where n.addressee = v.addressee and n.version = v.version))
                 then 'terugmelden' end as what
        from proposals.proposals p cross join lateral proposals.hands_on(p.code) h join proposals.addressees a on a.id = h.id
        join proposals.steps s on s.proposal = a.proposal and s.seq = a.seq and s.opened_at is not null
        cross join lateral (
          select coalesce(jsonb_agg(k.seat), '[]') as silent from jsonb_array_elements(h.seats) k (seat)
           where not exists (select from proposals.words w where w.addressee = a.id and w.seat::text = k.seat ->> 'seat')) l
        left join meetings.instances i on i.code = a.instance left join governance.bodies b on b.code = i.body
        left join territory.areas r on r.code = i.area left join identity.organisations o on o.code = a.organisation
       where p.finished_at is null) x
     where x.what is not null order by x.term, x.proposal, x.seq, x.who`.execute(tx)
  return rows
}
