import { logGamma } from '../../kernel/statistics/log-gamma'

/** A count beside the number it is expected to be compared with: how many people live there. */
export type Counted = { readonly count: number; readonly size: number }

/** The limits within which a count falls by chance, lowest first: outer 99.8%, inner 95%. */
export type Limits = {
  readonly outerLow: number
  readonly innerLow: number
  readonly innerHigh: number
  readonly outerHigh: number
}

/** What is expected of a place of some size, and how far places lie apart for reasons that are not chance. */
export type Funnel = {
  /** The count expected of so many inhabitants. */
  readonly expectedOf: (size: number) => number
  /** How much more than in step with the number of inhabitants the count grows: 1 is in step. */
  readonly exponent: number
  /** The variance between places beyond chance, of the square root of a count as a share of the expected one (τ²). */
  readonly between: number
}

const chances = [0.001, 0.025, 0.975, 0.999] as const

/**
 * The exact Poisson limits of a mean, between two whole counts by interpolation, so that they run on as the mean does
 * (Spiegelhalter 2005, Statistics in Medicine 24, appendix A.1.1: r − (F(r) − p) / (F(r) − F(r − 1))).
 */
export function poissonLimits(mean: number): Limits {
  const found: number[] = []
  if (mean <= 0) return { outerLow: 0, innerLow: 0, innerHigh: 0, outerHigh: 0 }
  // Far below the mean the chance of a count is nil; starting there keeps large means exact and quick.
  let count = Math.max(0, Math.floor(mean - 12 * Math.sqrt(mean) - 12))
  let chance = Math.exp(-mean + count * Math.log(mean) - logGamma(count + 1))
  let below = 0
  while (found.length < chances.length) {
    const upTo = below + chance
    for (const wanted of chances.slice(found.length)) {
      // The last digits of a sum of thousands of chances are lost: near 1 the end is taken as reached.
      if (upTo < wanted) break
      found.push(Math.max(0, count - (upTo - wanted) / chance))
    }
    below = upTo
    count++
    chance *= mean / count
  }
  const [outerLow = 0, innerLow = 0, innerHigh = 0, outerHigh = 0] = found
  return { outerLow, innerLow, innerHigh, outerHigh }
}

/**
 * The limits around an expected count when places differ more than by chance: the distance to each exact Poisson limit is
 * stretched, on the scale of square roots, by √(1 + 4 τ² E). Without such differences they are the exact limits.
 */
export function limitsAround(expected: number, between: number): Limits {
  const exact = poissonLimits(expected)
  if (between === 0) return exact
  const stretch = Math.sqrt(1 + 4 * between * expected)
  const middle = Math.sqrt(expected)
  const stretched = (limit: number) => Math.max(0, middle + (Math.sqrt(limit) - middle) * stretch) ** 2
  return {
    outerLow: stretched(exact.outerLow),
    innerLow: stretched(exact.innerLow),
    innerHigh: stretched(exact.innerHigh),
    outerHigh: stretched(exact.outerHigh),
  }
}

/** How many standard deviations a count lies from the expected one, by square roots: 2(√O − √E). */
export const standardDistance = (count: number, expected: number) => 2 * (Math.sqrt(count) - Math.sqrt(expected))

/**
 * The dispersion of standard distances: the mean of their squares, the outer tenth on either side pulled in first, so that
 * the places one looks for do not hide themselves (Spiegelhalter 2005, winsorised φ; quantiles as R's type 7).
 */
export function winsorisedDispersion(distances: readonly number[]): number {
  const sorted = distances.toSorted((one, other) => one - other)
  const [low, high] = [quantile(sorted, 0.1), quantile(sorted, 0.9)]
  const squares = sorted.map((distance) => Math.min(Math.max(distance, low), high) ** 2)
  return squares.reduce((sum, square) => sum + square, 0) / sorted.length
}

function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part
  const [below = 0, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return below + (above - below) * (at - Math.floor(at))
}

/**
 * The variance between places beyond chance from a dispersion (DerSimonian and Laird 1986, as Spiegelhalter uses it):
 * (n φ − (n − 1)) / (Σw − Σw²/Σw) with w = 4E; 0 when they lie apart by chance only.
 */
export function betweenVariance(dispersion: number, expected: readonly number[]): number {
  const places = expected.length
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
  const weights = expected.map((one) => 4 * one)
  const room = sum(weights) - sum(weights.map((weight) => weight ** 2)) / sum(weights)
  return room <= 0 ? 0 : Math.max(0, (places * dispersion - (places - 1)) / room)
}

/** Of fewer places, or of fewer events together, no line through them can be drawn: then all are held against the whole. */
const fewestPlaces = 10
const fewestEvents = 50

/**
 * What is expected of places by their number of inhabitants: count = a · inhabitants^b, found from the places themselves.
 * In cities more is registered per inhabitant than in villages (b above 1); held against one rate for all, every village
 * would seem low and every city high. Places that lie apart by more than chance weigh about equally, so that the largest
 * does not draw the line to itself. Null when there is nothing to compare.
 */
export function funnelOf(places: readonly Counted[]): Funnel | null {
  const known = places.filter(({ size }) => size > 0)
  const events = known.reduce((sum, { count }) => sum + count, 0)
  const people = known.reduce((sum, { size }) => sum + size, 0)
  if (known.length < 2 || events === 0) return null
  let line: Line = { constant: Math.log(events / people), exponent: 1 }
  const expectedBy = ({ constant, exponent }: Line) =>
    known.map(({ size }) => Math.exp(constant + exponent * Math.log(size)))
  const betweenBy = (expected: readonly number[]) =>
    betweenVariance(
      winsorisedDispersion(known.map(({ count }, at) => standardDistance(count, expected[at] ?? 0))),
      expected,
    )
  let between = betweenBy(expectedBy(line))
  if (known.length >= fewestPlaces && events >= fewestEvents) {
    for (let round = 0; round < 100; round++) {
      const next = nearerLine(known, expectedBy(line), line, between)
      const moved = Math.abs(next.exponent - line.exponent) + Math.abs(next.constant - line.constant)
      line = next
      between = betweenBy(expectedBy(line))
      if (moved < 1e-9) break
    }
  }
  const { constant, exponent } = line
  return { expectedOf: (size) => Math.exp(constant + exponent * Math.log(size)), exponent, between }
}

type Line = { readonly constant: number; readonly exponent: number }

/** One step of weighted least squares for counts on a logarithmic line; a weight is 1 / (1/E + 4τ²). */
function nearerLine(
  places: readonly Counted[],
  expected: readonly number[],
  { constant, exponent }: Line,
  between: number,
): Line {
  let [all, meanX, meanY] = [0, 0, 0]
  const points = places.map(({ count, size }, at) => {
    const mean = expected[at] ?? 0
    const weight = mean / (1 + 4 * between * mean)
    const x = Math.log(size)
    const y = constant + exponent * x + (count - mean) / mean
    all += weight
    meanX += weight * x
    meanY += weight * y
    return { weight, x, y }
  })
  meanX /= all
  meanY /= all
  const spread = points.reduce((sum, { weight, x }) => sum + weight * (x - meanX) ** 2, 0)
  if (spread === 0) return { constant: meanY - exponent * meanX, exponent }
  const slope = points.reduce((sum, { weight, x, y }) => sum + weight * (x - meanX) * (y - meanY), 0) / spread
  return { constant: meanY - slope * meanX, exponent: slope }
}
