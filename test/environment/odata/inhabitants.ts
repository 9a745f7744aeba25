import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { numberOf } from './invented'
import { folder } from './real'
import type { AnyTable, Entry } from './table'

const entry = (code: string, width: number, name = code): Entry => ({
  Key: code.padEnd(width),
  Title: name,
  Description: '',
})
type Property = AnyTable['properties'][number]
const topics = (columns: readonly (readonly [key: string, title: string])[], from: number): Property[] =>
  columns.map(([Key, Title], at) => ({ ID: from + at, Position: from + at, ParentID: null, Type: 'Topic', Key, Title }))
const dimension = (Type: string, Key: string, at: number): Property => ({
  ID: at,
  Position: at,
  ParentID: null,
  Type,
  Key,
  Title: Key,
})

/** What may differ from a table that is right. */
export type Deviation = {
  readonly modified?: string
  readonly title?: string
  /** Another number for a cell, as `GMX001 2024JJ00` or `BUX0010101`; null is unknown. */
  readonly changed?: Readonly<Record<string, number | null>>
}

/** 37230ned: municipalities over the years; months stand in the same list. */
function overTheYears(
  codes: readonly string[],
  years: readonly number[],
  { modified = '2026-01-30T02:00:00', title, changed = {} }: Deviation,
  count: (code: string, year: number) => number | null,
): AnyTable {
  return {
    id: '37230ned',
    info: {
      ID: 0,
      Title: title ?? 'Bevolkingsontwikkeling; regio per maand',
      Identifier: '37230ned',
      Modified: modified,
    },
    properties: [
      dimension('GeoDimension', 'RegioS', 0),
      dimension('TimeDimension', 'Perioden', 1),
      ...topics(
        [
          ['BevolkingAanHetBeginVanDePeriode_1', 'Bevolking aan het begin van de periode'],
          ['LevendGeborenKinderen_2', 'Levend geboren kinderen'],
          ['BevolkingAanHetEindeVanDePeriode_15', 'Bevolking aan het einde van de periode'],
        ],
        2,
      ),
    ],
    lists: [
      { name: 'RegioS', entries: ['NL01', 'PV26', ...codes, 'GM9999'].map((code) => entry(code, 6)) },
      {
        name: 'Perioden',
        entries: years.flatMap((year) => [entry(`${year}MM11`, 8), entry(`${year}MM12`, 8), entry(`${year}JJ00`, 8)]),
      },
    ],
    measure: 'BevolkingAanHetEindeVanDePeriode_15',
    extra: { BevolkingAanHetBeginVanDePeriode_1: null, LevendGeborenKinderen_2: null },
    value(code = '', period = '') {
      const given = changed[`${code} ${period}`]
      return given === undefined ? count(code, Number(period.slice(0, 4))) : given
    },
  }
}

/** Invented municipalities that grow a little every year. */
export const inventedInhabitants = (
  codes: readonly string[],
  years: readonly number[],
  deviation: Deviation = {},
): AnyTable =>
  overTheYears(codes, years, deviation, (code, year) => 20_000 + (numberOf(code) % 9000) + 100 * (year - 2011))

/** Key figures of one year: municipalities, wijken and buurten. */
function ofOneYear(
  id: string,
  year: number,
  keys: readonly Entry[],
  { modified = `${year}-12-15T02:00:00`, title, changed = {} }: Deviation,
  count: (code: string) => number | null,
): AnyTable {
  return {
    id,
    info: { ID: 0, Title: title ?? `Kerncijfers wijken en buurten ${year}`, Identifier: id, Modified: modified },
    properties: [
      dimension('GeoDetail', 'WijkenEnBuurten', 0),
      ...topics(
        [
          ['Gemeentenaam_1', 'Gemeentenaam'],
          ['SoortRegio_2', 'Soort regio'],
          ['Codering_3', 'Codering'],
          ['IndelingswijzigingWijkenEnBuurten_4', 'Indelingswijziging wijken en buurten'],
          ['AantalInwoners_5', 'Aantal inwoners'],
          ['Mannen_6', 'Mannen'],
        ],
        1,
      ),
    ],
    lists: [{ name: 'WijkenEnBuurten', entries: [entry('NL00', 10, 'Nederland'), ...keys] }],
    measure: 'AantalInwoners_5',
    extra: { Gemeentenaam_1: null, SoortRegio_2: null, Codering_3: null, Mannen_6: null },
    value(code = '') {
      const given = changed[code]
      return given === undefined ? count(code) : given
    },
  }
}

const twoOfTwo = (municipality: string): string[] => {
  const number = municipality.slice(2)
  return ['01', '02'].flatMap((wijk) => [
    `WK${number}${wijk}`,
    ...['01', '02'].map((buurt) => `BU${number}${wijk}${buurt}`),
  ])
}

/** Invented key figures: two wijken of two buurten a municipality, rounded to 5 as CBS does. */
export function inventedNeighbourhoods(
  id: string,
  year: number,
  municipalities: readonly string[],
  deviation: Deviation = {},
): AnyTable {
  const keys = municipalities.flatMap((code) => [code, ...twoOfTwo(code)]).map((code) => entry(code, 10))
  const whole = (code: string) => 20_000 + (numberOf(code) % 9000) + 100 * (year - 2012)
  const rounded = (count: number) => 5 * Math.round(count / 5)
  return ofOneYear(id, year, keys, deviation, (code) => {
    if (code.startsWith('GM')) return whole(code)
    const share = code.startsWith('WK') ? 2 : 4
    return rounded(whole(`GM${code.slice(2, 6)}`) / share)
  })
}

type Line = Record<string, string>
const read = (file: string): Line[] => parse(readFileSync(join(folder, file)), { columns: true, bom: true })

/** Inhabitants per municipality on 31 December, as `GM0344 2024`; the real numbers. */
export function realYearEnds(): Map<string, number> {
  const lines = read('nlviolentcrime-47013ned/inwoners_eind_jaar_per_gemeente_2002_2024.csv')
  return new Map(
    lines.flatMap((line): [string, number][] =>
      line.inwoners_31_december ? [[`${line.gm_code} ${line.jaar}`, Number(line.inwoners_31_december)]] : [],
    ),
  )
}

/** 37230ned with the real numbers of 2002 to 2024; the day of its last change is not known and made up. */
export function realInhabitants(deviation: Deviation = {}): AnyTable {
  const numbers = realYearEnds()
  const codes = [...new Set([...numbers.keys()].map((key) => key.slice(0, 6)))].sort()
  const years = Array.from({ length: 23 }, (_, at) => 2002 + at)
  return overTheYears(
    codes,
    years,
    { modified: '2025-12-01T02:00:00', ...deviation },
    (code, year) => numbers.get(`${code} ${year}`) ?? null,
  )
}

/** 85984NED with the real numbers of 1 January 2024, in the real list with its spaces; the day of its change is made up. */
export function realNeighbourhoods(deviation: Deviation = {}): AnyTable {
  const known = new Map([
    ...read('woonikveilig-47022ned/kerncijfers_2024_gemeente_wijk_buurt.csv').map(
      (line) => [line.code, line.inwoners] as const,
    ),
    // The other file leaves out who has no inhabitants.
    ...read('nscr-misdaadconcentratie-47018ned/85984NED_inwoners_per_buurt_2024_midden-nederland.csv').map(
      (line) => [line.bu_code, line.inwoners] as const,
    ),
  ])
  const keys = read('nscr-misdaadconcentratie-47018ned/47018NED_WijkenEnBuurten_midden-nederland.csv')
    .filter(({ Key = '' }) => !Key.startsWith('NL'))
    .map((line) => ({ ...line, Key: line.Key ?? '' }))
  return ofOneYear('85984NED', 2024, keys, { modified: '2025-03-31T02:00:00', ...deviation }, (code) =>
    Number(known.get(code) || 0),
  )
}
