import { allCrimes } from './crime-type'
import type { AreaGroup, Whole } from './source-area'
import { type Columns, periodColumn, type SourcePeriod, typeColumn } from './source-table'

/** A crime type of a release and its key as the source writes it. */
export type SourceType = { readonly code: string; readonly key: string }
export type SourceRow = Readonly<Record<string, string | number | null>>
/** The counts of one area in one period, in the order of the types of the release. */
export type AreaCounts = { readonly area: string; readonly counts: readonly (number | null)[] }

/** Where the source does not add up. */
export type Difference = {
  readonly area: string
  readonly type: string
  readonly partsKind: Whole['partsKind'] | 'soorten'
  readonly whole: number
  readonly parts: number
}

/** Why a part cannot be taken: in Dutch, as the administrator reads it. */
export type Unusable = { readonly because: string }

/**
 * Reads the rows of one part: every type of every area exactly once, whole numbers or hidden. Anything less is no part of a
 * release: a filter with a wrong key gives no rows and no error.
 */
export function readPart(
  rows: readonly SourceRow[],
  { code, areas }: AreaGroup,
  types: readonly SourceType[],
  { period, key }: SourcePeriod,
  columns: Columns,
): readonly AreaCounts[] | Unusable {
  const unusable = (what: string): Unusable => ({ because: `${code}, ${period}: ${what}` })
  const typeAt = new Map(types.map((type, at) => [type.key, at]))
  const areaAt = new Map(areas.map((area, at) => [area.key, at]))
  const read = areas.map((): (number | null | undefined)[] => new Array(types.length).fill(undefined))
  for (const row of rows) {
    const type = typeAt.get(row[typeColumn] as string)
    const area = areaAt.get(row[columns.geo] as string)
    const value = row[columns.measure]
    if (value === undefined) return unusable(`de kolom ${columns.measure} ontbreekt.`)
    if (type === undefined || area === undefined || row[periodColumn] !== key)
      return unusable('de bron gaf een rij van een ander gebied, een andere soort of een andere periode.')
    const counts = read[area] as (number | null | undefined)[]
    if (counts[type] !== undefined) return unusable('de bron gaf dezelfde cel twee keer.')
    if (value !== null && !(Number.isSafeInteger(value) && (value as number) >= 0))
      return unusable(`de bron gaf iets dat geen aantal is: ${String(value).slice(0, 40)}.`)
    counts[type] = value as number | null
  }
  const expected = types.length * areas.length
  if (rows.length !== expected)
    return unusable(`de bron gaf ${rows.length} van de ${expected} rijen. Een deel ontbreekt.`)
  return areas.map((area, at) => ({ area: area.code, counts: read[at] as (number | null)[] }))
}

/** A total and its parts may differ so much, or so large a share of the total: what is more makes a release unusable. */
export const tolerance = { crimes: 5, share: 0.05 }

export const isWithinTolerance = (whole: number, parts: number): boolean =>
  Math.abs(whole - parts) <= Math.max(tolerance.crimes, Math.abs(whole) * tolerance.share)

/**
 * Compares every total of a part with the sum of what it consists of. Hidden parts may leave a total above the sum of the
 * visible ones; a total below it, or any difference where nothing is hidden, is a difference in the source.
 */
export function differencesIn(
  counts: readonly AreaCounts[],
  group: AreaGroup,
  types: readonly SourceType[],
): Difference[] {
  const found: Difference[] = []
  // Twenty million cells go through here: no list is made for any of them.
  for (const { at, partsKind, parts } of group.wholes) {
    const own = counts[at]
    if (!own || parts.length === 0) continue
    for (let type = 0; type < types.length; type++) {
      const whole = own.counts[type] ?? null
      if (whole === null) continue
      let sum = 0
      let isHidden = false
      for (const part of parts) {
        const count = counts[part]?.counts[type] ?? null
        if (count === null) isHidden = true
        else sum += count
      }
      if (differs(whole, sum, isHidden))
        found.push({ area: own.area, type: types[type]?.code ?? '', partsKind, whole, parts: sum })
    }
  }
  const total = types.findIndex(({ code }) => code === allCrimes)
  for (const own of total < 0 || types.length === 1 ? [] : counts) {
    const whole = own.counts[total] ?? null
    if (whole === null) continue
    let sum = -whole
    let isHidden = false
    for (const count of own.counts) {
      if (count === null) isHidden = true
      else sum += count
    }
    if (differs(whole, sum, isHidden))
      found.push({ area: own.area, type: allCrimes, partsKind: 'soorten', whole, parts: sum })
  }
  return found
}

const differs = (whole: number, sum: number, isHidden: boolean) => sum !== whole && !(isHidden && sum < whole)

/** Why a part makes the whole release unusable, or null: a total that is unknown, or too far from its parts. */
export function refusalOfPart(
  counts: readonly AreaCounts[],
  { areas }: AreaGroup,
  types: readonly SourceType[],
  { period }: SourcePeriod,
  differences: readonly Difference[],
): string | null {
  const total = types.findIndex(({ code }) => code === allCrimes)
  const unknown = counts.find((one, at) => areas[at]?.kind === 'gemeente' && one.counts[total] === null)
  if (unknown)
    return `${unknown.area}, ${period}: de bron geeft geen totaal. Misschien is deze periode nog niet gepubliceerd.`
  const largest = differences
    .filter(({ whole, parts }) => !isWithinTolerance(whole, parts))
    .sort((a, b) => Math.abs(b.whole - b.parts) - Math.abs(a.whole - a.parts))[0]
  if (!largest) return null
  const { area, type, partsKind, whole, parts } = largest
  return `${area}, ${period}, soort ${type}: het totaal is ${whole}, de ${partsKind} samen zijn ${parts}. Dat verschilt meer dan ${tolerance.crimes} en meer dan ${tolerance.share * 100}%.`
}

/** The text that the hash of a part is made of: the same counts give the same text, in whatever order they came. */
export function textOfPart(counts: readonly AreaCounts[]): string {
  return counts
    .map(({ area, counts }) => `${area}\t${counts.map((count) => count ?? '').join()}\n`)
    .sort()
    .join('')
}
