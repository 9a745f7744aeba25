import type { Month } from '../../kernel/month'

/** A table of the police that figures are loaded from. */
export type SourceTable = {
  readonly id: '47022NED' | '47018NED' | '47013NED'
  /** What it holds, in Dutch. */
  readonly holds: string
  readonly cadence: 'maand' | 'jaar'
  /** Its geographical dimension: neighbourhoods, or municipalities and police units. */
  readonly geo: 'WijkenEnBuurten' | 'RegioS'
}

export const sourceTables: readonly SourceTable[] = [
  {
    id: '47022NED',
    holds: 'misdrijven per maand, per gemeente, wijk en buurt',
    cadence: 'maand',
    geo: 'WijkenEnBuurten',
  },
  {
    id: '47018NED',
    holds: 'misdrijven per jaar, per gemeente, wijk en buurt',
    cadence: 'jaar',
    geo: 'WijkenEnBuurten',
  },
  {
    id: '47013NED',
    holds: 'misdrijven per jaar, per gemeente en voor de politie-eenheid, ook de soorten die per maand verborgen zijn',
    cadence: 'jaar',
    geo: 'RegioS',
  },
]

export const sourceTable = (id: string): SourceTable | null => sourceTables.find((one) => one.id === id) ?? null

/** A month as `2025-10`, or in a yearly table a year as `2025`. They sort as text within a table. */
export type Period = string
/** A period, and its key as the source writes it. */
export type SourcePeriod = { readonly period: Period; readonly key: string }

/** The periods of a table's own cadence, in order. Some tables mix months and years in one list. */
export function periodsOf({ cadence }: SourceTable, keys: readonly string[]): SourcePeriod[] {
  return keys
    .flatMap((key) => {
      const [, year = '', month] = /^(\d{4})(?:MM(0[1-9]|1[0-2])|JJ00)$/.exec(key) ?? []
      if (year === '' || (month === undefined) !== (cadence === 'jaar')) return []
      return [{ period: month === undefined ? year : `${year}-${month}`, key }]
    })
    .sort((a, b) => (a.period < b.period ? -1 : 1))
}

/** The first period of a table that is not before a month. */
export const firstAskedOf = ({ cadence }: SourceTable, from: Month): Period =>
  cadence === 'maand' ? from : from.slice(0, 4)

/** The columns of a table that a load needs, by the names the source gives them now. */
export type Columns = { readonly geo: string; readonly measure: string }
export const typeColumn = 'SoortMisdrijf'
export const periodColumn = 'Perioden'

/** Finds the columns in what the table says about itself, or says in Dutch which one is missing. */
export function columnsOf(
  table: SourceTable,
  properties: readonly { readonly type: string; readonly key: string }[],
): Columns | { readonly because: string } {
  const has = (key: string, ...types: readonly string[]) =>
    properties.some((one) => one.key === key && types.includes(one.type))
  const missing = [
    ...(has(typeColumn, 'Dimension') ? [] : [typeColumn]),
    ...(has(table.geo, 'GeoDetail', 'GeoDimension') ? [] : [table.geo]),
    ...(has(periodColumn, 'TimeDimension') ? [] : [periodColumn]),
  ]
  // The number at the end changes when the source adds a column.
  const measure = properties.find(({ type, key }) => type === 'Topic' && /^GeregistreerdeMisdrijven(_\d+)?$/.test(key))
  if (!measure) missing.push('GeregistreerdeMisdrijven')
  if (missing.length > 0 || !measure)
    return { because: `De bron heeft andere kolommen dan wij kennen. Deze ontbreken: ${missing.join(', ')}.` }
  return { geo: table.geo, measure: measure.key }
}
