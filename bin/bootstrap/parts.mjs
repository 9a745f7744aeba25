import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, program } from './compile.mjs'
import { root } from './folders.mjs'
import { passSignalsTo } from './signals.mjs'
import { seconds } from './terminal.mjs'

/**
 * A check of the whole repository: its name in the terminal, and the program that does it.
 * @typedef {{ name: string, command: () => string[], prepare?: () => Promise<void> }} Part
 */

/** @type {Part[]} */
export const parts = [
  { name: 'typen', command: () => [tool('typescript', 'tsc'), '--noEmit'] },
  {
    name: 'typen in de browser',
    command: () => [tool('typescript', 'tsc'), '--noEmit', '--project', 'src/platform/ui/browser'],
  },
  {
    name: 'opmaak en stijl',
    command: () => [tool('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '--diagnostic-level=warn'],
  },
  {
    name: 'afhankelijkheden',
    command: () => [
      tool('dependency-cruiser', 'depcruise'),
      '--config',
      '.dependency-cruiser.cjs',
      'src',
      'bin/verifier',
    ],
  },
  { name: 'ongebruikte code', command: () => [tool('knip', 'knip'), '--no-progress'] },
  {
    name: 'schema van de database',
    prepare: () => compile(root, program('generate')),
    command: () => ['dist/cli/generate.js', '--check'],
  },
]

/**
 * Where a package keeps the program of that name.
 * @param {string} packageName
 * @param {string} program
 */
export function tool(packageName, program) {
  const folder = join('node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[program])
}

/**
 * Runs the parts one after another, all of them, and shows the output of what failed.
 * @param {string} node
 * @param {Part[]} parts
 * @returns {Promise<string[]>} names of the parts that failed
 */
export async function runParts(node, parts) {
  const failed = []
  for (const part of parts) {
    const started = performance.now()
    const { code, output } = await run(node, part)
    console.log(`${code === 0 ? 'goed' : 'FOUT'}  ${part.name} (${seconds(started)})`)
    if (code === 0) continue
    failed.push(part.name)
    console.log(`\n${output.trim()}\n`)
  }
  return failed
}

/**
 * The last lines of a run: which parts failed, and the count.
 * @param {number} total
 * @param {string[]} failed
 * @returns {number} exit code
 */
export function closing(total, failed) {
  console.log(failed.length > 0 ? `\nNiet goed: ${failed.join(', ')}` : '\nAlle onderdelen zijn goed.')
  console.log(`${total - failed.length} passed, ${failed.length} failed`)
  return failed.length > 0 ? 1 : 0
}

/** @param {string} node @param {Part} part @returns {Promise<{ code: number, output: string }>} */
async function run(node, { command, prepare }) {
  try {
    await prepare?.()
  } catch (fault) {
    return { code: 1, output: fault instanceof Error ? fault.message : String(fault) }
  }
  const child = spawn(node, command(), { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  passSignalsTo(child)
  let output = ''
  child.stdout.on('data', (text) => (output += text))
  child.stderr.on('data', (text) => (output += text))
  return new Promise((done) => child.on('close', (code) => done({ code: code ?? 1, output })))
}
