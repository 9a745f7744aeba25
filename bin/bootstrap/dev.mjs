import { compilation, server, writeOutput } from './compile.mjs'
import { root } from './folders.mjs'
import { launch } from './launch.mjs'

/**
 * Compiles at each change and starts the server again; a change that does not compile leaves the server as it runs.
 * @param {string} node
 * @param {string[]} args
 * @returns {Promise<number>} when the person stops it
 */
export async function dev(node, args) {
  const { context } = await import('esbuild')
  let stopping = false
  /** @type {ReturnType<typeof launch> | undefined} */
  let running
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (stopping = true))

  /** @type {import('esbuild').Plugin} */
  const restart = {
    name: 'restart',
    setup(build) {
      build.onEnd(async ({ errors, outputFiles = [] }) => {
        if (errors.length > 0 || stopping) return
        writeOutput(outputFiles)
        running?.child.kill('SIGTERM')
        await running?.exitCode
        running = launch(node, ['dist/main.js', ...args])
      })
    },
  }
  const watching = await context({ ...compilation(root, server), logLevel: 'warning', plugins: [restart] })
  await watching.watch()
  return new Promise((done) => {
    const look = setInterval(async () => {
      if (!stopping) return
      clearInterval(look)
      const code = (await running?.exitCode) ?? 0
      await watching.dispose()
      done(code)
    }, 100)
  })
}
