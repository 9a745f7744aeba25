import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import type { Engine, EngineOptions } from './engine'
import { valueParsers } from './values'

/** Opens PGlite in this thread. The server runs it in a worker (`pglite.worker.ts`): a long query would stop every request. */
export async function openPglite(options: EngineOptions): Promise<Engine> {
  const client = await PGlite.create({
    extensions: { btree_gist, pg_trgm, unaccent },
    parsers: valueParsers,
    ...(options.folder ? { dataDir: options.folder } : {}),
    ...(options.archive ? { loadDataDir: new Blob([options.archive as Uint8Array<ArrayBuffer>]) } : {}),
  })
  return {
    async query(sql, parameters) {
      const result = await client.query<Record<string, unknown>>(sql, [...parameters])
      return { rows: result.rows, affected: result.affectedRows ?? 0 }
    },
    async script(sql) {
      await client.exec(sql)
    },
    async dump() {
      return new Uint8Array(await (await client.dumpDataDir('none')).arrayBuffer())
    },
    close: () => client.close(),
    lost: new Promise(() => {}),
  }
}
