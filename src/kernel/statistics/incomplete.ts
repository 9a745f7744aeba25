import { devianceTerm, stirlingError } from './log-gamma'

// The incomplete beta and gamma functions: every distribution function here is one of the two.

const epsilon = 2 ** -53
const tiny = 1e-300

/** A continued fraction by the method of Lentz, changed by Thompson and Barnett: b0 + a1/(b1 + a2/(b2 + …)). */
function continuedFraction(first: number, step: (n: number) => readonly [a: number, b: number]): number {
  let value = first || tiny
  let above = value
  let below = 0
  for (let n = 1; n < 1_000_000; n++) {
    const [a, b] = step(n)
    below = 1 / (b + a * below || tiny)
    above = b + a / above || tiny
    const factor = above * below
    value *= factor
    if (Math.abs(factor - 1) < epsilon) break
  }
  return value
}

/** x^a y^b / B(a, b), with y = 1 − x. */
function betaFactor(a: number, b: number, x: number, y: number): number {
  const n = a + b
  const log = stirlingError(n) - stirlingError(a) - stirlingError(b) - devianceTerm(a, n * x) - devianceTerm(b, n * y)
  return Math.exp(log) * Math.sqrt((a * b) / (2 * Math.PI * n))
}

/**
 * The regularised incomplete beta function I_x(a, b) and its complement, each with its own digits. `y` is 1 − x, given apart
 * because that difference may have lost them.
 */
export function incompleteBeta(
  a: number,
  b: number,
  x: number,
  y = 1 - x,
): { readonly lower: number; readonly upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 }
  if (y <= 0) return { lower: 1, upper: 0 }
  if (x > (a + 1) / (a + b + 2)) {
    const { lower, upper } = betaTail(b, a, y, x)
    return { lower: upper, upper: lower }
  }
  return betaTail(a, b, x, y)
}

/** For x at most about the mean, where the fraction runs quickly. */
function betaTail(a: number, b: number, x: number, y: number) {
  const fraction = continuedFraction(1, (n) => {
    const m = Math.floor(n / 2)
    const term =
      n % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    return [term, 1]
  })
  const lower = betaFactor(a, b, x, y) / (a * fraction)
  return { lower, upper: 1 - lower }
}

/** The regularised incomplete gamma function P(a, x) and its complement. */
export function incompleteGamma(a: number, x: number): { readonly lower: number; readonly upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 }
  // x^a e^−x / Γ(a)
  const factor = Math.exp(-stirlingError(a) - devianceTerm(a, x)) * Math.sqrt(a / (2 * Math.PI))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; term > sum * epsilon; n++) {
      term *= x / (a + n)
      sum += term
    }
    return { lower: factor * sum, upper: 1 - factor * sum }
  }
  const upper = factor / continuedFraction(x + 1 - a, (n) => [-n * (n - a), x + 2 * n + 1 - a])
  return { lower: 1 - upper, upper }
}
