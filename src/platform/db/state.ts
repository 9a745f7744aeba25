import { sql } from 'kysely'
import type { Database } from './database'

/**
 * What the database looks like to whoever asks now: another text after every change that was kept, in whatever table, by whatever
 * process. Between two equal texts nothing can have changed. Writes in another database of the same server change it too.
 */
export async function stateOf(db: Database): Promise<string> {
  const { rows } = await sql<{ state: string }>`select pg_current_snapshot()::text as state`.execute(db.visitors)
  return rows[0]?.state ?? ''
}
