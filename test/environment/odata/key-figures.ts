import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { realNeighbourhoods } from './inhabitants'
import { folder } from './real'
import type { AnyTable } from './table'

/** What the columns are called, as CBS calls them; each stands with a number of the year after it. */
const columns = {
  jongeren: ['k_15Tot25Jaar', '15 tot 25 jaar'],
  huishoudens: ['HuishoudensTotaal', 'Huishoudens totaal'],
  woningen: ['Woningvoorraad', 'Woningvoorraad'],
  'woz-waarde': ['GemiddeldeWOZWaardeVanWoningen', 'Gemiddelde WOZ-waarde van woningen'],
  bedrijfsvestigingen: ['BedrijfsvestigingenTotaal', 'Bedrijfsvestigingen totaal'],
  stedelijkheid: ['MateVanStedelijkheid', 'Mate van stedelijkheid'],
  adressendichtheid: ['Omgevingsadressendichtheid', 'Omgevingsadressendichtheid'],
} as const
export type ServedFigure = keyof typeof columns

export type FigureDeviation = {
  /** Columns that the table of this year does not have. */
  readonly without?: readonly ServedFigure[]
  /** Columns that stand in it twice. */
  readonly twice?: readonly ServedFigure[]
  /** Columns that it has and has not filled yet. */
  readonly empty?: readonly ServedFigure[]
  /** Another value for a cell, as `jongeren BUX0010101`; null is hidden. */
  readonly changed?: Readonly<Record<string, number | string | null>>
}

type ValueOf = (figure: ServedFigure, code: string) => number | null

/** A table of inhabitants with the other columns of the year: their numbers are other ones each year, as at CBS. */
function withFigures(
  table: AnyTable,
  year: number,
  { without = [], twice = [], empty = [], changed = {} }: FigureDeviation,
  cellOf: ValueOf,
): AnyTable {
  const kept = (Object.keys(columns) as ServedFigure[]).filter((figure) => !without.includes(figure))
  const keyOf = (figure: ServedFigure) => `${columns[figure][0]}_${kept.indexOf(figure) + year - 1990}`
  const property = (figure: ServedFigure, key = keyOf(figure)) => ({
    ID: 100 + kept.indexOf(figure),
    Position: 100 + kept.indexOf(figure),
    ParentID: null,
    Type: 'Topic',
    Key: key,
    Title: columns[figure][1],
  })
  return {
    ...table,
    properties: [
      ...table.properties,
      ...kept.map((figure) => property(figure)),
      ...twice.map((figure) => property(figure, `${columns[figure][0]}_200`)),
    ],
    more: Object.fromEntries(
      kept.map((figure) => [
        keyOf(figure),
        (code: string) => {
          const given = changed[`${figure} ${code}`]
          if (given !== undefined) return given
          return empty.includes(figure) ? null : cellOf(figure, code)
        },
      ]),
    ),
  }
}

const levels = { GM: 1, WK: 2, BU: 4 } as const

/** Invented key figures beside invented inhabitants: what adds up is spread evenly, and what does not is the same everywhere. */
export function inventedKeyFigures(table: AnyTable, year: number, deviation: FigureDeviation = {}): AnyTable {
  const whole = { jongeren: 2400, huishoudens: 9600, woningen: 9800, bedrijfsvestigingen: 1600 }
  return withFigures(table, year, deviation, (figure, code) => {
    if (figure === 'woz-waarde') return 350
    if (figure === 'adressendichtheid') return 1200
    if (figure === 'stedelijkheid') return 3
    return whole[figure] / levels[code.slice(0, 2) as keyof typeof levels]
  })
}

const realColumns: Partial<Record<ServedFigure, string>> = {
  huishoudens: 'huishoudens',
  'woz-waarde': 'wozWaarde',
  stedelijkheid: 'stedelijkheid',
  adressendichtheid: 'adressendichtheid',
}

/** What of the real figures of 2024 is known here: a text per column, and nothing where CBS gives none. */
export function realFigures(): Map<string, Record<string, string>> {
  const file = join(folder, 'woonikveilig-47022ned/kerncijfers_2024_gemeente_wijk_buurt.csv')
  const lines: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true })
  return new Map(lines.map((line) => [line.code ?? '', line]))
}

/** 85984NED with the real figures of 2024 that are known; the other columns are not in it. */
export function realKeyFigures(): AnyTable {
  const known = realFigures()
  const without = (Object.keys(columns) as ServedFigure[]).filter((figure) => !(figure in realColumns))
  return withFigures(realNeighbourhoods(), 2024, { without }, (figure, code) => {
    const value = known.get(code)?.[realColumns[figure] ?? ''] ?? ''
    return value === '' ? null : Number(value)
  })
}
