import type { Day } from '../../kernel/day'
import type { InhabitantCount, Merger } from './inhabitants'
import { type CountedDay, type PopulationColumns, periodColumn } from './population-table'

/** An area of a list of the source. `key` is the source's own, with its spaces. */
export type SourceArea = { readonly code: string; readonly key: string }
export type Counted = { readonly area: string; readonly on: Day; readonly inhabitants: number }

/** Where the source does not add up. */
export type PopulationDifference = {
  readonly area: string
  readonly on: Day
  readonly partsKind: 'wijken' | 'buurten'
  readonly whole: number
  readonly parts: number
}

/** What of a release is loaded at once. What the source does not give is not in it. */
export type PopulationPart = {
  readonly rows: readonly Counted[]
  readonly differences: readonly PopulationDifference[]
}

type Unusable = { readonly because: string }
type Row = Readonly<Record<string, string | number | null>>

/** The municipality that the code of an area of CBS holds. */
export const municipalityOf = (code: string): string => `GM${code.slice(2, 6)}`

/** The areas of a list of the source, cut to these municipalities; of neighbourhoods too, when it has them. */
export function sourceAreasOf(keys: readonly string[], municipalities: readonly string[]): SourceArea[] {
  const wanted = new Set(municipalities)
  return keys.flatMap((key) => {
    const code = key.trim()
    return /^(GM|WK|BU)/.test(code) && wanted.has(municipalityOf(code)) ? [{ code, key }] : []
  })
}

/**
 * Reads the rows of one part: every area exactly once, whole numbers or unknown. Anything less is no part of a release: a
 * filter with a wrong key gives no rows and no error.
 */
export function readPopulationPart(
  rows: readonly Row[],
  name: string,
  areas: readonly SourceArea[],
  counted: { readonly on: Day; readonly key: string | null },
  columns: PopulationColumns,
): PopulationPart | Unusable {
  const unusable = (what: string): Unusable => ({ because: `${name}: ${what}` })
  const codeOf = new Map(areas.map(({ key, code }) => [key, code]))
  const read = new Map<string, number | null>()
  for (const row of rows) {
    const code = codeOf.get(row[columns.geo] as string)
    const value = row[columns.measure]
    if (value === undefined) return unusable(`de kolom ${columns.measure} ontbreekt.`)
    if (code === undefined || (counted.key !== null && row[periodColumn] !== counted.key))
      return unusable('de bron gaf een rij van een ander gebied of een andere periode.')
    if (read.has(code)) return unusable(`de bron gaf ${code} twee keer.`)
    if (value !== null && !(Number.isSafeInteger(value) && (value as number) >= 0))
      return unusable(`de bron gaf iets dat geen aantal is: ${String(value).slice(0, 40)}.`)
    read.set(code, value as number | null)
  }
  if (read.size !== areas.length)
    return unusable(`de bron gaf ${read.size} van de ${areas.length} gebieden. Een deel ontbreekt.`)
  const differences = differencesIn(read, counted.on)
  const beyond = differences.find((one) => !isWithinRounding(one, countOf(read, one)))
  if (beyond) {
    const { area, whole, partsKind, parts } = beyond
    return unusable(
      `${area} heeft ${whole} inwoners, en de som van de ${partsKind} is ${parts}. Dat is te veel verschil.`,
    )
  }
  return {
    rows: [...read].flatMap(([area, inhabitants]) =>
      inhabitants === null ? [] : [{ area, on: counted.on, inhabitants }],
    ),
    differences,
  }
}

/** CBS rounds a neighbourhood to 5, so each moves the sum by at most 2.5; and a few people have no known address. */
export const rounding = { perPart: 2.5, more: 10 } as const

const partKinds = { wijken: 'WK', buurten: 'BU' } as const
const partsOf = (read: ReadonlyMap<string, number | null>, kind: keyof typeof partKinds) =>
  [...read].filter(([code]) => code.startsWith(partKinds[kind]))
const countOf = (read: ReadonlyMap<string, number | null>, { partsKind }: PopulationDifference) =>
  partsOf(read, partsKind).length

const isWithinRounding = ({ whole, parts }: PopulationDifference, count: number): boolean =>
  Math.abs(whole - parts) <= rounding.perPart * count + rounding.more

/** Where the municipality of a part is not the sum of its neighbourhoods; a part that is unknown leaves the sum unknown. */
function differencesIn(read: ReadonlyMap<string, number | null>, on: Day): PopulationDifference[] {
  return [...read].flatMap(([area, whole]) => {
    if (!area.startsWith('GM') || whole === null) return []
    return (['wijken', 'buurten'] as const).flatMap((partsKind) => {
      const own = partsOf(read, partsKind).map(([, count]) => count)
      if (own.length === 0 || own.includes(null)) return []
      const parts = own.reduce<number>((sum, count) => sum + (count ?? 0), 0)
      return parts === whole ? [] : [{ area, on, partsKind, whole, parts }]
    })
  })
}

/** The municipalities that must be known on a day and are not: those of the region then. */
export function missingOn(
  rows: readonly Counted[],
  { on }: Pick<CountedDay, 'on'>,
  municipalities: readonly string[],
): string[] {
  const known = new Set(rows.filter((row) => row.on === on).map(({ area }) => area))
  return municipalities.filter((code) => !known.has(code))
}

/** Municipalities with a day in between on which the source does not know them, as `GM0344 op 2024-12-31`. */
export function holesIn(rows: readonly Counted[], days: readonly Day[]): string[] {
  return [...Map.groupBy(rows, ({ area }) => area)].flatMap(([area, own]) => {
    const known = new Set(own.map(({ on }) => on))
    const first = days.findIndex((on) => known.has(on))
    const last = days.findLastIndex((on) => known.has(on))
    return days.slice(first, last).flatMap((on) => (known.has(on) ? [] : [`${area} op ${on}`]))
  })
}

/** A municipality that grows or shrinks more in a year was read wrong, or took in another that we do not know of. */
export const largestJump = 0.15
const mostDaysApart = 400

export type Jump = { readonly area: string; readonly from: number; readonly to: number; readonly on: Day }

/**
 * Numbers of municipalities that no municipality grows or shrinks to: each beside the nearest number of a year around it, of this
 * release or of what was known before. One that took in another in between is held against both together.
 */
export function jumpsIn(
  rows: readonly Counted[],
  known: readonly Pick<InhabitantCount, 'area' | 'on' | 'inhabitants'>[],
  mergers: readonly Merger[],
): Jump[] {
  const municipal = rows.filter(({ area }) => area.startsWith('GM'))
  const own = new Set<unknown>(municipal)
  const around = Map.groupBy([...known, ...municipal], ({ area }) => area)
  return municipal.flatMap((row): Jump[] => {
    // Within a release only what comes before: a jump is told once.
    const others = (around.get(row.area) ?? []).filter(
      (one) => daysApart(one.on, row.on) <= mostDaysApart && (!own.has(one) || one.on < row.on),
    )
    const [other] = others.toSorted((a, b) => daysApart(a.on, row.on) - daysApart(b.on, row.on))
    if (!other) return []
    const [before, after] = other.on <= row.on ? [other, row] : [row, other]
    const takenIn = mergers.filter(({ to, on }) => to === row.area && before.on < on && on <= after.on)
    const together = takenIn.reduce(
      (sum, { from }) => sum + ((around.get(from) ?? []).find(({ on }) => on === before.on)?.inhabitants ?? 0),
      before.inhabitants,
    )
    const isJump = Math.abs(after.inhabitants - together) > largestJump * Math.max(together, 1)
    return isJump ? [{ area: row.area, from: together, to: after.inhabitants, on: row.on }] : []
  })
}

const daysApart = (one: Day, other: Day) => Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000
