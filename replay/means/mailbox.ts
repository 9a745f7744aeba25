import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Where an answer goes. */
  readonly replyTo: string | null
}

/** A mail server for everybody in the story. */
export type Mailbox = {
  readonly url: string
  /** Everything that came in. */
  all(): readonly Mail[]
  /** The newest mail to somebody whose subject holds these words, past the first so many; waits for it for half a minute. */
  next(to: string, subject: string, past?: number): Promise<Mail>
  close(): void
}

export async function openMailbox(): Promise<Mailbox> {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(parts)).then((mail) => {
          for (const { address } of envelope.rcptTo)
            mails.push({
              to: address,
              subject: mail.subject ?? '',
              text: mail.text ?? '',
              replyTo: mail.replyTo?.[0]?.address ?? null,
            })
          done()
        }, done)
      })
    },
  })
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    all: () => mails,
    async next(to, subject, past = 0) {
      for (let waited = 0; waited < 30_000; waited += 100) {
        const mail = mails.slice(past).findLast((one) => one.to === to && one.subject.includes(subject))
        if (mail) return mail
        await pause(100)
      }
      throw new Error(`er kwam geen mail aan ${to} over: ${subject}`)
    },
    close: () => server.close(),
  }
}
