import { sql } from 'kysely'
import { type Database, overseeing } from '../../src/platform/db/database'
import { hashOf } from '../../src/platform/web/secret'
import { cookieOf } from '../environment/people'
import type { RunningServer } from '../environment/program'

/** Acknowledged writes: the hash of each session that the server said it had started. */
export type Acknowledged = Set<string>

/** The id of an example person, as the form of the sign-in page has it. */
export async function examplePerson(server: RunningServer): Promise<string> {
  const page = await (await server.get('/inloggen')).text()
  const id = /name="persoon" value="([0-9a-f-]{36})"/.exec(page)?.[1]
  if (!id) throw new Error('the sign-in page offers no example person')
  return id
}

/** Signs in once. Each sign-in writes a session and a line in the audit log, in one transaction. */
export async function signIn(server: RunningServer, person: string): Promise<{ status: number; cookie: string }> {
  const answer = await server.post('/inloggen/voorbeeld', { persoon: person })
  await answer.arrayBuffer()
  return { status: answer.status, cookie: cookieOf(answer).cookie }
}

/** Signs in again and again on four connections, until `stop` or until the server no longer answers. */
export function keepSigningIn(server: RunningServer, person: string, acknowledged: Acknowledged) {
  let isStopped = false
  const refusals = new Set<number>()
  const loop = async () => {
    while (!isStopped) {
      const { status, cookie } = await signIn(server, person)
      if (status === 303) acknowledged.add(hashOf(cookie.split('=')[1] ?? ''))
      else refusals.add(status)
    }
  }
  const loops = Promise.allSettled([loop(), loop(), loop(), loop()])
  return {
    async stop() {
      isStopped = true
      await loops
    },
    /** The statuses of the answers that were no acknowledgement. */
    refusals: () => [...refusals],
  }
}

/** What stands in the database: acknowledged sessions that are gone, and sessions and audit lines without each other. */
export async function look(
  db: Database,
  acknowledged: Acknowledged,
): Promise<{ lost: number; sessions: number; halves: number }> {
  return overseeing(db, async (tx) => {
    const { rows } = await sql<{ hash: string }>`select id_hash as hash from identity.sessions`.execute(tx)
    const present = new Set(rows.map(({ hash }) => hash))
    const counted = await sql<{ lines: number }>`
      select count(*) as lines from identity.audit_log where event = 'ingelogd'`.execute(tx)
    return {
      lost: [...acknowledged].filter((hash) => !present.has(hash)).length,
      sessions: present.size,
      halves: Math.abs((counted.rows[0]?.lines ?? 0) - present.size),
    }
  })
}
