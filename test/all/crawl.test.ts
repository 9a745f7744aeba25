import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PageForm, readPage } from '../environment/html'
import { type LeastRights, makeLeastRights } from '../environment/least-rights'
import { cookieOf } from '../environment/people'
import { type RunningServer, startServer } from '../environment/program'
import { pageRoutes, routeOf } from '../environment/walk'

// Every page, as everybody: goes from the home page by every link and every choice of every form, and by every address of the
// API, on the real server. Visitors meet it on the embedded database, people with a function on PostgreSQL.
const folder = mkdtempSync(join(tmpdir(), 'slagvaardig-crawl-'))
const pagesFolder = join(folder, 'pages')
mkdirSync(pagesFolder)
let server: RunningServer
let forPeople: RunningServer
let database: LeastRights

beforeAll(async () => {
  database = await makeLeastRights(process.env.TEST_POSTGRES_ADMIN ?? '')
  server = await startServer({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' })
  forPeople = await startServer({ ...database.settings, EXAMPLE: 'aan', EXAMPLE_FIGURES: 'aan', LOG_LEVEL: 'error' })
  await Promise.all([server.ready(), forPeople.ready()])
  // The example figures are made while the server runs.
  for (const one of [server, forPeople]) await hasFigures(one)
})
afterAll(async () => {
  await Promise.all([server?.end('SIGTERM'), forPeople?.end('SIGTERM')])
  await database?.drop()
  rmSync(folder, { recursive: true, force: true })
})

async function hasFigures(one: RunningServer): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 500) {
    if (!(await (await one.get('/veiligheidsbeelden')).text()).includes('nog geen maandcijfers')) return
    await new Promise((done) => setTimeout(done, 500))
  }
  throw new Error('no example figures were made within a minute')
}

// Searching and filtering make addresses without end, and every area has ten drawings. Of each kind (route and names of parameters)
// so many are opened.
const perKind = { everybody: 60, somebody: 5 }
// The visitor opens every page there is. A person opens the same pages with more on them: of each route so many at most.
const mostOfARoute = 200

type Walk = {
  /** How each address answered. */
  readonly status: Map<string, number>
  readonly faults: string[]
  /** What can be pointed at on each page. */
  readonly ids: Map<string, ReadonlySet<string>>
  /** Addresses that were not opened because there are too many of their kind. */
  skipped: number
}

const examined = new Map<string, string>()
const titles = new Map<string, string>()
const visited = new Map<string, number>()
const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'void-style': 'off' } })

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')
const kindOf = (address: URL) =>
  `${routeOf(address.pathname)?.path}?${[...new Set(address.searchParams.keys())].sort()}`

/**
 * Opens everything that links and forms lead to, for whoever sends these headers: of each kind of search at most `limit`,
 * and at most `most` addresses in all.
 */
async function walk(
  server: RunningServer,
  headers: Record<string, string>,
  starts: readonly string[],
  limit: number,
  most = Number.POSITIVE_INFINITY,
): Promise<Walk> {
  const walked: Walk = { status: new Map(), faults: [], ids: new Map(), skipped: 0 }
  const kinds = new Map<string, number>()
  const seen = new Set<string>()
  const waiting: { address: string; from: string }[] = []
  const fragments: { from: string; address: string; id: string }[] = []

  // The API and files are the same for everybody: a person opens pages only.
  const isPerson = headers.cookie !== undefined
  const go = (link: string, from: string) => {
    const target = new URL(link, server.url + from)
    const isDrawing = /\.(svg|png)$/.test(target.pathname)
    if (isPerson && (isDrawing || /^\/(api|stijl|lettertypen)\/./.test(target.pathname))) return
    if (!/^https?:$/.test(target.protocol)) return
    if (target.origin !== server.url) {
      // The mailbox shows the links of mails, which name the address visitors use.
      if (!['localhost', '127.0.0.1'].includes(target.hostname)) return
    }
    const address = target.pathname + target.search
    if (target.hash) fragments.push({ from, address, id: decodeURIComponent(target.hash.slice(1)) })
    if (seen.has(address)) return
    seen.add(address)
    const kind = kindOf(target)
    const count = (kinds.get(kind) ?? 0) + 1
    kinds.set(kind, count)
    const isOneOfMany = isPerson && count > mostOfARoute
    if (seen.size > most || isOneOfMany || ((target.search || isDrawing) && count > limit)) walked.skipped++
    else waiting.push({ address, from })
  }
  for (const start of starts) go(start, '/')

  const open = async ({ address, from }: { address: string; from: string }) => {
    // Compressing for a reader on the same machine is time lost.
    const answer = await server.get(address, { 'accept-encoding': 'identity', ...headers })
    const body = await answer.text()
    walked.status.set(address, answer.status)
    const fault = (what: string) => walked.faults.push(`${address} (from ${from}): ${what}`)
    if (answer.status >= 300 && answer.status < 400) return go(answer.headers.get('location') ?? '/', address)
    if (answer.status !== 200) return fault(`answers ${answer.status}`)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) return
    const path = routeOf(new URL(address, server.url).pathname)?.path ?? 'no route'
    visited.set(path, (visited.get(path) ?? 0) + 1)
    const page = readPage(body)
    walked.ids.set(address, new Set(page.ids))
    follow(address, page, go)
    for (const one of await examine(address, path, body, page)) fault(one)
  }
  // First in, first out: what stands near the start comes first.
  let next = 0
  const workers = Array.from({ length: 4 }, async () => {
    while (next < waiting.length) {
      const link = waiting[next++]
      if (link) await open(link)
      // Another worker may still find links.
      for (let idle = 0; next >= waiting.length && idle < 40; idle++) await new Promise((done) => setTimeout(done, 25))
    }
  })
  await Promise.all(workers)

  for (const { from, address, id } of fragments) {
    const there = walked.ids.get(address)
    if (id && there && !there.has(id)) walked.faults.push(`${from}: nothing on ${address} is called #${id}`)
  }
  return walked
}

type Page = ReturnType<typeof readPage>

/** Goes everywhere a page leads: by its links, by every choice of its forms, and to what it loads. */
function follow(address: string, page: Page, go: (link: string, from: string) => void): void {
  for (const link of page.links) go(link, address)
  if (!address.includes('?')) for (const form of page.forms) for (const choice of choices(form)) go(choice, address)
  for (const file of page.loads) if (file.startsWith('/')) go(file, address)
}

/** Says what is wrong with a page. The same page is judged once. */
async function examine(address: string, path: string, html: string, page: Page): Promise<string[]> {
  const key = hash(page.main)
  if (examined.has(key)) return []
  examined.set(key, address)
  const faults: string[] = []
  if (page.language !== 'nl') faults.push(`is in the language "${page.language}"`)
  if (page.headings.length !== 1) faults.push(`has ${page.headings.length} headings of the first level`)
  if (page.inline.length > 0) faults.push(`has inline ${page.inline.slice(0, 3).join(' ')}`)
  const twice = page.ids.filter((id, at) => page.ids.indexOf(id) !== at)
  if (twice.length > 0) faults.push(`has two of #${twice[0]}`)
  for (const file of page.loads) if (!/^[/#]/.test(file)) faults.push(`loads ${file}`)
  for (const { method, action } of page.forms)
    if (method === 'post' && !routeOf(new URL(action || address, server.url).pathname, 'post'))
      faults.push(`has a form that posts to ${action}, where nothing listens`)
  // Two links to one screen have a key each.
  if (!address.includes('?') && !path.includes(':sleutel')) {
    const named = `${path} ${page.title}`
    const other = titles.get(named)
    if (other && other !== address) faults.push(`has the title of ${other}: ${page.title}`)
    titles.set(named, address)
  }
  const report = await validator.validateString(html)
  for (const message of report.results.flatMap(({ messages }) => messages).slice(0, 3))
    faults.push(`is not valid: ${message.message} (${message.ruleId}, line ${message.line})`)
  writeFileSync(join(pagesFolder, `${examined.size}.html`), html)
  return faults
}

/** What a form that asks may ask: as it stands, and every choice once. */
function choices({ method, action, fields }: PageForm): string[] {
  if (method === 'post') return []
  const asked = (changed?: string, value = '') =>
    `${action}?${new URLSearchParams(fields.map((field): [string, string] => [field.name, field.name === changed ? value : field.value]))}`
  return [asked(), ...fields.flatMap(({ name, options }) => options.slice(0, 40).map((option) => asked(name, option)))]
}

/** The example persons the sign-in page offers, and how to enter as one. */
async function persons(): Promise<{ name: string; id: string }[]> {
  const page = await (await forPeople.get('/inloggen')).text()
  const rows = [...page.matchAll(/name="persoon" value="([^"]+)"[\s\S]*?Log in<span[^>]*> als ([^<]+)</g)]
  return rows.map(([, id = '', name = '']) => ({ id, name }))
}

const report = (who: string, { status, skipped }: Walk) =>
  console.log(`${who}: ${status.size} addresses opened, ${skipped} searches and filters more not opened`)

let anonymous: Walk

// Side by side: each waits for a server of its own. Beside each other and the crash tests they take twenty to thirty minutes on two cores.
describe.concurrent('the walk', () => {
  test('a visitor finds no broken link, no wrong form and no invalid page', async () => {
    anonymous = await walk(server, {}, ['/'], perKind.everybody)
    report('visitor', anonymous)
    expect(anonymous.faults.slice(0, 200)).toEqual([])
    expect(anonymous.status.size).toBeGreaterThan(1500)
  }, 1_800_000)

  // Of people with the same function the first opens everything; the next, elsewhere, what is about himself.
  test('an example person finds none either, in whatever function', async () => {
    const people = await persons()
    const functions = new Set<string>()
    const faults: string[] = []
    for (const { name, id } of people) {
      const entered = await forPeople.post('/inloggen/voorbeeld', { persoon: id, naar: '/' })
      expect([name, entered.status]).toEqual([name, 303])
      const title = name.includes('voorbij') ? name : (name.split(',')[0] ?? '')
      const isFirst = !functions.has(title)
      functions.add(title)
      const walked = await walk(
        forPeople,
        cookieOf(entered),
        ['/', '/mijn'],
        perKind.somebody,
        isFirst ? Number.POSITIVE_INFINITY : 60,
      )
      report(name, walked)
      faults.push(...walked.faults.map((fault) => `${name}: ${fault}`))
    }
    expect(functions.size).toBeGreaterThan(4)
    expect(faults.slice(0, 200)).toEqual([])
  }, 1_800_000)
})

test('every route that gives a page was opened', () => {
  // The first two go on to another site; a mail leads to the third, and a form to the fourth; `/stijl` is for whoever builds.
  // Nobody asked a question, held a link of a round, recorded a decision, had reports made or sits in a meeting here: test/journeys/accessibility.test.ts does, and opens what comes of it.
  const apart = [
    '/inloggen/via/:aanbieder',
    '/inloggen/terug/:aanbieder',
    '/inloggen/link',
    '/inloggen/verstuurd',
    '/stijl',
    '/open-vragen/:id/stoppen',
    '/stand/:sleutel',
    '/plannen/:code/vastgesteld/:hash',
    '/acties/:code/varianten/:gebied',
    '/publicatiekalender/:code/verplaatsen',
    '/mijn/vergadering',
  ]
  const unmade = [
    '/besluiten/:code',
    '/conceptplannen/:code',
    '/rapportages/:code',
    '/verantwoordingsstukken/:code',
    '/zienswijzen/:code',
    '/veiligheidsplannen/:code',
    '/vergaderingen/:code',
    '/voorstellen/',
    '/vergaderingen/plannen',
    '/gremia/:code/:gebied',
    '/contactpunten/:id',
  ]
  const isApart = (path: string) => apart.includes(path) || unmade.some((start) => path.startsWith(start))
  expect(pageRoutes.map(({ path }) => path).filter((path) => !visited.has(path) && !isApart(path))).toEqual([])
  for (const [path, count] of visited) console.log(`${path}: ${count}`)
})

test('the Nu checker finds no error on any of them', () => {
  const java = spawnSync('java', ['-version'])
  if (java.status !== 0) return console.warn('NOT CHECKED by the Nu checker: there is no Java here')
  const jar = 'node_modules/vnu-jar/build/dist/vnu.jar'
  const options = ['--errors-only', '--skip-non-html', '--format', 'json', '--stdout', '--exit-zero-always']
  const checked = spawnSync('java', ['-Xmx2g', '-Xss4m', '-jar', jar, ...options, pagesFolder], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  type Said = { messages: { url: string; message: string; lastLine?: number; extract?: string }[] }
  const { messages }: Said = JSON.parse(checked.stdout)
  const address = new Map([...examined.values()].map((one, at) => [`${at + 1}.html`, one]))
  const faults = messages.map(
    ({ url, message, extract }) => `${address.get(url.replace(/^.*\//, ''))}: ${message} ${extract}`,
  )
  console.log(`${examined.size} pages checked`)
  expect(faults.slice(0, 100)).toEqual([])
}, 600_000)

describe('the API', () => {
  type Listed = { aantal: number; items: { code: string }[]; _links: Record<string, { href: string } | undefined> }
  const json = async <T>(path: string) => (await (await server.get(path)).json()) as T

  test('answers at every address its text names, for every code, and every code has its page', async () => {
    const { paths } = await json<{ paths: Record<string, object> }>('/api/v1/openapi.json')
    const faults: string[] = []
    // Some codes have a page of another kind, to which their address leads: that of the region is the home page.
    const ownPage = async (address: string) => (await server.get(address)).headers.get('location') ?? address
    const wasOpened = (address: string) => anonymous.status.get(address) === 200
    for (const path of Object.keys(paths).filter((one) => !one.includes('{'))) {
      const codes: string[] = []
      for (let next: string | undefined = `/api/v1${path}?perPagina=500`; next; ) {
        const { items, _links }: Listed = await json<Listed>(next)
        codes.push(...items.map(({ code }) => code))
        next = _links.volgende?.href
      }
      for (const end of ['.csv', '-excel.csv', '.xlsx']) {
        const { status } = await server.get(`/api/v1${path}${end}`)
        if (status !== 200) faults.push(`${path}${end} answers ${status}`)
      }
      const hasPages = pageRoutes.some((route) => route.path === `${path}/:code`)
      for (const code of codes) {
        const one = `${path}/${encodeURIComponent(code)}`
        if (`${path}/{code}` in paths && (await server.get(`/api/v1${one}`)).status !== 200)
          faults.push(`/api/v1${one}`)
        if (hasPages && !wasOpened(one) && !wasOpened(await ownPage(one))) faults.push(`no link leads to ${one}`)
      }
    }
    expect(faults.slice(0, 100)).toEqual([])
  }, 300_000)
})
