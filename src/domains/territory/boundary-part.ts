import type { Shape } from './outline'

/** The kinds of area that have boundaries, and how their codes begin. */
export const boundaryKinds = { gemeente: 'GM', wijk: 'WK', buurt: 'BU' } as const
export type BoundaryKind = keyof typeof boundaryKinds

type Drawn = { readonly properties: Readonly<Record<string, unknown>>; readonly polygons: Shape['polygons'] }

/** The municipality that the code of an area of CBS holds. */
const municipalityIn = (code: string): string => `GM${code.slice(2, 6)}`

/**
 * The shapes of one kind and one division within municipalities. A question with a box answers with neighbours too, and a
 * service that knows more divisions than was asked would give an area twice.
 */
export function shapesWithin(
  drawn: readonly Drawn[],
  kind: BoundaryKind,
  year: number,
  municipalities: ReadonlySet<string>,
): Shape[] {
  return drawn.flatMap(({ properties, polygons }): Shape[] => {
    const { statcode: code, jrstatcode } = properties
    if (typeof code !== 'string' || !code.startsWith(boundaryKinds[kind])) return []
    if (typeof jrstatcode === 'string' && jrstatcode !== `${year}${code}`) return []
    return municipalities.has(municipalityIn(code)) ? [{ code, polygons }] : []
  })
}

/** Degrees that a box is wider than its shape: each kind is drawn by itself, and a buurt may lie just outside its municipality. */
const margin = 0.02

/** West, south, east and north of a shape, as a question has them; null of a shape without places. */
export function boxOf({ polygons }: Shape): string | null {
  const places = polygons.flat(2)
  const [first] = places
  if (!first) return null
  let [west, south] = first
  let [east, north] = first
  for (const [longitude, latitude] of places) {
    west = Math.min(west, longitude)
    south = Math.min(south, latitude)
    east = Math.max(east, longitude)
    north = Math.max(north, latitude)
  }
  const edges = [west - margin, south - margin, east + margin, north + margin]
  return edges.map((edge) => edge.toFixed(4)).join()
}

/** Which municipalities have no shape of a kind: of none at all it is not published, and none is missing. */
export function municipalitiesWithout(shapes: readonly Shape[], municipalities: readonly string[]): string[] {
  const found = new Set(shapes.map(({ code }) => municipalityIn(code)))
  return municipalities.filter((code) => !found.has(code))
}
