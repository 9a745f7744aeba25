/** What a statement gives back: rows as plain objects, and how many rows it changed. */
export type EngineResult = { readonly rows: Record<string, unknown>[]; readonly affected: number }

/**
 * The embedded PostgreSQL, wherever it runs: one session, one statement at a time, always superuser.
 * Faults are Error objects with the fields `code` (SQLSTATE), `detail`, `constraint` as the `pg` driver gives them.
 */
export type Engine = {
  query(sql: string, parameters: readonly unknown[]): Promise<EngineResult>
  /** Several statements without parameters, as in a migration. */
  script(sql: string): Promise<void>
  /** The whole data folder as a tar archive. */
  dump(): Promise<Uint8Array>
  close(): Promise<void>
  /** Settles when the engine stopped by itself and answers no more, with the reason. */
  readonly lost: Promise<Error>
}

/** Where the data stand: a folder, or memory; `archive` fills an empty one from a dump. */
export type EngineOptions = { readonly folder?: string | undefined; readonly archive?: Uint8Array | undefined }
