import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { compile, measurement, program, programs, server, story } from './compile.mjs'
import { dev } from './dev.mjs'
import { root } from './folders.mjs'
import { launch } from './launch.mjs'
import { closing, parts, runParts, tool } from './parts.mjs'
import { Refusal } from './terminal.mjs'
import { vitest } from './vitest.mjs'

/** @typedef {(node: string, args: string[]) => Promise<number>} Command */

/** What `npm run NAME` does, after the packages and Node are there. @type {Record<string, Command>} */
export const commands = {
  dev,
  region: programOfSrc('region'),
  figures: programOfSrc('figures'),
  people: programOfSrc('people'),
  backup: programOfSrc('backup'),
  restore: programOfSrc('restore'),
  signals: programOfSrc('signals'),
  generate: programOfSrc('generate'),
  // All that runs on a server, in dist/.
  build: async () => {
    await compile(root, { ...server, ...programs(root) })
    return 0
  },
  bench,
  replay,
  format: (node) => launch(node, [tool('@biomejs/biome', 'biome'), 'check', '--write']).exitCode,
  check: async (node) => closing(parts.length, await runParts(node, parts)),
  'check:all': checkAll,
}

/** @param {string} name @returns {Command} */
function programOfSrc(name) {
  return async (node, args) => {
    await compile(root, program(name))
    return launch(node, [`dist/cli/${name}.js`, ...args]).exitCode
  }
}

/** @type {Command} */
async function bench(node, [name, ...args]) {
  if (!name || !existsSync(join(root, 'bench', `${name}.ts`))) {
    throw new Refusal(
      `Noem een meting uit de map bench, bijvoorbeeld: npm run bench -- NAAM. Niet gevonden: ${name ?? ''}`,
    )
  }
  await compile(root, measurement(name))
  return launch(node, [`dist/bench/${name}.js`, ...args]).exitCode
}

/** @type {Command} */
async function replay(node, [name, ...args]) {
  if (!name || !existsSync(join(root, 'replay', `${name}.ts`))) {
    throw new Refusal(
      `Noem een verhaal uit de map replay, bijvoorbeeld: npm run replay -- strategie-2023. Niet gevonden: ${name ?? ''}`,
    )
  }
  await compile(root, story(name))
  return launch(node, [`dist/replay/${name}.js`, ...args]).exitCode
}

/** @type {Command} */
async function checkAll(node, filter) {
  const failed = await runParts(node, parts)
  const code = await vitest(node, ['--project=all', ...filter])
  if (code !== 0) failed.push('tests van alle pagina’s')
  return closing(parts.length + 1, failed)
}
