import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { overseeing } from '../../src/platform/db/database'
import { openEmbedded } from '../../src/platform/db/embedded'
import { hashOf } from '../../src/platform/web/secret'
import { handMail } from '../environment/mail'
import { cookieOf } from '../environment/people'
import { freePort } from '../environment/postgres'
import { type RunningServer, startServer } from '../environment/program'

const rounds = Number(process.env.CRASH_ROUNDS ?? 2)

let folder: string
let mailPort: number
const opened: RunningServer[] = []
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slagvaardig-mail-'))
  mailPort = await freePort()
})
afterEach(async () => {
  for (const server of opened.splice(0)) await server.end('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<RunningServer> {
  const server = await startServer({
    EXAMPLE: 'aan',
    REGION_DIR: 'region/voorbeeld',
    DATA_DIR: folder,
    MAIL_IN: String(mailPort),
  })
  opened.push(server)
  await server.ready()
  return server
}

/** Mails the list as the one who asks, and gives the address that the receiver answers to. */
async function mailList(server: RunningServer): Promise<string> {
  const page = await (await server.get('/inloggen')).text()
  const person =
    /programmamanager@voorbeeld\.invalid[\s\S]*?name="persoon" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
  const headers = cookieOf(await server.post('/inloggen/voorbeeld', { persoon: person }))
  const sent = await server.post('/uitvragen/VB-2025/mailen', {}, headers)
  expect(sent.headers.get('location')).toBe('/uitvragen/VB-2025?gemaild=1#mailen')
  return /antwoord\+[0-9a-f]{52}@[\w.]+/.exec(await (await server.get('/postvak')).text())?.[0] ?? ''
}

/** What stands of the mails in a stopped database; `halves` are receipts and answers without each other. */
async function look(acknowledged: ReadonlySet<string>) {
  const db = await openEmbedded(folder, pathToFileURL(resolve('dist/pglite.worker.js')), () => new Date())
  if ('refused' in db) throw new Error(JSON.stringify(db))
  try {
    return await overseeing(db, async (tx) => {
      const { rows } = await sql<{ hash: string; outcome: string }>`
        select message_hash as hash, outcome from mail.received`.execute(tx)
      const { rows: answers } = await sql`select id from datacalls.answers where by_mail is not null`.execute(tx)
      const { rows: sessions } = await sql`select id from identity.sessions where way = 'antwoord'`.execute(tx)
      const taken = new Set(rows.map(({ hash }) => hash))
      return {
        lost: [...acknowledged].filter((id) => !taken.has(hashOf(id))).length,
        halves: Math.abs(rows.length - answers.length) + rows.filter(({ outcome }) => outcome !== 'verwerkt').length,
        sessions: sessions.length,
        taken: rows.length,
      }
    })
  } finally {
    await db.close()
  }
}

test(
  `an answer that was taken with 250 is there when the process is killed between mails, whole and once, ${rounds} times`,
  async () => {
    const acknowledged = new Set<string>()
    let to = ''
    let value = 0
    for (let round = 1; round <= rounds; round++) {
      const server = await start()
      to ||= await mailList(server)
      const before = acknowledged.size
      const loop = async () => {
        for (;;) {
          value += 1
          const messageId = `<${value}@elders.example>`
          const { code } = await handMail(mailPort, to, { text: `1: ${value}`, messageId })
          if (code === 250) acknowledged.add(messageId)
        }
      }
      const loops = Promise.allSettled([loop(), loop(), loop()])
      await expect.poll(() => acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(before + 5)
      await pause((round * 137) % 700)
      expect((await server.end('SIGKILL')).code).toBeNull()
      await loops
      expect(await look(acknowledged), `round ${round}`).toMatchObject({ lost: 0, halves: 0, sessions: 0 })
    }

    // The mail server did not hear of the last ones and delivers them again.
    const server = await start()
    for (const messageId of [...acknowledged].slice(-3)) {
      expect((await handMail(mailPort, to, { text: '1: 999999', messageId })).code).toBe(250)
    }
    expect((await server.end('SIGTERM')).code).toBe(0)
    const { taken, ...rest } = await look(acknowledged)
    expect(rest).toEqual({ lost: 0, halves: 0, sessions: 0 })
    expect(taken).toBeGreaterThanOrEqual(acknowledged.size)
    // One that is gone would have been seen.
    expect(await look(new Set([...acknowledged, '<nooit@elders.example>']))).toMatchObject({ lost: 1 })
  },
  10 * 60_000,
)
