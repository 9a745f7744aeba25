import { describe, expect, test } from 'vitest'
import {
  evenSplitTwoSided,
  negativeBinomialAtLeast,
  negativeBinomialQuantile,
  poissonAtLeast,
  poissonQuantile,
  studentTwoSided,
} from './distributions'
import { discoveries } from './false-discovery'
import { incompleteBeta, incompleteGamma } from './incomplete'
import { fitCounts } from './quasi-poisson'
import { roundedExp, roundedLog } from './rounded'

// The expected values are those of R 4.2.2: qpois, qnbinom, pt, pbinom, glm.

describe('the 99 % quantile', () => {
  test.each([
    [1e-9, 0],
    [0.01, 0],
    [0.5, 3],
    [7.3, 14],
    [1234.5, 1317],
    [9.87e6, 9_877_309],
  ])('of a Poisson count with mean %d is %d', (mean, count) => expect(poissonQuantile(0.99, mean)).toBe(count))

  test.each([
    [0.001, 0.5, 0],
    [0.03, 0.001, 774],
    [2.5, 0.2, 33],
    [40, 0.9, 10],
    [1e5, 0.4, 151_428],
    [3e9, 0.9999999, 341],
    [5e6, 0.2, 20_023_270],
    [0, 0.2, 0],
    [3, 1, 0],
  ])('of a negative binomial count of size %d and chance %d is %d', (size, success, count) =>
    expect(negativeBinomialQuantile(0.99, size, success)).toBe(count),
  )
  test('and the 1 % quantiles lie at the other end', () => {
    expect(poissonQuantile(0.01, 7.3)).toBe(2)
    expect(negativeBinomialQuantile(0.01, 2.5, 0.2)).toBe(0)
  })
})

describe('chances', () => {
  test.each([
    [0.1, 13, 0.9218700296403189],
    [2.16, 13, 0.05003371211213809],
    [5, 2, 0.037749551350623724],
    [40, 7, 1.5902179984850428e-9],
  ])('a t of %d with %d degrees of freedom', (t, freedom, chance) =>
    expect(studentTwoSided(t, freedom) / chance).toBeCloseTo(1, 12),
  )
  test.each([
    [30, 20, 0.20263875106454096],
    [11, 0, 0.0009765625],
    [6, 4, 0.75390625],
    [1200, 1100, 0.038966852683820677],
    [1100, 1200, 0.038966852683820677],
    [5, 5, 1],
    [0, 0, 1],
  ])('an even split as uneven as %d and %d', (one, other, chance) =>
    expect(evenSplitTwoSided(one, other)).toBeCloseTo(chance, 12),
  )
  test.each([
    [15, 7.3, 0.008188011403787221],
    [1318, 1234.5, 0.009610343419047422],
  ])('at least %d of a Poisson count with mean %d', (count, mean, chance) =>
    expect(poissonAtLeast(count, mean) / chance).toBeCloseTo(1, 11),
  )
  test.each([
    [34, 2.5, 0.2, 0.008428433964842537],
    [151_429, 1e5, 0.4, 0.009958139889596342],
  ])('at least %d of a negative binomial count of size %d and chance %d', (count, size, success, chance) =>
    expect(negativeBinomialAtLeast(count, size, success) / chance).toBeCloseTo(1, 11),
  )
  test('that are sure or impossible', () => {
    expect(poissonAtLeast(0, 5)).toBe(1)
    expect(negativeBinomialAtLeast(0, 5, 0.5)).toBe(1)
    expect(studentTwoSided(Number.POSITIVE_INFINITY, 3)).toBe(0)
    expect(studentTwoSided(Number.NaN, 3)).toBeNaN()
  })
  test('a part and what is left of it make one', () => {
    for (const [a, b, x] of [
      [0.3, 7, 0.01],
      [12, 4, 0.8],
      [5000, 20, 0.996],
    ] as const) {
      expect(incompleteBeta(a, b, x).lower + incompleteBeta(b, a, 1 - x).lower).toBeCloseTo(1, 12)
      const { lower, upper } = incompleteGamma(a, b)
      expect(lower + upper).toBeCloseTo(1, 12)
    }
  })
})

describe('exponent and logarithm are right to the last digit', () => {
  test.each([
    [12.1, 2.4932054526026954],
    [1.000040001600064, 4.000080002123061e-5],
    [1.0000000001, 1.000000082690371e-10],
    [1e-7, -16.11809565095832],
    [5339.77, 8.582937859865602],
    [9900000000000000.0, 36.83131115205123],
    [0.3333333, -1.0986123886681147],
  ])('ln %d', (x, logarithm) => expect(roundedLog(x)).toBe(logarithm))
  test.each([
    [-30.123, 8.274605959289865e-14],
    [15.9134592, 8149435.345042427],
    [2.48490665, 12.000000002543997],
    [0.1, 1.1051709180756477],
    [-1e-7, 0.999999900000005],
    [300.5, 3.202519714603633e130],
    [-690.1, 1.9650700591825786e-300],
  ])('e to the %d', (x, exponent) => expect(roundedExp(x)).toBe(exponent))
  test('also where there is nothing to round', () => {
    expect(roundedLog(0)).toBe(Number.NEGATIVE_INFINITY)
    expect(roundedLog(1)).toBe(0)
    expect(roundedExp(0)).toBe(1)
    expect(roundedExp(800)).toBe(Number.POSITIVE_INFINITY)
    expect(roundedExp(Number.NaN)).toBeNaN()
  })
})

describe('a log-linear fit of counts', () => {
  const counts = [3, 5, 2, 8, 7, 9, 12, 10, 15, 11, 40, 13]
  const times = counts.map((_, at) => at + 1)

  test('is that of R: coefficients, dispersion, variance, leverages', () => {
    const model = fitCounts(counts, { times })
    expect(model?.constant).toBeCloseTo(1.0752415979122707, 10)
    expect(model?.slope).toBeCloseTo(0.1787180696105716, 10)
    expect(model?.dispersion).toBeCloseTo(2.903375227045777, 8)
    expect(model?.slopeVariance).toBeCloseTo(0.0007723692504119385, 12)
    const leverages = model?.leverages() ?? []
    expect(leverages[0]).toBeCloseTo(0.17744652249544465, 8)
    expect(leverages[10]).toBeCloseTo(0.25756605181117287, 8)
    expect(leverages[11]).toBeCloseTo(0.4246585920123822, 8)
  })
  test('and of R with weights', () => {
    const weights = counts.map((_, at) => (at === 10 ? 0.1 : 1))
    const model = fitCounts(counts, { times, weights })
    expect(model?.constant).toBeCloseTo(1.3004735553035147, 10)
    expect(model?.slope).toBeCloseTo(0.1294844735135952, 10)
    expect(model?.dispersion).toBeCloseTo(1.054536292752654, 8)
  })
  test('leaves out a slope that cannot be told from the constant', () => {
    const model = fitCounts([3, 4, 5], { times: [7, 7, 7] })
    expect(model?.slope).toBeNull()
    expect(model?.freedom).toBe(2)
  })
  test('of nothing is none', () => {
    expect(fitCounts([], { times: null })).toBeNull()
    expect(fitCounts([3], { times: null, weights: [0] })).toBeNull()
  })
})

test('discoveries keep the share of chance among them below the limit', () => {
  const chances = [0.212, 0.001, null, 0.041, 0.008, 0.039, 0.042, 0.06, 0.074, 0.205, 0.216]
  expect(discoveries(chances, 0.05).flatMap((is, at) => (is ? [chances[at]] : []))).toEqual([0.001, 0.008])
  // The fifth of ten is within its own limit of 5/10 × 0.1, and takes the three before it along.
  expect(discoveries(chances, 0.1).filter(Boolean)).toHaveLength(6)
  expect(discoveries([null, null], 0.1)).toEqual([false, false])
})
