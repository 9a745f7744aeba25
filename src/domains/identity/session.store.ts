import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { SignedIn } from '../../platform/web/ask'
import type { Session, SignInWay } from './session'

/** The person behind the session of this transaction, with the posts that run today, and when the session was last used. */
export async function signedIn(tx: Reader): Promise<{ person: SignedIn; lastSeenAt: string } | null> {
  const { rows } = await sql<{ id: string; name: string; is_example: boolean; last_seen_at: string }>`
    select p.id, p.name, p.is_example, s.last_seen_at from identity.people p join identity.sessions s on s.person = p.id
     where s.id = identity.current_session()`.execute(tx)
  const found = rows[0]
  if (!found) return null
  const posts = await tx
    .selectFrom('identity.posts as p')
    .innerJoin('identity.organisations as o', 'o.code', 'p.organisation')
    .select(['p.title', 'p.role', 'p.organisation', 'o.name', 'o.kind'])
    .where('p.valid_from', '<=', sql<never>`platform.today()`)
    .where((e) => e.or([e('p.valid_to', 'is', null), e('p.valid_to', '>', sql<never>`platform.today()`)]))
    .orderBy('p.valid_from')
    .orderBy('p.title')
    .execute()
  const distinct = (values: string[]) => [...new Set(values)]
  const [first] = posts
  return {
    lastSeenAt: found.last_seen_at,
    person: {
      key: found.id,
      name: found.name,
      isExample: found.is_example,
      label: first ? `${first.title}, ${first.name}` : found.name,
      titles: distinct(posts.map(({ title }) => title)),
      roles: distinct(posts.map(({ role }) => role)),
      organisations: distinct(posts.map(({ organisation }) => organisation)),
      isOfBureau: posts.some(({ kind }) => kind === 'bureau'),
    },
  }
}

/** Notes that the session is in use: two hours from now it ends by itself. */
export async function keepSession(tx: Writer): Promise<void> {
  await sql`select identity.keep_session()`.execute(tx)
}

/** The sessions of the person who asks, the one of this browser first. */
export async function ownSessions(tx: Reader): Promise<Session[]> {
  const { rows } = await sql<{
    id: string
    way: SignInWay
    started_at: string
    last_seen_at: string
    ends_at: string
    current: boolean
  }>`
    select s.id, s.way, s.started_at, s.last_seen_at, s.ends_at, s.id = identity.current_session() as current
      from identity.sessions s order by current desc, s.last_seen_at desc, s.id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    way: row.way,
    startedAt: row.started_at,
    lastSeenAt: row.last_seen_at,
    endsAt: row.ends_at,
    isCurrent: row.current,
  }))
}

/** Ends one of the person's own sessions; `null` is the one of this browser. False when there is none. */
export async function endSession(tx: Writer, id: string | null, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`
    select identity.end_session(coalesce(${id}::uuid, identity.current_session()), ${requestId}) as ended`.execute(tx)
  return rows[0]?.ended ?? false
}
