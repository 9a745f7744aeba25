import { makeExampleFigures } from '../src/domains/crime'
import type { Database } from '../src/platform/db/database'
import { migrate, readMigrations } from '../src/platform/db/migrate'
import { databaseOnEngine } from '../src/platform/db/open'
import { openPglite } from '../src/platform/db/pglite'
import { loadPack } from '../src/platform/pack/load'
import { packFiles } from '../src/region/pack'

/** A region with example figures up to October 2026, in a database of this process that is gone with it. */
export async function exampleRegion(): Promise<Database> {
  const moment = new Date('2026-11-24T09:00:00Z')
  const db = databaseOnEngine(await openPglite({}), () => moment)
  await migrate(db, readMigrations('db/migrations'))
  const report = await loadPack(db, 'region/midden-nederland', packFiles)
  if (!report.loaded) throw new Error('the region does not load')
  await makeExampleFigures(db, () => false)
  return db
}
