import type { Day } from '../../kernel/day'
import { addMonths, type Month, monthRange } from '../../kernel/month'

/** The release figures come from, as a reader sees it. */
export type KnownRelease = {
  readonly id: number
  /** The table of the source, or `voorbeeld`. */
  readonly sourceTable: string
  readonly isExample: boolean
  /** The day the source published it: since then these figures are known. */
  readonly knownOn: Day
  /** Crime types in the order of the source. */
  readonly types: readonly string[]
  readonly firstMonth: Month
  readonly lastMonth: Month
}

/** An area that has figures: one of the source, or a whole that is the sum of its municipalities. */
export type CountedArea = {
  readonly code: string
  readonly name: string
  readonly kind: 'regio' | 'district' | 'basisteam' | 'gemeente' | 'wijk' | 'buurt'
  /** The areas of the source whose counts are added up; for an area of the source itself that one. */
  readonly parts: readonly string[]
  /** The municipality of a wijk or buurt. */
  readonly municipality: { readonly code: string; readonly name: string } | null
  /** The wijk of a buurt. */
  readonly wijk: string | null
}

const partKinds: Readonly<Partial<Record<CountedArea['kind'], CountedArea['kind']>>> = {
  regio: 'district',
  district: 'gemeente',
  basisteam: 'gemeente',
  gemeente: 'wijk',
  wijk: 'buurt',
}

/** What an area consists of, one step smaller, among areas that have figures; empty for a buurt or one that is not there. */
export function partsOfArea(code: string, areas: readonly CountedArea[]): CountedArea[] {
  const whole = areas.find((area) => area.code === code)
  const kind = whole && partKinds[whole.kind]
  return areas.filter((area) => {
    if (!whole || area.kind !== kind) return false
    if (whole.kind === 'wijk') return area.wijk === code
    return whole.kind === 'gemeente'
      ? area.municipality?.code === code
      : area.parts.every((one) => whole.parts.includes(one))
  })
}

/** The counts of an area, of every type: per month one number per type. A number that is null is hidden, never zero. */
export type Counts = {
  readonly types: readonly string[]
  readonly months: ReadonlyMap<Month, readonly (number | null)[]>
}

/** Of an area that has no figures. */
export const noCounts: Counts = { types: [], months: new Map() }

/** The counts of one type, month by month without holes. */
export type Series = readonly { readonly month: Month; readonly count: number | null }[]

/** How many of the newest months the police still change a lot: crimes are registered late. */
const provisionalMonths = 3

/** Whether a month will still change: marked with an asterisk wherever it stands. */
export function isProvisional(month: Month, { lastMonth }: Pick<KnownRelease, 'lastMonth'>): boolean {
  return month > addMonths(lastMonth, -provisionalMonths)
}

/** One type of an area from the first month to the last; null where nothing is known. */
export function seriesOf(counts: Counts, type: string, first: Month, last: Month): Series {
  const at = counts.types.indexOf(type)
  return monthRange(first, last).map((month) => ({ month, count: counts.months.get(month)?.[at] ?? null }))
}

/** The sum of a number of months up to and including the last; null when one of them is unknown. */
export function sumUpTo(series: Series, last: Month, months: number): number | null {
  const first = addMonths(last, 1 - months)
  const within = series.filter(({ month }) => month >= first && month <= last)
  return within.length === months ? sumOf(within.map(({ count }) => count)) : null
}

/** A sum of which one part is unknown is unknown. */
export function sumOf(counts: readonly (number | null)[]): number | null {
  return counts.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0)
}

/** Twelve months and the twelve before: what they counted, and whether some of it is still provisional. */
export type YearOnYear = {
  readonly type: string
  readonly now: number | null
  readonly before: number | null
}

export function yearOnYear(counts: Counts, type: string, last: Month): YearOnYear {
  const series = seriesOf(counts, type, addMonths(last, -23), last)
  return { type, now: sumUpTo(series, last, 12), before: sumUpTo(series, addMonths(last, -12), 12) }
}

/** Whole calendar years of a series, with the months counted; an unfinished year has fewer than twelve. */
export function perYear(
  series: Series,
): { readonly year: string; readonly count: number | null; readonly months: number }[] {
  const years = [...new Set(series.map(({ month }) => month.slice(0, 4)))]
  return years.map((year) => {
    const within = series.filter(({ month }) => month.startsWith(year))
    return { year, count: sumOf(within.map(({ count }) => count)), months: within.length }
  })
}

/** Of fewer than this in two years together no change can be told from chance: one more or less is already a large part. */
const fewest = 10

/** Whether there are too few to say anything about a change; null when the counts are not known. */
export function isTooFew({ now, before }: YearOnYear): boolean | null {
  return now === null || before === null ? null : now + before < fewest
}

/** The month asked for, when there are figures of it; else the last one. */
export function monthShown(
  asked: Month | null,
  { firstMonth, lastMonth }: { firstMonth: Month; lastMonth: Month },
): Month {
  return asked !== null && asked >= firstMonth && asked <= lastMonth ? asked : lastMonth
}

/** Sums over three and five years, for areas in which little happens; null where the figures do not go back that far. */
export type LongSums = { readonly years: 3 | 5; readonly sum: number | null }[]

export function longSums(series: Series, last: Month): LongSums {
  return ([3, 5] as const).map((years) => ({ years, sum: sumUpTo(series, last, years * 12) }))
}
