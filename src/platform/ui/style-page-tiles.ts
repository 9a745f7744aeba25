import type { MapArea } from './area-map'
import type { Tile, TileSign } from './tile-map'

const places: readonly (readonly [
  name: string,
  short: string,
  column: number,
  row: number,
  district: string,
  sign?: TileSign,
])[] = [
  ['Noordpolder', 'NPo', 4, 1, 'Noord', 'noChange'],
  ['Zeedam', 'Zee', 5, 1, 'Noord', 'lower'],
  ['Meerstad', 'Mee', 4, 2, 'Noord', 'noChange'],
  ['Graft', 'Gra', 3, 3, 'West', 'noChange'],
  ['Oosterveen', 'Oos', 4, 3, 'Oost', 'unknown'],
  ['Hoogeberg', 'Hoo', 5, 3, 'Oost', 'noChange'],
  ['Westwoude', 'Wes', 2, 4, 'West', 'noChange'],
  ['Middenstad', 'Mid', 3, 4, 'Stad', 'higher'],
  ['Zandvoorde', 'Zan', 4, 4, 'Oost', 'noChange'],
  ['Wijk aan de Vaart', 'WVa', 2, 5, 'West', 'noChange'],
  ['Rivierenland', 'Riv', 3, 5, 'West', 'noChange'],
]

/** An invented region of eleven municipalities. */
export const sampleTiles: readonly Tile[] = places.map(([name, short, column, row, district, sign], index) => ({
  name,
  short,
  column,
  row,
  district,
  sign,
  href: '#kaart',
  text: `${300 + index * 40} misdrijven in 2025`,
  here: name === 'Graft',
}))

/** Four invented areas on a grid of their own. */
export const sampleAreas: readonly MapArea[] = [
  sampleArea('Middenstad', 'usual', 'M0 0l60 0 10 40 -70 20z', [0, 0, 70, 60], [30, 30]),
  sampleArea('Zeedam', 'lower', 'M60 0l60 10 0 40 -50 -10z', [60, 0, 120, 50], [95, 26]),
  sampleArea('Oeverland', 'higher', 'M70 40l50 10 -10 50 -50 0z', [60, 40, 120, 100], [88, 72]),
  sampleArea('Dorp', 'tooFew', 'M0 60l70 -20 -10 60 -60 -10z', [0, 40, 70, 100], [32, 75]),
]

function sampleArea(
  name: string,
  sign: MapArea['sign'],
  path: string,
  box: MapArea['box'],
  mark: MapArea['mark'],
): MapArea {
  return { name, href: '#kaart', path, box, mark, sign, text: 'verzonnen' }
}
