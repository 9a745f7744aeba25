import { mkdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Config } from './config'
import { unknownOrganisations } from './domains/identity'
import { type Database, owning } from './platform/db/database'
import { lockFolder } from './platform/db/folder-lock'
import { type Migration, migrate } from './platform/db/migrate'
import { databaseOnEngine, databaseOnPostgres } from './platform/db/open'
import { openWorkerEngine } from './platform/db/worker-engine'
import type { Providers } from './platform/oidc/providers'
import { loadPack } from './platform/pack/load'
import { packFiles } from './region/pack'
import { changeLines, faultLines } from './region/report'

type Say = (line: string) => void

/** The start cannot go on, and the person at the terminal can mend it: `message` says in Dutch what to do. */
export class DatabaseRefusal extends Error {}

// An empty embedded database takes 40 MB and its log grows to about 200 MB under writing.
const neededBytes = 400 * 1024 * 1024

/** Opens the database the configuration names. Throws a DatabaseRefusal when it cannot. */
export async function openDatabase(config: Config, clock: () => Date, say: Say): Promise<Database> {
  if (config.DATABASE_URL) {
    say('Database: PostgreSQL-server.')
    return databaseOnPostgres(
      { visitors: config.DATABASE_URL, owners: config.DATABASE_OWNER_URL ?? config.DATABASE_URL },
      clock,
    )
  }
  const folder = join(config.DATA_DIR, 'database')
  try {
    mkdirSync(folder, { recursive: true })
  } catch (fault) {
    throw new DatabaseRefusal(
      `De map ${folder} kan niet worden gemaakt: ${(fault as Error).message}. Kies een andere map met DATA_DIR.`,
    )
  }
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < neededBytes) {
    throw new DatabaseRefusal(
      `De schijf is te vol: ${config.DATA_DIR} heeft ten minste 400 MB vrije ruimte nodig. Er is niets veranderd.`,
    )
  }
  const lock = lockFolder(config.DATA_DIR)
  if ('heldBy' in lock) {
    throw new DatabaseRefusal(
      `De database in ${config.DATA_DIR} is al open in een ander programma (proces ${lock.heldBy}). Stop dat eerst, of kies een andere map met DATA_DIR.`,
    )
  }
  say('Database: ingebouwd, om te proberen en voor klein gebruik. Voor echte gegevens: zet DATABASE_URL.')
  const engine = await openWorkerEngine(workerScript(), { folder }).catch((fault: Error) => {
    lock.release()
    throw new DatabaseRefusal(
      `De database in ${folder} kan niet worden geopend: ${fault.message}. Zet een reservekopie terug met: npm run restore`,
    )
  })
  const db = databaseOnEngine(engine, clock)
  return {
    ...db,
    async close() {
      await db.close()
      lock.release()
    },
  }
}

const workerScript = () => pathToFileURL(join(process.cwd(), 'dist/pglite.worker.js'))

/** Migrates and loads the region. Throws a DatabaseRefusal when the database or the pack is not right; then nothing is changed. */
export async function prepareRegion(
  db: Database,
  migrations: readonly Migration[],
  folder: string,
  say: Say,
): Promise<void> {
  const applied = await migrate(db, migrations).catch((fault: NodeJS.ErrnoException) => {
    const unreachable = fault.code === 'ECONNREFUSED' || fault.code === 'ENOTFOUND' || fault.message.includes('timeout')
    const what = unreachable
      ? 'De database is niet bereikbaar. Controleer DATABASE_URL en of de server draait'
      : 'De database kan niet worden bijgewerkt'
    throw new DatabaseRefusal(`${what}: ${fault.message}`)
  })
  if (applied.length > 0) say(`Database bijgewerkt: ${applied.length} stappen.`)
  const report = await loadPack(db, folder, packFiles)
  if (!report.loaded) {
    throw new DatabaseRefusal(
      ['Het regiopakket klopt niet. Er is niets veranderd.', ...faultLines(report.faults)].join('\n'),
    )
  }
  for (const line of changeLines(report.changes)) say(line)
}

/** Every organisation a provider vouches for must be in the region. Throws a DatabaseRefusal that names those that are not. */
export async function checkProviders(db: Database, { list }: Providers): Promise<void> {
  const unknown = await owning(db, (tx) =>
    unknownOrganisations(
      tx,
      list.flatMap(({ organisations }) => organisations),
    ),
  )
  if (unknown.length === 0) return
  const lines = list.flatMap(({ code, organisations }) =>
    organisations
      .filter((organisation) => unknown.includes(organisation))
      .map(
        (organisation) =>
          `aanbieder ${code}, organisaties: de organisatie ${organisation} staat niet in het regiopakket.`,
      ),
  )
  throw new DatabaseRefusal(['Het bestand van OIDC_FILE past niet bij de regio.', ...lines].join('\n'))
}
