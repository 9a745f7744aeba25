import { type Day, day } from '../../kernel/day'

/** A table of CBS that inhabitants are loaded from. */
export type PopulationTable = {
  readonly id: string
  /** What it holds, in Dutch. */
  readonly holds: string
  /** Its geographical dimension: municipalities over the years, or the neighbourhoods of one year. */
  readonly geo: 'RegioS' | 'WijkenEnBuurten'
}

/** A table of key figures of neighbourhoods, of one year. */
export type NeighbourhoodTable = PopulationTable & { readonly year: number }

const neighbourhoods = (id: string, year: number): NeighbourhoodTable => ({
  id,
  year,
  holds: `inwoners op 1 januari ${year}, per gemeente, wijk en buurt`,
  geo: 'WijkenEnBuurten',
})

/** CBS makes a new table of key figures every year; its title says of which year it is, and that is believed. */
export const neighbourhoodTables: readonly NeighbourhoodTable[] = [
  neighbourhoods('84583NED', 2019),
  neighbourhoods('84799NED', 2020),
  neighbourhoods('85039NED', 2021),
  neighbourhoods('85318NED', 2022),
  neighbourhoods('85618NED', 2023),
  neighbourhoods('85984NED', 2024),
  neighbourhoods('86165NED', 2025),
]

export const populationTables: readonly PopulationTable[] = [
  { id: '37230ned', holds: 'inwoners op 31 december van elk jaar, per gemeente', geo: 'RegioS' },
  ...neighbourhoodTables,
]

/** Figures of the police begin in 2012. What lies further back has mergers that the region does not know of. */
const firstYear = 2011

export const periodColumn = 'Perioden'

/** The columns of a table that a load needs, by the names the source gives them now. */
export type PopulationColumns = { readonly geo: string; readonly measure: string }

const measureTitles = { RegioS: 'Bevolking aan het einde van de periode', WijkenEnBuurten: 'Aantal inwoners' } as const

/** Finds the columns in what the table says about itself, or says in Dutch which one is missing. Their numbers change each year. */
export function populationColumnsOf(
  { geo }: PopulationTable,
  properties: readonly { readonly type: string; readonly key: string; readonly title: string }[],
): PopulationColumns | { readonly because: string } {
  const measures = properties.filter(({ type, title }) => type === 'Topic' && title.trim() === measureTitles[geo])
  const [measure] = measures
  const missing = [
    ...(properties.some(({ type, key }) => key === geo && /^Geo|^Dimension/.test(type)) ? [] : [geo]),
    ...(geo === 'WijkenEnBuurten' || properties.some(({ key }) => key === periodColumn) ? [] : [periodColumn]),
    ...(measure ? [] : [measureTitles[geo]]),
  ]
  if (missing.length > 0 || !measure)
    return { because: `De bron heeft andere kolommen dan wij kennen. Deze ontbreken: ${missing.join(', ')}.` }
  if (measures.length > 1) return { because: `De bron heeft ${measures.length} kolommen ‘${measureTitles[geo]}’.` }
  return { geo, measure: measure.key }
}

/** The day of a table of key figures, from its title; null when it is another table than we think. */
export function dayOfTitle(title: string): Day | null {
  const [, year] = /^Kerncijfers wijken en buurten (20\d\d)$/.exec(title.trim()) ?? []
  return year ? day(`${year}-01-01`) : null
}

/** A day people were counted on, and the key of its period as the source writes it. */
export type CountedDay = { readonly on: Day; readonly key: string }

/** The ends of the years of a list of periods, in order; it has months too. */
export function yearEnds(keys: readonly string[]): CountedDay[] {
  return keys
    .flatMap((key) => {
      const [, year = ''] = /^(20\d\d)JJ00$/.exec(key) ?? []
      return Number(year) >= firstYear ? [{ on: day(`${year}-12-31`), key }] : []
    })
    .sort((one, other) => (one.on < other.on ? -1 : 1))
}
