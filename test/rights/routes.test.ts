import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../src/app'
import type { Access, Route } from '../../src/platform/web/route'
import { releaseOne } from '../environment/accounts'
import { recordDecision } from '../environment/decisions'
import { holdHearing } from '../environment/hearings'
import { keepLocalPlan, keepVariant } from '../environment/levels'
import { holdMeeting } from '../environment/meetings'
import { holdOutcomes } from '../environment/outcomes'
import { signInAs } from '../environment/people'
import { holdProposals } from '../environment/proposals'
import { type Opened, openRegion } from '../environment/region'
import { makeDrafts, renswoude, signReport } from '../environment/reports'
import { onePagePerRoute, pageRoutes } from '../environment/walk'

type Headers = Record<string, string>
type Role = 'unknown' | 'professional' | 'former' | 'administrator'
const roles: readonly Role[] = ['unknown', 'professional', 'former', 'administrator']

/** Who may use a route. Somebody whose post has ended is signed in, and no more than that. */
const allowed: Readonly<Record<Access, readonly Role[]>> = {
  everyone: roles,
  'signed-in': ['professional', 'former', 'administrator'],
  professional: ['professional', 'administrator'],
  'functional-administrator': ['administrator'],
  'example-only': roles,
}

let region: Opened
let meeting = ''
let finished = ''
const headersOf = new Map<Role, Headers>()
beforeAll(async () => {
  region = await openRegion({ figures: true })
  await makeDrafts(region)
  await signReport(region, renswoude, 'oov-renswoude')
  await recordDecision(region, { plan: 'RVS2023' })
  await holdHearing(region)
  await keepVariant(region)
  await keepLocalPlan(region)
  meeting = await holdMeeting(region)
  finished = (await holdOutcomes(region)).finished
  await holdProposals(region)
  await releaseOne(region)
  headersOf.set('unknown', {})
  headersOf.set('professional', await signInAs(region, 'oov-renswoude'))
  headersOf.set('former', await signInAs(region, 'oud-adviseur-zeist'))
  headersOf.set('administrator', await signInAs(region, 'functioneel-beheerder'))
})
afterAll(() => region.close())

const name = ({ method, path }: Route) => `${method.toUpperCase()} ${path}`
const guarded = routes.filter(({ access }) => access !== 'everyone')

describe('every route', () => {
  test('is declared once', () => {
    expect(routes.length).toBeGreaterThan(60)
    expect(routes.map(name).sort()).toEqual([...new Set(routes.map(name))].sort())
  })

  test('says who may use it, what for, and what is logged', () => {
    expect(routes.flatMap(faultsOf)).toEqual([])
  })

  test.each<[string, Partial<Route>, string]>([
    ['no access', { access: undefined as never }, 'GET /x has no access'],
    ['a purpose nobody knows', { purpose: 'fun' as never }, 'GET /x has no purpose'],
    ['a change without an event', { method: 'post', audit: null }, 'POST /x is not logged'],
    ['a closed page without an event', { access: 'signed-in', audit: null }, 'GET /x is not logged'],
    ['an empty event', { audit: ' ' }, 'GET /x is not logged'],
    [
      'administration for professionals',
      { purpose: 'administration', access: 'professional', audit: 'x' },
      'GET /x administers for professional',
    ],
    ['an address in capitals', { path: '/X' }, 'GET /X is no address'],
  ])('with %s would be noticed', (_, breach, fault) => {
    const route: Route = {
      method: 'get',
      path: '/x',
      access: 'everyone',
      purpose: 'public-account',
      audit: null,
      handle: async () => new Response(),
    }
    expect(faultsOf(route)).toEqual([])
    expect(faultsOf({ ...route, ...breach })).toContain(fault)
  })
})

function faultsOf(route: Route): string[] {
  const { method, path, access, purpose, audit } = route
  const isOpenPage = method === 'get' && access === 'everyone'
  const faults: string[] = []
  if (!(access in allowed)) faults.push(`${name(route)} has no access`)
  if (!['public-account', 'own-work', 'administration', 'sign-in', 'operations', 'example'].includes(purpose)) {
    faults.push(`${name(route)} has no purpose`)
  }
  if ((audit === null && !isOpenPage) || audit?.trim() === '') faults.push(`${name(route)} is not logged`)
  if (purpose === 'administration' && access !== 'functional-administrator')
    faults.push(`${name(route)} administers for ${access}`)
  if (!/^\/([a-z0-9.:{}/-]|:[a-zA-Z]+)*$/.test(path)) faults.push(`${name(route)} is no address`)
  return faults
}

/** An address of a route: a code that exists where the page needs one to answer, else one that could. */
const addressOf = (path: string) =>
  path
    .replace(':sessie', '00000000-0000-4000-8000-000000000000')
    .replace('/basisteams/:code', '/basisteams/BT01')
    // The professional of this test is adviser of Renswoude.
    .replace('/veiligheidsbeelden/:code', '/veiligheidsbeelden/GM0339')
    .replace('/uitvragen/:code', '/uitvragen/RIEC-2022')
    .replace('/acties/:code/meedoen', '/acties/S23-022/meedoen')
    .replace('/acties/:code', '/acties/S23-007')
    .replace('/voortgang/kalender/:code', '/voortgang/kalender/nieuw')
    .replace('/voortgang/plannen/:code', '/voortgang/plannen/UP2023')
    .replace('/programmas/:code', '/programmas/U23-OU')
    .replace('/deelname/:district', '/deelname/FL')
    .replace(':houder', 'RIEC-MN')
    .replace(':levering', '1')
    .replace(':gemeente', 'GM0344')
    .replace(':bestand', '00000000-0000-4000-8000-000000000000')
    .replace(/:[a-zA-Z]+/g, 'x')
/** What stands under a holder exists for whoever answers for him: none of these roles does. */
const isOfHolder = ({ path }: Route) => path.includes('/:houder')
/** These exist for whoever records decisions, has a mandate or announces what is published: none of these roles does. */
const isOfMandate = ({ path }: Route) =>
  path === '/besluiten/nieuw' || path.endsWith('/wijzigen') || path.startsWith('/publicatiekalender/')
/** A draft exists for whoever works on it, and there is none with this code. */
const isOfDraft = ({ path }: Route) =>
  (path.startsWith('/rapportages/') && path.includes('/:')) ||
  // Of these four nobody works on an account or a plan, or begins one.
  path.startsWith('/verantwoordingsstukken/') ||
  path.startsWith('/conceptplannen/')
/** A point of contact exists for who keeps it, and there is none with this code. */
const isOfContact = ({ path }: Route) => path.startsWith('/contactpunten/:id')
/** A new one is written for the own organisation, or by who steers a bureau: of these roles the professional. */
const isOfNewContact = ({ path }: Route) => path === '/contactpunten/nieuw'
/** These exist for whoever steers: of these roles the administrator. */
const isOfCalendar = ({ path }: Route) => path === '/voortgang/kalender/:code'
/** A photo exists with what was said of an action, and nothing was said with one. */
const isOfPhoto = ({ path }: Route) => path.endsWith('/foto/:file')
/** What stands under a hearing exists for whoever works on it, and there is none with this code. */
const isOfHearing = ({ path }: Route) => path.startsWith('/zienswijzen/')
/** What an area says exists for whoever writes for it, and these roles write for no such area; so does what only a bureau links. */
const isOfArea = ({ path }: Route) =>
  path.includes('/varianten/') ||
  path.startsWith('/veiligheidsplannen/') ||
  path.startsWith('/doorwerking/') ||
  path.endsWith('/vak')
/** What is of an agenda exists for who keeps it, and to give seats or plan for the programme manager: none of these roles. */
const isOfMeeting = ({ path }: Route) =>
  path === '/mijn/vergadering' ||
  path.startsWith('/gremia/:code/') ||
  (path.startsWith('/vergaderingen/') && path !== '/vergaderingen/agendas')
/** A proposal is started, led, written of and released by who has a seat for that: none of these roles. */
const isOfProposal = ({ path }: Route) => path.startsWith('/voorstellen/')
const ask = (route: Pick<Route, 'method'>, path: string, headers: Headers = {}) =>
  route.method === 'get' ? region.get(path, headers) : region.post(path, {}, headers)

/** Everything of an answer that its receiver gets, but for the number of the request. */
async function bytesOf(answer: Response): Promise<string> {
  const headers = [...answer.headers].filter(([header]) => header !== 'x-request-id')
  return JSON.stringify([answer.status, headers, await answer.text()])
}

describe('a closed route', () => {
  test('is there to be tested for each kind of access that is used', () => {
    expect([...new Set(guarded.map(({ access }) => access))].sort()).toEqual([
      'example-only',
      'functional-administrator',
      'professional',
      'signed-in',
    ])
  })

  describe.each(guarded.map((route) => [name(route), route] as const))('%s', (_, route) => {
    const path = addressOf(route.path)
    test.each(roles)('answers %s as declared', async (role) => {
      const headers = headersOf.get(role) ?? {}
      const nowhere = await bytesOf(await ask(route, '/dit-adres-bestaat-niet', headers))
      const answer = await ask(route, path, headers)
      if (
        (isOfCalendar(route) ? role === 'administrator' : allowed[route.access].includes(role)) &&
        !(isOfNewContact(route) && role === 'administrator') &&
        ![
          isOfHolder,
          isOfDraft,
          isOfMandate,
          isOfHearing,
          isOfPhoto,
          isOfArea,
          isOfMeeting,
          isOfProposal,
          isOfContact,
        ].some((is) => is(route))
      ) {
        // A form that is sent empty is refused or has no such thing to change; a page is shown.
        if (route.method === 'get') expect(answer.status).toBe(200)
        else expect([303, 404, 422]).toContain(answer.status)
      } else {
        expect(await bytesOf(answer)).toBe(nowhere)
      }
    })

    test('is not there by the other method', async () => {
      const other = { method: route.method === 'get' ? 'post' : 'get' } as const
      if (routes.some(({ method, path }) => method === other.method && path === route.path)) return
      expect(await bytesOf(await ask(other, path))).toBe(await bytesOf(await ask(other, '/dit-adres-bestaat-niet')))
    })
  })
})

describe('a page for everyone', () => {
  test('answers everybody, each kind of page', async () => {
    const starts = ['/', '/inloggen', '/inloggen/verstuurd', '/stijl', meeting, finished]
    const open = pageRoutes.filter(({ access, audit }) => access === 'everyone' && audit === null)
    const found = new Set<string>()
    for (const role of roles) {
      const pages = await onePagePerRoute((path) => region.get(path, headersOf.get(role)), starts)
      for (const path of pages.keys()) found.add(path)
      for (const { path, access } of guarded)
        expect(pages.has(path) && !allowed[access].includes(role), `${role} ${path}`).toBe(false)
    }
    // A link in a mail opens this one.
    expect(open.map(({ path }) => path).filter((path) => !found.has(path) && path !== '/inloggen/link')).toEqual([])
  })
})

describe('what is for professionals only', () => {
  test('is on the page of a municipality for them, and for nobody else', async () => {
    const shownTo: Role[] = []
    for (const role of roles) {
      if ((await region.text('/gemeenten/GM0344', headersOf.get(role))).includes('niet gekozen')) shownTo.push(role)
    }
    expect(shownTo).toEqual(['professional', 'administrator'])
  })
})
