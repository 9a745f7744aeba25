import { byPeriod, type Measurement } from './measurement'

/** Why an outcome cannot be held against a target. */
export const unjudgedReasons = [
  'no-outcome',
  'no-target',
  'not-an-outcome',
  'not-a-target',
  'other-indicator',
  'other-area',
  'other-period',
  'other-base',
  'change-against-level',
  'other-unit',
  'unknown-value',
  'inexact-outcome',
  'inexact-target',
  'no-good-side',
] as const
export type UnjudgedReason = (typeof unjudgedReasons)[number]

/** Whether an outcome met its target, or why nobody can say. */
export type Verdict = { readonly is: 'met' | 'notMet' } | { readonly is: 'unjudged'; readonly because: UnjudgedReason }

type Judged = Pick<
  Measurement,
  'indicator' | 'area' | 'period' | 'basePeriod' | 'unit' | 'kind' | 'value' | 'qualifier' | 'favourable'
>

const unjudged = (because: UnjudgedReason): Verdict => ({ is: 'unjudged', because })

/**
 * Holds an outcome against a target: only when both are about the same indicator, area, period and unit, and a target
 * that is a change only against a change from the same base. A target without a side takes that of its indicator.
 */
export function judge(outcome: Judged | null, target: Judged | null): Verdict {
  if (!target) return unjudged('no-target')
  if (!outcome) return unjudged('no-outcome')
  const mismatch = incomparable(outcome, target)
  if (mismatch) return unjudged(mismatch)
  const wanted = wantedValues(target)
  if (typeof wanted === 'string') return unjudged(wanted)
  const possible = possibleValues(outcome)
  if (!possible) return unjudged(outcome.value === null ? 'unknown-value' : 'inexact-outcome')
  if (contains(wanted, possible)) return { is: 'met' }
  return overlaps(wanted, possible) ? unjudged('inexact-outcome') : { is: 'notMet' }
}

/** Holds an outcome against every target for it, as the two sides of a range: met when all are met. */
export function judgeAll(outcome: Judged | null, targets: readonly Judged[]): Verdict {
  const verdicts = targets.map((target) => judge(outcome, target))
  if (verdicts.length === 0) return unjudged('no-target')
  return verdicts.find(({ is }) => is === 'notMet') ?? verdicts.find(({ is }) => is === 'unjudged') ?? { is: 'met' }
}

/** A leading target with the outcome it can be held against, if there is one. */
export type JudgedTarget = {
  readonly target: Measurement
  readonly outcome: Measurement | null
  readonly verdict: Verdict
}

/** Every leading target among these, each with its verdict, early periods first. Outcomes of other periods never count. */
export function judgedTargets(measurements: readonly Measurement[]): JudgedTarget[] {
  const leading = measurements.filter(({ leads }) => leads)
  return leading
    .filter(({ kind }) => kind === 'doel')
    .sort(byPeriod)
    .map((target) => {
      const about = leading.filter(
        (one) =>
          (one.kind === 'realisatie' || one.kind === 'verandering') &&
          one.indicator === target.indicator &&
          one.area === target.area &&
          one.period === target.period,
      )
      const outcome = about.find(({ basePeriod }) => basePeriod === target.basePeriod) ?? about[0] ?? null
      return { target, outcome, verdict: judge(outcome, target) }
    })
}

function incomparable(outcome: Judged, target: Judged): UnjudgedReason | null {
  if (target.kind !== 'doel') return 'not-a-target'
  if (outcome.kind !== 'realisatie' && outcome.kind !== 'verandering') return 'not-an-outcome'
  if (outcome.indicator !== target.indicator) return 'other-indicator'
  if (outcome.area !== target.area) return 'other-area'
  if (outcome.period !== target.period) return 'other-period'
  if ((outcome.basePeriod === null) !== (target.basePeriod === null)) return 'change-against-level'
  if (outcome.basePeriod !== target.basePeriod) return 'other-base'
  return outcome.unit === target.unit ? null : 'other-unit'
}

/** A stretch of numbers; an end belongs to it when it is closed. */
type Stretch = { readonly from: number; readonly to: number; readonly open: 'from' | 'to' | null }

const atLeast = (from: number): Stretch => ({ from, to: Number.POSITIVE_INFINITY, open: null })
const atMost = (to: number): Stretch => ({ from: Number.NEGATIVE_INFINITY, to, open: null })
const above = (from: number): Stretch => ({ ...atLeast(from), open: 'from' })
const below = (to: number): Stretch => ({ ...atMost(to), open: 'to' })

// "Bijna 40% minder" is -40 with `almost`: words about a fall speak of its size, so below zero the sides swap.
const isFall = ({ value, basePeriod }: Judged) => basePeriod !== null && (value ?? 0) < 0

/** The numbers that would meet a target, or why that cannot be told. */
function wantedValues(target: Judged): Stretch | UnjudgedReason {
  const { value, qualifier, favourable } = target
  if (value === null) return 'unknown-value'
  const bound = bounded(target)
  if (bound) return bound
  // A target that is only "about" a number has no limit that can be held against an outcome.
  if (qualifier !== 'exact') return 'inexact-target'
  if (favourable === 'geen') return 'no-good-side'
  return favourable === 'hoger' ? atLeast(value) : atMost(value)
}

/** The numbers an outcome may be; null when the source gives no limit on either side. */
function possibleValues(outcome: Judged): Stretch | null {
  const { value, qualifier } = outcome
  if (value === null || qualifier === 'approx') return null
  if (qualifier === 'exact') return { from: value, to: value, open: null }
  if (qualifier === 'almost') return isFall(outcome) ? above(value) : below(value)
  return bounded(outcome)
}

function bounded(measurement: Judged): Stretch | null {
  const { value, qualifier } = measurement
  if (value === null) return null
  const fall = isFall(measurement)
  switch (qualifier) {
    case 'min':
      return fall ? atMost(value) : atLeast(value)
    case 'max':
      return fall ? atLeast(value) : atMost(value)
    case 'more_than':
      return fall ? below(value) : above(value)
    case 'less_than':
      return fall ? above(value) : below(value)
    default:
      return null
  }
}

function contains(outer: Stretch, inner: Stretch): boolean {
  const fromFits =
    inner.from > outer.from || (inner.from === outer.from && (outer.open !== 'from' || inner.open === 'from'))
  const toFits = inner.to < outer.to || (inner.to === outer.to && (outer.open !== 'to' || inner.open === 'to'))
  return fromFits && toFits
}

function overlaps(one: Stretch, other: Stretch): boolean {
  const meets = (left: Stretch, right: Stretch) =>
    left.to > right.from || (left.to === right.from && left.open !== 'to' && right.open !== 'from')
  return meets(one, other) && meets(other, one)
}
