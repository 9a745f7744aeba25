import { sql } from 'kysely'
import type { Database } from './database'

/**
 * What the login that serves requests may do: exactly become the visitor, more than that, or not even that. `other-database`:
 * it does not see the tables that the owner sees. Faults when the database cannot be reached.
 */
export type VisitorRights = 'exactly' | 'too-many' | 'too-few' | 'other-database'

/** The major version of the server that this login reaches. Faults when it reaches none. */
export async function serverVersion(login: Database['visitors']): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select current_setting('server_version_num')::integer / 10000 as version`.execute(login)
  return rows[0]?.version ?? 0
}

/** Looks at the login of `db.visitors` on a database that is migrated. */
export async function visitorRights(db: Database): Promise<VisitorRights> {
  const { rows } = await sql<{ visits: boolean; owns: boolean; there: boolean }>`
    select coalesce(pg_has_role(session_user, (select oid from pg_roles where rolname = 'sv_visitor'), 'member'), false) as visits,
           coalesce(pg_has_role(session_user, (select oid from pg_roles where rolname = 'sv_owner'), 'member'), false) as owns,
           exists (select from pg_namespace where nspname = 'platform') as there`.execute(db.visitors)
  const found = rows[0]
  if (!found?.there) return 'other-database'
  if (!found.visits) return 'too-few'
  return found.owns ? 'too-many' : 'exactly'
}
