import type { Entry, ServedTable } from './table'

/** The crime types of an invented table, as the source pads them; 1.4.1 is hidden. */
const inventedTypes = ['0.0.0 ', '1.1.1 ', '1.2.3 ', '1.4.1 ', '2.2.1 ', '2.6.10']
const hidden = '1.4.1'

export type Invention = {
  readonly id?: string
  readonly municipalities: readonly string[]
  /** `2026MM01` or `2025JJ00`. */
  readonly periods: readonly string[]
  readonly modified?: string
  readonly types?: readonly string[]
  /** Another number for a cell, as `1.1.1 BUX0010101 2026MM01`. */
  readonly changed?: Readonly<Record<string, number | null>>
}

const areaKey = (code: string) => code.padEnd(10)

/** Two wijken of two buurten each, with codes made of the municipality's as CBS makes them. */
function areasOf(municipality: string): Entry[] {
  const number = municipality.slice(2)
  const entry = (code: string, name: string): Entry => ({
    Key: areaKey(code),
    Title: name,
    Description: '',
    Municipality: municipality,
    DetailRegionCode: code,
  })
  return [
    entry(municipality, `Gemeente ${number}`),
    ...['01', '02'].flatMap((wijk) => [
      entry(`WK${number}${wijk}`, `Wijk ${wijk}`),
      ...['01', '02'].map((buurt) => entry(`BU${number}${wijk}${buurt}`, `Buurt ${wijk}${buurt}`)),
    ]),
  ]
}

/** A small table in the shape of 47022NED (months) or 47018NED (years), with numbers that add up. */
export function inventedTable(invention: Invention): ServedTable {
  const { id = '47022NED', municipalities, periods, modified = '2026-11-15T02:00:00', changed = {} } = invention
  const types = invention.types ?? inventedTypes
  const areas = [...municipalities, 'GM9999'].flatMap(areasOf)
  const codes = areas.map(({ Key }) => Key.trim())
  const buurtenOf = (code: string) => {
    const start = code.startsWith('GM') ? `BU${code.slice(2)}` : code.startsWith('WK') ? `BU${code.slice(2)}` : code
    return codes.filter((one) => one.startsWith(start))
  }
  const drawn = (type: string, buurt: string, period: string) => {
    const given = changed[`${type} ${buurt} ${period}`]
    return given === undefined ? numberOf(`${type}/${buurt}/${period}`) % 7 : (given ?? 0)
  }
  const parts = types.map((type) => type.trim()).filter((type) => type !== '0.0.0')
  return {
    id,
    info: {
      ID: 0,
      Title: `Geregistreerde misdrijven; soort misdrijf, wijk, buurt (${id})`,
      Identifier: id,
      Modified: modified,
      Catalog: 'Politie',
    },
    properties: wijkProperties,
    lists: [
      {
        name: 'SoortMisdrijf',
        entries: types.map((Key) => ({ Key, Title: Key.trim(), Description: '', CategoryGroupID: null })),
      },
      {
        name: 'WijkenEnBuurten',
        entries: [
          { Key: areaKey('NL00'), Title: 'Nederland', Description: '', Municipality: '', DetailRegionCode: '' },
          ...areas,
        ],
      },
      { name: 'Perioden', entries: periods.map((Key) => ({ Key, Title: Key, Description: '', Status: 'Definitief' })) },
    ],
    measure: 'GeregistreerdeMisdrijven_1',
    extra: {},
    value(type, area, period) {
      const cell = changed[`${type} ${area} ${period}`]
      if (cell !== undefined) return cell
      if (type === hidden) return null
      const own = type === '0.0.0' ? parts : [type]
      return buurtenOf(area).reduce(
        (sum, buurt) => sum + own.reduce((all, one) => all + drawn(one, buurt, period), 0),
        0,
      )
    },
  }
}

const wijkProperties: ServedTable['properties'] = [
  {
    'odata.type': 'Cbs.OData.Dimension',
    ID: 0,
    Position: 0,
    ParentID: null,
    Type: 'Dimension',
    Key: 'SoortMisdrijf',
    Title: 'Soort misdrijf',
  },
  {
    'odata.type': 'Cbs.OData.GeoDetail',
    ID: 1,
    Position: 1,
    ParentID: null,
    Type: 'GeoDetail',
    Key: 'WijkenEnBuurten',
    Title: 'Wijken en buurten',
    MapYear: 2019,
  },
  {
    'odata.type': 'Cbs.OData.TimeDimension',
    ID: 2,
    Position: 2,
    ParentID: null,
    Type: 'TimeDimension',
    Key: 'Perioden',
    Title: 'Perioden',
  },
  {
    'odata.type': 'Cbs.OData.Topic',
    ID: 3,
    Position: 3,
    ParentID: null,
    Type: 'Topic',
    Key: 'GeregistreerdeMisdrijven_1',
    Title: 'Geregistreerde misdrijven',
    Datatype: 'Long',
    Unit: 'aantal',
    Decimals: 0,
    Default: 'Zero',
  },
]

/** The same whole number for the same text (FNV-1a). */
export function numberOf(seed: string): number {
  let state = 0x811c9dc5
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193)
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d)
  return (state ^ (state >>> 12)) >>> 0
}
