import type { Month } from '../../kernel/month'
import { type CountedArea, type Counts, noCounts, verdictsBeside } from '../crime'

/** In which municipalities twelve months changed against the twelve before, all judged together. By name. */
export type RegionChange = {
  readonly changed: readonly { readonly area: CountedArea; readonly verdict: 'more' | 'less' }[]
  readonly unchanged: readonly CountedArea[]
  /** Too few to say anything about. */
  readonly few: readonly CountedArea[]
  readonly unknown: readonly CountedArea[]
}

/** Judges the municipalities among areas together, in one type. */
export function regionChange(
  areas: readonly CountedArea[],
  counts: ReadonlyMap<string, Counts>,
  type: string,
  last: Month,
): RegionChange {
  const municipalities = areas
    .filter(({ kind }) => kind === 'gemeente')
    .toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))
  const verdicts = verdictsBeside(
    municipalities.map(({ code }) => counts.get(code) ?? noCounts),
    type,
    last,
  )
  const said = municipalities.map((area, at) => ({ area, verdict: verdicts[at] ?? ('unknown' as const) }))
  const those = (verdict: 'none' | 'few' | 'unknown') =>
    said.filter((one) => one.verdict === verdict).map(({ area }) => area)
  return {
    changed: said.flatMap(({ area, verdict }) => (verdict === 'more' || verdict === 'less' ? [{ area, verdict }] : [])),
    unchanged: those('none'),
    few: those('few'),
    unknown: those('unknown'),
  }
}
