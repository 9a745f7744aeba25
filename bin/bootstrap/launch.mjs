import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './folders.mjs'
import { passSignalsTo } from './signals.mjs'

const endWithParent = new URL('end-with-parent.mjs', import.meta.url).href

/**
 * Starts a program on the pinned Node, in the terminal of this command. It gets the signals that this process gets, and
 * ends when this process is gone.
 * @param {string} node path
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function launch(node, args, env = process.env) {
  const child = spawn(node, ['--enable-source-maps', '--import', endWithParent, ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  passSignalsTo(child)
  /** @type {Promise<number>} */
  const exitCode = new Promise((done, failed) => {
    child.on('error', failed)
    child.on('exit', (code, signal) => done(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
  return { child, exitCode }
}
