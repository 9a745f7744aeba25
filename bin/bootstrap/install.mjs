import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { oneAtATime } from './one-at-a-time.mjs'
import { passSignalsTo } from './signals.mjs'
import { Refusal, step } from './terminal.mjs'

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.slagvaardig-installed')

/**
 * What the stamp must say: the lock file, and the kind of machine, because packages hold programs for one kind.
 * @param {string} root
 */
export function wantedStamp(root) {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${hash} ${process.platform}-${process.arch}`
}

/** @param {string} root */
export function isInstalled(root) {
  const wanted = wantedStamp(root)
  if (existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === wanted) return true
  if (!holdsWhatTheLockSays(root)) return false
  writeFileSync(stampFile(root), wanted)
  return true
}

/**
 * Whoever adds a package with `npm install` has a new lock file and what belongs to it: installing again would only
 * take packages away from under what is running. npm's own note in node_modules tells what is there.
 * @param {string} root
 */
function holdsWhatTheLockSays(root) {
  const note = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(note)) return false
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const present = packagesIn(note)
  const suitsThisMachine = (/** @type {{ os?: string | string[], cpu?: string | string[] }} */ { os, cpu }) =>
    [os ?? process.platform].flat().includes(process.platform) && [cpu ?? process.arch].flat().includes(process.arch)
  return (
    Object.entries(wanted).every(([path, { optional }]) => path === '' || optional || present[path]) &&
    Object.entries(present).every(
      ([path, { version, integrity, ...rest }]) =>
        wanted[path]?.version === version && wanted[path].integrity === integrity && suitsThisMachine(rest),
    )
  )
}

/** @param {string} lockFile @returns {Record<string, any>} */
const packagesIn = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages

/**
 * Installs the packages of package-lock.json, unless they are there. Two commands at once install once.
 * @param {string} root
 */
export async function install(root) {
  if (isInstalled(root)) return
  const work = async () => {
    if (isInstalled(root)) return
    await step('Onderdelen installeren (duurt de eerste keer een halve minuut)', () => npmCi(root))
    writeFileSync(stampFile(root), wantedStamp(root))
  }
  await oneAtATime(join(root, 'dist', 'installing.lock'), work, () =>
    process.stderr.write('Een andere opdracht installeert nu de onderdelen. Deze opdracht wacht daarop.\n'),
  )
}

/** @param {string} root @returns {Promise<void>} */
function npmCi(root) {
  const options = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--prefer-offline',
    '--loglevel=error',
  ]
  const npm = process.env.npm_execpath ?? ''
  const child = /npm-cli\.[cm]?js$/.test(npm)
    ? spawn(process.execPath, [npm, ...options], { cwd: root })
    : spawn('npm', options, { cwd: root, shell: process.platform === 'win32' })
  passSignalsTo(child)
  let output = ''
  child.stdout.on('data', (text) => (output += text))
  child.stderr.on('data', (text) => (output += text))
  return new Promise((done, failed) => {
    child.on('error', () => failed(new Refusal('De opdracht npm is niet gevonden. Installeer Node.js met npm.')))
    child.on('close', (code) => {
      if (code === 0) done()
      else failed(new Refusal(`De onderdelen konden niet worden geïnstalleerd. npm meldt:\n\n${output.trim()}`))
    })
  })
}
