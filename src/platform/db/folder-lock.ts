import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export type FolderLock = { release(): void } | { readonly heldBy: string }

const sqliteBusy = 5

/**
 * Takes the data folder for this process. The embedded database has no lock of its own, and two processes that write the
 * same folder lose rows without a word. `heldBy` is the number of the process that has it. Faults when the folder cannot
 * be written.
 */
export function lockFolder(folder: string): FolderLock {
  const holder = join(folder, 'in-gebruik')
  // Node cannot lock a file; SQLite, which is in it, can. Such a lock belongs to the kernel: it ends with the process,
  // also when that is killed, and holds between containers that share the folder.
  const lock = new DatabaseSync(join(folder, 'slot'))
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch (fault) {
    lock.close()
    if ((fault as { errcode?: number }).errcode !== sqliteBusy) throw fault
    return { heldBy: readHolder(holder) }
  }
  writeFileSync(holder, String(process.pid))
  return {
    release() {
      rmSync(holder, { force: true })
      lock.close()
    },
  }
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return 'onbekend'
  }
}
