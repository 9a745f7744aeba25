import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const tooOld = 15 * 60_000

/**
 * Does the work while no other process does work under the same lock file; waits its turn. A lock whose process is
 * gone, or that is a quarter of an hour old, is taken over.
 * @template T
 * @param {string} lockFile
 * @param {() => Promise<T>} work
 * @param {() => void} [waits] told once, when another is at work
 * @returns {Promise<T>}
 */
export async function oneAtATime(lockFile, work, waits) {
  mkdirSync(dirname(lockFile), { recursive: true })
  for (let told = false; !taken(lockFile); ) {
    if (isAbandoned(lockFile)) rmSync(lockFile, { force: true })
    else {
      if (!told) waits?.()
      told = true
      await pause(200)
    }
  }
  try {
    return await work()
  } finally {
    rmSync(lockFile, { force: true })
  }
}

/** @param {string} lockFile */
function taken(lockFile) {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (fault) {
    if (codeOf(fault) !== 'EEXIST') throw fault
    return false
  }
}

/** @param {string} lockFile */
function isAbandoned(lockFile) {
  try {
    const owner = Number(readFileSync(lockFile, 'utf8'))
    const age = Date.now() - statSync(lockFile).mtimeMs
    if (age > tooOld) return true
    // Empty: made a moment ago, its number is still to be written.
    return owner > 0 && !isAlive(owner)
  } catch {
    return false // gone already
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return codeOf(fault) === 'EPERM'
  }
}

/** @param {unknown} fault */
const codeOf = (fault) => (fault instanceof Error && 'code' in fault ? fault.code : undefined)
