import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal, step } from './terminal.mjs'

// The embedded database runs in a thread of its own, which loads its own file.
const databaseThread = { 'pglite.worker': 'src/platform/db/pglite.worker.ts' }
// Documents on paper are made in one too.
const paperThread = {
  'pdf.worker': 'src/platform/documents/pdf.worker.ts',
  'bundle.worker': 'src/platform/documents/bundle.worker.ts',
}
// And drawings as dots.
const pictureThread = { 'png.worker': 'src/platform/images/png.worker.ts' }

export const server = { main: 'src/main.ts', ...databaseThread, ...paperThread, ...pictureThread }

/** @param {string} name one command line program of src/cli */
export const program = (name) => ({ [`cli/${name}`]: `src/cli/${name}.ts`, ...databaseThread })

/** All of them. @param {string} root */
export const programs = (root) =>
  Object.assign({}, ...readdirSync(join(root, 'src/cli')).map((file) => program(basename(file, '.ts'))))

/** @param {string} name one measurement of bench */
export const measurement = (name) => ({ [`bench/${name}`]: `bench/${name}.ts`, ...databaseThread, ...paperThread })

/** @param {string} name one story of replay, with the product it plays on */
export const story = (name) => ({ [`replay/${name}`]: `replay/${name}.ts`, ...server, ...program('people') })

/**
 * How sources become programs in dist/. Packages stay outside: they are loaded from node_modules.
 * @param {string} root
 * @param {Record<string, string>} entries name in dist → source file
 * @returns {import('esbuild').BuildOptions & { write: false }} what comes out is for `writeOutput`
 */
export const compilation = (root, entries) => ({
  absWorkingDir: root,
  entryPoints: entries,
  outdir: 'dist',
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node24',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  sourcemap: true,
  write: false,
  logLevel: 'silent',
})

/**
 * Compiles the entries to dist/, unless they are newer than every source.
 * @param {string} root
 * @param {Record<string, string>} entries
 */
export async function compile(root, entries) {
  const outputs = Object.keys(entries).map((name) => join(root, 'dist', `${name}.js`))
  if (outputs.every(existsSync) && newestSource(root) < Math.min(...outputs.map(changed))) return
  const missing = Object.values(entries).filter((source) => !existsSync(join(root, source)))
  if (missing.length > 0) throw new Refusal(`Dit bestand is er niet: ${missing.join(', ')}`)
  await step('Programma bouwen', async () => {
    const { build, formatMessages } = await import('esbuild')
    const { outputFiles } = await build(compilation(root, entries)).catch(async ({ errors }) => {
      const messages = await formatMessages(errors, { kind: 'error' })
      throw new Refusal(`Het programma kon niet worden gebouwd:\n\n${messages.join('\n')}`)
    })
    writeOutput(outputFiles)
  })
}

/**
 * A running server may load a file at this moment: it sees the old one or the new one, never half or nothing.
 * @param {import('esbuild').OutputFile[]} files
 */
export function writeOutput(files) {
  for (const { path, contents } of files) {
    mkdirSync(dirname(path), { recursive: true })
    const unfinished = `${path}.${process.pid}`
    writeFileSync(unfinished, contents)
    renameSync(unfinished, path)
  }
}

/** @param {string} path */
const changed = (path) => statSync(path).mtimeMs

/** @param {string} root */
function newestSource(root) {
  const folders = ['src', 'bench', 'db', 'replay'].map((name) => join(root, name)).filter(existsSync)
  const files = ['package-lock.json', 'tsconfig.json', 'bin/bootstrap/compile.mjs'].map((name) => join(root, name))
  // A folder's own time tells that a file was removed or renamed.
  const within = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))),
  )
  return Math.max(...[...files, ...folders, ...within].map(changed))
}
