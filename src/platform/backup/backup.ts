import { existsSync, renameSync, rmSync } from 'node:fs'
import { sql } from 'kysely'
import { type Database, type Owner, overseeing } from '../db/database'
import { appliedMigrations } from '../db/migrate'
import { type ArchiveSum, ArchiveWriter } from './archive'
import { sumArchive, writeArchive } from './archive-file'
import {
  partOf,
  sequenceColumns,
  sequenceRows,
  sequencesPart,
  tableRows,
  tablesToKeep,
  useArchiveNotation,
} from './parts'

export type BackupRefusal = { readonly refused: 'file-exists' | 'nothing-to-keep' }

/**
 * Writes everything in the database, as it is at one moment, to `file`, and reads the file back. While a server runs on
 * the same PostgreSQL this is fine. Faults when the file cannot be written; then there is no file.
 */
export async function makeBackup(db: Database, file: string): Promise<ArchiveSum | BackupRefusal> {
  if (existsSync(file)) return { refused: 'file-exists' }
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('platform.migrations') is not null as there`.execute(db.owners)
  if (!rows[0]?.there) return { refused: 'nothing-to-keep' }

  // Under its own name the file is whole, or it is not there.
  const unfinished = `${file}.onvolledig`
  rmSync(unfinished, { force: true })
  try {
    await overseeing(db, (tx) => writeArchive(unfinished, archiveOf(tx, db)))
    const sum = await sumArchive(unfinished)
    renameSync(unfinished, file)
    return sum
  } catch (fault) {
    rmSync(unfinished, { force: true })
    throw fault
  }
}

async function* archiveOf(tx: Owner, db: Database): AsyncGenerator<string> {
  await useArchiveNotation(tx)
  const archive = new ArchiveWriter()
  yield archive.head({
    madeAt: db.clock().toISOString(),
    from: db.kind,
    migrations: await appliedMigrations(tx),
  })
  for (const table of await tablesToKeep(tx)) {
    yield archive.part(
      partOf(table),
      table.columns.map(({ name }) => name),
    )
    for await (const rows of tableRows(tx, table)) yield archive.rows(rows)
    yield archive.endPart()
  }
  yield archive.part(sequencesPart, sequenceColumns)
  yield archive.rows(await sequenceRows(tx))
  yield archive.endPart()
  yield archive.seal()
}
