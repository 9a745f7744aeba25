import type { MunicipalityGroup, Tile } from '../domains/territory'
import { count } from '../platform/ui/wording'

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

/** The same as columns of links, per district; with the district itself as first link where that is wanted. */
export function asColumns(groups: readonly MunicipalityGroup[], withDistrict = false) {
  return groups.map(({ district, municipalities }) => ({
    title: district?.name ?? 'District niet genoemd in de bronnen',
    note: count(municipalities.length, 'gemeente', 'gemeenten'),
    items: [
      ...(district && withDistrict ? [{ label: `Heel ${district.name}`, href: `/districten/${district.code}` }] : []),
      ...municipalities.map(({ code, name }) => ({ label: name, href: `/gemeenten/${code}` })),
    ],
  }))
}
