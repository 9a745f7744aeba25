import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from '../../../db/types'
import type { Database } from './database'
import type { Engine } from './engine'
import { engineDialect } from './engine-dialect'
import { usePgValueParsers } from './values'

export type PostgresUrls = {
  /** Logs in for requests; a member of `sv_visitor`. */
  readonly visitors: string
  /** Logs in for migrations and loads; a member of `sv_owner`. */
  readonly owners: string
}

/** A database on the embedded engine. */
export function databaseOnEngine(engine: Engine, clock: () => Date, hasRoom = () => true): Database {
  const db = new Kysely<Tables>({ dialect: engineDialect(engine) })
  return {
    kind: 'pglite',
    visitors: db,
    owners: db,
    clock,
    async script(text) {
      try {
        await engine.script(text)
      } catch (fault) {
        await engine.script('rollback; reset role').catch(() => {})
        throw fault
      }
    },
    hasRoom,
    lost: engine.lost,
    close: () => db.destroy(),
  }
}

/** A database on a PostgreSQL server. Does not connect yet: the first query does. */
export function databaseOnPostgres(urls: PostgresUrls, clock: () => Date): Database {
  usePgValueParsers()
  const pool = (url: string, max: number) => {
    const made = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 10_000 })
    // A connection that breaks is no reason to stop the process, idle or in the middle of a transaction: what was asked
    // of it fails, and the next query opens another.
    made.on('error', () => {})
    made.on('connect', (client) => client.on('error', () => {}))
    return made
  }
  const visitorPool = pool(urls.visitors, 10)
  const ownerPool = pool(urls.owners, 2)
  const visitors = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: visitorPool }) })
  const owners = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: ownerPool }) })
  return {
    kind: 'postgresql',
    visitors,
    owners,
    clock,
    async script(text) {
      const client = await ownerPool.connect()
      try {
        await client.query(text)
      } catch (fault) {
        // On a connection that broke this fails too, and would hide why.
        await client.query('rollback; reset role').catch(() => {})
        throw fault
      } finally {
        client.release()
      }
    },
    hasRoom: () => true,
    lost: new Promise(() => {}),
    async close() {
      await visitors.destroy()
      await owners.destroy()
    },
  }
}
