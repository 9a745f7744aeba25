import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Which program this is: the version of `folder`/package.json and, in a clone, the commit: `0.1.0+1a2b3c4d5e6f`. */
export function programVersion(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const commit = commitOf(join(folder, '.git'))
  return commit ? `${version}+${commit.slice(0, 12)}` : version
}

function commitOf(git: string): string | null {
  const read = (name: string) => (existsSync(join(git, name)) ? readFileSync(join(git, name), 'utf8') : '')
  const head = read('HEAD').trim()
  if (/^[0-9a-f]{40}$/.test(head)) return head
  const branch = /^ref: (refs\/\S+)$/.exec(head)?.[1]
  if (!branch) return null
  const loose = read(branch).trim()
  if (/^[0-9a-f]{40}$/.test(loose)) return loose
  const packed = read('packed-refs')
    .split('\n')
    .find((line) => line.slice(41) === branch)
  return packed?.slice(0, 40) ?? null
}
