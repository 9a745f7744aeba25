import {
  negativeBinomialAtLeast,
  negativeBinomialQuantile,
  poissonAtLeast,
  poissonQuantile,
  studentTwoSided,
} from '../../kernel/statistics/distributions'
import { type CountModel, fitCounts } from '../../kernel/statistics/quasi-poisson'
import { sumOf } from './count'

// Farrington Flexible: Noufaily and others, "An improved algorithm for outbreak detection in multiple surveillance systems",
// Statistics in Medicine 32 (2013), as `farringtonFlexible` of R's package surveillance 1.20.3 computes it. Where R's code and
// the article differ, R's code is followed: anybody can check us against it.

/** What a month may count before it stands out; null where that cannot be said. */
export type Judgement = {
  readonly upperbound: number | null
  readonly alarm: boolean
  /** What the years before let expect. */
  readonly expected: number | null
  /** The chance of at least so many when nothing changed. */
  readonly chance: number | null
}

const year = 12
const yearsBack = 5
const monthsAside = 1
const chanceOfAlarm = 0.01
const outlierAbove = 2.58
const trendBelow = 0.05
const fewest = { cases: 5, months: 4 }

const unsaid: Judgement = { upperbound: null, alarm: false, expected: null, chance: null }

type Observed = readonly (number | null)[]

/** Judges one month of a series, `at` counted from 0, by the same season of five years. */
export function judgedMonth(observed: Observed, at: number): Judgement {
  if (at < yearsBack * year || hasTooFew(observed, at) !== false) return unsaid
  const now = observed[at] as number
  const expected = expectedAt(referenceMonths(observed, at), at)
  if (!expected) return unsaid
  const { logMean, spread } = expected
  const mean = Math.exp(logMean)
  if (!Number.isFinite(mean)) return unsaid
  // R's names: a negative binomial count of this size and chance has this mean and spread.
  const isScattered = spread > 1
  const [size, success] = [mean / (spread - 1), 1 / spread]
  const upperbound = isScattered
    ? negativeBinomialQuantile(1 - chanceOfAlarm, size, success)
    : poissonQuantile(1 - chanceOfAlarm, mean)
  return {
    upperbound,
    // R compares with the logarithm of the mean here. It only matters where the bound itself lies below that logarithm.
    alarm: (now - logMean) / (upperbound - logMean) > 1 && now !== 0,
    expected: mean,
    chance: isScattered ? negativeBinomialAtLeast(now, size, success) : poissonAtLeast(now, mean),
  }
}

/** Whether so few happened in the last months that nothing can stand out; null when one of them is not known. */
export function hasTooFew(observed: Observed, at: number): boolean | null {
  const cases = sumOf(observed.slice(Math.max(0, at + 1 - fewest.months), at + 1))
  return cases === null ? null : cases < fewest.cases
}

/** Judges the last twelve months of a series; months that are not there cannot be judged. */
export function judgedYear(observed: Observed): Judgement[] {
  return Array.from({ length: year }, (_, month) => judgedMonth(observed, observed.length - year + month))
}

type Reference = { readonly times: readonly number[]; readonly counts: readonly number[] }

/** The same month of the last five years with one month on either side, without what is unknown. Time counts from 1, as in R. */
function referenceMonths(observed: Observed, at: number): Reference {
  const times: number[] = []
  const counts: number[] = []
  for (let back = yearsBack; back >= 1; back--) {
    for (let aside = -monthsAside; aside <= monthsAside; aside++) {
      const place = at - back * year + aside
      const count = observed[place] ?? null
      if (count === null) continue
      times.push(place + 1)
      counts.push(count)
    }
  }
  return { times, counts }
}

type Expected = {
  readonly logMean: number
  /** The variance as a multiple of the mean, at least 1. */
  readonly spread: number
}

/** Null where R gives no answer: no convergence, or too little to fit on. */
function expectedAt(reference: Reference, at: number): Expected | null {
  const model = robustModel(reference, true)
  if (!model) return null
  const constant = (flat: RobustModel | null) => flat && { logMean: flat.constant, spread: flat.spread }
  if (!model.hasTrend) return constant(model)
  // R stops where the slope cannot be told apart.
  if (model.slope === null || model.slopeVariance === null) return null
  const logMean = model.constant + model.slope * (at + 1)
  // R puts the weights of the outliers in the place of the working weights before it tests the slope.
  const dispersion =
    model.weights.reduce((sum, weight, row) => sum + weight * (model.residuals[row] as number) ** 2, 0) / model.freedom
  const chance = studentTwoSided(model.slope / Math.sqrt(dispersion * model.slopeVariance), model.freedom)
  const isWithinSeen = Math.exp(logMean) <= Math.max(...reference.counts)
  // A perfect fit that is level has no chance to speak of; there R stops.
  if (Number.isNaN(chance) && isWithinSeen) return null
  return chance < trendBelow && isWithinSeen
    ? { logMean, spread: model.spread }
    : constant(robustModel(reference, false))
}

type RobustModel = CountModel & {
  readonly hasTrend: boolean
  readonly spread: number
  readonly weights: readonly number[]
}

/** A fit in which peaks of the past weigh less, so that they do not hide the next one. */
function robustModel({ times, counts }: Reference, withTrend: boolean): RobustModel | null {
  let hasTrend = withTrend
  let first = fitCounts(counts, { times: hasTrend ? times : null })
  if (first && !first.converged && hasTrend) {
    hasTrend = false
    first = fitCounts(counts, { times: null })
  }
  if (!first?.converged || first.freedom <= 0) return null
  const weights = weightsOf(standardised(counts, first))
  if (!weights) return null
  const model = fitCounts(counts, { times: hasTrend ? times : null, weights })
  if (!model || model.freedom <= 0) return null
  return { ...model, hasTrend, weights, spread: Math.max(model.dispersion, 1) }
}

/** Anscombe's residuals, divided by their deviation. */
function standardised(counts: readonly number[], model: CountModel): number[] {
  const spread = Math.max(model.dispersion, 1)
  const leverages = model.leverages()
  return counts.map((y, at) => {
    const mu = model.fitted[at] as number
    const raw = leverages[at] as number
    const leverage = raw > 1 - 10 * Number.EPSILON ? 1 : raw
    return (1.5 * (y ** (2 / 3) * mu ** (-1 / 6) - mu ** 0.5)) / Math.sqrt(spread * (1 - leverage))
  })
}

function weightsOf(residuals: readonly number[]): number[] | null {
  if (residuals.some(Number.isNaN)) return null
  const raw = residuals.map((residual) => (residual > outlierAbove ? residual ** -2 : 1))
  const level = residuals.length / raw.reduce((sum, one) => sum + one, 0)
  return raw.map((one) => one * level)
}
