import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system of its own that is full when its megabytes are used. */
export type SmallDisk = {
  readonly folder: string
  freeMegabytes(): number
  /** Another program takes all room but this many megabytes. */
  fillUpTo(freeMegabytes: number): void
  /** The other program takes its file away. */
  relieve(): void
  /** The disk gets this size. */
  grow(megabytes: number): void
  remove(): void
}

/** Mounts a file system in memory with `mount -t tmpfs -o size=…`, which takes an administrator; null where that may not be. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'slagvaardig-disk-'))
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder])
  if (status !== 0) {
    rmSync(folder, { recursive: true })
    return null
  }
  const ballast = join(folder, 'van-een-ander')
  const megabyte = Buffer.alloc(1024 * 1024)
  const freeMegabytes = () => {
    const { bavail, bsize } = statfsSync(folder)
    return (bavail * bsize) / 1024 / 1024
  }
  return {
    folder,
    freeMegabytes,
    fillUpTo(free) {
      const file = openSync(ballast, 'a')
      try {
        while (freeMegabytes() > free) writeSync(file, megabyte, 0, megabyte.length)
      } catch (fault) {
        if ((fault as NodeJS.ErrnoException).code !== 'ENOSPC') throw fault
      } finally {
        closeSync(file)
      }
    },
    relieve: () => rmSync(ballast, { force: true }),
    grow: (size) => void spawnSync('mount', ['-o', `remount,size=${size}m`, folder]),
    remove() {
      spawnSync('umount', ['--lazy', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
