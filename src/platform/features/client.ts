import { z } from 'zod'
import { goodManners, type Manners, politeCalls } from '../odata/call'
import { ODataFault } from '../odata/fault'

/** Longitude and latitude in degrees, as GeoJSON has them. */
type Position = readonly [number, number]

/** An area of a source of features: polygons of rings, the first ring the outer one. */
export type Feature = {
  readonly properties: Readonly<Record<string, unknown>>
  readonly polygons: readonly (readonly (readonly Position[])[])[]
}

/** A client of one service of OGC API Features. It asks one thing at a time and follows no host but the one it was given. */
export type FeaturesClient = {
  /** The features of a collection that a query lets through, page after page; or only of the first page. */
  items(collection: string, query: Readonly<Record<string, string>>, only?: 'first-page'): Promise<Feature[]>
}

/** Never more pages than this for one question: a source that keeps pointing on would keep us for ever. */
const mostPages = 100

const position = z.tuple([z.number(), z.number()], z.number())
const ring = z.array(position)
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
])
const pageShape = z.object({
  features: z.array(z.object({ properties: z.record(z.string(), z.unknown()), geometry })),
  links: z.array(z.object({ rel: z.string(), href: z.string() })).default([]),
})

export function openFeatures(base: string, manners: Partial<Manners> = {}, signal?: AbortSignal): FeaturesClient {
  const origin = base.replace(/\/+$/, '')
  const call = politeCalls({ ...goodManners, ...manners }, signal)
  return {
    async items(collection, query, only) {
      const address = new URL(`${origin}/collections/${encodeURIComponent(collection)}/items`)
      const first = new URL(address)
      first.search = new URLSearchParams({ f: 'json', ...query }).toString()
      const found: Feature[] = []
      let next: URL | null = first
      for (let pages = 0; next; pages++) {
        if (pages >= mostPages) throw new ODataFault('too-large', `${collection} has more than ${mostPages} pages`)
        const read = pageShape.safeParse(await call(next))
        if (!read.success) throw new ODataFault('unreadable', `${collection} has other features than expected`)
        for (const feature of read.data.features) found.push(asFeature(feature))
        const link = read.data.links.find(({ rel }) => rel === 'next')
        next = link && only === undefined ? onOwnAddress(link.href, address) : null
      }
      return found
    },
  }
}

function asFeature({ properties, geometry }: z.infer<typeof pageShape>['features'][number]): Feature {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return { properties, polygons: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]): Position => [x, y]))) }
}

/** The address of the next page, on the host we were given. Of another collection it is refused. */
function onOwnAddress(link: string, address: URL): URL {
  const named = URL.canParse(link, address.href) ? new URL(link, address) : null
  const path = address.pathname.split('/').slice(-3).join('/')
  if (!named?.pathname.endsWith(`/${path}`))
    throw new ODataFault('elsewhere', `${address.pathname} points to a page of something else`)
  const url = new URL(address)
  url.search = named.search
  return url
}
