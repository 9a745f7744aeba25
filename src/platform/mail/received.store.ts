import { sql } from 'kysely'
import type { Reader, Writer } from '../db/database'
import type { Unread } from './automatic'

/** Whether mail is taken at the address of this token. */
export async function takesMail(tx: Reader, token: string): Promise<boolean> {
  const { rows } = await sql<{ takes: boolean }>`select mail.takes_mail(${token}) as takes`.execute(tx)
  return rows[0]?.takes ?? false
}

/** How a mail to an address begins; `again` was taken before, `void` is worth nothing. */
export type Beginning =
  | { readonly is: 'void' | 'again' }
  | {
      readonly is: 'begun'
      readonly purpose: string
      readonly about: unknown
      readonly address: string
      readonly putAt: string
    }

/** Begins to handle a mail. From here to `endAnswer` the transaction, bound to the secret of this hash, acts as its person. */
export async function beginAnswer(
  tx: Writer,
  token: string,
  messageHash: string,
  secretHash: string,
): Promise<Beginning> {
  const { rows } = await sql<{ begun: Beginning }>`
    select mail.begin_answer(${token}, ${messageHash}, ${secretHash}) as begun`.execute(tx)
  return rows[0]?.begun ?? { is: 'void' }
}

/** Notes what became of the mail that began, and puts the answer to it in the outbox. */
export async function endAnswer(
  tx: Writer,
  reply: {
    readonly outcome: 'verwerkt' | 'geweigerd'
    readonly reason: string | null
    readonly subject: string
    readonly body: string
    readonly usesUp: boolean
  },
  domain: string,
): Promise<void> {
  const { outcome, reason, subject, body, usesUp } = reply
  await sql`select mail.end_answer(${outcome}, ${reason}, ${subject}, ${body}, ${domain}, ${usesUp})`.execute(tx)
}

/** Notes a mail that no person wrote. */
export async function noteUnread(
  tx: Writer,
  token: string,
  messageHash: string,
  { outcome, reason }: Unread,
): Promise<'noted' | 'again' | 'void'> {
  const { rows } = await sql<{ noted: 'noted' | 'again' | 'void' }>`
    select mail.note_unread(${token}, ${messageHash}, ${outcome}, ${reason}) as noted`.execute(tx)
  return rows[0]?.noted ?? 'void'
}
