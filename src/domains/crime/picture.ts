import type { Month } from '../../kernel/month'
import { addMonths } from '../../kernel/month'
import type { CountedArea, Series, YearOnYear } from './count'
import { sumUpTo } from './count'
import type { CrimeType } from './crime-type'

/** A crime type in an area: its last twelve months and the twelve before. */
export type TypeRow = YearOnYear & { readonly crimeType: CrimeType }

/** Of fewer than this in two years together no change can be told from chance: one more or less is already a large part. */
const fewest = 10

/** Whether there are too few to say anything about a change; null when the counts are not known. */
export function isTooFew({ now, before }: YearOnYear): boolean | null {
  return now === null || before === null ? null : now + before < fewest
}

/** What stands one level below: districts of the region, municipalities of a district, wijken, buurten. */
export function areasBelow(area: CountedArea, all: readonly CountedArea[]): CountedArea[] {
  const below: Partial<Record<CountedArea['kind'], (other: CountedArea) => boolean>> = {
    basisteam: ({ kind, parts }) => kind === 'gemeente' && parts.every((part) => area.parts.includes(part)),
    regio: ({ kind }) => kind === 'district',
    district: ({ kind, parts }) => kind === 'gemeente' && parts.every((part) => area.parts.includes(part)),
    gemeente: ({ kind, municipality }) => kind === 'wijk' && municipality?.code === area.code,
    wijk: ({ kind, wijk }) => kind === 'buurt' && wijk === area.code,
  }
  const belongs = below[area.kind]
  return belongs ? all.filter(belongs).toSorted((one, other) => one.name.localeCompare(other.name, 'nl')) : []
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

/** What a whole counts more than its parts together: crimes of which the smaller area is not known. Null when nothing is left or it cannot be known. */
export function restOf(whole: YearOnYear, parts: readonly YearOnYear[]): YearOnYear | null {
  const left = (of: 'now' | 'before') => {
    const known = parts.reduce<number | null>(
      (sum, part) => (sum === null || part[of] === null ? null : sum + part[of]),
      0,
    )
    const total = whole[of]
    return known === null || total === null ? null : total - known
  }
  const [now, before] = [left('now'), left('before')]
  if (parts.length === 0 || now === null || before === null || now < 0 || before < 0) return null
  return now + before === 0 ? null : { type: whole.type, now, before }
}

/** The months still growing that a reader sees, oldest first. */
export const growingMonths = (last: Month): Month[] => [addMonths(last, -2), addMonths(last, -1), last]
