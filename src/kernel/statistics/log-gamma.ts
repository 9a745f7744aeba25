// The logarithms of the gamma function and of what Stirling's formula leaves out. Both to about 15 digits.

const halfLogTwoPi = 0.9189385332046727

// Lanczos, g = 607/128.
const lanczos = [
  57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202, 0.00003399464998481189,
  0.00004652362892704858, -0.00009837447530487956, 0.0001580887032249125, -0.00021026444172410488,
  0.00021743961811521265, -0.0001643181065367639, 0.00008441822398385275, -0.000026190838401581408,
  0.0000036899182659531625,
]

/** ln Γ(x), for x above 0. */
export function logGamma(x: number): number {
  const t = x + 5.2421875
  const series = lanczos.reduce((sum, term, at) => sum + term / (x + at + 1), 0.9999999999999971)
  return (x + 0.5) * Math.log(t) - t + Math.log((2.5066282746310007 * series) / x)
}

// ln(n!) − Stirling's formula, for n = 0, 1, …, 15.
const whole = [
  0, 0.08106146679532726, 0.0413406959554093, 0.02767792568499834, 0.020790672103765093, 0.016644691189821193,
  0.013876128823070748, 0.01189670994589177, 0.010411265261972096, 0.009255462182712733, 0.00833056343336287,
  0.007573675487951841, 0.00694284010720953, 0.006408994188004207, 0.0059513701127588475, 0.005554733551962801,
]

/** ln Γ(n + 1) − ((n + ½) ln n − n + ½ ln 2π), for n above 0. */
export function stirlingError(n: number): number {
  if (n <= 15) {
    return (Number.isInteger(n) ? whole[n] : undefined) ?? logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - halfLogTwoPi
  }
  const square = n * n
  return (
    (1 / 12 -
      (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square) / square) / square) /
    n
  )
}

/**
 * x ln(x/mean) + mean − x, without the loss of digits near x = mean. After C. Loader, "Fast and accurate computation of
 * binomial probabilities" (2000), as are the densities built on it.
 */
export function devianceTerm(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x
  const ratio = (x - mean) / (x + mean)
  let sum = (x - mean) * ratio
  let term = 2 * x * ratio
  for (let j = 1; j < 1000; j++) {
    term *= ratio * ratio
    const next = sum + term / (2 * j + 1)
    if (next === sum) break
    sum = next
  }
  return sum
}
