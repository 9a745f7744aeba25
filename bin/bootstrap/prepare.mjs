import { root } from './folders.mjs'
import { install } from './install.mjs'
import { findNode, thisMachine } from './node24.mjs'
import { Refusal } from './terminal.mjs'

/**
 * What every command needs first: the packages, and the Node to run on.
 * @returns {Promise<string>} the path of Node
 */
export async function prepare() {
  if (Number.parseInt(process.versions.node, 10) < 20) {
    throw new Refusal(
      `Deze versie van Node.js (${process.versions.node}) is te oud. Installeer Node.js 24 van https://nodejs.org.`,
    )
  }
  process.chdir(root)
  // npm that is killed passes nothing on. Without npm a shell may end and leave this command running on purpose.
  if (process.env.npm_lifecycle_event) await import('./end-with-parent.mjs')
  await install(root)
  return findNode(thisMachine(root))
}
