import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Config } from './config'
import { capacityRoutes } from './domains/capacity'
import { figuresRoutes } from './domains/figures'
import { governanceRoutes } from './domains/governance'
import { identityRoutes, sessionCookie, signedIn } from './domains/identity'
import { learningRoutes } from './domains/learning'
import { moneyRoutes } from './domains/money'
import { strategyRoutes } from './domains/strategy'
import { territoryRoutes } from './domains/territory'
import { anonymous, type Database, reading, type Visitor } from './platform/db/database'
import type { Log } from './platform/log/log'
import { regionName } from './platform/pack/region.store'
import { type Ask, createAsk, type RegionName, type SignedIn } from './platform/web/ask'
import { assetRoutes } from './platform/web/assets'
import { isForgery, securityHeaders } from './platform/web/headers'
import { problem } from './platform/web/problem'
import type { Access, Route } from './platform/web/route'
import { badRequestContent, faultPage, frame, notFoundContent, startingPage } from './site/frame'
import { siteRoutes } from './site/routes'

/** What the web needs of the running program. `db` is null until the region is loaded. */
export type System = {
  readonly config: Config
  readonly log: Log
  readonly db: () => Database | null
  /** What `/klaar` answers: null when all is right, else what is not. */
  readonly unready: () => Promise<string | null>
}

/** Every address of the product, one line per domain. A test fails on one without access, purpose and audit event. */
export const routes: readonly Route[] = [
  ...assetRoutes,
  ...identityRoutes,
  ...territoryRoutes,
  ...figuresRoutes,
  ...strategyRoutes,
  ...governanceRoutes,
  ...learningRoutes,
  ...capacityRoutes,
  ...moneyRoutes,
  ...siteRoutes,
]

type Variables = { requestId: string }
type Web = Context<{ Variables: Variables }>

/** The whole pipeline a request goes through, in order. */
export function createApp(system: System): Hono<{ Variables: Variables }> {
  const { log } = system
  const app = new Hono<{ Variables: Variables }>()

  app.use(async (c, next) => {
    c.set('requestId', randomUUID().slice(0, 8))
    const start = performance.now()
    await next()
    c.res.headers.set('x-request-id', c.get('requestId'))
    log.info('request', {
      id: c.get('requestId'),
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(performance.now() - start),
    })
  })
  app.use(securityHeaders())
  app.get('/gezond', (c) => c.text('gezond'))
  app.get('/klaar', async (c) => {
    const reason = await system.unready()
    return reason ? c.text(reason, 503, { 'retry-after': '5' }) : c.text('klaar')
  })
  app.use(async (c, next) => {
    if (!system.db()) return c.html(startingPage(), 503, { 'retry-after': '5' })
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && isForgery(c.req.raw))
      return c.text('Dit formulier kwam van een andere website.', 403)
    return next()
  })

  for (const route of routes) {
    app.on(route.method, route.path, async (c) => {
      const ask = await askOf(c, system)
      if (!allows(route.access, ask, system.config.example)) return ask.notFound()
      if (route.audit) log.info('audit', { id: ask.requestId, event: route.audit, purpose: route.purpose })
      return route.handle(ask)
    })
  }

  app.notFound(async (c) => {
    const ask = await askOf(c, system)
    return ask.path.startsWith('/api/')
      ? problem(404, 'Niet gevonden', 'Dit adres bestaat niet in de API.', ask)
      : ask.notFound()
  })
  app.onError((fault, c) => {
    const requestId = c.get('requestId')
    log.error('fault', fault, { id: requestId, path: c.req.path })
    if (c.req.path.startsWith('/api/')) {
      return problem(500, 'Er ging iets mis', 'De fout is vastgelegd. Probeer het later nog eens.', {
        url: new URL(c.req.url),
        requestId,
      })
    }
    return c.html(faultPage(requestId), 500)
  })
  return app
}

async function askOf(c: Web, { db: openDatabase }: System): Promise<Ask> {
  const db = openDatabase()
  if (!db) throw new Error('no database yet')
  const sessionId = getCookie(c, sessionCookie) ?? null
  const visitor: Visitor = sessionId ? { sessionId } : anonymous
  const person: SignedIn | null = sessionId ? await reading(db, visitor, signedIn) : null
  const region: RegionName = await regionOf(db)
  return createAsk({
    request: c.req.raw,
    params: c.req.param() as Record<string, string>,
    requestId: c.get('requestId'),
    visitor,
    person,
    region,
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

function allows(access: Access, ask: Ask, example: boolean): boolean {
  const roles = ask.person?.roles ?? []
  switch (access) {
    case 'everyone':
      return true
    case 'signed-in':
      return ask.person !== null
    case 'professional':
      return roles.length > 0
    case 'functional-administrator':
      return roles.includes('functioneel-beheerder')
    case 'example-only':
      return example && cameFromThisMachine(ask.request)
  }
}

// Behind a proxy the address of the sender is that of the proxy; a forwarding header gives it away.
function cameFromThisMachine(request: Request): boolean {
  const { hostname } = new URL(request.url)
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some((name) =>
    request.headers.has(name),
  )
  return (hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]') && !forwarded
}
