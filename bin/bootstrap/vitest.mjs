import { launch } from './launch.mjs'
import { tool } from './parts.mjs'

/**
 * Runs tests, in the terminal of this command.
 * @param {string} node
 * @param {string[]} args
 */
export const vitest = (node, args) => launch(node, [tool('vitest', 'vitest'), 'run', ...args]).exitCode
