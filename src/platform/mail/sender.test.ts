import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openEmptyDatabase, testMoment } from '../../../test/environment/region'
import { type Database, owning } from '../db/database'
import { createLog } from '../log/log'
import { maxAttempts, retryDelay, sendDueMails, smtpPost, startMailSender } from './sender'

/** What the mail server of this test does with the next mail. */
let refusal: { code: number; at: 'sender' | 'receiver' } | null = null
let received: { to: string[]; text: string }[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onMailFrom: (_, __, done) => done(refusal?.at === 'sender' ? smtpFault(refusal.code) : null),
  onRcptTo: (_, __, done) => done(refusal?.at === 'receiver' ? smtpFault(refusal.code) : null),
  onData(stream, session, done) {
    let text = ''
    stream.on('data', (part) => {
      text += part
    })
    stream.on('end', () => {
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text })
      done()
    })
  },
})
const smtpFault = (responseCode: number) => Object.assign(new Error('refused'), { responseCode })

let now = testMoment
let db: Database
let close: () => Promise<void>
let url = ''
const logged: string[] = []
const log = createLog(
  'debug',
  (line) => logged.push(line),
  () => now,
)

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  ;({ db, close } = await openEmptyDatabase(() => now))
})
afterAll(async () => {
  await close()
  await new Promise<void>((done) => server.close(done))
})
beforeEach(() => {
  now = testMoment
  refusal = null
  received = []
})
afterEach(() => owning(db, (tx) => sql`delete from mail.outbox`.execute(tx)))

const put = (to: string, isExample = false) =>
  owning(db, (tx) =>
    sql`select mail.put(${to}, 'Één onderwerp', ${'Regel met é.\n\nhttps://sv.nl/x?sleutel=abc'}, ${isExample},
      platform.moment() + interval '1 hour')`.execute(tx),
  )
const states = async () =>
  (
    await owning(db, (tx) =>
      sql<{
        state: string
        attempts: number
        body: string | null
      }>`select state, attempts, body from mail.outbox`.execute(tx),
    )
  ).rows
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}
const send = (post = smtpPost(url, 'veiligheid@example.nl')) => sendDueMails(db, post, log)

describe('the mail sender', () => {
  test('lets a mail program stop mails that come again with one click', async () => {
    await put('a@leusden.example')
    await owning(db, (tx) => sql`update mail.outbox set stops_at = 'https://sv.nl/open-vragen/1/stoppen'`.execute(tx))
    expect(await send()).toBe(1)
    expect(received[0]?.text).toContain('List-Unsubscribe: <https://sv.nl/open-vragen/1/stoppen>')
    expect(received[0]?.text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  })
  test('hands a mail to the server once, as plain text, and keeps nothing of it', async () => {
    await put('a@leusden.example')
    expect(await send()).toBe(1)
    expect(await send()).toBe(0)
    expect(received).toHaveLength(1)
    expect(received[0]?.to).toEqual(['a@leusden.example'])
    expect(received[0]?.text).toMatch(/^From: veiligheid@example\.nl/m)
    expect(received[0]?.text).toMatch(/^Auto-Submitted: auto-generated/m)
    expect(received[0]?.text).toMatch(/^Content-Type: text\/plain; charset=utf-8/m)
    expect(await states()).toEqual([{ state: 'verstuurd', attempts: 1, body: null }])
  })

  test('never sends a mail to an example person', async () => {
    await put('x@voorbeeld.invalid', true)
    later(7200)
    expect(await send()).toBe(0)
    expect(await states()).toEqual([expect.objectContaining({ state: 'voorbeeld', attempts: 0 })])
  })

  test('tries again later when the server says "not now", with more time between each', async () => {
    await put('a@leusden.example')
    refusal = { code: 451, at: 'receiver' }
    expect(await send()).toBe(0)
    expect(await states()).toEqual([expect.objectContaining({ state: 'wacht', attempts: 1 })])
    later(29)
    await send()
    expect(await states()).toEqual([expect.objectContaining({ attempts: 1 })])
    later(1)
    await send()
    expect(await states()).toEqual([expect.objectContaining({ attempts: 2 })])
    refusal = null
    later(60)
    expect(await send()).toBe(1)
    expect(received).toHaveLength(1)
  })

  test('tries again when the server is not there, or does not want us', async () => {
    await put('a@leusden.example')
    expect(await send(smtpPost('smtp://127.0.0.1:1', 'veiligheid@example.nl'))).toBe(0)
    later(30)
    refusal = { code: 550, at: 'sender' }
    expect(await send()).toBe(0)
    expect(await states()).toEqual([expect.objectContaining({ state: 'wacht', attempts: 2 })])
  })

  test('gives up at once when the receiver does not exist', async () => {
    await put('a@leusden.example')
    refusal = { code: 550, at: 'receiver' }
    await send()
    expect(await states()).toEqual([{ state: 'opgegeven', attempts: 1, body: null }])
  })

  test(`gives up after ${maxAttempts} attempts`, async () => {
    await put('a@leusden.example')
    await owning(db, (tx) =>
      sql`update mail.outbox set expires_at = 'infinity', attempts = ${maxAttempts - 1}`.execute(tx),
    )
    refusal = { code: 451, at: 'receiver' }
    await send()
    expect(await states()).toEqual([{ state: 'opgegeven', attempts: maxAttempts, body: null }])
  })

  test('does not send what is too old, and empties it', async () => {
    await put('a@leusden.example')
    later(3600)
    expect(await send()).toBe(0)
    expect(await states()).toEqual([{ state: 'verlopen', attempts: 0, body: null }])
  })

  test('of two processes sends each mail once', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await put(`${name}@leusden.example`)
    const counts = await Promise.all([send(), send()])
    expect(counts.reduce((sum, count) => sum + count)).toBe(4)
    expect(received.map(({ to }) => to[0]).sort()).toEqual(
      ['a', 'b', 'c', 'd'].map((name) => `${name}@leusden.example`),
    )
  })

  test('goes on by itself until it is stopped', async () => {
    const sender = startMailSender(db, smtpPost(url, 'veiligheid@example.nl'), log, 10)
    await put('a@leusden.example')
    await expect.poll(() => received.length).toBe(1)
    await sender.stop()
    await put('b@leusden.example')
    await new Promise((done) => setTimeout(done, 50))
    expect(received).toHaveLength(1)
  })

  test('writes no address in the log', () => {
    expect(logged.length).toBeGreaterThan(5)
    expect(logged.join('\n')).not.toContain('leusden')
  })
})

test.each([
  [1, 30],
  [2, 60],
  [5, 480],
  [8, 3600],
])('after attempt %i the next is %i seconds later', (attempts, seconds) => {
  expect(retryDelay(attempts)).toBe(seconds)
})
