import type { CountedArea, LongSums, Verdict, YearOnYear } from '../crime'

/** A part of an area as its map shows it: what it counted, and what can be said of it. */
export type ShownPart = YearOnYear & {
  readonly area: CountedArea
  readonly verdict: Verdict
  /** For where one year holds too little. */
  readonly sums: LongSums
}

/** Areas of which a map of parts is drawn: what they are divided in is of one kind and has outlines. */
export const hasPartsMap = ({ kind }: Pick<CountedArea, 'kind'>) =>
  kind === 'district' || kind === 'gemeente' || kind === 'wijk'

/** The order in which a legend names verdicts: changes first. */
const verdicts: readonly Verdict[] = ['more', 'less', 'none', 'few', 'unknown']

/** Parts per verdict, by name within it; a verdict of none is left out. */
export function groupedByVerdict(parts: readonly Pick<ShownPart, 'area' | 'verdict'>[]) {
  return verdicts
    .map((verdict) => ({
      verdict,
      names: parts
        .filter((part) => part.verdict === verdict)
        .map(({ area }) => area.name)
        .toSorted((one, other) => one.localeCompare(other, 'nl')),
    }))
    .filter(({ names }) => names.length > 0)
}
