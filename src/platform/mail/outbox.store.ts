import { sql } from 'kysely'
import type { Owner, Reader } from '../db/database'

/** A mail the sender took in hand; `attempts` counts this one. */
export type TakenMail = {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly attempts: number
  /** Where one click stops mails like this; null for a mail that comes once. */
  readonly stopsAt: string | null
  /** Where an answer to it goes; null when nobody reads one. */
  readonly replyTo: string | null
}

export type ExampleMail = {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly putAt: string
  readonly replyTo: string | null
}

/** Empties what is too old to send. */
export async function expireMails(tx: Owner): Promise<void> {
  await sql`update mail.outbox set state = 'verlopen', body = null
    where state = 'wacht' and expires_at <= platform.moment()`.execute(tx)
}

/**
 * Takes the mail that waits longest, or null. It is nobody else's until `seconds` from now: when this process dies while
 * sending, another tries then, and the receiver may get it twice. Never twice is not possible with mail; never is worse.
 */
export async function takeMail(tx: Owner, seconds: (attempts: number) => number): Promise<TakenMail | null> {
  const { rows } = await sql<TakenMail>`
    select id, recipient, subject, body, attempts + 1 as attempts, stops_at as "stopsAt",
           reply_to as "replyTo" from mail.outbox
     where state = 'wacht' and try_at <= platform.moment() order by try_at limit 1 for update skip locked`.execute(tx)
  const taken = rows[0]
  if (!taken) return null
  await sql`update mail.outbox set attempts = ${taken.attempts},
    try_at = platform.moment() + make_interval(secs => ${seconds(taken.attempts)}) where id = ${taken.id}`.execute(tx)
  return taken
}

/** Notes that a mail is gone, or given up; its text goes with it. */
export async function closeMail(tx: Owner, id: string, state: 'verstuurd' | 'opgegeven'): Promise<void> {
  await sql`update mail.outbox set state = ${state}, body = null,
    sent_at = case when ${state} = 'verstuurd' then platform.moment() end where id = ${id}`.execute(tx)
}

/** The mails to example persons, newest first. */
export async function exampleMails(tx: Reader): Promise<ExampleMail[]> {
  const rows = await tx
    .selectFrom('mail.outbox')
    .select(['id', 'recipient', 'subject', 'body', 'put_at', 'reply_to'])
    .where('is_example', '=', true)
    .orderBy('put_at', 'desc')
    .orderBy('id')
    .limit(50)
    .execute()
  return rows.map(({ body, put_at, reply_to, ...mail }) => ({
    ...mail,
    body: body ?? '',
    putAt: put_at,
    replyTo: reply_to,
  }))
}
