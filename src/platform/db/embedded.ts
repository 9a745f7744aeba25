import { existsSync, mkdirSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './database'
import { type FolderLock, lockFolder } from './folder-lock'
import { databaseOnEngine } from './open'
import { openWorkerEngine } from './worker-engine'

/** Why the embedded database cannot be opened; nothing was changed. */
export type EmbeddedRefusal =
  | { readonly refused: 'folder-unusable' | 'damaged'; readonly because: string }
  | { readonly refused: 'disk-too-full'; readonly neededMegabytes: number }
  | { readonly refused: 'in-use'; readonly heldBy: string }

/**
 * Free space in megabytes. A new database takes 40 MB and its log grows to 200 MB. Opening one after a crash writes its log
 * again. What is left when writing stops is what a crash at that moment needs to be repaired.
 */
const room = { toCreate: 400, toOpen: 150, toWrite: 64 }

/** Where the embedded database stands in the data folder. */
const databaseFolder = (dataFolder: string) => join(dataFolder, 'database')

/** Whether a database was made in this data folder. */
export const embeddedExists = (dataFolder: string) => existsSync(join(databaseFolder(dataFolder), 'PG_VERSION'))

/**
 * Opens the embedded database in `dataFolder`, for this process alone, and makes it when there is none. `thread` is the
 * compiled `pglite.worker`.
 */
export async function openEmbedded(
  dataFolder: string,
  thread: URL,
  clock: () => Date,
): Promise<Database | EmbeddedRefusal> {
  const lock = takeFolder(dataFolder)
  if ('refused' in lock) return lock
  try {
    const folder = databaseFolder(dataFolder)
    if (!embeddedExists(dataFolder)) await create(folder, thread)
    const engine = await openWorkerEngine(thread, { folder })
    const db = databaseOnEngine(engine, clock, () => freeMegabytes(dataFolder) >= room.toWrite)
    return {
      ...db,
      async close() {
        await db.close()
        lock.release()
      },
    }
  } catch (fault) {
    lock.release()
    return { refused: 'damaged', because: (fault as Error).message }
  }
}

function takeFolder(dataFolder: string): Extract<FolderLock, { release(): void }> | EmbeddedRefusal {
  try {
    mkdirSync(dataFolder, { recursive: true })
    const neededMegabytes = embeddedExists(dataFolder) ? room.toOpen : room.toCreate
    if (freeMegabytes(dataFolder) < neededMegabytes) return { refused: 'disk-too-full', neededMegabytes }
    const lock = lockFolder(dataFolder)
    return 'heldBy' in lock ? { refused: 'in-use', heldBy: lock.heldBy } : lock
  } catch (fault) {
    return { refused: 'folder-unusable', because: (fault as Error).message }
  }
}

// Beside its place and then renamed: who is stopped half way finds no half database the next time.
async function create(folder: string, thread: URL): Promise<void> {
  const unfinished = `${folder}-in-de-maak`
  rmSync(unfinished, { recursive: true, force: true })
  const engine = await openWorkerEngine(thread, { folder: unfinished })
  await engine.close()
  renameSync(unfinished, folder)
}

function freeMegabytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return (bavail * bsize) / 1024 / 1024
}
