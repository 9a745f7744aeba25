// The logarithms of the gamma function and of what Stirling's formula leaves out. Both to about 15 digits.

const halfLogTwoPi = 0.9189385332046727

// Lanczos, g = 607/128.
const lanczos = [
  57.1562356658629235, -59.5979603554754912, 14.1360979747417471, -0.491913816097620199, 0.339946499848118887e-4,
  0.465236289270485756e-4, -0.983744753048795646e-4, 0.158088703224912494e-3, -0.210264441724104883e-3,
  0.217439618115212643e-3, -0.16431810653676389e-3, 0.844182239838527433e-4, -0.261908384015814087e-4,
  0.368991826595316234e-5,
]

/** ln Γ(x), for x above 0. */
export function logGamma(x: number): number {
  const t = x + 5.2421875
  const series = lanczos.reduce((sum, term, at) => sum + term / (x + at + 1), 0.999999999999997092)
  return (x + 0.5) * Math.log(t) - t + Math.log((2.5066282746310005 * series) / x)
}

// ln(n!) − Stirling's formula, for n = 0, 1, …, 15.
const whole = [
  0, 0.0810614667953272582196702, 0.0413406959554092940938221, 0.02767792568499833914878929,
  0.02079067210376509311152277, 0.01664469118982119216319487, 0.01387612882307074799874573,
  0.01189670994589177009505572, 0.010411265261972096497478567, 0.009255462182712732917728637,
  0.008330563433362871256469318, 0.007573675487951840794972024, 0.00694284010720952986566415,
  0.006408994188004207068439631, 0.005951370112758847735624416, 0.00555473355196280137103869,
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
