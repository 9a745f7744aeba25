import type { Tile } from '../domains/territory'

/** The tiles of the region as the map draws them, each leading to its municipality. */
export function asTiles(tiles: readonly Tile[], here?: string) {
  return tiles.map(({ area, name, shortName, column, row, districtName }) => ({
    name,
    short: shortName,
    column,
    row,
    district: districtName,
    href: `/gemeenten/${area}`,
    ...(area === here ? { here: true } : {}),
  }))
}
