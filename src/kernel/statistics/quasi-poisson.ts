import { type Fit, leastSquares } from './least-squares'
import { roundedExp, roundedLog } from './rounded'

/** A log-linear fit of counts whose variance is a multiple of their mean, at most one slope beside the constant. */
export type CountModel = {
  readonly constant: number
  /** Null where it has none, or where the columns could not be told apart. */
  readonly slope: number | null
  readonly fitted: readonly number[]
  readonly converged: boolean
  /** Observations with weight, less the coefficients. */
  readonly freedom: number
  /** The variance as a multiple of the mean; NaN without freedom. */
  readonly dispersion: number
  /** (count − fitted) / fitted */
  readonly residuals: readonly number[]
  /** The variance of the slope, before the dispersion; null without slope. */
  readonly slopeVariance: number | null
  /** 1 for an observation that alone decides its fitted value. */
  leverages(): number[]
}

// The defaults of R's glm.control, and the tolerance its glm.fit makes of them.
const enough = 1e-8
const mostRounds = 25
const columnTolerance = 1e-11

const inverseLink = (eta: number) => Math.max(roundedExp(eta), Number.EPSILON)

function deviance(counts: readonly number[], fitted: readonly number[], weights: readonly number[]): number {
  return sumOf(
    counts.map((y, at) => {
      const mu = fitted[at] as number
      const weight = weights[at] as number
      return 2 * (y > 0 ? weight * (y * roundedLog(y / mu) - (y - mu)) : mu * weight)
    }),
  )
}

/** A sum that keeps what each addition loses (Neumaier): R adds in more digits than a number has. */
function sumOf(terms: readonly number[]): number {
  let sum = 0
  let lost = 0
  for (const term of terms) {
    const next = sum + term
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum
    sum = next
  }
  // A sum without end has lost nothing that can be named.
  return Number.isFinite(sum) ? sum + lost : sum
}

/**
 * Fits by iteratively reweighted least squares, step by step as R's `glm(family = quasipoisson)` does: same start, same
 * criterion, same halving of a step that goes astray. Null where R stops with an error. `weights` are 1 when left out.
 */
export function fitCounts(
  counts: readonly number[],
  {
    times,
    weights = counts.map(() => 1),
  }: { readonly times: readonly number[] | null; readonly weights?: readonly number[] },
): CountModel | null {
  const rows = counts.map((_, at) => at).filter((at) => (weights[at] as number) > 0)
  if (rows.length === 0) return null
  let eta = counts.map((y) => roundedLog(y + 0.1))
  let fitted = eta.map(inverseLink)
  let before = deviance(counts, fitted, weights)
  let earlier: readonly number[] | null = null
  let coefficients: readonly number[] = []
  let fit: Fit | null = null
  let working: number[] = []
  let converged = false
  const place = (at: readonly number[]) => {
    coefficients = at
    eta = counts.map((_, row) => (at[0] as number) + (times ? (at[1] as number) * (times[row] as number) : 0))
    fitted = eta.map(inverseLink)
  }
  for (let round = 1; round <= mostRounds && !converged; round++) {
    const roots = Float64Array.from(rows, (at) => {
      const mu = fitted[at] as number
      return Math.sqrt(((weights[at] as number) * (mu * mu)) / mu)
    })
    working = [...roots].map((root) => root * root)
    const response = Float64Array.from(rows, (at, row) => {
      const mu = fitted[at] as number
      return ((eta[at] as number) + ((counts[at] as number) - mu) / mu) * (roots[row] as number)
    })
    const slopes = times ? [Float64Array.from(rows, (at, row) => (times[at] as number) * (roots[row] as number))] : []
    fit = leastSquares([roots, ...slopes], response, columnTolerance)
    if (!fit.coefficients.every(Number.isFinite)) return null
    place(fit.coefficients)
    let now = deviance(counts, fitted, weights)
    for (let halved = 0; !Number.isFinite(now); halved++) {
      if (!earlier || halved === mostRounds) return null
      const back: readonly number[] = earlier
      place(coefficients.map((value, at) => (value + (back[at] as number)) / 2))
      now = deviance(counts, fitted, weights)
    }
    converged = Math.abs(now - before) / (0.1 + Math.abs(now)) < enough
    before = now
    earlier = coefficients
  }
  if (!fit) return null
  return described({ counts, rows, fitted, coefficients, fit, working, converged })
}

function described(found: {
  counts: readonly number[]
  rows: readonly number[]
  fitted: readonly number[]
  coefficients: readonly number[]
  fit: Fit
  working: readonly number[]
  converged: boolean
}): CountModel {
  const { counts, rows, fitted, coefficients, fit, working, converged } = found
  const freedom = rows.length - fit.rank
  const residuals = counts.map((y, at) => (y - (fitted[at] as number)) / (fitted[at] as number))
  const spread = sumOf(rows.map((at, row) => (working[row] as number) * (residuals[at] as number) ** 2))
  const place = fit.pivot.indexOf(1)
  const hasSlope = place >= 0 && place < fit.rank
  return {
    constant: coefficients[0] as number,
    slope: hasSlope ? (coefficients[1] as number) : null,
    fitted,
    converged,
    freedom,
    dispersion: freedom > 0 ? spread / freedom : Number.NaN,
    residuals,
    // The slope is the last column of the triangle: its variance stands in the last corner alone.
    slopeVariance: hasSlope ? 1 / (fit.triangle[place]?.[place] as number) ** 2 : null,
    leverages: () => {
      const among = fit.leverages()
      const all = counts.map(() => 0)
      rows.forEach((at, row) => {
        all[at] = among[row] as number
      })
      return all
    },
  }
}
