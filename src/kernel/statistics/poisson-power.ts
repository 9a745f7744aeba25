import { logGamma } from './log-gamma'

// Which change between two counts can be told from chance. Both counts are of events that happen by themselves (Poisson), in
// two periods of equal length, and are compared with the exact conditional test: given their sum, either count is
// binomial with one half (Przyborowski and Wilenski, Biometrika 31, 1940).

/** How sure the test must be: so often it calls a change that is none. */
const falseAlarm = 0.01
/** How often a true change must be found. */
const wantedPower = 0.8

/** Above this many expected events the normal approximation is less than 0.0003 from the exact change. */
const largest = 5000

/** Which way a change goes. */
export type Direction = 'down' | 'up'

/**
 * The chance that the exact test, one-sided at `falseAlarm`, finds that a count changed.
 * @param expected events expected in each of two periods of equal length when nothing changes; more than 0
 * @param ratio what the second period expects, as a part of the first: 0.8 is a fall of 20 percent
 */
export function powerOfTest(expected: number, ratio: number, direction: Direction): number {
  return powerWith(criticalCounts(expected, direction), ratio, direction)
}

/**
 * The smallest change, as a part of the expected count, that is found in `wantedPower` of the cases: 0.2 is 20 percent.
 * Null when even a fall to nothing is not found.
 * @param expected events expected in each of two periods of equal length when nothing changes; 0 or more
 */
export function detectableChange(expected: number, direction: Direction): number | null {
  if (!(expected > 0)) return null
  if (expected > largest) return approximateChange(expected, direction)
  const critical = criticalCounts(expected, direction)
  const finds = (change: number) =>
    powerWith(critical, direction === 'down' ? 1 - change : 1 + change, direction) >= wantedPower
  let [low, high] = [0, 1]
  if (direction === 'up') while (!finds(high)) [low, high] = [high, high * 2]
  else if (!finds(1)) return null
  while (high - low > 1e-4 * high) {
    const middle = (low + high) / 2
    if (finds(middle)) high = middle
    else low = middle
  }
  return high
}

/**
 * Whether a change is found in `wantedPower` of the cases.
 * @param expected events expected in each of two periods of equal length when nothing changes; 0 or more
 * @param change as a part of that, not below -1: -0.2 is 20 percent less
 */
export function isDetectable(expected: number, change: number): boolean {
  const direction = change < 0 ? 'down' : 'up'
  // The exact test never needs less than the approximation says, so most changes that are too small need no sum.
  if (!(expected > 0) || Math.abs(change) < approximateChange(expected, direction)) return false
  return expected > largest || powerOfTest(expected, 1 + change, direction) >= wantedPower
}

// The square root of a Poisson count has a variance of about a quarter, whatever its size (Bartlett, 1936).
function approximateChange(expected: number, direction: Direction): number {
  const [zOfFalseAlarm, zOfPower] = [2.3263478740408408, 0.8416212335729143]
  const step = (zOfFalseAlarm + zOfPower) / Math.SQRT2
  const root = Math.sqrt(expected) + (direction === 'up' ? step : -step)
  return Math.abs(root ** 2 / expected - 1)
}

type Critical = {
  readonly expected: number
  readonly from: number
  /** For a first count of `from + i`: the last (down) or first (up) second count that the test calls a change. */
  readonly limits: readonly number[]
}

function criticalCounts(expected: number, direction: Direction): Critical {
  const spread = 7 * Math.sqrt(expected) + 12
  const from = Math.max(0, Math.floor(expected - spread))
  const to = Math.ceil(expected + spread)
  const limits: number[] = []
  // The limit rises with the first count, so that the search goes on where it was.
  let limit = direction === 'down' ? -1 : 0
  for (let first = from; first <= to; first++) {
    if (direction === 'down') {
      if (limit < 0 && first > 20) limit = Math.max(-1, Math.floor(first - 4 * Math.sqrt(2 * first) - 2))
      while (lowerTail(first + limit + 1, limit + 1) <= falseAlarm) limit++
    } else {
      limit = Math.max(limit, first)
      while (lowerTail(first + limit, first) > falseAlarm) limit++
    }
    limits.push(limit)
  }
  return { expected, from, limits }
}

function powerWith({ expected, from, limits }: Critical, ratio: number, direction: Direction): number {
  const upTo = cumulative(expected * ratio, Math.max(...limits.slice(-1), 0))
  const chanceOfAtMost = (count: number) => (count < 0 ? 0 : (upTo[count] ?? 1))
  let power = 0
  for (const [index, limit] of limits.entries()) {
    const found = direction === 'down' ? chanceOfAtMost(limit) : 1 - chanceOfAtMost(limit - 1)
    power += poisson(from + index, expected) * found
  }
  return power
}

/** The chance of at most 0, 1, … `last` events when `mean` are expected. */
function cumulative(mean: number, last: number): number[] {
  let sum = 0
  return Array.from({ length: last + 1 }, (_, count) => {
    sum += poisson(count, mean)
    return sum
  })
}

const poisson = (count: number, mean: number) =>
  mean === 0 ? (count === 0 ? 1 : 0) : Math.exp(count * Math.log(mean) - mean - logFactorial(count))

/** The chance of at most `count` heads in `tosses` of a fair coin. */
function lowerTail(tosses: number, count: number): number {
  if (count < 0) return 0
  let term = Math.exp(logFactorial(tosses) - logFactorial(count) - logFactorial(tosses - count) - tosses * Math.LN2)
  let sum = 0
  for (let heads = count; heads >= 0 && term > sum * 1e-16; heads--) {
    sum += term
    term *= heads / (tosses - heads + 1)
  }
  return sum
}

const logFactorial = (n: number) => logGamma(n + 1)
