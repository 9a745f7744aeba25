import { type Kysely, sql, type Transaction } from 'kysely'
import type { Tables } from '../../../db/types'

/** Who asks. `null` is a visitor without a session; the id is the secret of a session, never of a person. */
export type Visitor = { readonly sessionId: string | null }
export const anonymous: Visitor = { sessionId: null }

declare const canRead: unique symbol
declare const canWrite: unique symbol
/** A transaction in which a visitor's rows exist, read only. */
export type Reader = Transaction<Tables> & { readonly [canRead]: true }
/** The same, and writing is possible where policies and grants allow it. */
export type Writer = Reader & { readonly [canWrite]: true }
/** A transaction of the owner of all tables: migrations, region loads, restore. Never for a request. */
export type Owner = Writer

/** An open database. `clock` is the only source of "now"; policies read it as `app.now`. */
export type Database = {
  readonly kind: 'pglite' | 'postgresql'
  /** Connections that may become the visitor. */
  readonly visitors: Kysely<Tables>
  /** Connections that may become the owner; on PGlite the same single session. */
  readonly owners: Kysely<Tables>
  readonly clock: () => Date
  /** Several statements in one go, as owner connection without a role: migrations. */
  script(sql: string): Promise<void>
  /** False when the disk is so full that a write could damage what is there. Asked before each change. */
  hasRoom(): boolean
  /** Settles when the database stopped by itself and must be opened again, with the reason. */
  readonly lost: Promise<Error>
  close(): Promise<void>
}

/** There is too little room on the disk for a change; nothing was changed. `code` is what PostgreSQL itself says then. */
class DiskFull extends Error {
  readonly code = '53100'
  constructor() {
    super('too little room on the disk to write')
  }
}

/** Work in one read-only snapshot as `visitor`. Do not open a second transaction inside: on PGlite that waits for ever. */
export function reading<T>(db: Database, visitor: Visitor, work: (tx: Reader) => Promise<T>): Promise<T> {
  return db.visitors
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => bound(tx, 'sv_visitor', visitor.sessionId, db.clock(), work))
}

/** Work that may change rows as `visitor`; everything or nothing is kept. */
export async function writing<T>(db: Database, visitor: Visitor, work: (tx: Writer) => Promise<T>): Promise<T> {
  if (!db.hasRoom()) throw new DiskFull()
  return db.visitors.transaction().execute((tx) => bound(tx, 'sv_visitor', visitor.sessionId, db.clock(), work))
}

/** Work as the owner of all tables. FORCE binds the owner too; each table's `keeper` policy lets it through. */
export async function owning<T>(db: Database, work: (tx: Owner) => Promise<T>): Promise<T> {
  if (!db.hasRoom()) throw new DiskFull()
  return db.owners.transaction().execute((tx) => bound(tx, 'sv_owner', null, db.clock(), work))
}

/** One read-only snapshot of everything, as the owner of all tables: a backup, a check of the ledger. */
export function overseeing<T>(db: Database, work: (tx: Owner) => Promise<T>): Promise<T> {
  return db.owners
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => bound(tx, 'sv_owner', null, db.clock(), work))
}

// The settings end with the transaction, so a pooled connection never carries one visitor's rights into the next request.
async function bound<T>(
  tx: Transaction<Tables>,
  role: string,
  sessionId: string | null,
  now: Date,
  work: (tx: Writer) => Promise<T>,
): Promise<T> {
  await sql`select set_config('role', ${role}, true), set_config('app.session_id', ${sessionId ?? ''}, true),
    set_config('app.now', ${now.toISOString()}, true)`.execute(tx)
  return work(tx as Writer)
}
