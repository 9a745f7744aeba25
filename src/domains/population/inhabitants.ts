import { addDays, type Day } from '../../kernel/day'
import { addMonths, type Month } from '../../kernel/month'
import type { CountedArea } from '../crime'

/** How many people lived in an area on a day, as a source says. */
export type InhabitantCount = {
  readonly area: string
  readonly on: Day
  readonly inhabitants: number
  /** The table of the source. */
  readonly sourceTable: string
  /** The day the source published it. */
  readonly knownOn: Day
}

/** The inhabitants of areas on one day: what rates of a period are divided by. */
export type Population = {
  /** The day people were counted on; null when of these areas nothing is known near the period. */
  readonly on: Day | null
  /** Per area; null when of one of its parts it is not known. */
  readonly of: ReadonlyMap<string, number | null>
  /** The table of the source, or `voorbeeld`; null when nothing is known. */
  readonly sourceTable: string | null
  readonly isExample: boolean
}

/** That one municipality went over into another: its inhabitants of before are those of the other now. */
export type Merger = { readonly from: string; readonly to: string; readonly on: string }

/** The middle of the twelve months up to and including the last: the day on which the number of inhabitants fits best. */
export const middleOfYear = (last: Month): Day => `${addMonths(last, -5)}-01` as Day

/** The days on which a count may stand in for a year around this one: further away it is another population. */
export function daysAround(middle: Day): { readonly first: Day; readonly last: Day } {
  return { first: addDays(middle, -731), last: addDays(middle, 731) }
}

const distance = (one: Day, other: Day) => Math.abs(Date.parse(one) - Date.parse(other))

/**
 * The inhabitants of areas on one day for all of them: the day on which most of them are known, and of such days the one
 * nearest to the middle of the period. A whole is the sum of its parts, and unknown when one of them is. People of a
 * municipality that went over into another after that day are added to the other, as the police do with their figures.
 */
export function populationNear(
  counts: readonly InhabitantCount[],
  areas: readonly CountedArea[],
  middle: Day,
  mergers: readonly Merger[],
): Population {
  const days = [...Map.groupBy(counts, ({ on }) => on)].map(([on, own]) => {
    const known = new Map(own.map((one) => [one.area, one.inhabitants]))
    const of = new Map(areas.map((area) => [area.code, sumOfParts(area, known, takenInAfter(on, mergers))]))
    const complete = [...of.values()].filter((count) => count !== null).length
    return { on, of, complete, sourceTable: own[0]?.sourceTable ?? null }
  })
  const [best] = days.toSorted(
    (one, other) =>
      other.complete - one.complete ||
      distance(one.on, middle) - distance(other.on, middle) ||
      (one.on < other.on ? -1 : 1),
  )
  if (!best || best.complete === 0) return { ...nobody(areas), isExample: false }
  return { on: best.on, of: best.of, sourceTable: best.sourceTable, isExample: false }
}

const nobody = (areas: readonly CountedArea[]) => ({
  on: null,
  of: new Map(areas.map(({ code }) => [code, null])),
  sourceTable: null,
})

/** Which others an area took in after a day. */
export function takenInAfter(on: Day, mergers: readonly Merger[]): Map<string, string[]> {
  const later = mergers.filter((merger) => merger.on > on)
  return new Map([...Map.groupBy(later, ({ to }) => to)].map(([to, own]) => [to, own.map(({ from }) => from)]))
}

/**
 * A part without a count of its own stays unknown, also when it was put together from others that have one: we need not
 * know all of those.
 */
function sumOfParts(
  { parts }: CountedArea,
  known: ReadonlyMap<string, number>,
  takenIn: ReadonlyMap<string, readonly string[]>,
): number | null {
  let sum = 0
  for (const code of parts.flatMap((part) => [part, ...(takenIn.get(part) ?? [])])) {
    const count = known.get(code)
    if (count === undefined) return null
    sum += count
  }
  return sum
}

/** How fast example inhabitants grow in a year: invented, as their number is. */
const exampleGrowth = 0.007
const exampleYear = 2026

/**
 * Example inhabitants on 1 January of the year of the middle of a period: the invented size of a municipality, which
 * grows slowly. Areas that have no such size (invented neighbourhoods) have none.
 */
export function examplePopulation(
  sizes: ReadonlyMap<string, number>,
  areas: readonly CountedArea[],
  middle: Day,
): Population {
  const year = Number(middle.slice(0, 4))
  const growth = (1 + exampleGrowth) ** (year - exampleYear)
  const known = new Map([...sizes].map(([code, size]) => [code, Math.round(size * growth)]))
  const of = new Map(areas.map((area) => [area.code, sumOfParts(area, known, new Map())]))
  if ([...of.values()].every((count) => count === null)) return { ...nobody(areas), isExample: true }
  return { on: `${year}-01-01` as Day, of, sourceTable: 'voorbeeld', isExample: true }
}

/** Why a release of inhabitants cannot be stored. */
export type PopulationRefusal = 'empty' | 'not-whole' | 'twice'

export function refusalToStorePopulation(
  rows: readonly Pick<InhabitantCount, 'area' | 'on' | 'inhabitants'>[],
): PopulationRefusal | null {
  if (rows.length === 0) return 'empty'
  if (rows.some(({ inhabitants }) => !Number.isInteger(inhabitants) || inhabitants < 0)) return 'not-whole'
  return new Set(rows.map(({ area, on }) => `${area} ${on}`)).size < rows.length ? 'twice' : null
}
