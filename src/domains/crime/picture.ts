import type { Month } from '../../kernel/month'
import type { CountedArea, YearOnYear } from './count'
import { allCrimes, type CrimeType } from './crime-type'

/** A crime type in an area: its last twelve months and the twelve before. */
export type TypeRow = YearOnYear & { readonly crimeType: CrimeType }

/** Of fewer than this in two years together no change can be told from chance: one more or less is already a large part. */
const fewest = 10

/** Whether there are too few to say anything about a change; null when the counts are not known. */
export function isTooFew({ now, before }: YearOnYear): boolean | null {
  return now === null || before === null ? null : now + before < fewest
}

/** Types in the order of the police, with all crimes together apart. */
export function splitTotal(rows: readonly TypeRow[]): { readonly total: TypeRow | null; readonly types: TypeRow[] } {
  return {
    total: rows.find(({ type }) => type === allCrimes) ?? null,
    types: rows.filter(({ type }) => type !== allCrimes),
  }
}

/** What stands one level below: districts of the region, municipalities of a district, wijken, buurten. */
export function areasBelow(area: CountedArea, all: readonly CountedArea[]): CountedArea[] {
  const below: Partial<Record<CountedArea['kind'], (other: CountedArea) => boolean>> = {
    regio: ({ kind }) => kind === 'district',
    district: ({ kind, code }) => kind === 'gemeente' && area.parts.includes(code),
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
