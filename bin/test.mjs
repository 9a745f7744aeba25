import { compile, programs, server } from './bootstrap/compile.mjs'
import { root } from './bootstrap/folders.mjs'
import { closing, parts, runParts } from './bootstrap/parts.mjs'
import { prepare } from './bootstrap/prepare.mjs'
import { runCommand } from './bootstrap/terminal.mjs'
import { vitest } from './bootstrap/vitest.mjs'

// `npm test` runs everything; `npm test -- FILTER` runs only the tests that match, as quick as can be.
const filter = process.argv.slice(2)

await runCommand(async () => {
  const node = await prepare()
  const checks = filter.length > 0 ? [] : parts
  const failed = await runParts(node, checks)
  await compile(root, { ...server, ...programs(root) })
  const code = await vitest(node, ['--project=!all', ...filter])
  if (code !== 0) failed.push('tests')
  return closing(checks.length + 1, failed)
})
