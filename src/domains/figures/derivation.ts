import { parsePeriod } from '../../kernel/period'
import type { Measurement } from './measurement'

/** What is computed with. Every input keeps its own page and source. */
export type Input = Pick<
  Measurement,
  | 'code'
  | 'indicator'
  | 'indicatorTitle'
  | 'area'
  | 'areaName'
  | 'period'
  | 'value'
  | 'unit'
  | 'qualifier'
  | 'basePeriod'
>

/** Why something is not computed. Nothing is filled in for what is missing. */
export type UnderivedReason =
  | 'unknown'
  | 'inexact'
  | 'not-summable'
  | 'other-unit'
  | 'other-period'
  | 'other-area'
  | 'other-indicator'
  | 'counted-otherwise'
  | 'from-zero'
  | 'change'

export type Operation = 'sum' | 'difference' | 'percentage-change' | 'ratio'

/** A number made from others, with its formula: the operation, its inputs in order, and the factor of a ratio. */
export type Derived = {
  readonly is: 'derived'
  readonly operation: Operation
  readonly inputs: readonly Input[]
  readonly factor: number
  readonly value: number
  readonly unit: string
}
export type Underived = { readonly is: 'underived'; readonly because: UnderivedReason }

const underived = (because: UnderivedReason): Underived => ({ is: 'underived', because })

// Only counts and amounts: a percentage, ratio, mark or duration of the whole is not the sum of those of its parts.
const summable: ReadonlySet<string> = new Set([
  'aantal',
  'aantal gemeenten',
  'aantal zaken',
  'aantal per jaar',
  'euro',
  'duizend euro',
  'fte',
])
const percentages: ReadonlySet<string> = new Set(['procent', 'procent inwoners'])

function isSummable(unit: string): boolean {
  return summable.has(unit)
}

// Binary fractions leave crumbs: 0.1 + 0.2.
const clean = (value: number) => Number(value.toPrecision(12))

/**
 * Adds up parts: districts of one region, or indicators that make one together. Null is a part without a number, and
 * then there is no sum. Parts have one unit and one period, and differ in area or in indicator but not in both.
 */
export function sumOf(parts: readonly (Input | null)[]): Derived | Underived {
  const inputs = parts.filter((part) => part !== null)
  const [first] = inputs
  if (!first) return underived('unknown')
  if (!isSummable(first.unit)) return underived('not-summable')
  const refused = refusal(inputs)
  if (refused) return underived(refused)
  if (inputs.length < parts.length) return underived('unknown')
  const isOverAreas = inputs.every(({ indicator }) => indicator === first.indicator)
  const isOverIndicators = inputs.every(({ area }) => area === first.area)
  if (!isOverAreas && !isOverIndicators) return underived('other-area')
  const value = clean(inputs.reduce((total, part) => total + (part.value ?? 0), 0))
  return { is: 'derived', operation: 'sum', inputs, factor: 1, value, unit: first.unit }
}

function refusal(inputs: readonly Input[]): UnderivedReason | null {
  const [first] = inputs
  if (inputs.some(({ basePeriod }) => basePeriod !== null)) return 'change'
  if (inputs.some(({ period }) => period !== first?.period)) return 'other-period'
  if (inputs.some(({ unit }) => unit !== first?.unit)) return 'other-unit'
  if (inputs.some(({ value }) => value === null)) return 'unknown'
  return inputs.some(({ qualifier }) => qualifier !== 'exact') ? 'inexact' : null
}

/** The later value minus the earlier one, of one indicator and area. Between percentages that is in percentage points. */
export function differenceOf(
  before: Input | null,
  after: Input | null,
  breaks: readonly string[] = [],
): Derived | Underived {
  const pair = comparable(before, after, breaks)
  if ('is' in pair) return pair
  const unit = percentages.has(pair.after.unit) ? 'procentpunt' : pair.after.unit
  const value = clean(pair.later - pair.earlier)
  return { is: 'derived', operation: 'difference', inputs: [pair.before, pair.after], factor: 1, value, unit }
}

/** How many percent the later value is above the earlier one. Not for percentages: those differ in percentage points. */
export function percentageChangeOf(
  before: Input | null,
  after: Input | null,
  breaks: readonly string[] = [],
): Derived | Underived {
  const pair = comparable(before, after, breaks)
  if ('is' in pair) return pair
  if (!isSummable(pair.after.unit)) return underived('not-summable')
  if (pair.earlier === 0) return underived('from-zero')
  const value = clean(((pair.later - pair.earlier) / pair.earlier) * 100)
  return {
    is: 'derived',
    operation: 'percentage-change',
    inputs: [pair.before, pair.after],
    factor: 100,
    value,
    unit: 'procent',
  }
}

type Pair = { readonly before: Input; readonly after: Input; readonly earlier: number; readonly later: number }

function comparable(before: Input | null, after: Input | null, breaks: readonly string[]): Pair | Underived {
  if (!before || !after || before.value === null || after.value === null) return underived('unknown')
  if (before.basePeriod !== null || after.basePeriod !== null) return underived('change')
  if (before.indicator !== after.indicator) return underived('other-indicator')
  if (before.area !== after.area) return underived('other-area')
  if (before.unit !== after.unit) return underived('other-unit')
  if (before.qualifier !== 'exact' || after.qualifier !== 'exact') return underived('inexact')
  if (isCountedOtherwise(before.period, after.period, breaks)) return underived('counted-otherwise')
  return { before, after, earlier: before.value, later: after.value }
}

/** Whether counting changed between two periods: a break lies after the first begins and not after the last begins. */
export function isCountedOtherwise(before: string, after: string, breaks: readonly string[]): boolean {
  const [first, last] = [parsePeriod(before)?.from, parsePeriod(after)?.from]
  return breaks.some((at) => {
    const moment = parsePeriod(at)?.from
    return first !== undefined && last !== undefined && moment !== undefined && first < moment && moment <= last
  })
}

/** numerator / denominator × factor, in `unit`; without a denominator the same amount in another unit. One area and period. */
export function ratioOf(
  numerator: Input | null,
  denominator: Input | null | 'none',
  factor: number,
  unit: string,
): Derived | Underived {
  if (!numerator || !denominator || numerator.value === null) return underived('unknown')
  const inputs = denominator === 'none' ? [numerator] : [numerator, denominator]
  if (inputs.some(({ area }) => area !== numerator.area)) return underived('other-area')
  if (inputs.some(({ period }) => period !== numerator.period)) return underived('other-period')
  if (inputs.some(({ basePeriod }) => basePeriod !== null)) return underived('change')
  if (inputs.some(({ qualifier }) => qualifier !== 'exact')) return underived('inexact')
  const below = denominator === 'none' ? 1 : denominator.value
  if (below === null) return underived('unknown')
  if (below === 0) return underived('from-zero')
  const value = clean((numerator.value / below) * factor)
  return { is: 'derived', operation: 'ratio', inputs, factor, value, unit }
}

/** How a computed number stands beside a printed one: equal, equal after rounding to the printed digits, or different. */
export type Comparison = { readonly agrees: 'exactly' | 'rounded' | 'not'; readonly difference: number }

/** Compares with the number a source prints; null when that one is unknown, not exact, or in another unit. */
export function compareWithPrinted(
  derived: Derived,
  printed: Pick<Input, 'value' | 'unit' | 'qualifier'> | null,
): Comparison | null {
  if (!printed || printed.value === null || printed.qualifier !== 'exact' || printed.unit !== derived.unit) return null
  const difference = clean(derived.value - printed.value)
  if (difference === 0) return { agrees: 'exactly', difference }
  const decimals = String(printed.value).split('.')[1]?.length ?? 0
  return { agrees: Math.abs(difference) <= 0.5 * 10 ** -decimals ? 'rounded' : 'not', difference }
}
