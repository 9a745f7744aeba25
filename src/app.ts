import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import type { Config } from './config'
import { accountsRoutes } from './domains/accounts'
import { annotationOnItem, annotationRoutes, annotationsOnMeeting } from './domains/annotations'
import { bundleOfMeeting, bundleRoutes, wordOfItem } from './domains/bundles'
import { capacityRoutes } from './domains/capacity'
import { crimeRoutes } from './domains/crime'
import { datacallsRoutes } from './domains/datacalls'
import { decidedInMeeting, decidedOnItem, decisionsRoutes } from './domains/decisions'
import { disclosedOnMeeting, disclosureRoutes } from './domains/disclosure'
import { draftingRoutes } from './domains/drafting'
import { figuresRoutes } from './domains/figures'
import { governanceRoutes } from './domains/governance'
import { harvestRoutes } from './domains/harvest'
import { hearingRoutes } from './domains/hearings'
import { identityRoutes, recognise, sessionCookie } from './domains/identity'
import { learningRoutes } from './domains/learning'
import { levelsRoutes } from './domains/levels'
import { meetingRoutes } from './domains/meetings'
import { moneyRoutes } from './domains/money'
import { cameOfItem, cameOfMeeting, outcomeRoutes } from './domains/outcomes'
import { pictureRoutes } from './domains/pictures'
import { populationRoutes } from './domains/population'
import { progressRoutes } from './domains/progress'
import { proposalOfItem, proposalsOfMeeting, proposalsRoutes } from './domains/proposals'
import { publicationsRoutes } from './domains/publications'
import { standingOnMeeting, standingRoutes } from './domains/standing'
import { strategyRoutes } from './domains/strategy'
import { territoryRoutes } from './domains/territory'
import { anonymous, type Database, reading, type Visitor } from './platform/db/database'
import { troubleOf } from './platform/db/trouble'
import type { Log } from './platform/log/log'
import type { Providers } from './platform/oidc/providers'
import { regionName } from './platform/pack/region.store'
import type { Seal } from './platform/proof/seal'
import { type Ask, createAsk, type Installation, isProfessional, NotAForm, type RegionName } from './platform/web/ask'
import { assetRoutes } from './platform/web/assets'
import { cookieName, readSecretCookie } from './platform/web/cookie'
import { isForgery, securityHeaders } from './platform/web/headers'
import { keptAnswers } from './platform/web/kept-answers'
import { problem } from './platform/web/problem'
import type { Access, Route } from './platform/web/route'
import {
  badRequestContent,
  diskFullPage,
  faultPage,
  frame,
  impossiblePage,
  notAFormPage,
  notFoundContent,
  startingPage,
  tooLargePage,
  unreachablePage,
} from './site/frame'
import { deedsBeside } from './site/picture-deeds'
import { siteRoutes } from './site/routes'

/** What the web needs of the running program. `db` is null until the region is loaded. */
export type System = {
  readonly config: Config
  readonly log: Log
  readonly db: () => Database | null
  readonly providers: Providers
  /** Null until there is a database to vouch for, or when it cannot be. */
  readonly seal: () => Seal | null
  readonly program: string
  /** What `/klaar` answers: null when all is right, else what is not. */
  readonly unready: () => Promise<string | null>
}

/** Every address of the product, one line per domain. A test fails on one without access, purpose and audit event. */
export const routes: readonly Route[] = [
  ...assetRoutes,
  ...identityRoutes,
  ...territoryRoutes,
  ...figuresRoutes,
  ...crimeRoutes,
  ...populationRoutes,
  ...pictureRoutes(deedsBeside),
  ...datacallsRoutes,
  ...strategyRoutes,
  ...progressRoutes,
  ...governanceRoutes,
  ...learningRoutes,
  ...capacityRoutes,
  ...moneyRoutes,
  ...publicationsRoutes,
  ...accountsRoutes,
  ...hearingRoutes,
  ...levelsRoutes,
  ...draftingRoutes,
  // A body's state of affairs stands where an instance of it would.
  ...standingRoutes,
  ...meetingRoutes({
    onMeeting: {
      beside: [annotationsOnMeeting, bundleOfMeeting, standingOnMeeting, proposalsOfMeeting],
      came: [cameOfMeeting, decidedInMeeting],
      last: [disclosedOnMeeting],
    },
    onItem: [annotationOnItem, cameOfItem, decidedOnItem, proposalOfItem, wordOfItem],
  }),
  ...annotationRoutes,
  ...bundleRoutes,
  ...proposalsRoutes,
  ...decisionsRoutes,
  ...outcomeRoutes,
  ...disclosureRoutes,
  ...harvestRoutes,
  ...siteRoutes,
]

type Variables = { requestId: string; route: Route | null }
type Web = Context<{ Variables: Variables }>

// Many times what the longest form of the product holds.
const largestForm = 256 * 1024

/** The whole pipeline a request goes through, in order. */
export function createApp(system: System): Hono<{ Variables: Variables }> {
  const { log } = system
  const app = new Hono<{ Variables: Variables }>()
  const kept = keptAnswers()

  app.use(async (c, next) => {
    c.set('requestId', randomUUID().slice(0, 8))
    const start = performance.now()
    await next()
    c.res.headers.set('x-request-id', c.get('requestId'))
    const isProbe = c.req.path === '/gezond' || c.req.path === '/klaar'
    log[isProbe && c.res.ok ? 'debug' : 'info']('request', {
      id: c.get('requestId'),
      method: c.req.method,
      path: isProbe ? c.req.path : loggedPath(c),
      status: c.res.status,
      ms: Math.round(performance.now() - start),
    })
  })
  app.use(securityHeaders())
  app.use(compress())
  app.get('/gezond', (c) => c.text('gezond'))
  app.get('/klaar', async (c) => {
    const reason = await system.unready()
    return reason ? c.text(reason, 503, { 'retry-after': '5' }) : c.text('klaar')
  })
  app.use(async (c, next) => {
    if (!system.db()) return unavailable(c, 'De gegevens worden geladen.', startingPage())
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && isForgery(c.req.raw))
      return c.text('Dit formulier kwam van een andere website.', 403)
    return next()
  })
  // Who may not use an address is not told either that it refuses a form for its size: that would say that it is there.
  const limited = ({ access, largestForm: maxSize = largestForm }: Route) =>
    bodyLimit({
      maxSize,
      async onError(c: Web) {
        const ask = await askOf(c, system)
        return allows(access, ask) ? c.html(tooLargePage(), 413) : ask.notFound()
      },
    })

  for (const route of routes) {
    app.on(route.method, route.path, limited(route), async (c) => {
      c.set('route', route)
      const ask = await askOf(c, system)
      if (!allows(route.access, ask)) return ask.notFound()
      if (route.audit) log.info('audit', { id: ask.requestId, act: route.audit, purpose: route.purpose })
      const db = system.db()
      if (!db || !isKeepable(c, route, ask)) return route.handle(ask)
      // Where examples exist, the frame around a page offers them.
      const key = `${ask.hasExamples} ${ask.today} ${ask.url.href}`
      return kept(db, key, /\bgzip\b/.test(c.req.header('accept-encoding') ?? ''), () => route.handle(ask))
    })
  }

  app.notFound(async (c) => {
    const ask = await askOf(c, system)
    return isApi(c) ? problem(404, 'Niet gevonden', 'Dit adres bestaat niet in de API.', ask) : ask.notFound()
  })
  app.onError((fault, c) => {
    const requestId = c.get('requestId')
    if (fault instanceof NotAForm) return c.html(notAFormPage(), 400)
    // A character that no text can hold: only a made-up address or form has it.
    if (['22021', '22P05'].includes(String((fault as { code?: unknown }).code))) {
      return isApi(c)
        ? problem(400, 'Dit adres klopt niet', 'Er staat een teken in dat niet kan.', asked(c))
        : c.html(impossiblePage(), 400)
    }
    log.error('fault', fault, { id: requestId, path: c.get('route')?.path })
    const trouble = troubleOf(fault)
    if (trouble === 'disk-full') {
      return unavailable(c, 'De schijf van de server is vol. Er is niets bewaard.', diskFullPage(requestId))
    }
    if (trouble && trouble !== 'no-rights')
      return unavailable(c, 'De database antwoordt niet.', unreachablePage(requestId))
    return isApi(c)
      ? problem(500, 'Er ging iets mis', 'De fout is vastgelegd. Probeer het later nog eens.', asked(c))
      : c.html(faultPage(requestId), 500)
  })
  return app
}

// Who has a cookie of ours is somebody; and who asks whether his copy still holds gets his answer from the page itself.
const isKeepable = (c: Web, route: Route, ask: Ask) =>
  route.isKept === true && c.req.method === 'GET' && ask.visitor.sessionId === null && !c.req.header('if-none-match')

const isApi = (c: Web) => c.req.path.startsWith('/api/')
const asked = (c: Web) => ({ url: new URL(c.req.url), requestId: c.get('requestId') })

// For a moment nothing can be answered; who asks again in five seconds may find it mended.
function unavailable(c: Web, reason: string, page: string): Response {
  const answer = isApi(c)
    ? problem(503, 'Even niet beschikbaar', `${reason} Probeer het over een paar seconden opnieuw.`, asked(c))
    : new Response(page, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } })
  answer.headers.set('retry-after', '5')
  return answer
}

// Anyone can put a name or a mail address in an address. So the log has the pattern of the route, and the address itself
// only of a public page that exists.
function loggedPath(c: Web): string | null {
  const route = c.get('route')
  return route?.purpose === 'public-account' && c.res.ok ? c.req.path : (route?.path ?? null)
}

async function askOf(c: Web, system: System): Promise<Ask> {
  const db = system.db()
  if (!db) throw new Error('no database yet')
  const installation = installationOf(c, system)
  const sessionId = readSecretCookie(c.req.raw, cookieName(sessionCookie, installation.isSecure))
  const visitor: Visitor = sessionId ? { sessionId } : anonymous
  const person = sessionId ? await recognise(db, visitor) : null
  const region: RegionName = await regionOf(db)
  return createAsk({
    request: c.req.raw,
    params: c.req.param() as Record<string, string>,
    requestId: c.get('requestId'),
    visitor,
    person,
    region,
    installation,
    hasExamples: system.config.example && cameFromThisMachine(c),
    sender: senderOf(c, system.config.PROXIES),
    db,
    frame,
    problems: { notFound: notFoundContent, badRequest: badRequestContent },
  })
}

// The name of the region changes with a load only, and a load is a restart.
const regions = new WeakMap<Database, RegionName>()
async function regionOf(db: Database): Promise<RegionName> {
  const known = regions.get(db) ?? (await reading(db, anonymous, regionName))
  regions.set(db, known)
  return known
}

function allows(access: Access, ask: Ask): boolean {
  const roles = ask.person?.roles ?? []
  switch (access) {
    case 'everyone':
      return true
    case 'signed-in':
      return ask.person !== null
    case 'professional':
      return isProfessional(ask)
    case 'functional-administrator':
      return roles.includes('functioneel-beheerder')
    case 'example-only':
      return ask.hasExamples
  }
}

const isLocalName = (hostname: string) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

function installationOf(c: Web, { config, providers, seal, program }: System): Installation {
  const { origin, hostname } = new URL(c.req.url)
  const configured = config.BASE_URL?.replace(/\/+$/, '')
  const baseUrl = configured ?? (isLocalName(hostname) ? origin : `http://localhost:${config.PORT}`)
  return {
    baseUrl,
    isSecure: baseUrl.startsWith('https:'),
    sendsMail: config.MAIL_URL !== undefined,
    answersAt: config.answersAt,
    providers,
    seal: seal(),
    program,
  }
}

// The server puts Node's own request in `env`.
function socketAddress(c: Web): string | null {
  return (c.env as { incoming?: IncomingMessage } | undefined)?.incoming?.socket.remoteAddress ?? null
}

// Each proxy adds the address it was called from at the end; what stands before those of our own, anyone can make up.
function senderOf(c: Web, proxies: number): string | null {
  const forwarded = c.req.header('x-forwarded-for')?.split(',') ?? []
  return (proxies > 0 ? forwarded.at(-proxies)?.trim() : undefined) ?? socketAddress(c)
}

const forwardingHeader =
  /^(forwarded|via|x-forwarded-.+|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip|x-original-.+)$/

// A proxy on this machine also calls from loopback, and may put a local name in Host. What gives it away: a forwarding
// header, HTTP 1.0, which no browser speaks and nginx does unless told otherwise, and a form of a page with another name.
function cameFromThisMachine(c: Web): boolean {
  const isLoopback = /^(127\.|::1$|::ffff:127\.)/.test(socketAddress(c) ?? '')
  const isForwarded = [...c.req.raw.headers.keys()].some((name) => forwardingHeader.test(name))
  const isOld = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming?.httpVersion === '1.0'
  const origin = c.req.header('origin')
  const isOtherSite = origin !== undefined && !(URL.canParse(origin) && isLocalName(new URL(origin).hostname))
  return isLoopback && isLocalName(new URL(c.req.url).hostname) && !isForwarded && !isOld && !isOtherSite
}
