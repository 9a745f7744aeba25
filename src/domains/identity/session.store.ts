import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'
import type { SignedIn } from '../../platform/web/ask'

/** The name of the cookie that holds the secret of a session. */
export const sessionCookie = 'sv_sessie'

/** The person behind the session of this transaction, with the posts that run today; null when the session is over or never was. */
export async function signedIn(tx: Reader): Promise<SignedIn | null> {
  const person = await tx.selectFrom('identity.people').select('name').executeTakeFirst()
  if (!person) return null
  const posts = await tx
    .selectFrom('identity.posts')
    .select(['title', 'role', 'organisation'])
    .where('valid_from', '<=', sql<never>`platform.today()`)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', sql<never>`platform.today()`)]))
    .execute()
  const distinct = (values: string[]) => [...new Set(values)]
  return {
    name: person.name,
    titles: distinct(posts.map(({ title }) => title)),
    roles: distinct(posts.map(({ role }) => role)),
    organisations: distinct(posts.map(({ organisation }) => organisation)),
  }
}
