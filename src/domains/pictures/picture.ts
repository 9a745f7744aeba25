import type { Month } from '../../kernel/month'
import { addMonths } from '../../kernel/month'
import type { CountedArea, CrimeType, YearOnYear } from '../crime'

/** A crime type in an area: its last twelve months and the twelve before. */
export type TypeRow = YearOnYear & { readonly crimeType: CrimeType }

/** What stands one level below: districts of the region, municipalities of a district, wijken, buurten. */
export function areasBelow(area: CountedArea, all: readonly CountedArea[]): CountedArea[] {
  const below: Partial<Record<CountedArea['kind'], (other: CountedArea) => boolean>> = {
    basisteam: ({ kind, parts }) =>
      kind !== 'regio' &&
      kind !== 'district' &&
      kind !== 'basisteam' &&
      parts.every((part) => area.parts.includes(part)),
    regio: ({ kind }) => kind === 'district',
    district: ({ kind, parts }) => kind === 'gemeente' && parts.every((part) => area.parts.includes(part)),
    gemeente: ({ kind, municipality }) => kind === 'wijk' && municipality?.code === area.code,
    wijk: ({ kind, wijk }) => kind === 'buurt' && wijk === area.code,
  }
  const belongs = below[area.kind]
  return belongs ? all.filter(belongs).toSorted((one, other) => one.name.localeCompare(other.name, 'nl')) : []
}

/** How many parts of a basisteam have no figures in this release: a wijk that got another code, or went. */
export function partsWithoutFigures(area: CountedArea, below: readonly CountedArea[]): number {
  if (area.kind !== 'basisteam') return 0
  const found = new Set(below.flatMap(({ parts }) => parts))
  return area.parts.filter((part) => !found.has(part)).length
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
