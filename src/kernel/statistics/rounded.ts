// Exponent and logarithm correct to the last digit. Math.exp and Math.log are one off in the last digit now and then. Where
// counts do not scatter at all, or lie in the millions, that digit decides whether a fit stops, and R's are all but always right.

/** A number as the sum of two: the second holds the digits that the first has no room for. */
type Pair = readonly [high: number, low: number]

const splitter = 2 ** 27 + 1

/** What the rounded product `high` of two numbers lost (Dekker). */
function lostIn(high: number, one: number, other: number): number {
  const a = splitter * one
  const b = splitter * other
  const oneHigh = a - (a - one)
  const otherHigh = b - (b - other)
  const oneLow = one - oneHigh
  const otherLow = other - otherHigh
  return oneLow * otherLow - (high - oneHigh * otherHigh - oneLow * otherHigh - oneHigh * otherLow)
}

function product([a, b]: Pair, [c, d]: Pair): Pair {
  const high = a * c
  const low = lostIn(high, a, c) + (a * d + b * c)
  const sum = high + low
  return [sum, low - (sum - high)]
}

function root([a, b]: Pair): Pair {
  const high = Math.sqrt(a)
  const square = high * high
  const low = (a - square - lostIn(square, high, high) + b) / (2 * high)
  const sum = high + low
  return [sum, low - (sum - high)]
}

const steps = 64
/** 2^(j/64). */
const powers: readonly Pair[] = Array.from({ length: steps }, (_, j) => {
  let factor: Pair = [2, 0]
  let power: Pair = [1, 0]
  for (let bit = steps / 2; bit >= 1; bit /= 2) {
    factor = root(factor)
    if (j & bit) power = product(power, factor)
  }
  return power
})
const high = Float64Array.from(powers, ([one]) => one)
const low = Float64Array.from(powers, ([, other]) => other)

// ln 2 in three parts. The first has so few digits that a multiple of it is exact.
const ln2 = [0.6931471803691238, 1.9082149292705877e-10, 1.1612227229362532e-26] as const
const step = [ln2[0] / steps, ln2[1] / steps, ln2[2] / steps] as const

/** The digits that the last `exponent` had no room for. */
let rest = 0

/** e^x / 2^shift, where the shift is that of x. Leaves in `rest` what it had no room for. */
function exponent(x: number, at: number): number {
  const j = at & (steps - 1)
  const first = x - at * step[0]
  const second = at * step[1]
  const r = first - second
  const left = first - r - second - lostIn(second, at, step[1]) - at * step[2]
  // e^r = 1 + r + r²/2 + r³/6 + …: the first three with all digits, of the others their own are enough.
  const square = r * r
  const more = r * square * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r / 5040))))
  const sum = r + square / 2
  const part = r - sum + square / 2 + lostIn(square, r, r) / 2 + left + r * left + more
  const [power, powerRest] = [high[j] as number, low[j] as number]
  const raised = power * sum
  const whole = power + raised
  rest = power - whole + raised + lostIn(raised, power, sum) + powerRest + power * part + powerRest * sum
  return whole
}

const place = (x: number) => Math.round(x * (steps * Math.LOG2E))
const furthest = 1000
const shifts = Float64Array.from({ length: 2 * furthest + 1 }, (_, shift) => 2 ** (shift - furthest))
const shiftOf = (at: number) => shifts[(at >> 6) + furthest] as number

/** e^x. */
export function roundedExp(x: number): number {
  const near = Math.exp(x)
  if (!(near > 1e-300 && near < 1e300)) return near
  const at = place(x)
  const whole = exponent(x, at)
  return (whole + rest) * shiftOf(at)
}

/** The natural logarithm of x. */
export function roundedLog(x: number): number {
  const near = Math.log(x)
  if (!(x > 1e-300 && x < 1e300)) return near
  // What is left of x when e^near is divided out is 1 + a very small number, which is its own logarithm.
  const at = place(-near)
  const whole = exponent(-near, at)
  const scaled = x * shiftOf(at)
  const one = scaled * whole
  return near + (one - 1 + (lostIn(one, scaled, whole) + scaled * rest))
}
