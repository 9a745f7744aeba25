import { incompleteBeta, incompleteGamma } from './incomplete'

/** A distribution of counts, as far as its quantiles ask. */
type Counting = {
  readonly mean: number
  readonly deviation: number
  readonly skewness: number
  /** The chance of at most so many. */
  atMost(count: number): number
}

const poisson = (mean: number): Counting => ({
  mean,
  deviation: Math.sqrt(mean),
  skewness: 1 / Math.sqrt(mean),
  atMost: (count) => incompleteGamma(count + 1, mean).upper,
})

/** Failures before the `size`-th success; `size` need not be whole. */
const negativeBinomial = (size: number, success: number): Counting => {
  const odds = 1 / success
  const share = (1 - success) * odds
  const deviation = Math.sqrt(size * share * odds)
  return {
    mean: size * share,
    deviation,
    skewness: (odds + share) / deviation,
    atMost: (count) => incompleteBeta(size, count + 1, success, 0.5 - success + 0.5).lower,
  }
}

/** The smallest count that is not exceeded with at least this chance, for a mean above 0. */
export function poissonQuantile(chance: number, mean: number): number {
  return quantile(chance, poisson(mean))
}

/** The same for a negative binomial count. A size of 0, or a success that is sure, leaves only the count 0. */
export function negativeBinomialQuantile(chance: number, size: number, success: number): number {
  return size === 0 || success === 1 ? 0 : quantile(chance, negativeBinomial(size, success))
}

/** The chance of at least so many, of a Poisson count with this mean. */
export function poissonAtLeast(count: number, mean: number): number {
  return count <= 0 ? 1 : incompleteGamma(count, mean).lower
}

/** The same of a negative binomial count. */
export function negativeBinomialAtLeast(count: number, size: number, success: number): number {
  return count <= 0 ? 1 : incompleteBeta(size, count, success, 0.5 - success + 0.5).upper
}

/** The rounding that a distribution function is allowed: the same as R's. */
const fuzz = 8 * Number.EPSILON

function quantile(chance: number, counting: Counting): number {
  const wanted = chance * (1 - fuzz)
  const isEnough = (count: number) => counting.atMost(count) >= wanted
  const z = normalQuantile(chance)
  const { mean, deviation, skewness } = counting
  // Cornish and Fisher's guess, then a bracket that doubles, then halving.
  let high = Math.max(0, Math.round(mean + deviation * (z + (skewness * (z * z - 1)) / 6)))
  let step = 1
  let low = high
  if (isEnough(high)) {
    for (; low > 0 && isEnough(low - 1); step *= 2) {
      high = low - 1
      low = Math.max(0, high - step)
      if (!isEnough(low)) break
    }
    if (low === high || isEnough(low)) return low
  } else {
    do {
      low = high
      high += step
      step *= 2
    } while (!isEnough(high))
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isEnough(middle)) high = middle
    else low = middle
  }
  return high
}

/** A normal quantile to about four digits: only where the search for a count begins. Abramowitz and Stegun 26.2.23. */
function normalQuantile(chance: number): number {
  const tail = Math.min(chance, 1 - chance)
  const t = Math.sqrt(-2 * Math.log(tail))
  const z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  return chance < 0.5 ? -z : z
}

/** The chance that Student's t is at least so far from 0, on either side. */
export function studentTwoSided(t: number, freedom: number): number {
  const square = t * t
  if (!Number.isFinite(square)) return Number.isNaN(t) ? Number.NaN : 0
  const { lower } = incompleteBeta(freedom / 2, 0.5, freedom / (freedom + square), square / (freedom + square))
  return lower
}

/**
 * The chance that a split of two counts, each as likely as the other, is at least so uneven as this one: the exact test of
 * R's `binom.test`. Counts need not be whole: of counts that scatter more than chance a part is taken.
 */
export function evenSplitTwoSided(one: number, other: number): number {
  const [most, least] = one > other ? [one, other] : [other, one]
  return most === 0 ? 1 : Math.min(1, 2 * incompleteBeta(most, least + 1, 0.5).lower)
}
