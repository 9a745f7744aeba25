import { describe, expect, test } from 'vitest'
import { type Direction, detectableChange, isDetectable, powerOfTest } from './poisson-power'

describe('the power of the exact test', () => {
  // Summed in R 4.2 over every pair of counts with dpois and pbinom, which share no code with ours.
  test.each<[number, number, Direction, number]>([
    [3, 3, 'up', 0.170031221],
    [10, 0.1, 'down', 0.5848707464],
    [40, 0.8, 'down', 0.065924795],
    [40, 0.4, 'down', 0.7937519375],
    [100, 1.5, 'up', 0.7840348569],
    [300, 1.3, 'up', 0.8575832522],
    [800, 0.85, 'down', 0.7792370811],
    [800, 1.2, 'up', 0.9288881839],
    [2000, 0.9, 'down', 0.8166894239],
  ])('%d expected and %d times as many (%s) is found in %d of the cases, as R says', (expected, ratio, way, power) => {
    expect(powerOfTest(expected, ratio, way)).toBeCloseTo(power, 9)
  })
  test.each<[number, Direction]>([
    [5, 'up'],
    [50, 'down'],
    [5000, 'up'],
  ])('of %d events that do not change it calls hardly one in a hundred a change (%s)', (expected, way) => {
    expect(powerOfTest(expected, 1, way)).toBeLessThanOrEqual(0.01)
  })
})

describe('the smallest change that is told from chance', () => {
  // Peers' own rule of thumb on a coarse grid: 30 percent up needs about 300 events in each period, 20 percent about 800.
  test.each([
    [300, 0.3],
    [800, 0.2],
  ])('of %d events %d up is found, and of 100 fewer half of that is not', (expected, change) => {
    expect(detectableChange(expected, 'up')).toBeLessThanOrEqual(change)
    expect(detectableChange(expected - 100, 'up')).toBeGreaterThan(change / 2)
  })
  test.each<[number, Direction]>([
    [12, 'down'],
    [40, 'up'],
    [700, 'down'],
  ])('of %d events (%s) has just the power that is wanted', (expected, way) => {
    const change = detectableChange(expected, way) ?? 0
    const ratio = way === 'down' ? 1 - change : 1 + change
    expect(powerOfTest(expected, ratio, way)).toBeGreaterThanOrEqual(0.8)
    expect(powerOfTest(expected, way === 'down' ? ratio + 0.01 : ratio - 0.01, way)).toBeLessThan(0.8)
  })
  test('of very few events even a fall to nothing is not', () => {
    expect(detectableChange(6, 'down')).toBeNull()
    expect(detectableChange(0, 'up')).toBeNull()
  })
  test.each([7, 8, 15, 60, 300, 2000])(
    'of %d events agrees with what a change of that size is found as',
    (expected) => {
      for (const [way, sign] of [
        ['down', -1],
        ['up', 1],
      ] as const) {
        const change = detectableChange(expected, way)
        if (change === null) expect(isDetectable(expected, -1)).toBe(false)
        else {
          expect(isDetectable(expected, sign * change)).toBe(true)
          expect(isDetectable(expected, sign * change * 0.99)).toBe(false)
        }
      }
    },
  )
  test('of very many events hardly differs between the exact and the approximate way', () => {
    for (const way of ['down', 'up'] as const) {
      const [exact, near] = [detectableChange(5000, way) ?? 0, detectableChange(5001, way) ?? 0]
      expect(Math.abs(exact - near)).toBeLessThan(0.0003)
    }
  })
})
