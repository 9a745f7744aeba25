import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { anonymous, type Database, reading, writing } from '../db/database'
import type { Log } from '../log/log'
import { hashOf, newSecret } from '../web/secret'
import type { AnswerPurpose } from './answer'
import { unreadBecause } from './automatic'
import { ownWords } from './own-words'
import { beginAnswer, endAnswer, noteUnread, takesMail } from './received.store'

/** Bytes of the largest mail that is taken. */
const largestMail = 10 * 1024 * 1024
const mostConnections = 10
const longestSilence = 60_000
const longestConnection = 300_000

/** What a mail server is told. The same words for an address that never was, is forged, has expired or is void. */
const refusals = {
  unknown: [550, '5.1.1 No such address here'],
  tooLarge: [552, '5.3.4 Message too large'],
  unreadable: [554, '5.6.0 Message cannot be read'],
  oneAtATime: [452, '4.5.3 One recipient at a time'],
  later: [451, '4.3.0 Try again later'],
} as const

function refusal(of: keyof typeof refusals): Error {
  const [responseCode, text] = refusals[of]
  return Object.assign(new Error(text), { responseCode })
}

export type ReceiverSettings = {
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  /** What stands behind the @ of the addresses. */
  readonly domain: string
  readonly purposes: readonly AnswerPurpose[]
}
export type MailReceiver = { readonly port: number; stop(): Promise<void> }

/**
 * Listens as a mail server for answers to our own mails, at `antwoord+TOKEN@domain` and nowhere else. The token is the authority:
 * whoever holds it answers for the post it was sent to. What is taken with 250 stands in the database. Faults when the port is taken.
 */
export async function startMailReceiver(db: Database, settings: ReceiverSettings, log: Log): Promise<MailReceiver> {
  const server = new SMTPServer({
    banner: 'Slagvaardig',
    size: largestMail,
    authOptional: true,
    // On this machine, or behind the mail server of the organisation, which does the encrypting.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    maxClients: mostConnections,
    socketTimeout: longestSilence,
    closeTimeout: 5_000,
    onRcptTo({ address }, { envelope }, done) {
      if (envelope.rcptTo.length > 0) return done(refusal('oneAtATime'))
      const token = tokenIn(address, settings.domain)
      if (!token) return done(refusal('unknown'))
      reading(db, anonymous, (tx) => takesMail(tx, token)).then(
        (takes) => done(takes ? null : refusal('unknown')),
        (fault) => {
          log.error('mail not received', fault)
          done(refusal('later'))
        },
      )
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      let size = 0
      stream.on('data', (part: Buffer) => {
        size += part.length
        if (size <= largestMail) parts.push(part)
      })
      stream.on('error', () => done(refusal('later')))
      stream.on('end', () => {
        if (stream.sizeExceeded || size > largestMail) return done(refusal('tooLarge'))
        const [to] = envelope.rcptTo
        const sender = envelope.mailFrom ? envelope.mailFrom.address : ''
        const token = tokenIn(to?.address ?? '', settings.domain) ?? ''
        receive(db, settings, log, { token, sender, bytes: Buffer.concat(parts) }).then(
          (refused) => done(refused ? refusal(refused) : null),
          (fault) => {
            log.error('mail not received', fault)
            done(refusal('later'))
          },
        )
      })
    },
  })
  // Whoever connects and drops off; what a mail server quotes holds addresses.
  server.on('error', (fault) =>
    log.warn('mail connection', { reason: (fault as { code?: string }).code ?? fault.name }),
  )
  server.server.on('connection', (socket) => {
    const timer = setTimeout(() => socket.destroy(), longestConnection)
    socket.on('close', () => clearTimeout(timer))
  })
  await new Promise<void>((listening, failed) => {
    server.server.once('error', failed)
    server.listen(settings.port, settings.host, () => listening())
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((done) => server.close(() => done())),
  }
}

/** The token in an address of ours; null for any other address. */
function tokenIn(address: string, domain: string): string | null {
  const [, token, at] = /^antwoord\+([0-9a-f]{52})@(.+)$/.exec(address.toLowerCase()) ?? []
  return token && at === domain.toLowerCase() ? token : null
}

type Arrived = { readonly token: string; readonly sender: string; readonly bytes: Uint8Array }

/** Takes a mail, in one transaction with everything that follows from it; or says how it is refused. */
async function receive(
  db: Database,
  settings: ReceiverSettings,
  log: Log,
  { token, sender, bytes }: Arrived,
): Promise<keyof typeof refusals | null> {
  const email = await PostalMime.parse(bytes, {
    maxNestingDepth: 20,
    maxHeadersSize: 256 * 1024,
    // A mail in a mail is what was answered to, or something else altogether.
    forceRfc822Attachments: true,
  }).catch(() => null)
  if (!email) return 'unreadable'
  const messageHash = hashOf(email.messageId ?? Buffer.from(bytes).toString('base64'))
  const unread = unreadBecause(email.headers, sender)
  if (unread) {
    const noted = await writing(db, anonymous, (tx) => noteUnread(tx, token, messageHash, unread))
    log.info('mail received', { outcome: noted === 'noted' ? unread.outcome : noted, reason: unread.reason })
    return noted === 'void' ? 'unknown' : null
  }
  const requestId = randomUUID().slice(0, 8)
  const attempt = () => answer(db, settings, { token, messageHash, requestId, email })
  const became = await attempt().catch((fault: unknown) => {
    // Somebody else did the same at this very moment: now that it is there, it is looked at like anything that was there before.
    if ((fault as { code?: unknown }).code === '23505') return attempt()
    throw fault
  })
  log.info('mail received', { id: requestId, ...became })
  return became.outcome === 'void' ? 'unknown' : null
}

async function answer(
  db: Database,
  { purposes, domain }: ReceiverSettings,
  mail: { token: string; messageHash: string; requestId: string; email: Email },
): Promise<{ readonly outcome: string; readonly purpose?: string; readonly reason?: string | null }> {
  const { token, messageHash, requestId, email } = mail
  const secret = newSecret()
  return writing(db, { sessionId: secret }, async (tx) => {
    const begun = await beginAnswer(tx, token, messageHash, hashOf(secret))
    if (begun.is !== 'begun') return { outcome: begun.is }
    const purpose = purposes.find(({ code }) => code === begun.purpose)
    if (!purpose) throw new Error(`no purpose ${begun.purpose}`)
    const reply = await purpose.take(tx, {
      subject: email.subject ?? '',
      text: ownWords(email),
      files: filesOf(email),
      photos: photosOf(email),
      about: begun.about,
      address: begun.address,
      askedAt: new Date(begun.putAt).toISOString(),
      requestId,
    })
    await endAnswer(tx, reply, domain)
    return { outcome: reply.outcome, purpose: begun.purpose, reason: reply.reason }
  })
}

// A logo in a signature is smaller, and a photo of a phone larger.
const smallestPhoto = 50 * 1024
/** Also one that stands between the words, as phones send them, or that a program calls just any file. */
const photosOf = ({ attachments }: Email) =>
  attachments.flatMap(({ filename, mimeType, content }) =>
    (/^image\//i.test(mimeType) || /\.(jpe?g|png|heic)$/i.test(filename ?? '')) &&
    typeof content !== 'string' &&
    content.byteLength >= smallestPhoto
      ? [new Uint8Array(content)]
      : [],
  )

/** The tables among what came along; a signature with a picture is none. */
const filesOf = ({ attachments }: Email) =>
  attachments.flatMap(({ filename, content }) =>
    /\.(xlsx|csv)$/i.test(filename ?? '') && typeof content !== 'string'
      ? [{ name: (filename ?? '').slice(-200), bytes: new Uint8Array(content) }]
      : [],
  )
