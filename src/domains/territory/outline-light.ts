import { type Outline, outlineOf } from './outline'
import { type Cell, simplifiedRings } from './outline-simplified'

/** What the outlines of one map may take together, in bytes. */
const mostBytesOfMap = 10_240
/** Steps of the grid a border is moved at first, beyond what it was stored with. */
const firstTolerance = 4

const sizeOf = (outlines: readonly Outline[]) => outlines.reduce((sum, { path }) => sum + path.length, 0)

/**
 * The outlines of one map in at most 10 kB together: as they are stored when they fit, else with fewer points, all of them
 * alike, so that a border between two stays one line. Null when they do not fit as bare corners either.
 */
export function lightOutlines(outlines: readonly Outline[]): readonly Outline[] | null {
  if (sizeOf(outlines) <= mostBytesOfMap) return outlines
  const rings = outlines.map(({ path }) => ringsOf(path))
  // Beyond some kilometres nothing is left to leave out.
  for (let tolerance = firstTolerance; tolerance <= 128; tolerance *= 1.5) {
    const simple = simplifiedRings(rings, tolerance)
    const light = outlines.map(({ code }, at) => outlineOf(code, simple[at] ?? []))
    if (sizeOf(light) <= mostBytesOfMap) return light
  }
  return null
}

/** The rings of a stored path: `M` with the first place, `l` with the steps to the others. */
function ringsOf(path: string): Cell[][] {
  return path
    .split('M')
    .slice(1)
    .map((ring) => {
      const [start = '', steps = ''] = ring.replace('z', '').split('l')
      let [x = 0, y = 0] = start.split(' ').map(Number)
      const cells: Cell[] = [[x, y]]
      const numbers = steps.split(' ').map(Number)
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        x += numbers[at] ?? 0
        y += numbers[at + 1] ?? 0
        cells.push([x, y])
      }
      return cells
    })
}
