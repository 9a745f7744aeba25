import { parsePeriod } from '../../kernel/period'
import type { Measurement, Verdict } from '../figures'

/** Holds an outcome against all its targets: the rule of figures, handed in because rules look up nothing. */
export type Judge = (outcome: Measurement | null, targets: readonly Measurement[]) => Verdict

/** A number that was promised about an area and period, with what came of it. */
export type Goal = {
  readonly indicator: { readonly code: string; readonly title: string }
  readonly area: Pick<Measurement, 'area' | 'areaName' | 'areaKind'>
  readonly period: string
  /** The period a goal counts from, when it is a change. */
  readonly basePeriod: string | null
  /** One, or the two sides of a range. */
  readonly targets: readonly Measurement[]
  /** Null is: no source gives the outcome over the same period. */
  readonly outcome: Measurement | null
  /** The outcome of the year before, to see where it came from. */
  readonly before: Measurement | null
  readonly verdict: Verdict
}

/** The year a period is about: the one it lies in, of a longer one the last. Null for a text that is no period. */
export function yearOf(period: string): number | null {
  const parsed = parsePeriod(period)
  if (!parsed) return null
  const lastDay = new Date(Date.parse(parsed.until) - 86_400_000)
  return lastDay.getUTCFullYear()
}

const subjectOf = ({ indicator, area, period, basePeriod }: Measurement) =>
  [indicator, area, period, basePeriod ?? ''].join(' ')

/** Every goal among these measurements, judged. Only leading numbers count; those of one subject are one goal. */
export function goalsAmong(measurements: readonly Measurement[], judge: Judge): Goal[] {
  const leading = measurements.filter(({ leads }) => leads)
  const outcomes = new Map(
    leading
      .filter(({ kind, basePeriod }) => kind === (basePeriod === null ? 'realisatie' : 'verandering'))
      .map((one) => [subjectOf(one), one]),
  )
  const targets = leading.filter(({ kind }) => kind === 'doel')
  return [...Map.groupBy(targets, subjectOf)].flatMap(([subject, of]) => {
    const [first] = of
    if (!first) return []
    const outcome = outcomes.get(subject) ?? null
    const { indicator, indicatorTitle, area, areaName, areaKind, period, basePeriod } = first
    return [
      {
        indicator: { code: indicator, title: indicatorTitle },
        area: { area, areaName, areaKind },
        period,
        basePeriod,
        targets: of,
        outcome,
        before: outcomeBefore(outcomes, first),
        verdict: judge(outcome, of),
      },
    ]
  })
}

/** The outcome of the year before the goal; only for a goal about one whole year that is no change itself. */
function outcomeBefore(outcomes: ReadonlyMap<string, Measurement>, goal: Measurement): Measurement | null {
  if (goal.basePeriod !== null || !/^\d{4}$/.test(goal.period)) return null
  return outcomes.get(subjectOf({ ...goal, period: String(Number(goal.period) - 1) })) ?? null
}

/** Goals as an account shows them: not met, met, and what nobody can judge. */
export type Account = {
  readonly notMet: readonly Goal[]
  readonly met: readonly Goal[]
  /** No outcome is known over the same period. */
  readonly withoutOutcome: readonly Goal[]
  /** There is an outcome, and it cannot be held against the goal. */
  readonly unjudged: readonly Goal[]
}

export function accountOf(goals: readonly Goal[]): Account {
  return {
    notMet: goals.filter(({ verdict }) => verdict.is === 'notMet'),
    met: goals.filter(({ verdict }) => verdict.is === 'met'),
    withoutOutcome: goals.filter(({ outcome, verdict }) => verdict.is === 'unjudged' && outcome === null),
    unjudged: goals.filter(({ outcome, verdict }) => verdict.is === 'unjudged' && outcome !== null),
  }
}

/** Goals that the outcome of the year before would already have met: meeting those says little about the year. */
export function metInAdvance(goals: readonly Goal[], judge: Judge): readonly Goal[] {
  return goals.filter(
    ({ before, targets, period }) => before !== null && judge({ ...before, period }, targets).is === 'met',
  )
}

/** How a figure stands: its latest outcome and the goal nearest to that in time. */
export type FigureStand = {
  readonly indicator: { readonly code: string; readonly title: string }
  /** Of the region, or of the area that was asked for; null when none is known there. */
  readonly outcome: Measurement | null
  readonly goal: Goal | null
}

/**
 * How figures stand in one kind of area: for each its latest outcome, and the goal over the same period, else the latest.
 * Without numbers about that area those about any area are taken, and each says its own. Of a plan with years the goal it set
 * itself comes first.
 */
export function standOf(
  indicators: readonly { readonly code: string; readonly title: string }[],
  measurements: readonly Measurement[],
  judge: Judge,
  isAbout: (measurement: Measurement) => boolean = ({ areaKind }) => areaKind === 'regio',
  years: { readonly from: number | null; readonly to: number | null } | null = null,
): FigureStand[] {
  const byIndicator = Map.groupBy(measurements, ({ indicator }) => indicator)
  return indicators.map((indicator) => {
    const all = byIndicator.get(indicator.code) ?? []
    const about = all.filter(isAbout)
    const own = about.length > 0 ? about : all
    const outcome = latestOf(
      own.filter(
        ({ kind, basePeriod, leads, value }) => leads && kind === 'realisatie' && basePeriod === null && value !== null,
      ),
    )
    const goals = goalsAmong(own, judge).sort(byYear)
    const goal =
      goals.findLast(({ period }) => isWithin(years, period)) ??
      goals.find(({ outcome: of }) => of !== null && of.code === outcome?.code) ??
      goals.at(-1) ??
      null
    return { indicator: { code: indicator.code, title: indicator.title }, outcome, goal }
  })
}

function isWithin(years: { readonly from: number | null; readonly to: number | null } | null, period: string): boolean {
  const year = yearOf(period)
  return year !== null && years !== null && (years.from ?? year + 1) <= year && year <= (years.to ?? year)
}

const byYear = (one: Goal, other: Goal) => (yearOf(one.period) ?? 0) - (yearOf(other.period) ?? 0)

function latestOf(measurements: readonly Measurement[]): Measurement | null {
  const end = ({ period }: Measurement) => parsePeriod(period)?.until ?? ''
  return (
    [...measurements].sort((one, other) => (end(one) < end(other) ? -1 : end(one) > end(other) ? 1 : 0)).at(-1) ?? null
  )
}
