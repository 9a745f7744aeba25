// The house rules as a machine reads them; ARCHITECTURE.md says them in words.
const order = [
  'identity',
  'territory',
  'figures',
  'crime',
  'population',
  'pictures',
  'datacalls',
  'strategy',
  'progress',
  'governance',
  'learning',
  'support',
  'assessments',
  'capacity',
  'money',
  'casework',
  'burgernet',
  'publications',
  'accounts',
  'hearings',
  'levels',
  'drafting',
  'meetings',
  'annotations',
  'bundles',
  'proposals',
  'decisions',
  'outcomes',
  'standing',
  'disclosure',
  'harvest',
]
const domain = '^src/domains/[^/]+'
const test = '\\.test\\.tsx?$'
const error = (name, from, to) => ({ name, severity: 'error', from, to })

const looksOnlyBack = order
  .map((name, at) => [name, order.slice(at + 1)])
  .filter(([, later]) => later.length > 0)
  .map(([name, later]) =>
    error(`${name}-looks-only-back`, { path: `^src/domains/${name}/` }, { path: `^src/domains/(${later.join('|')})/` }),
  )

module.exports = {
  forbidden: [
    error('no-circular', {}, { circular: true }),
    error('kernel-stands-alone', { path: '^src/kernel/', pathNot: test }, { pathNot: '^src/kernel/' }),
    // Who checks us must not share a line with us.
    error(
      'verifier-stands-alone',
      { path: '^bin/verifier/' },
      { pathNot: ['^bin/verifier/', '^(node:)?(crypto|fs|path|url)$'] },
    ),
    error(
      'platform-knows-no-domain',
      { path: '^src/platform/' },
      { path: '^src/(domains|site|region|app|main|start|loaders|cli)' },
    ),
    error(
      'front-door-only',
      { path: '^src/domains/([^/]+)/' },
      { path: '^src/domains/', pathNot: ['^src/domains/$1/', '/index\\.ts$'] },
    ),
    error(
      'front-door-only-from-outside',
      { path: '^src/(site|region|app|main|start|loaders|cli)' },
      { path: `${domain}/`, pathNot: '/index\\.ts$' },
    ),
    error(
      'domains-know-no-site',
      { path: '^src/domains/', pathNot: test },
      { path: '^src/(site|region|app|main|start|loaders|cli)' },
    ),
    error('site-only-from-app', { path: '^src/', pathNot: ['^src/site/', '^src/app\\.ts$'] }, { path: '^src/site/' }),
    error(
      'rules-are-pure',
      { path: `${domain}/[a-z-]+\\.ts$`, pathNot: '/(index|routes)\\.ts$' },
      { pathNot: ['^src/kernel/', `${domain}/(?!routes\\.ts$)[a-z-]+\\.ts$`] },
    ),
    // A front door leads to stores and pages too; a type from it leads nowhere.
    error(
      'rules-borrow-only-types',
      { path: `${domain}/[a-z-]+(\\.pack)?\\.ts$`, pathNot: '/(index|routes)\\.ts$' },
      { path: `${domain}/index\\.ts$`, dependencyTypesNot: ['type-only'] },
    ),
    error(
      'pack-declarations-are-pure',
      { path: '\\.pack\\.ts$' },
      { pathNot: ['^src/kernel/', '^src/platform/pack/pack-file\\.ts$', `${domain}/(?!routes\\.ts$)[a-z-]+\\.ts$`] },
    ),
    error(
      'sql-lives-in-stores',
      { path: '^src/(domains|site|region)/', pathNot: ['\\.store\\.ts$', test] },
      { path: 'node_modules/(kysely|pg|@electric-sql)/' },
    ),
    error(
      'stores-look-down',
      { path: '\\.store\\.ts$' },
      { path: '\\.(verbs|pages|parts|api)\\.tsx?$|/routes\\.ts$|node_modules/hono/' },
    ),
    error(
      'stores-make-no-answer',
      { path: '\\.store\\.ts$' },
      { path: '^src/platform/(ui|web|sheets)/', dependencyTypesNot: ['type-only'] },
    ),
    error(
      'verbs-look-down',
      { path: '\\.verbs\\.ts$' },
      { path: '\\.(pages|parts|api)\\.tsx?$|/routes\\.ts$|node_modules/hono/' },
    ),
    ...looksOnlyBack,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
  },
}
