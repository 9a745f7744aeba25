import { type Cell, simplifiedRings } from './outline-simplified'

/** Longitude and latitude in degrees, as GeoJSON has them. */
export type Position = readonly [number, number]

/** An area as its source draws it: polygons of rings, the first ring the outer one. */
export type Shape = { readonly code: string; readonly polygons: readonly (readonly (readonly Position[])[])[] }

/** An area as a page draws it. */
export type Outline = {
  readonly code: string
  /** Rings as an SVG path of whole numbers. */
  readonly path: string
  /** West, north, east and south. */
  readonly box: readonly [number, number, number, number]
  /** The middle of its largest part, or a place in it near there: never in a neighbour. */
  readonly mark: readonly [number, number]
}

/** Outlines of one publication, with what must be named beside the map. */
export type Boundaries = { readonly title: string; readonly validFrom: string; readonly outlines: readonly Outline[] }

/** Metres per step of the grid, and how many steps a border may be moved to be drawn with fewer points. */
const cellSize = 25
const tolerance = 3
const mostBytes = 10_240

/** Why outlines cannot be stored. */
export type OutlineRefusal = 'empty' | 'twice' | 'not-degrees' | 'too-long'

export function refusalToOutline(shapes: readonly Shape[]): OutlineRefusal | null {
  if (shapes.length === 0 || shapes.some(({ polygons }) => polygons.flat(2).length < 3)) return 'empty'
  if (new Set(shapes.map(({ code }) => code)).size < shapes.length) return 'twice'
  const isDegrees = ([longitude, latitude]: Position) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85
  return shapes.some(({ polygons }) => !polygons.flat(2).every(isDegrees)) ? 'not-degrees' : null
}

/**
 * Draws areas on one grid of whole numbers, north up, with fewer points: a border between two of them stays one line.
 * A refusal when one takes more room than a page may spend on it.
 */
export function outlinesOf(shapes: readonly Shape[]): readonly Outline[] | OutlineRefusal {
  const refusal = refusalToOutline(shapes)
  if (refusal) return refusal
  const rings = simplifiedRings(
    shapes.map(({ polygons }) => polygons.flat().map((ring) => ring.map(onGrid))),
    tolerance,
  )
  const outlines = shapes.map(({ code }, at) => outlineOf(code, rings[at] ?? []))
  return outlines.some(({ path }) => path.length > mostBytes) ? 'too-long' : outlines
}

/** Degrees of latitude are equally long; those of longitude are taken at this latitude, so that shapes look as they are. */
const middleLatitude = 52.2
const metresPerDegree = 111_240

function onGrid([longitude, latitude]: Position): Cell {
  const perDegree = metresPerDegree / cellSize
  return [
    Math.round(longitude * perDegree * Math.cos((middleLatitude / 180) * Math.PI)),
    Math.round(-latitude * perDegree),
  ]
}

/** An area drawn from its rings on the grid. */
export function outlineOf(code: string, rings: readonly (readonly Cell[])[]): Outline {
  const cells = rings.flat()
  const [xs, ys] = [cells.map(([x]) => x), cells.map(([, y]) => y)]
  const largest = rings.toSorted((one, other) => Math.abs(doubleArea(other)) - Math.abs(doubleArea(one)))[0] ?? []
  return {
    code,
    path: rings.map(pathOf).join(''),
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    mark: placeWithin(largest),
  }
}

function pathOf(ring: readonly Cell[]): string {
  const [first, ...rest] = ring
  if (!first) return ''
  const [startX, startY] = first
  let [atX, atY] = first
  const steps = rest.map(([x, y]) => {
    const step = `${x - atX} ${y - atY}`
    ;[atX, atY] = [x, y]
    return step
  })
  return `M${startX} ${startY}l${steps.join(' ')}z`
}

/** Twice the area within a ring; its sign says which way round it goes. */
function doubleArea(ring: readonly Cell[]): number {
  return pairs(ring).reduce((sum, [[ax, ay], [bx, by]]) => sum + ax * by - bx * ay, 0)
}

function middleOf(ring: readonly Cell[]): readonly [number, number] {
  const area = doubleArea(ring)
  const [base] = ring
  if (area === 0 || !base) return base ?? [0, 0]
  const [zeroX, zeroY] = base
  // From a corner of its own, for the differences are small beside the numbers themselves.
  let [x, y] = [0, 0]
  for (const [[ax, ay], [bx, by]] of pairs(ring.map(([cx, cy]) => [cx - zeroX, cy - zeroY] as Cell))) {
    const cross = ax * by - bx * ay
    x += (ax + bx) * cross
    y += (ay + by) * cross
  }
  return [Math.round(zeroX + x / (3 * area)), Math.round(zeroY + y / (3 * area))]
}

/** The middle of a ring when it lies inside; of one that is bent around it, the middle of its widest stretch at that height. */
function placeWithin(ring: readonly Cell[]): readonly [number, number] {
  const [x, y] = middleOf(ring)
  // Half a step down, for corners lie on whole numbers.
  const height = y + 0.5
  const crossings = pairs(ring)
    .filter(([[, ay], [, by]]) => ay > height !== by > height)
    .map(([[ax, ay], [bx, by]]) => ax + ((height - ay) / (by - ay)) * (bx - ax))
    .sort((one, other) => one - other)
  const stretches = crossings.flatMap((from, at) => {
    const to = crossings[at + 1]
    return at % 2 === 0 && to !== undefined ? [[from, to] as const] : []
  })
  if (stretches.length === 0 || stretches.some(([from, to]) => from < x && x < to)) return [x, y]
  const [from, to] = stretches.reduce((widest, one) => (one[1] - one[0] > widest[1] - widest[0] ? one : widest))
  return [Math.round((from + to) / 2), y]
}

const pairs = (ring: readonly Cell[]) => ring.map((cell, at) => [cell, ring[(at + 1) % ring.length] ?? cell] as const)
