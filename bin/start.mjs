import { compile, server } from './bootstrap/compile.mjs'
import { root } from './bootstrap/folders.mjs'
import { launch } from './bootstrap/launch.mjs'
import { prepare } from './bootstrap/prepare.mjs'
import { runCommand } from './bootstrap/terminal.mjs'

await runCommand(async () => {
  const node = await prepare()
  await compile(root, server)
  return launch(node, ['dist/main.js', ...process.argv.slice(2)]).exitCode
})
