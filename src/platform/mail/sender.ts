import { createTransport } from 'nodemailer'
import { type Database, owning } from '../db/database'
import type { Log } from '../log/log'
import { type Rounds, rounds } from '../rounds/rounds'
import { closeMail, expireMails, type TakenMail, takeMail } from './outbox.store'

/** Hands a mail to a mail server. Throws when it does not take it; `PermanentRefusal` when it never will. */
export type Post = (mail: TakenMail) => Promise<void>

/** The mail server refuses this receiver or this mail for good. */
class PermanentRefusal extends Error {}

/** After this many attempts a mail is given up. */
export const maxAttempts = 8

/** Seconds until the next attempt: half a minute, then doubling, never more than an hour. */
export function retryDelay(attempts: number): number {
  return Math.min(30 * 2 ** (attempts - 1), 3600)
}

/** Posts to the server of a URL as `smtp://user:secret@host:25`. The text is plain: a mail without layout hides no link. */
export function smtpPost(url: string, from: string): Post {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = from.split('@')[1]
  return async (mail) => {
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: mail.recipient },
        ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
        subject: mail.subject,
        text: mail.body,
        messageId: `<${mail.id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...stopHeaders(mail.stopsAt) },
      })
    } catch (fault) {
      const { command, responseCode } = fault as { command?: string; responseCode?: number }
      const isAboutThisMail = command === 'RCPT TO' || command === 'DATA'
      if (isAboutThisMail && responseCode && responseCode >= 500)
        throw new PermanentRefusal(`refused with ${responseCode}`)
      throw fault
    }
  }
}

/** What lets a mail program show a button of its own that stops these mails (RFC 2369 and 8058). */
const stopHeaders = (stopsAt: string | null): Record<string, string> =>
  stopsAt ? { 'List-Unsubscribe': `<${stopsAt}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}

/** Sends everything that is due now, one after another. Returns how many left. */
export async function sendDueMails(db: Database, post: Post, log: Log): Promise<number> {
  await owning(db, expireMails)
  let sent = 0
  for (;;) {
    // Sending takes seconds, so it happens outside the transaction: the embedded database has only one.
    const mail = await owning(db, (tx) => takeMail(tx, retryDelay))
    if (!mail) return sent
    try {
      await post(mail)
      await owning(db, (tx) => closeMail(tx, mail.id, 'verstuurd'))
      sent += 1
      log.info('mail sent', { mail: mail.id, attempts: mail.attempts })
    } catch (fault) {
      const isLast = fault instanceof PermanentRefusal || mail.attempts >= maxAttempts
      if (isLast) await owning(db, (tx) => closeMail(tx, mail.id, 'opgegeven'))
      // The message of a mail server quotes addresses; its code does not.
      const code = (fault as { code?: unknown }).code
      log.warn(isLast ? 'mail given up' : 'mail not sent', {
        mail: mail.id,
        attempts: mail.attempts,
        reason: typeof code === 'string' ? code : (fault as Error).name,
      })
    }
  }
}

/** Sends what is due, again and again, until stopped; what is being sent then is finished. */
export const startMailSender = (db: Database, post: Post, log: Log, pauseMs = 2000): Rounds =>
  rounds('mail sender', log, { pauseMs }, () => sendDueMails(db, post, log))
