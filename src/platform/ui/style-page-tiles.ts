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
