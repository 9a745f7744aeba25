import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tool } from '../../bin/bootstrap/parts.mjs'

// A rule that no longer sees what it forbids looks exactly like a rule that everybody keeps. So every rule is broken once,
// in a copy of the sources, and must say so.
const configured = ['.dependency-cruiser.cjs', '.gitignore', 'biome.json', 'knip.json', 'package.json', 'tsconfig.json']
const folders = ['bin', 'db', 'src', 'test', 'vitest.config.ts']

let copy = ''
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'slagvaardig-breaches-'))
  for (const path of [...configured, ...folders]) cpSync(path, join(copy, path), { recursive: true })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

function plant(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    writeFileSync(join(copy, path), text)
  }
}

function run(packageName: string, program: string, args: readonly string[]): { code: number | null; output: string } {
  const { status, stdout } = spawnSync(process.execPath, [resolve(tool(packageName, program)), ...args], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return { code: status, output: stdout }
}

describe('dependencies', () => {
  type Cruised = {
    modules: { source: string }[]
    summary: { violations: { from: string; rule: { name: string } }[] }
  }
  const cruise = (): Cruised =>
    JSON.parse(
      run('dependency-cruiser', 'depcruise', [
        ...['--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
        ...['src', 'bin/verifier'],
      ]).output,
    )

  const { forbidden }: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
    resolve('.dependency-cruiser.cjs'),
  )
  const rules = forbidden.map(({ name }) => name)
  const ordered = [...rules.filter((name) => name.endsWith('-looks-only-back')), 'harvest-looks-only-back'].map(
    (name) => name.replace('-looks-only-back', ''),
  )

  // Per rule the files that break it, and nothing else; their names begin with "planted".
  const breaches: Record<string, Record<string, string>> = {
    'no-circular': {
      'src/kernel/planted-round.ts': "import './planted-and-round'\n",
      'src/kernel/planted-and-round.ts': "import './planted-round'\n",
    },
    'kernel-stands-alone': { 'src/kernel/planted-kernel.ts': "import '../platform/web/secret'\n" },
    'verifier-stands-alone': { 'bin/verifier/planted-borrower.mjs': "import '../../src/kernel/canonical'\n" },
    'platform-knows-no-domain': { 'src/platform/web/planted-domain.ts': "import '../../domains/identity'\n" },
    'front-door-only': {
      'src/domains/territory/planted-back-door.pages.tsx': "import '../identity/planted-target.store'\n",
    },
    'front-door-only-from-outside': {
      'src/cli/planted-back-door.ts': "import '../domains/identity/planted-target.store'\n",
    },
    'domains-know-no-site': { 'src/domains/territory/planted-app.pages.tsx': "import '../../app'\n" },
    'site-only-from-app': { 'src/region/planted-site.ts': "import '../site/frame'\n" },
    'rules-are-pure': { 'src/domains/territory/planted-rule.ts': "import 'node:fs'\n" },
    'rules-borrow-only-types': { 'src/domains/territory/planted-borrower.ts': "import '../identity'\n" },
    'pack-declarations-are-pure': { 'src/domains/territory/planted.pack.ts': "import '../../platform/db/values'\n" },
    'sql-lives-in-stores': { 'src/domains/territory/planted-sql.verbs.ts': "import 'kysely'\n" },
    'stores-look-down': {
      'src/domains/identity/planted-look-up.store.ts': "import './planted-target.pages'\n",
    },
    'stores-make-no-answer': {
      'src/domains/territory/planted-answer.store.ts': "import '../../platform/web/secret'\n",
    },
    'verbs-look-down': { 'src/domains/identity/planted-look-up.verbs.ts': "import './planted-target.pages'\n" },
    ...Object.fromEntries(
      ordered
        .slice(0, -1)
        .map((domain, at) => [
          `${domain}-looks-only-back`,
          { [`src/domains/${domain}/planted-forward.pages.tsx`]: `import '../${ordered[at + 1]}'\n` },
        ]),
    ),
  }
  const targets = {
    'src/domains/identity/planted-target.store.ts': 'export {}\n',
    'src/domains/identity/planted-target.pages.tsx': 'export {}\n',
  }

  test('are read in every source file, and none breaks a rule', () => {
    const { modules, summary } = cruise()
    const read = modules.map(({ source }) => source).filter((source) => /^src\/.*\.tsx?$/.test(source))
    const present = readdirSync(join(copy, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => `src/${path}`)
    expect(read.sort()).toEqual(present.sort())
    expect(read.length).toBeGreaterThan(150)
    expect(summary.violations).toEqual([])
  })

  test('have a breach planted for every rule', () => {
    expect(Object.keys(breaches).sort()).toEqual([...rules].sort())
  })

  test('that break a rule are caught, each by its own rule and no other', () => {
    // A domain that has no folder yet gets a front door, so that there is something to look forward to.
    for (const domain of ordered) {
      const door = join(copy, 'src/domains', domain, 'index.ts')
      mkdirSync(dirname(door), { recursive: true })
      appendFileSync(door, '')
    }
    plant(targets)
    for (const files of Object.values(breaches)) plant(files)
    const { violations } = cruise().summary
    const caught = Object.entries(breaches).map(([rule, files]) => [
      rule,
      [...new Set(violations.filter(({ from }) => from in files).map((one) => one.rule.name))],
    ])
    expect(Object.fromEntries(caught)).toEqual(Object.fromEntries(rules.map((name) => [name, [name]])))
  })
})

describe('unused code', () => {
  test('a file, an export and a package that nothing uses are found', () => {
    plant({
      'src/kernel/planted-unused.ts': 'export const nobodyWantsThis = 1\n',
      'src/kernel/money.ts': `${readFileSync('src/kernel/money.ts', 'utf8')}\nexport const plantedExport = 1\n`,
    })
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
    manifest.dependencies['planted-package'] = '1.0.0'
    plant({ 'package.json': JSON.stringify(manifest) })
    const { code, output } = run('knip', 'knip', ['--no-progress', '--reporter', 'compact'])
    expect(code).toBe(1)
    expect(output).toContain('planted-unused.ts')
    expect(output).toContain('plantedExport')
    expect(output).toContain('planted-package')
  })
})

describe('types and style', () => {
  test.each([
    ['a text where a number belongs', "export const planted: number = 'one'", 'TS2322'],
    [
      'an element of a list that may not be there',
      'export const planted = (list: number[]): number => list[0]',
      'TS2322',
    ],
    ['a type that is not said', 'export const planted = (unsaid) => unsaid', 'TS7006'],
  ])('%s is refused', (_, source, message) => {
    plant({
      'src/kernel/planted-type.ts': `${source}\n`,
      'tsconfig.planted.json':
        '{ "extends": "./tsconfig.json", "include": [], "files": ["src/kernel/planted-type.ts"] }',
    })
    const { code, output } = run('typescript', 'tsc', ['--noEmit', '-p', 'tsconfig.planted.json'])
    expect(output).toContain(message)
    expect(code).not.toBe(0)
  })

  test.each([
    ['a name that is never used', 'const planted = 1\n', 'noUnusedVariables'],
    ['a type that allows everything', 'export const planted = (value: any) => value\n', 'noExplicitAny'],
    ['another layout', 'export const planted = "one";\n', 'format'],
  ])('%s is refused', (_, source, message) => {
    plant({ 'src/kernel/planted-style.ts': source })
    const args = ['check', '--error-on-warnings', '--diagnostic-level=warn', '--reporter=json']
    const { code, output } = run('@biomejs/biome', 'biome', [...args, 'src/kernel/planted-style.ts'])
    expect(output).toContain(message)
    expect(code).not.toBe(0)
  })
})
