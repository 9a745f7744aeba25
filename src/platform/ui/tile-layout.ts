/** Where the lines and the names of districts go on a tile map. */

type Place = { readonly column: number; readonly row: number; readonly district: string }

const sides = [
  ['n', 0, -1],
  ['z', 0, 1],
  ['w', -1, 0],
  ['o', 1, 0],
] as const

/** The sides on which a tile's neighbour belongs to another district, as classes: ` n w`. */
export function edges(tile: Place, tiles: readonly Place[]): string {
  return sides
    .filter(([, dx, dy]) => {
      const next = tiles.find((other) => other.column === tile.column + dx && other.row === tile.row + dy)
      return next?.district !== tile.district
    })
    .map(([side]) => ` ${side}`)
    .join('')
}

export type DistrictName = {
  readonly text: string
  readonly column: number
  readonly row: number
  readonly span: 1 | 2
  readonly side: 'links' | 'rechts'
}

/**
 * A free place beside each district for its name: left or right of one of its rows, two cells wide where that fits. A
 * district without a free neighbour gets no name on the map; the list beside the map has it.
 */
export function districtNames(tiles: readonly Place[]): DistrictName[] {
  const columns = Math.max(0, ...tiles.map((tile) => tile.column))
  const taken = new Set(tiles.map((tile) => `${tile.column}:${tile.row}`))
  const free = (column: number, row: number) => column >= 1 && column <= columns && !taken.has(`${column}:${row}`)
  const names: DistrictName[] = []
  for (const text of [...new Set(tiles.map((tile) => tile.district))]) {
    const own = tiles.filter((tile) => tile.district === text)
    if (own.length === 1 && own[0]) continue
    const best = placesFor(text, own, free)[0]
    if (!best) continue
    names.push(best)
    for (let step = 0; step < best.span; step++) taken.add(`${best.column + step}:${best.row}`)
  }
  return names
}

function placesFor(
  text: string,
  own: readonly Place[],
  free: (column: number, row: number) => boolean,
): DistrictName[] {
  const rows = [...new Set(own.map((tile) => tile.row))].sort((a, b) => a - b)
  const middle = ((rows[0] ?? 0) + (rows.at(-1) ?? 0)) / 2
  const found: (DistrictName & { cost: number })[] = []
  for (const row of rows) {
    const inRow = own.filter((tile) => tile.row === row).map((tile) => tile.column)
    const [first, last] = [Math.min(...inRow), Math.max(...inRow)]
    const distance = Math.abs(row - middle)
    if (free(first - 1, row)) {
      const span = free(first - 2, row) ? 2 : 1
      found.push({ text, column: first - span, row, span, side: 'rechts', cost: distance + (span === 2 ? 0 : 2) })
    }
    if (free(last + 1, row)) {
      const span = free(last + 2, row) ? 2 : 1
      found.push({ text, column: last + 1, row, span, side: 'links', cost: distance + (span === 2 ? 0 : 2) })
    }
  }
  return found.sort((a, b) => a.cost - b.cost).map(({ cost: _cost, ...name }) => name)
}
