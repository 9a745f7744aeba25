import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Position = readonly number[]
/** A feature as GeoJSON has it. */
export type GeoFeature = {
  readonly type: 'Feature'
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: { readonly type: 'Polygon' | 'MultiPolygon'; readonly coordinates: unknown }
}

/** What goes wrong from now on; a test turns it on and off. Numbers count down to nothing. */
export type FeatureFaults = {
  /** So many answers are 500. */
  broken: number
  /** So many answers break off half way. */
  cutOff: number
  slow: { times: number; ms: number }
  /** The link to the next page names another host. */
  otherHost: boolean
  /** The link to the next page is one of another collection. */
  otherCollection: boolean
  /** Properties get another name. */
  renamed: Readonly<Record<string, string>>
}

export type FeatureServer = {
  readonly url: string
  readonly faults: FeatureFaults
  /** Every address that was asked, without the host. */
  readonly asked: string[]
  /** Serves another version of a collection from now on. */
  serve(collection: string, features: readonly GeoFeature[]): void
  close(): Promise<void>
}

/** A server that answers as that of PDOK does: `/collections/gemeente_gegeneraliseerd/items?f=json&jaarcode=2025`. */
export async function serveFeatures(
  collections: Readonly<Record<string, readonly GeoFeature[]>> = {},
  mostInPage = 1000,
): Promise<FeatureServer> {
  const served = new Map(Object.entries(collections))
  const asked: string[] = []
  const faults: FeatureFaults = {
    broken: 0,
    cutOff: 0,
    slow: { times: 0, ms: 0 },
    otherHost: false,
    otherCollection: false,
    renamed: {},
  }
  let origin = ''
  const server = createServer(async (request, response) => {
    asked.push(request.url ?? '')
    const url = new URL(request.url ?? '/', origin)
    const [, name = ''] = /^\/collections\/([a-z_]+)\/items$/.exec(url.pathname) ?? []
    const features = served.get(name)
    if (!features) return answer(response, 404, { title: 'Not Found' })
    if (url.searchParams.get('f') !== 'json') return answer(response, 200, '<html></html>', 'text/html')
    if (faults.broken > 0) {
      faults.broken--
      return answer(response, 500, { title: 'Internal Server Error' })
    }
    if (faults.slow.times > 0) {
      faults.slow.times--
      await new Promise((done) => setTimeout(done, faults.slow.ms))
    }
    const body = JSON.stringify(page(url, name, features))
    if (faults.cutOff > 0) {
      faults.cutOff--
      return answer(response, 200, body.slice(0, body.length / 2))
    }
    answer(response, 200, body)
  })

  function page(url: URL, name: string, features: readonly GeoFeature[]) {
    const asks = (parameter: string) => url.searchParams.get(parameter)
    const year = asks('jaarcode')
    const box = asks('bbox')?.split(',').map(Number)
    const passing = features.filter(
      (feature) =>
        (year === null || String(feature.properties.jrstatcode).startsWith(year)) && (!box || overlaps(feature, box)),
    )
    const limit = Math.min(Number(asks('limit') ?? 10), mostInPage)
    const from = Number(asks('cursor') ?? 0)
    const shown = passing.slice(from, from + limit).map((feature) => ({
      ...feature,
      properties: Object.fromEntries(
        Object.entries(feature.properties).map(([key, value]) => [faults.renamed[key] ?? key, value]),
      ),
    }))
    const links = [{ rel: 'self', type: 'application/geo+json', href: url.href }]
    if (from + limit < passing.length) {
      const next = new URL(url)
      next.searchParams.set('cursor', String(from + limit))
      if (faults.otherHost) next.host = 'pdok.intern.example'
      if (faults.otherCollection) next.pathname = next.pathname.replace(name, 'provincie_gegeneraliseerd')
      links.push({ rel: 'next', type: 'application/geo+json', href: next.href })
    }
    return { type: 'FeatureCollection', links, numberReturned: shown.length, features: shown }
  }

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: origin,
    faults,
    asked,
    serve: (collection, features) => void served.set(collection, features),
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** Whether a feature lies in a box of west, south, east and north, at least in part. */
function overlaps({ geometry }: GeoFeature, [west = 0, south = 0, east = 0, north = 0]: readonly number[]): boolean {
  const rings = (
    geometry.type === 'Polygon' ? geometry.coordinates : (geometry.coordinates as unknown[]).flat()
  ) as Position[][]
  const places = rings.flat()
  const [xs, ys] = [places.map(([x = 0]) => x), places.map(([, y = 0]) => y)]
  return Math.min(...xs) <= east && Math.max(...xs) >= west && Math.min(...ys) <= north && Math.max(...ys) >= south
}

function answer(response: ServerResponse, status: number, body: unknown, type = 'application/geo+json') {
  response.writeHead(status, { 'content-type': type }).end(typeof body === 'string' ? body : JSON.stringify(body))
}
