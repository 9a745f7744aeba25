import { sql } from 'kysely'
import type { Database } from './database'

// Any number that no other program on the same server uses for its lock.
const lock = 7_403_294
const busyHere = new WeakMap<Database, Set<string>>()

/**
 * Does work that only one program at a time may do on this database; null when another is at it. Whoever is killed holds
 * nothing: the lock ends with its connection. The embedded database has one program, so there it is kept here.
 */
export async function alone<T>(db: Database, name: string, work: () => Promise<T>): Promise<T | null> {
  const here = busyHere.get(db) ?? new Set<string>()
  busyHere.set(db, here)
  if (here.has(name)) return null
  here.add(name)
  try {
    if (db.kind === 'pglite') return await work()
    // A connection of its own: the work itself opens others.
    return await db.owners.connection().execute(async (connection) => {
      const { rows } = await sql<{ taken: boolean }>`
        select pg_try_advisory_lock(${sql.lit(lock)}, hashtext(${name})) as taken`.execute(connection)
      if (!rows[0]?.taken) return null
      try {
        return await work()
      } finally {
        // Of a connection that broke the lock is gone already.
        await sql`select pg_advisory_unlock(${sql.lit(lock)}, hashtext(${name}))`.execute(connection).catch(() => {})
      }
    })
  } finally {
    here.delete(name)
  }
}
