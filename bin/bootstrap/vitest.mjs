import { launch } from './launch.mjs'
import { tool } from './parts.mjs'

/**
 * Runs tests, in the terminal of this command. What the person set for a server of their own stays out: a test never
 * touches it.
 * @param {string} node
 * @param {string[]} args
 */
export function vitest(node, args) {
  const { PORT, HOST, DATA_DIR, DATABASE_URL, NODE_ENV, ...env } = process.env
  return launch(node, [tool('vitest', 'vitest'), 'run', ...args], env).exitCode
}
