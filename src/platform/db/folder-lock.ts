import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type FolderLock = { release(): void } | { heldBy: number }

/**
 * Takes the data folder for this process. The embedded database has no lock of its own, and two processes that write the
 * same folder lose rows without a word. A lock left by a process that is gone is taken over.
 */
export function lockFolder(folder: string): FolderLock {
  const file = join(folder, 'in-gebruik')
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, `${process.pid} ${startOf(process.pid)}`, { flag: 'wx' })
      return { release: () => rmSync(file, { force: true }) }
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    }
    const [pid = '', started = ''] = readLock(file).split(' ')
    if (isAlive(Number(pid)) && started === startOf(Number(pid))) return { heldBy: Number(pid) }
    rmSync(file, { force: true })
  }
  return { heldBy: 0 }
}

function readLock(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}

// A process number is used again after a restart; with the moment it started it names one process. Empty where the system does not say.
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
