import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { numberOf } from './invented'
import type { Entry, ServedTable } from './table'

/** The real files; they are not part of the project, and what needs them says so and is skipped without them. */
export const folder = process.env.FIGURES_DATA ?? '../shared/data'
export const hasRealData = existsSync(join(folder, 'visualicious-47022ned'))

type Line = Record<string, string>
const read = (file: string, options = {}): Line[] =>
  parse(readFileSync(join(folder, file)), { columns: true, bom: true, relax_quotes: true, ...options })

export const hiddenTypes = ['1.4.1', '3.2.1', '3.2.2', '3.7.3']

/** Per buurt and year all crimes together, 2021 to 2025; the real numbers. */
export function realTotals(): Map<string, Map<string, number>> {
  const totals = new Map<string, Map<string, number>>()
  for (const line of read('woonikveilig-47022ned/misdrijven_totaal_per_buurt_per_jaar_2021_2025.csv')) {
    const years = totals.get(line.bu_code ?? '') ?? new Map<string, number>()
    years.set(line.jaar ?? '', Number(line.misdrijven_totaal || 0))
    totals.set(line.bu_code ?? '', years)
  }
  return totals
}

/** Utrechtse Heuvelrug per type, area and month; the real numbers, null where the source hides them. */
export function realMonths(): Map<string, number | null> {
  return new Map(
    read('visualicious-47022ned/utrechtse-heuvelrug_misdrijven_per_soort_gebied_maand_2022MM12_2023MM11.csv').map(
      (line) => [
        `${line.soort_misdrijf} ${line.code} ${line.periode}`,
        line.misdrijven === '' ? null : Number(line.misdrijven),
      ],
    ),
  )
}

const own = 'nscr-misdaadconcentratie-47018ned/47018NED_'
const entriesOf = (file: string): Entry[] => read(file).map((line) => ({ ...line, Key: line.Key ?? '' }))

const wijkList = () => entriesOf(`${own}WijkenEnBuurten_midden-nederland.csv`)
const typeList = () => entriesOf(`${own}SoortMisdrijf.csv`)
const infoOf = () => (read(`${own}TableInfos.csv`)[0] ?? {}) as Record<string, string>

/** What a type is of all crimes in the Netherlands; the rest is in the hidden ones. */
function typeShares(): Map<string, number> {
  const lines = read('nscr-staat-van-de-misdaad-47025ned/nederland_misdrijven_per_soort_per_jaar_2012_2023.csv')
  const of2023 = lines.filter(({ year }) => year === '2023')
  const all = Number(of2023.find((line) => line.incident_type_code === 'Totaal misdrijven')?.incident_count)
  return new Map(
    of2023.flatMap((line) => {
      const [, code] = /^(\d\.\d\.\d+) /.exec(line.incident_type_code ?? '') ?? []
      return code ? [[code, Number(line.incident_count) / all] as const] : []
    }),
  )
}

/** Made up by rule: how many of a buurt's crimes of a year are of a type. Rounded down, so that types stay within the total. */
function yearly(totals: ReturnType<typeof realTotals>, shares: ReadonlyMap<string, number>) {
  return (type: string, buurt: string, year: string) => {
    const total = totals.get(buurt)?.get(year < '2021' ? '2021' : year) ?? 0
    return type === '0.0.0' ? total : Math.floor(total * (shares.get(type) ?? 0))
  }
}

/** Sums of buurten, remembered: every whole is the sum of its parts. */
function summed(areas: readonly Entry[], ofBuurt: (type: string, buurt: string, period: string) => number | null) {
  const buurten = new Map<string, string[]>()
  for (const { Key } of areas) {
    const code = Key.trim()
    if (!code.startsWith('BU')) continue
    for (const whole of [`GM${code.slice(2, 6)}`, `WK${code.slice(2, 8)}`, code])
      buurten.set(whole, [...(buurten.get(whole) ?? []), code])
  }
  return (type: string, area: string, period: string): number | null => {
    let sum = 0
    for (const buurt of buurten.get(area) ?? []) {
      const count = ofBuurt(type, buurt, period)
      if (count === null) return null
      sum += count
    }
    return sum
  }
}

/** 47018NED: yearly, per buurt. All crimes together are real for 2021 to 2025; the types are made up by rule. */
export function realYears(years = ['2021', '2022', '2023', '2024', '2025']): ServedTable {
  const areas = wijkList()
  const ofBuurt = yearly(realTotals(), typeShares())
  const value = summed(areas, (type, buurt, period) =>
    hiddenTypes.includes(type) ? null : ofBuurt(type, buurt, period.slice(0, 4)),
  )
  return {
    id: '47018NED',
    info: { ...infoOf(), ID: 0 },
    properties: read(`${own}DataProperties.csv`),
    lists: [
      { name: 'SoortMisdrijf', entries: typeList() },
      { name: 'WijkenEnBuurten', entries: areas },
      {
        name: 'Perioden',
        entries: years.map((year) => ({ Key: `${year}JJ00`, Title: year, Description: '', Status: 'Definitief' })),
      },
    ],
    measure: 'GeregistreerdeMisdrijven_1',
    extra: { Gemeentenaam_2: '', SoortRegio_3: '' },
    value,
  }
}

/** 47022NED: monthly, per buurt. Utrechtse Heuvelrug is real in the twelve months that are known; the rest is made up. */
export function realMonthly(periods: readonly string[]): ServedTable {
  const table = realYears()
  const areas = wijkList()
  const months = realMonths()
  const ofYear = yearly(realTotals(), typeShares())
  const parts = typeList()
    .map(({ Key }) => Key.trim())
    .filter((type) => type !== '0.0.0' && !hiddenTypes.includes(type))
  const ofBuurt = (type: string, buurt: string, period: string): number => {
    if (type === '0.0.0') return parts.reduce((sum, one) => sum + ofBuurt(one, buurt, period), 0)
    const [year = '', month = ''] = period.split('MM')
    const expected = ofYear(type, buurt, year) / 12
    return Math.floor(expected + (numberOf(`${type}${buurt}${year}${month}`) % 1000) / 1000)
  }
  const value = summed(areas, (type, buurt, period) =>
    hiddenTypes.includes(type) ? null : ofBuurt(type, buurt, period),
  )
  const titles = new Map(
    read('visualicious-47022ned/47022NED_Perioden_2024-01.tsv', { delimiter: '\t' }).map((line) => [
      line.Key,
      line.Title,
    ]),
  )
  return {
    ...table,
    id: '47022NED',
    info: {
      ...table.info,
      Identifier: '47022NED',
      Title: 'Geregistreerde misdrijven; soort misdrijf, wijk, buurt, maandcijfers',
      Modified: '2024-01-15T02:00:00',
    },
    lists: [
      table.lists[0],
      table.lists[1],
      {
        name: 'Perioden',
        entries: periods.map((Key) => ({ Key, Title: titles.get(Key) ?? Key, Description: '', Status: 'Definitief' })),
      },
    ],
    extra: {},
    value(type, area, period) {
      const known = months.get(`${type} ${area} ${period}`)
      return known === undefined ? value(type, area, period) : known
    },
  }
}

/** 47013NED: municipalities, police units and country; months and years in one list. Only the metadata are real. */
export function realRegions(years: readonly string[]): ServedTable {
  const blocks = metadataBlocks()
  const entries = (name: string): Entry[] =>
    (blocks.get(name) ?? []).map(([Key = '', Title = '', Description = '', Status]) => ({
      Key: Key.padEnd(name === 'RegioS' || name === 'SoortMisdrijf' ? 6 : 8),
      Title,
      Description,
      ...(name === 'Perioden' ? { Status: Status ?? '' } : {}),
    }))
  const ours = [...new Set(wijkList().flatMap(({ Key }) => (Key.startsWith('GM') ? [Key.trim()] : [])))]
  const shares = typeShares()
  const ofMunicipality = (type: string, area: string, year: string): number => {
    const total = 1000 + (numberOf(`${area}${year}`) % 9000)
    if (type === '0.0.0') return [...shares.keys()].reduce((sum, one) => sum + ofMunicipality(one, area, year), 0)
    return Math.floor(total * (shares.get(type) ?? 0))
  }
  return {
    id: '47013NED',
    info: {
      ID: 0,
      Title: 'Geregistreerde misdrijven en aangiften; soort misdrijf, gemeente 2025',
      Identifier: '47013NED',
      Modified: '2025-12-15T02:00:00',
      Catalog: 'Politie',
    },
    properties: (blocks.get('DataProperties') ?? []).map(
      ([ID = '', Position = '', , Type = '', Key = '', Title = '']) => ({
        ID: Number(ID),
        Position: Number(Position),
        Type,
        Key,
        Title,
      }),
    ),
    lists: [
      { name: 'SoortMisdrijf', entries: entries('SoortMisdrijf') },
      { name: 'RegioS', entries: entries('RegioS') },
      { name: 'Perioden', entries: entries('Perioden').filter(({ Key }) => years.includes(Key.slice(0, 4))) },
    ],
    measure: 'GeregistreerdeMisdrijven_1',
    extra: { Aangiften_2: null, Internetaangiften_3: null },
    value(type, area, period) {
      if (hiddenTypes.includes(type) && period.includes('MM')) return null
      const year = period.slice(0, 4)
      if (area.startsWith('GM')) return ofMunicipality(type, area, year)
      return ours.reduce((sum, one) => sum + ofMunicipality(type, one, year), 0)
    },
  }
}

/** The portal's file has several tables under each other, each after a line with its name. */
function metadataBlocks(): Map<string, string[][]> {
  const text = readFileSync(join(folder, 'nlviolentcrime-47013ned/47013NED_metadata_2025-12-15.csv'))
  const lines: string[][] = parse(text, { delimiter: ';', relax_quotes: true, relax_column_count: true, bom: true })
  const blocks = new Map<string, string[][]>()
  let current: string[][] = []
  for (const line of lines) {
    const [first = '', ...rest] = line
    if (
      rest.every((cell) => cell === '') &&
      /^(TableInfos|DataProperties|SoortMisdrijf|RegioS|Perioden)$/.test(first)
    ) {
      current = []
      blocks.set(first, current)
    } else if (first !== 'Key' && first !== 'ID') current.push(line)
  }
  return blocks
}
