import {
  type Comparison,
  compareWithPrinted,
  type Derived,
  differenceOf,
  percentageChangeOf,
  ratioOf,
  sumOf,
  type Underived,
} from './derivation'
import { inputsOf } from './formula'
import type { Indicator } from './indicator'
import { byPeriod, isBefore, isOutcome, type Measurement } from './measurement'

/** A change between two periods: computed from the two numbers where both are known, beside what a source prints. */
export type Change = {
  readonly from: string
  readonly to: string
  readonly before: Measurement | null
  readonly after: Measurement | null
  readonly difference: Derived | Underived
  readonly percentage: Derived | Underived
  readonly printed: Measurement | null
  readonly comparison: Comparison | null
}

/** The leading known numbers of one indicator and area, one a period, early first; a starting point where no outcome is. */
export function levelsOf(measurements: readonly Measurement[]): Measurement[] {
  const levels = measurements
    .filter((one) => one.leads && one.value !== null && (isOutcome(one) || isStart(one)))
    .sort(byPeriod)
  return levels.filter(
    (one) => isOutcome(one) || !levels.some((other) => isOutcome(other) && other.period === one.period),
  )
}

const isStart = (measurement: Measurement) => measurement.kind === 'nulmeting' && measurement.basePeriod === null

/**
 * The changes of one indicator in one area: between each two known numbers that follow each other, and every one that a
 * source prints. Early first.
 */
export function changesOf(measurements: readonly Measurement[], breaks: readonly string[]): Change[] {
  const levels = levelsOf(measurements)
  const printed = measurements.filter((one) => one.leads && one.kind === 'verandering' && one.basePeriod !== null)
  const pairs = new Map<string, { from: string; to: string }>()
  for (const after of levels) {
    const before = levels.findLast((one) => isBefore(one, after))
    if (before) pairs.set(`${before.period} ${after.period}`, { from: before.period, to: after.period })
  }
  for (const { basePeriod, period } of printed) {
    if (basePeriod !== null) pairs.set(`${basePeriod} ${period}`, { from: basePeriod, to: period })
  }
  const at = (period: string) => {
    const known = levels.filter((level) => level.period === period)
    return known.length === 1 ? (known[0] ?? null) : null
  }
  return [...pairs.values()]
    .map(({ from, to }) => {
      const [before, after] = [at(from), at(to)]
      const difference = differenceOf(before, after, breaks)
      const percentage = percentageChangeOf(before, after, breaks)
      const stated = printed.find((one) => one.basePeriod === from && one.period === to) ?? null
      return {
        from,
        to,
        before,
        after,
        difference,
        percentage,
        printed: stated,
        comparison: comparisonOf(stated, [percentage, difference]),
      }
    })
    .sort((one, other) => (one.to === other.to ? one.from.localeCompare(other.from) : one.to.localeCompare(other.to)))
}

function comparisonOf(printed: Measurement | null, computed: readonly (Derived | Underived)[]): Comparison | null {
  const same = computed.find((one) => one.is === 'derived' && one.unit === printed?.unit)
  return same?.is === 'derived' ? compareWithPrinted(same, printed) : null
}

/** Whether the districts add up to the region, for one period. */
export type AreaSum = {
  readonly period: string
  readonly whole: Measurement
  /** In the order the areas were given; null where none is known. */
  readonly parts: readonly (Measurement | null)[]
  readonly sum: Derived | Underived
  readonly comparison: Comparison | null
}

/** Adds up areas to the whole they make, for every period in which the whole and at least one part are known. */
export function areaSumsOf(measurements: readonly Measurement[], whole: string, parts: readonly string[]): AreaSum[] {
  const of = (area: string) => levelsOf(measurements.filter((one) => one.area === area))
  const perPart = parts.map(of)
  return of(whole).flatMap((total) => {
    const found = perPart.map((levels) => levels.find(({ period }) => period === total.period) ?? null)
    if (found.every((one) => one === null)) return []
    const sum = sumOf(found)
    const comparison = sum.is === 'derived' ? compareWithPrinted(sum, total) : null
    return [{ period: total.period, whole: total, parts: found, sum, comparison }]
  })
}

/** An indicator computed from others for one period, beside what a source prints for it. */
export type FormulaCheck = {
  readonly indicator: string
  readonly period: string
  readonly derived: Derived | Underived
  readonly printed: Measurement | null
  readonly comparison: Comparison | null
}

/** Computes an indicator by its formula for every period in which its first input is known, newest first. */
export function formulaChecksOf(
  made: Pick<Indicator, 'code' | 'unit' | 'formula'>,
  measurements: readonly Measurement[],
  area: string,
): FormulaCheck[] {
  const { formula } = made
  if (!formula) return []
  const levels = new Map(
    [made.code, ...inputsOf(formula)].map((code) => [
      code,
      levelsOf(measurements.filter((one) => one.indicator === code && one.area === area)),
    ]),
  )
  const at = (code: string, period: string) => levels.get(code)?.find((one) => one.period === period) ?? null
  const [first = ''] = inputsOf(formula)
  const periods = (levels.get(first) ?? []).map(({ period }) => period).reverse()
  return periods.map((period) => {
    const derived =
      formula.kind === 'sum'
        ? sumOf(formula.parts.map((part) => at(part, period)))
        : ratioOf(
            at(formula.numerator, period),
            formula.denominator === null ? 'none' : at(formula.denominator, period),
            formula.factor,
            made.unit,
          )
    const printed = at(made.code, period)
    return {
      indicator: made.code,
      period,
      derived,
      printed,
      comparison: derived.is === 'derived' ? compareWithPrinted(derived, printed) : null,
    }
  })
}
