import { isCountedOtherwise } from './derivation'
import type { Indicator } from './indicator'
import { type JudgedTarget, judgeAll, type Verdict } from './judging'
import { byPeriod, isBefore, isOutcome, latestChange, latestOutcome, type Measurement, targetsFor } from './measurement'

/** Where an indicator stands in one area: its latest outcome, the one before, what was agreed for it and whether that was met. */
export type Standing = {
  readonly outcome: Measurement | null
  /** The other side of a range, or other leading numbers of the same period. */
  readonly others: readonly Measurement[]
  /** The outcome of an earlier period; null when there is none, or when counting changed since. */
  readonly previous: Measurement | null
  /** There is an earlier outcome, but it was counted in another way. */
  readonly isCountedOtherwise: boolean
  readonly targets: readonly Measurement[]
  readonly verdict: Verdict
  /** A printed change that is later than the latest outcome. */
  readonly laterChange: Measurement | null
  /** The leading starting point, where no outcome is known. */
  readonly start: Measurement | null
  /** Targets for periods after the latest outcome. */
  readonly laterTargets: readonly Measurement[]
}

/** The standing of an indicator in an area, from its measurements and the periods from which counting changed. */
export function standingOf(measurements: readonly Measurement[], area: string, breaks: readonly string[]): Standing {
  const here = measurements.filter((one) => one.area === area)
  const outcome = latestOutcome(here)
  const outcomes = here.filter((one) => one.leads && isOutcome(one) && one.value !== null).sort(byPeriod)
  const targets = outcome ? targetsFor(here, outcome) : []
  const change = latestChange(here)
  const isLater = (one: Measurement) =>
    outcome === null || (one.period !== outcome.period && byPeriod(one, outcome) > 0)
  const earlier = outcomes.findLast((one) => outcome !== null && isBefore(one, outcome)) ?? null
  const isBroken = outcome !== null && earlier !== null && isCountedOtherwise(earlier.period, outcome.period, breaks)
  return {
    outcome,
    others: outcomes.filter((one) => one !== outcome && one.period === outcome?.period),
    previous: isBroken ? null : earlier,
    isCountedOtherwise: isBroken,
    targets,
    verdict: judgeAll(outcome, targets),
    laterChange: change && isLater(change) ? change : null,
    start: outcome
      ? null
      : (here
          .filter((one) => one.leads && one.kind === 'nulmeting')
          .sort(byPeriod)
          .at(-1) ?? null),
    laterTargets: here.filter((one) => one.kind === 'doel' && one.leads && isLater(one)).sort(byPeriod),
  }
}

/** The area an indicator is told about first: the region when it has numbers of its own, else the one with most. */
export function mainAreaOf(measurements: readonly Measurement[], region: string): string {
  const counts = new Map<string, number>()
  for (const { area, leads } of measurements) if (leads) counts.set(area, (counts.get(area) ?? 0) + 1)
  if (counts.has(region) || counts.size === 0) return region
  return [...counts].sort(([one, many], [other, few]) => few - many || one.localeCompare(other))[0]?.[0] ?? region
}

/** How many targets were met, were not, and cannot be judged. */
export function tally(judged: readonly JudgedTarget[]): Readonly<Record<Verdict['is'], number>> {
  const of = (is: Verdict['is']) => judged.filter(({ verdict }) => verdict.is === is).length
  return { met: of('met'), notMet: of('notMet'), unjudged: of('unjudged') }
}

/** The standing of every indicator in its main area, by code. */
export function standingsOf(
  indicators: readonly Pick<Indicator, 'code' | 'breaks'>[],
  measurements: readonly Measurement[],
  region: string,
): ReadonlyMap<string, Standing> {
  const byIndicator = Map.groupBy(measurements, ({ indicator }) => indicator)
  return new Map(
    indicators.map(({ code, breaks }) => {
      const own = byIndicator.get(code) ?? []
      return [code, standingOf(own, mainAreaOf(own, region), breaks)]
    }),
  )
}
