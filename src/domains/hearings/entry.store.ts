import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { Reply, Said } from './hearing'

/** What became of what was sent: kept, already so, kept by somebody else meanwhile; null when he may not, or it is closed. */
export type Kept = 'bewaard' | 'ongewijzigd' | 'botst' | null

/** Keeps how far a party is, over the version that was seen. */
export async function keepEntry(
  tx: Writer,
  { hearing, party, seen }: { readonly hearing: string; readonly party: string; readonly seen: number },
  said: Said,
  requestId: string,
): Promise<Kept> {
  const row = JSON.stringify({
    sent_on: said.sentOn,
    on_agenda_on: said.onAgendaOn,
    heard_on: said.heardOn,
    in_private: said.inPrivate,
    view: said.view,
    paper: said.paper,
    points: Object.fromEntries(said.points.map(({ number, text }) => [number, text])),
  })
  const { rows } = await sql<{ kept: Kept }>`
    select hearings.keep_entry(${hearing}, ${party}, ${seen}::integer, ${row}::jsonb, ${requestId}) as kept`.execute(tx)
  return rows[0]?.kept ?? null
}

/** Keeps an answer to a point as it stands in one version of its row, over the version of the answer that was seen. */
export async function keepAnswer(
  tx: Writer,
  about: {
    readonly hearing: string
    readonly party: string
    readonly point: number
    readonly entry: string
    readonly seen: number
  },
  reply: Reply,
  requestId: string,
): Promise<Kept> {
  const row = JSON.stringify({
    text: reply.text,
    effect: reply.effect,
    place: reply.place,
    text_before: reply.before,
    text_after: reply.after,
  })
  const { rows } = await sql<{ kept: Kept }>`
    select hearings.keep_answer(${about.hearing}, ${about.party}, ${about.point}::integer, ${about.entry}::uuid,
      ${about.seen}::integer, ${row}::jsonb, ${requestId}) as kept`.execute(tx)
  return rows[0]?.kept ?? null
}

/** The highest number a point of this party ever had. */
export async function highestNumber(tx: Reader, hearing: string, party: string): Promise<number> {
  const { rows } = await sql<{ highest: number }>`
    select coalesce(max(p.number), 0) as highest from hearings.points p join hearings.entries e on e.id = p.entry
     where e.hearing = ${hearing} and e.party = ${party}`.execute(tx)
  return rows[0]?.highest ?? 0
}
