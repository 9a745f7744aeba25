import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepRounds, roundPostFrom } from '../../src/domains/progress'
import { announce, beginAccount, openWindow, releaseOne } from '../environment/accounts'
import { adviserOf, annotate, seatWithAdviser } from '../environment/annotations'
import { browser } from '../environment/browser'
import { recordDecision } from '../environment/decisions'
import { makePlan } from '../environment/drafts'
import { newKey, sendForm } from '../environment/forms'
import { holdHearing } from '../environment/hearings'
import { readPage } from '../environment/html'
import { keepLocalPlan, keepVariant } from '../environment/levels'
import { holdMeeting } from '../environment/meetings'
import { holdOutcomes } from '../environment/outcomes'
import { signInAs } from '../environment/people'
import { holdProposals } from '../environment/proposals'
import { makeDrafts, renswoude, signReport } from '../environment/reports'
import { served } from '../environment/served'
import { onePagePerRoute, pageRoutes, routeOf } from '../environment/walk'

// Every kind of page, in every state it can be in, for everybody who may see it: axe, a phone of 320 px, targets a thumb can
// hit, by day and by night. One address per route stands for all of them; `npm run check:all` opens every single one.
const product = served({ figures: true })
const opened = browser()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// No link leads to these: one is the answer to a form, the style page is for whoever builds. A mail leads to the link in it.
// The first action is one that the programme manager may change, the second one of all municipalities together.
const starts = ['/acties/S23-007', '/acties/S23-022', '/', '/inloggen/verstuurd', '/stijl']
// With these a browser goes on to another site, or comes back from it.
const elsewhere = ['/inloggen/via/:aanbieder', '/inloggen/terug/:aanbieder']
/** Comes with the seat he advises. */
const adviserRole = 'adviseur-gm0321'
const roles = [
  'bezoeker',
  'oov-renswoude',
  'burgemeester-houten',
  adviserRole,
  'analist-politie',
  'programmamanager',
  'functioneel-beheerder',
]

type Headers = Record<string, string>

/** Where the link in the mail of a round leads. */
async function mailedLink(): Promise<string> {
  const text = (await product().text('/postvak')).replace(/<[^>]+>/g, ' ')
  return /\/stand\/[\w-]+/.exec(text)?.[0] ?? ''
}

const signedIn = new Map<string, Headers>([['bezoeker', {}]])
const addresses = new Map<string, Map<string, string>>()
const seen = new Set<string>()
let context: BrowserContext
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  for (const role of roles.slice(1).filter((one) => one !== adviserRole))
    signedIn.set(role, await signInAs(product(), role))
  await product().post('/inloggen', { mail: 'oov-renswoude@voorbeeld.invalid', naar: '/' })
  // So that there is something to sign.
  const analyst = signedIn.get('analist-politie')
  await product().post('/uitvragen/JR-2026/POL-DRIO', { 'waarde-JR-2026-01': '25.000' }, analyst)
  // So that there is a question to stop, and a report to read, explain and sign.
  for (const weergave of ['beeld', 'regio'])
    await product().post('/open-vragen', { weergave, gebied: 'GM0339', soort: '0.0.0' }, signedIn.get('oov-renswoude'))
  await makeDrafts(product())
  // And one that was published, to recompute and to correct; those of the bureau stay drafts.
  await signReport(product(), renswoude, 'oov-renswoude')
  // So that there is a decision, and a plan as it was adopted, that says something else now.
  await recordDecision(product(), {
    plan: 'RVS2023',
    prioriteit: 'P23-DV',
    stand: 'reactief',
    voorwaarden: 'Na een jaar evalueren',
  })
  await recordDecision(product(), { actie: 'S23-010', veld: 'titel', waarde: 'Lokaal blijven werken' })
  // So that there is a council to fill in for, a point that was answered and a nota to read and to release.
  await holdHearing(product())
  // An own version of an action, and a safety plan.
  await keepVariant(product())
  await keepLocalPlan(product())
  // A plan that is being made, of which one chapter is in force.
  await makePlan(product())
  // A meeting with an agenda that was sent, with a closed item and a file.
  const meeting = await holdMeeting(product())
  // With an annotation that is ready; a subject that is foreseen; and whom to ring.
  await seatWithAdviser(product(), 'GM0321', 'DVC-WU')
  const adviser = await adviserOf(product(), 'GM0321')
  signedIn.set(adviserRole, adviser)
  await annotate(product(), `${meeting}/punten/1`, adviser, 'Vraag naar de kosten.')
  const manager = await signInAs(product(), 'programmamanager')
  await sendForm(
    product(),
    '/gremia/DVC/WU/onderwerpen/nieuw',
    { sleutel: newKey('voorzien'), titel: 'Jaarwisseling', door: 'Het bureau', wanneer: '2027-Q1' },
    manager,
  )
  await sendForm(
    product(),
    '/contactpunten/nieuw',
    {
      sleutel: newKey('contact'),
      organisatie: 'GM0321',
      onderwerp: 'Veiligheid',
      functie: 'Adviseur veiligheid',
      telefoon: '030 123 45 67',
      adviseur: 'ja',
    },
    manager,
  )
  // One of which the list and the minutes are public, and one that goes on.
  const { finished, course } = await holdOutcomes(product())
  // A proposal before that college with a view that asks an answer, a written round that is open, and a public question.
  await holdProposals(product())
  // An account that was released, and a draft of one, which stands before it in the list.
  const released = await releaseOne(product())
  const draft = await beginAccount(product(), { soort: 'jaarresultaten', titel: 'Jaarresultaten 2025' })
  // One that municipalities see first, and something on the release calendar.
  await openWindow(product())
  await announce(product())
  // So that there are actions somebody is asked about, with a mail that leads to them.
  await keepRounds(product().db, roundPostFrom(product().address, null), () => false)
  const postbox = readPage(await product().text('/postvak')).links
  const mailed = new URL(postbox.find((link) => link.includes('/inloggen/link?')) ?? '', product().address)
  for (const role of roles) {
    const headers = signedIn.get(role)
    addresses.set(
      role,
      await onePagePerRoute(
        (path) => product().get(path, headers),
        [
          ...starts,
          released,
          draft,
          meeting,
          `${meeting}/punten/b1`,
          finished,
          course,
          mailed.pathname + mailed.search,
          await mailedLink(),
        ],
      ),
    )
  }
  context = await opened().newContext({ viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' })
  page = await context.newPage()
  page.on('console', (message) => complaints.push(message.text()))
  page.on('request', (request) => {
    if (!request.url().startsWith(product().address)) complaints.push(`asks another host: ${request.url()}`)
  })
})
afterAll(() => context?.close())

/** What `main` and the frame around it show a person, so that the same page is not examined twice. */
const looks = (html: string) => html.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')

/** Everything that is wrong with the page at this address, for this person; nothing when it was examined before. */
async function faultsAt(address: string, role: string): Promise<string[]> {
  const answer = await product().get(address, signedIn.get(role))
  const html = await answer.text()
  const key = role === 'bezoeker' ? looks(html) : looks(readPage(html).main)
  if (seen.has(key) || !answer.headers.get('content-type')?.startsWith('text/html')) return []
  seen.add(key).add(looks(readPage(html).main))
  await context.clearCookies()
  const { cookie = '' } = signedIn.get(role) ?? {}
  const [name = '', value = ''] = cookie.split('=')
  if (name) await context.addCookies([{ name, value, url: product().address }])
  return examine(address)
}

async function examine(address: string): Promise<string[]> {
  complaints.length = 0
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(product().address + address)
  // A missing page is a message in the console of the browser, and no fault of the page.
  const faults = complaints.filter((text) => !text.startsWith('Failed to load resource: the server responded'))
  faults.push(...(await page.evaluate<string[]>(fits)))
  faults.push(...(await page.evaluate<string[]>(leadsWithin)))
  // Where every part within a part, and the order of headings and regions, was examined before, axe has nothing left to say.
  const { parts, joints, outline } = await page.evaluate<Shape>(shapeOf)
  if (noteAll([outline, ...parts])) {
    await page.evaluate(axe)
    faults.push(...(await page.evaluate<string[]>(violations())))
  }
  // By night and on a wide screen the same parts look as they did: only what was not seen there yet is looked at.
  if (!noteAll(joints)) return [...new Set(faults)].map((fault) => `${address}: ${fault}`)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await page.evaluate<string[]>(violations(['color-contrast', 'link-in-text-block']))
  faults.push(...dark.map((fault) => `in the dark ${fault}`))
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 900 })
  faults.push(...(await page.evaluate<string[]>(violations())).map((fault) => `when wide ${fault}`))
  return [...new Set(faults)].map((fault) => `${address}: ${fault}`)
}

const examined = new Set<string>()
/** Whether something of it was not examined before; from now on it was. */
function noteAll(found: readonly string[]): boolean {
  const fresh = found.filter((one) => !examined.has(one))
  for (const one of fresh) examined.add(one)
  return fresh.length > 0
}

type Shape = { readonly parts: string[]; readonly joints: string[]; readonly outline: string }
/**
 * Everything on the page as a part within a part: `joints` as a style can tell them apart, `parts` as axe can, with their roles and
 * states and whether they are empty. The outline is the order of headings and regions, the same ones in a row as one.
 */
const shapeOf = `(() => {
  const told = /^(role|type|scope|lang|aria-(current|expanded|sort|live|hidden|invalid|required))$/
  const noted = /^(role|type|scope|lang|aria-.*|alt|title|for|id|href|open|hidden|disabled|tabindex|autocomplete|headers)$/
  const joint = (one) => one.tagName + '.' + (one.getAttribute('class') ?? '')
  const states = (one) => [...one.attributes].filter(({ name }) => noted.test(name))
    .map(({ name, value }) => name + (told.test(name) ? '=' + value : value === '' ? '=empty' : '')).sort().join(' ')
  const isEmpty = (one) => one.children.length === 0 && one.textContent.trim() === ''
  const part = (one) => joint(one) + '[' + states(one) + ']' + (isEmpty(one) ? '!' : '')
  const within = (name) => (one) => name(one.parentElement) + ' > ' + name(one)
  const all = [...document.querySelectorAll('body *')]
  const outline = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, header, nav, main, footer, aside, section, form, table, [role]')]
    .map((one) => one.tagName + (one.getAttribute('role') ?? ''))
  return {
    parts: [...new Set(all.map(within(part)))],
    joints: [...new Set(all.map(within(joint)))],
    outline: outline.filter((one, at) => one !== outline[at - 1]).join(' '),
  }
})()`

/** No id stands twice, and what names another part of the page by id finds it. */
const leadsWithin = `(() => {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => 'stands twice: #' + id)
  const lost = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'headers'].flatMap((name) =>
    [...document.querySelectorAll('[' + name + ']')].flatMap((one) => one.getAttribute(name).split(/\\s+/))
      .filter((id) => id !== '' && !ids.includes(id)).map((id) => name + ' leads nowhere: #' + id))
  return [...new Set([...twice, ...lost])]
})()`

/** No sideways scrolling; and what can be tapped is 24 px high and wide, unless it stands in a line of text. */
const fits = `(() => {
  const faults = []
  const wide = document.documentElement.scrollWidth
  if (wide > 320) {
    const widest = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > 320.5)
    faults.push('is ' + wide + ' px wide: ' + widest.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)).join(' '))
  }
  for (const one of document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary, [role=button]')) {
    const box = one.getBoundingClientRect()
    if (box.width === 0 || (box.width >= 24 && box.height >= 24)) continue
    const label = one.closest('label')?.getBoundingClientRect()
    if (label && label.width >= 24 && label.height >= 24) continue
    faults.push('too small to tap: ' + Math.round(box.width) + ' x ' + Math.round(box.height) + ' ' + one.outerHTML.slice(0, 120))
  }
  return faults
})()`

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const violations = (rules?: readonly string[]) => `axe.run(document, {
    runOnly: ${JSON.stringify(rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags })},
    rules: ${rules ? '{}' : "{ 'target-size': { enabled: true } }"},
    resultTypes: ['violations'],
  }).then((found) => found.violations.map((one) =>
    one.id + ': ' + one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' ')))`

const own = (access: string) => access !== 'everyone' && access !== 'example-only'

describe.each(pageRoutes.filter(({ path }) => !elsewhere.includes(path)))('$path', ({ path, access }) => {
  test('can be reached by links', () => {
    const visitors = roles.filter((role) => addresses.get(role)?.has(path))
    expect(visitors.length).toBeGreaterThan(0)
    if (own(access)) expect(addresses.get('bezoeker')?.has(path)).toBe(false)
  })

  test('is accessible and fits, for everybody who may see it', async () => {
    const faults: string[] = []
    for (const role of roles) {
      const address = addresses.get(role)?.get(path)
      if (address) faults.push(...(await faultsAt(address, role)))
    }
    expect(faults).toEqual([])
  })

  test('is so when nothing is found, and when the address is wrong', async () => {
    const role = roles.find((one) => addresses.get(one)?.has(path)) ?? 'bezoeker'
    const address = addresses.get(role)?.get(path) ?? path
    const html = await (await product().get(address, signedIn.get(role))).text()
    const { pathname } = new URL(address, product().address)
    const searches = readPage(html).forms.filter(
      ({ method, fields }) => method === 'get' && fields.some(({ type }) => type === 'search' || type === 'text'),
    )
    const empty = searches.map(({ action, fields }) => {
      const typed = fields.map(({ name, type, value }) => [
        name,
        type === 'search' || type === 'text' ? 'qqzzxx' : value,
      ])
      return `${action || pathname}?${new URLSearchParams(typed as [string, string][])}`
    })
    const wrong = ['geldigOp=gisteren', 'bekendOp=gisteren', 'sleutel=onbekend'].map((query) => `${pathname}?${query}`)
    const missing = path.includes(':') ? [pathname.replace(/[^/]+$/, 'bestaat-niet')] : []
    const faults: string[] = []
    for (const one of [...empty, ...wrong, ...missing]) faults.push(...(await faultsAt(one, role)))
    expect(faults).toEqual([])
  })
})

test('every address that was opened belongs to a route, and every role saw pages', () => {
  for (const role of roles) {
    const found = addresses.get(role) ?? new Map<string, string>()
    expect(found.size).toBeGreaterThan(10)
    for (const address of found.values()) expect(routeOf(new URL(address, product().address).pathname)).not.toBeNull()
  }
})
