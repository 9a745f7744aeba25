import { parsePeriod } from '../../kernel/period'
import { detectableChange, isDetectable } from '../../kernel/statistics/poisson-power'
import { byPeriod, isBefore, isOutcome, type Measurement } from './measurement'

/** Why nobody can say how large a change must be to be told from chance. */
export const untoldReasons = ['not-a-count', 'no-value', 'no-base', 'base-is-zero'] as const
export type UntoldReason = (typeof untoldReasons)[number]

/** Whether a change that is asked can be told from chance. Changes are parts: -0.2 is 20 percent less. */
export type Judgeable = {
  /** The count expected when nothing changes, in one period. */
  readonly expected: number
  /** What is asked, with its sign. */
  readonly asked: number
  /** The smallest change of that sign that is told from chance in one period; null when even a fall to nothing is not. */
  readonly detectable: number | null
  /** How many periods together make what is asked large enough to be told from chance; null above `mostPeriods`. */
  readonly periods: number | null
}

export type Judgeability =
  | ({ readonly is: 'told'; readonly base: Measurement } & Judgeable)
  /** The last outcome is already as good as the target; `detectable` is what more could be told from chance. */
  | { readonly is: 'reached'; readonly base: Measurement; readonly detectable: number | null }
  | { readonly is: 'untold'; readonly because: UntoldReason; readonly base: Measurement | null }

/** What of a target counts here: also of one that is only being thought of. */
export type AskedTarget = Pick<
  Measurement,
  'indicator' | 'area' | 'period' | 'basePeriod' | 'value' | 'unit' | 'qualifier' | 'favourable'
>

/** Nobody waits longer for a verdict. */
export const mostPeriods = 10

/**
 * How large a change of a count must be before it can be told from chance, and for how many periods together a smaller one
 * must be counted.
 * @param expected events in one period when nothing changes, more than 0
 * @param asked the change as a part of that, not 0: -0.2 is 20 percent less
 */
export function judgeabilityOf(expected: number, asked: number): Judgeable {
  const periods =
    Array.from({ length: mostPeriods }, (_, index) => index + 1).find((count) =>
      isDetectable(expected * count, asked),
    ) ?? null
  return { expected, asked, detectable: signedChange(expected, Math.sign(asked)), periods }
}

/** The smallest changes of a count that are told from chance, with their signs; null when none is. */
export function detectableChanges(expected: number): { readonly down: number | null; readonly up: number | null } {
  return { down: signedChange(expected, -1), up: signedChange(expected, 1) }
}

function signedChange(expected: number, sign: number): number | null {
  const size = detectableChange(expected, sign < 0 ? 'down' : 'up')
  return size === null ? null : size * sign
}

/**
 * Whether a target asks for more than chance can do, from the last outcome before it, or for a change from its base. Only
 * counts are judged: behind a percentage or an amount stands a number of events that the sources do not give.
 */
export function judgeabilityOfTarget(target: AskedTarget, measurements: readonly Measurement[]): Judgeability {
  const untold = (because: UntoldReason, base: Measurement | null = null): Judgeability => ({
    is: 'untold',
    because,
    base,
  })
  const isChange = target.basePeriod !== null
  if (!isChange && !isCount(target.unit)) return untold('not-a-count')
  if (isChange && target.unit !== 'procent') return untold('not-a-count')
  const about = measurements.filter(
    (one) => one.leads && isOutcome(one) && one.indicator === target.indicator && one.area === target.area,
  )
  if (isChange && about.some(({ unit }) => !isCount(unit))) return untold('not-a-count')
  if (target.value === null) return untold('no-value')
  const base =
    about
      .filter((one) => one.value !== null && isCount(one.unit) && isAsLong(one.period, target.period))
      .filter((one) =>
        isChange ? one.period === target.basePeriod : isBefore(one, target) && one.unit === target.unit,
      )
      .sort(byPeriod)
      .at(-1) ?? null
  if (!base || base.value === null) return untold('no-base')
  if (base.value <= 0) return untold('base-is-zero', base)
  const asked = isChange ? target.value / 100 : target.value / base.value - 1
  const wanted = wantedDirection(target) ?? (Math.sign(asked) || -1)
  if (asked === 0 || (!isChange && asked * wanted <= 0))
    return { is: 'reached', base, detectable: signedChange(base.value, wanted) }
  return { is: 'told', base, ...judgeabilityOf(base.value, asked) }
}

const isCount = (unit: string) => /^aantal\b/.test(unit)

/** Which way a target wants the count to go; null when it says neither. */
function wantedDirection({ qualifier, favourable }: AskedTarget): -1 | 1 | null {
  if (qualifier === 'max' || qualifier === 'less_than') return -1
  if (qualifier === 'min' || qualifier === 'more_than') return 1
  return favourable === 'lager' ? -1 : favourable === 'hoger' ? 1 : null
}

/** Two periods of one length: a leap day makes no difference. */
function isAsLong(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => {
    const read = parsePeriod(text)
    return read ? (Date.parse(read.until) - Date.parse(read.from)) / 86_400_000 : Number.NaN
  })
  return left !== undefined && right !== undefined && Math.abs(left - right) <= 1
}
