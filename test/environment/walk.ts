import { routes } from '../../src/app'
import type { Route } from '../../src/platform/web/route'
import { readPage } from './html'

const pattern = (path: string) =>
  new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/:[a-zA-Z]+(\{[^}]*\})?/g, '[^/]+')}$`)
const known = routes.map((route) => ({ route, matches: pattern(route.path) }))

/** The route that answers a path: the first that fits, as in the product. */
export function routeOf(path: string, method: Route['method'] = 'get'): Route | null {
  return known.find(({ route, matches }) => route.method === method && matches.test(path))?.route ?? null
}

/** The addresses at which a person sees a page: no files, no API. */
export const pageRoutes: readonly Route[] = routes.filter(
  ({ method, path }) => method === 'get' && !path.startsWith('/api/') && !/:file$|\.[a-z]+$/.test(path),
)

type Get = (path: string) => Promise<Response>

/**
 * Goes by links from a few addresses until every kind of page was seen once. Gives per route one address that answers with a
 * page; what no link leads to is not in it.
 */
export async function onePagePerRoute(get: Get, starts: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const waiting = [...starts]
  const seen = new Set<string>(waiting)
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const route = routeOf(new URL(address, 'http://localhost').pathname)
    if (!route || !pageRoutes.includes(route) || (found.has(route.path) && !starts.includes(address))) continue
    const answer = await get(address)
    const html = await answer.text()
    if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) continue
    if (!found.has(route.path)) found.set(route.path, address)
    for (const link of readPage(html).links) {
      const { origin, pathname, search } = new URL(link, `http://localhost${address}`)
      if (origin !== 'http://localhost' || seen.has(pathname + search)) continue
      seen.add(pathname + search)
      waiting.push(pathname + search)
    }
  }
  return found
}
