import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import type { Answer, Said } from './meeting'

/** The newest answer of each seat, by seat; none for who does not sit there. */
export async function answersOf(tx: Reader, meeting: string): Promise<ReadonlyMap<string, Said>> {
  const { rows } = await sql<Said & { seat: string }>`
    select distinct on (a.seat) a.seat, a.answer, d.held_on as "heldOn", p.begins,
           a.days_version >= (select meetings.stands_since(${meeting})) as stands
      from meetings.answers a join meetings.days d on d.meeting = a.meeting and d.version = a.days_version
      left join meetings.places p on p.meeting = d.meeting and p.version = d.version
     where a.meeting = ${meeting} order by a.seat, a.version desc`.execute(tx)
  return new Map(rows.map(({ seat, ...said }) => [seat, said]))
}

/** The seats that were mailed the agenda; for who prepares it. */
export async function invitedSeats(tx: Reader, meeting: string): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('meetings.invitations').select('seat').where('meeting', '=', meeting).execute()
  return new Set(rows.map(({ seat }) => seat))
}

/** The seats that were not mailed, as they came after it; for who prepares it. */
export async function seatedLater(tx: Reader, meeting: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ seats: string[] }>`select meetings.seated_later(${meeting}) as seats`.execute(tx)
  return new Set(rows[0]?.seats ?? [])
}

/** Says for a seat whether it comes on the day of the version that was seen; `verzet` when it moved since, null when he may not. */
export async function keepAnswer(
  tx: Writer,
  { meeting, seat, seen }: { readonly meeting: string; readonly seat: string; readonly seen: number },
  answer: Answer,
  requestId: string,
): Promise<'bewaard' | 'verzet' | null> {
  const { rows } = await sql<{ kept: 'bewaard' | 'verzet' | null }>`
    select meetings.answer(${meeting}, ${seat}::uuid, ${answer}, ${seen}, ${requestId}) as kept`.execute(tx)
  return rows[0]?.kept ?? null
}

/** Mails whoever has a seat that the agenda was sent, once. Gives how many. */
export async function inviteAll(
  tx: Writer,
  meeting: string,
  mail: { readonly subject: string; readonly body: string },
): Promise<number> {
  const { rows } = await sql<{
    mailed: number
  }>`select meetings.invite(${meeting}, ${mail.subject}, ${mail.body}) as mailed`.execute(tx)
  return rows[0]?.mailed ?? 0
}

export type AwaitedMeeting = {
  readonly code: string
  readonly name: string
  readonly heldOn: Day
  readonly endsOn: Day | null
}

/** The meetings of which the agenda was sent and for which a seat of the asker said nothing yet of the day as it is now, the nearest first. */
export async function awaitedOfOwn(tx: Reader, on: Day): Promise<AwaitedMeeting[]> {
  const { rows } = await sql<AwaitedMeeting>`
    select m.code, b.name || ' ' || a.name as name, n.held_on as "heldOn", n.ends_on as "endsOn"
      from meetings.meetings m join meetings.sendings x on x.meeting = m.code
      join meetings.instances i on i.code = m.instance
      join governance.bodies b on b.code = i.body join territory.areas a on a.code = i.area
      cross join lateral (select d.* from meetings.days d where d.meeting = m.code order by d.version desc limit 1) n
     where n.state <> 'afgelast' and coalesce(n.ends_on, n.held_on) >= ${on} and exists (
       select from meetings.own_seats() s where s.instance = m.instance
          and exists (select from meetings.seats v where v.id = s.seat and (v.valid_to is null or n.held_on < v.valid_to))
          and not exists (select from meetings.answers w where w.meeting = m.code and w.seat = s.seat
            and w.days_version >= meetings.stands_since(m.code)))
     order by n.held_on, m.code`.execute(tx)
  return rows
}
