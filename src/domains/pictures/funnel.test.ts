import { describe, expect, test } from 'vitest'
import {
  betweenVariance,
  type Counted,
  funnelOf,
  limitsAround,
  poissonLimits,
  standardDistance,
  winsorisedDispersion,
} from './funnel'

describe('the limits of chance', () => {
  // From R 4.2: qpois, ppois and dpois with the interpolation of Spiegelhalter 2005, appendix A.1.1.
  test.each([
    [0.5, [0, 0, 1.860026, 3.475859]],
    [5, [0, 0.5420658, 9.376559, 12.77135]],
    [12.3, [2.421581, 5.372915, 19.13268, 23.96239]],
    [100, [70.06528, 80.36634, 119.5809, 131.8048]],
    [2500.5, [2346.905, 2402.464, 2598.483, 2655.944]],
    [15731, [15344.34, 15485.15, 15976.8, 16119.51]],
  ])('of a mean of %d are those of R', (mean, wanted) => {
    const { outerLow, innerLow, innerHigh, outerHigh } = poissonLimits(mean)
    for (const [at, limit] of [outerLow, innerLow, innerHigh, outerHigh].entries())
      expect(limit / (wanted[at] || 1)).toBeCloseTo(wanted[at] ? 1 : 0, 5)
  })

  test('are exact when places differ by chance only, and wider when they differ more, never below zero', () => {
    expect(limitsAround(100, 0)).toEqual(poissonLimits(100))
    const wide = limitsAround(100, 0.02)
    expect(wide.innerLow).toBeLessThan(poissonLimits(100).innerLow)
    expect(wide.outerHigh).toBeGreaterThan(poissonLimits(100).outerHigh)
    expect(limitsAround(100, 1).outerLow).toBe(0)
  })
})

describe('how far places lie apart', () => {
  // Beall 1942, the insects on 72 plots (R: InsectSprays), all held against their mean of 9.5.
  const insects = [
    10, 7, 20, 14, 14, 12, 10, 23, 17, 20, 14, 13, 11, 17, 21, 11, 16, 14, 17, 17, 19, 21, 7, 13, 0, 1, 7, 2, 3, 1, 2,
    1, 3, 0, 1, 4, 3, 5, 12, 6, 4, 3, 5, 5, 5, 5, 2, 4, 3, 5, 3, 5, 3, 6, 1, 1, 3, 2, 6, 4, 11, 9, 15, 22, 15, 16, 13,
    10, 26, 26, 24, 13,
  ]
  const mean = insects.reduce((sum, count) => sum + count, 0) / insects.length

  test('is the winsorised dispersion and the variance that R gives', () => {
    const dispersion = winsorisedDispersion(insects.map((count) => standardDistance(count, mean)))
    expect(dispersion).toBeCloseTo(5.561296044825, 9)
    expect(
      betweenVariance(
        dispersion,
        insects.map(() => mean),
      ),
    ).toBeCloseTo(0.122095372582, 9)
  })

  test('is nothing when they lie closer than chance would have them', () => {
    expect(betweenVariance(0.6, [10, 20, 30])).toBe(0)
  })
})

describe('what is expected of a size', () => {
  const places: Counted[] = [
    [6000, 130],
    [9500, 320],
    [12_000, 240],
    [15_000, 420],
    [21_000, 560],
    [25_000, 980],
    [34_000, 1050],
    [47_000, 1400],
    [62_000, 2500],
    [90_000, 4000],
    [160_000, 7200],
    [370_000, 27_500],
  ].map(([size = 0, count = 0]) => ({ size, count }))

  test('is the line that a negative binomial regression of R finds', () => {
    // R 4.2, MASS: glm(count ~ log(size), family = negative.binomial(1 / (4 τ²))) and τ² in turns until neither moves.
    const funnel = funnelOf(places)
    expect(funnel?.exponent).toBeCloseTo(1.26025574688, 6)
    expect(funnel?.between).toBeCloseTo(0.00239990228127, 8)
    expect(funnel?.expectedOf(6000)).toBeCloseTo(130.537870764, 2)
    expect(funnel?.expectedOf(370_000)).toBeCloseTo(23531.950231, 0)
  })

  test('is in step with the inhabitants when counts are', () => {
    const funnel = funnelOf(places.map(({ size }) => ({ size, count: size / 100 })))
    expect(funnel?.exponent).toBeCloseTo(1, 9)
    expect(funnel?.between).toBe(0)
    expect(funnel?.expectedOf(50_000)).toBeCloseTo(500, 6)
  })

  test('is one rate for all when there are too few places or events for a line', () => {
    expect(funnelOf(places.slice(0, 9))?.exponent).toBe(1)
    expect(funnelOf(places.map(({ size }, at) => ({ size, count: at % 2 })))?.exponent).toBe(1)
  })

  test.each([
    ['no events', places.map(({ size }) => ({ size, count: 0 }))],
    ['one place', places.slice(0, 1)],
    ['nobody living there', places.map(({ count }) => ({ size: 0, count }))],
  ])('is unknown with %s', (_, none) => expect(funnelOf(none)).toBeNull())
})

describe('places that are alike', () => {
  // Numbers from 0 up to 1, the same every time.
  let state = 1
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const poisson = (mean: number) =>
    Math.max(0, mean > 500 ? Math.round(mean + Math.sqrt(mean) * normal()) : knuth(mean))
  function knuth(mean: number): number {
    let [left, count] = [Math.exp(-mean), 0]
    for (let product = next(); product > left; product *= next()) count++
    return count
  }
  const sizes = Array.from({ length: 38 }, (_, at) => 6000 * 1.12 ** at)

  test.each([
    ['by chance only', 0, 0.006],
    ['by more than chance', 0.25, 0.035],
  ])('are hardly ever called higher or lower when they differ %s', (_, spread, atMost) => {
    let [called, all] = [0, 0]
    for (let trial = 0; trial < 120; trial++) {
      const counts = sizes.map((size) => ({ size, count: poisson(0.005 * size * Math.exp(spread * normal())) }))
      const funnel = funnelOf(counts)
      for (const { size, count } of counts) {
        const { outerLow, outerHigh } = limitsAround(funnel?.expectedOf(size) ?? 0, funnel?.between ?? 0)
        if (count < outerLow || count > outerHigh) called++
        all++
      }
    }
    expect(called / all).toBeLessThan(atMost)
    expect(all).toBe(120 * 38)
  })
})
