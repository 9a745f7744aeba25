/** A place on the grid: whole numbers, east and south. */
export type Cell = readonly [number, number]

const keyOf = ([x, y]: Cell) => `${x} ${y}`

/**
 * The rings of areas with fewer points, none moved further than the tolerance. Lines between places where borders meet are
 * simplified once and the same for both sides, so that no gap opens between neighbours. A ring that shrinks to nothing is
 * left out, unless it is the only one.
 */
export function simplifiedRings(
  areas: readonly (readonly (readonly Cell[])[])[],
  tolerance: number,
): readonly (readonly (readonly Cell[])[])[] {
  const rings = areas.map((area) => area.map(withoutRepeats).filter((ring) => ring.length >= 3))
  const meetings = whereBordersMeet(rings.flat())
  return rings.map((area) => {
    const simple = area.map((ring) => simplifiedRing(ring, meetings, tolerance))
    const kept = simple.filter((ring) => ring.length >= 3)
    return kept.length > 0 ? kept : area.slice(0, 1)
  })
}

/** Without the closing point, and without points that fall on the one before on this grid. */
function withoutRepeats(ring: readonly Cell[]): Cell[] {
  const cells: Cell[] = []
  for (const cell of ring) {
    const last = cells.at(-1)
    if (!last || keyOf(last) !== keyOf(cell)) cells.push(cell)
  }
  const [first] = cells
  const last = cells.at(-1)
  if (first && last && cells.length > 1 && keyOf(first) === keyOf(last)) cells.pop()
  return cells
}

/** The places from which borders go in more than two directions. */
function whereBordersMeet(rings: readonly (readonly Cell[])[]): ReadonlySet<string> {
  const neighbours = new Map<string, Set<string>>()
  for (const ring of rings) {
    for (const [at, cell] of ring.entries()) {
      const own = neighbours.get(keyOf(cell)) ?? new Set()
      for (const step of [-1, 1]) {
        const next = ring.at((at + step) % ring.length)
        if (next) own.add(keyOf(next))
      }
      neighbours.set(keyOf(cell), own)
    }
  }
  return new Set([...neighbours].filter(([, own]) => own.size > 2).map(([key]) => key))
}

function simplifiedRing(ring: readonly Cell[], meetings: ReadonlySet<string>, tolerance: number): Cell[] {
  const fixed = ring.flatMap((cell, at) => (meetings.has(keyOf(cell)) ? [at] : []))
  // A ring that meets no other, or only once, is cut where every neighbour would cut it too.
  const cuts = fixed.length >= 2 ? fixed : farthestPair(ring, fixed[0])
  return cuts.flatMap((from, nth) => {
    const to = cuts[(nth + 1) % cuts.length] ?? from
    const line = to > from ? ring.slice(from, to + 1) : [...ring.slice(from), ...ring.slice(0, to + 1)]
    return simplifiedLine(line, tolerance).slice(0, -1)
  })
}

function farthestPair(ring: readonly Cell[], start: number | undefined): number[] {
  const first = start ?? indexOfBest(ring, ([x, y]) => -(x * 1e7 + y))
  const [x, y] = ring[first] ?? [0, 0]
  const other = indexOfBest(ring, ([cx, cy]) => ((cx - x) ** 2 + (cy - y) ** 2) * 1e7 + cx + cy / 1e7)
  return first < other ? [first, other] : [other, first]
}

function indexOfBest(ring: readonly Cell[], score: (cell: Cell) => number): number {
  let [best, highest] = [0, Number.NEGATIVE_INFINITY]
  for (const [at, cell] of ring.entries()) {
    const own = score(cell)
    if (own > highest) [best, highest] = [at, own]
  }
  return best
}

/** Douglas and Peucker, always from the same end, so that both neighbours keep the same points. */
function simplifiedLine(line: readonly Cell[], tolerance: number): Cell[] {
  const [first, last] = [line[0], line.at(-1)]
  if (!first || !last || line.length < 3) return [...line]
  const isTurned = first[0] > last[0] || (first[0] === last[0] && first[1] > last[1])
  const cells = isTurned ? line.toReversed() : line
  const kept = new Set([0, cells.length - 1])
  const open: [number, number][] = [[0, cells.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    let [farthest, distance] = [from, tolerance]
    for (let at = from + 1; at < to; at++) {
      const own = distanceTo(cells[at] as Cell, cells[from] as Cell, cells[to] as Cell)
      if (own > distance) [farthest, distance] = [at, own]
    }
    if (farthest === from) continue
    kept.add(farthest)
    open.push([from, farthest], [farthest, to])
  }
  const simple = cells.filter((_, at) => kept.has(at))
  return isTurned ? simple.reverse() : simple
}

/** How far a place lies from the line between two others, ends included. */
function distanceTo([x, y]: Cell, [ax, ay]: Cell, [bx, by]: Cell): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - part * dx, y - ay - part * dy)
}
