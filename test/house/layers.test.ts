import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'

// What an import cannot tell, the text can: who writes SQL, who reads the clock, what goes into a page.
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map((path) => ({ path: `src/${path}`, text: readFileSync(`src/${path}`, 'utf8') }))

// What is true of one region only. The name of the city is also that of our time zone.
const ofTheRegion = new Set(
  ['gebieden', 'organisaties', 'gremia', 'strategieen', 'prioriteiten', 'plannen', 'indicatoren', 'documenten'].flatMap(
    (name) =>
      (
        parse(readFileSync(`region/midden-nederland/${name}.csv`), { bom: true, columns: true }) as Record<
          string,
          string
        >[]
      )
        .flatMap(({ code, naam }) => [code, name === 'gebieden' ? naam : undefined])
        .filter((word) => word !== undefined && word.length > 2 && word.toLowerCase() !== 'amsterdam'),
  ),
)

type House = { readonly path: string; readonly text: string }
type Rule = { readonly says: string; readonly broken: (file: House) => boolean; readonly breach: House }

const rules: readonly Rule[] = [
  {
    says: 'SQL stands in stores',
    broken: ({ path, text }) =>
      /^src\/(domains|site|region)\//.test(path) &&
      !path.endsWith('.store.ts') &&
      /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|withRecursive|executeQuery)\(|\bsql[<`]/.test(text),
    breach: { path: 'src/site/home.pages.tsx', text: "await ask.read((tx) => tx.selectFrom('money.lines').execute())" },
  },
  {
    says: 'only main.ts and the command line read the clock',
    broken: ({ path, text }) =>
      !/^src\/((main|command)\.ts|cli\/)/.test(path) &&
      /\bnew Date\(\)|\bDate\.now\(/.test(text.replace(/\/\/.*$/gm, '')),
    breach: { path: 'src/domains/strategy/action.ts', text: 'const today = new Date()' },
  },
  {
    says: 'a page holds no style and no script of its own',
    broken: ({ text }) =>
      /\sstyle=[{"']|\son(click|change|submit|load)=|dangerouslySetInnerHTML|<script(?! type="module" src=\{)[\s>]/i.test(
        text,
      ),
    breach: { path: 'src/site/home.pages.tsx', text: '<p style="color: red">' },
  },
  {
    says: 'a region is data: the code names nothing of it',
    // The style page shows every component with invented content.
    broken: ({ path, text }) =>
      !path.includes('/style-page') &&
      text
        .replace(/\/\/.*$|\/\*\*?[\s\S]*?\*\//gm, '')
        // A folder may be called what an indicator of some region is called too.
        .replace(/ from '\.[^']*'$/gm, '')
        .match(/[\p{L}\p{N}_.-]+/gu)
        ?.some((word) => ofTheRegion.has(word)) === true,
    breach: { path: 'src/site/district.pages.tsx', text: '<TextLink href={`/gremia/DVC`}>Het college</TextLink>' },
  },
  {
    says: 'no file is named after nothing in particular',
    broken: ({ path }) => /(^|[/-])(utils?|helpers?|common|managers?|services?|misc)[-./]/.test(path),
    breach: { path: 'src/platform/web/url-utils.ts', text: '' },
  },
  {
    says: 'nothing is printed past the log, but by the start and the command line',
    broken: ({ path, text }) => !/^src\/(main\.ts|cli\/)/.test(path) && /\bconsole\.\w+\(/.test(text),
    breach: { path: 'src/domains/money/line.store.ts', text: "console.log('here')" },
  },
]

describe.each(rules)('$says', ({ broken, breach }) => {
  test('in every file', () => {
    expect(files.length).toBeGreaterThan(150)
    expect(files.filter(broken).map(({ path }) => path)).toEqual([])
  })

  test('and a breach is caught', () => {
    expect(broken(breach)).toBe(true)
  })
})
