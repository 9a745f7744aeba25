import { describe, expect, test } from 'vitest'
import { addMonths, type Month, monthRange } from '../../kernel/month'
import { estimate, growthOf, stepsOf } from './late'

const month = (text: string) => text as Month

/** Every month counts 80, 100, 110 and then 110; there was a release each month. */
const grownFrom = (first: string, months: number, newest: number[] = [80, 100, 110, 110]) => {
  const last = addMonths(month(first), months - 1)
  return new Map(
    monthRange(month(first), last).map((one) => [
      one,
      newest.flatMap((count, delay) => {
        const lastMonth = addMonths(one, delay)
        return lastMonth <= last ? [{ lastMonth, count }] : []
      }),
    ]),
  )
}

describe('how months grow', () => {
  test('is read from what each release said of them', () => {
    const growth = growthOf(grownFrom('2026-01', 3))
    expect(growth).toEqual([
      [80, 100, 110, null],
      [80, 100, null, null],
      [80, null, null, null],
    ])
  })

  test('of two releases with the same newest month the later one counts', () => {
    const said = [
      { lastMonth: month('2026-01'), count: 80 },
      { lastMonth: month('2026-01'), count: 82 },
    ]
    expect(growthOf(new Map([[month('2026-01'), said]]))).toEqual([[82, null, null, null]])
  })

  test('gives a factor per step', () => {
    const steps = stepsOf(growthOf(grownFrom('2026-01', 10)))
    expect(steps?.map(({ factor }) => factor)).toEqual([1.25, 1.1, 1])
  })

  test.each([
    [8, null],
    [9, 3],
  ])('%i releases give %s steps: each needs six months', (releases, steps) => {
    expect(stepsOf(growthOf(grownFrom('2026-01', releases)))?.length ?? null).toBe(steps)
  })
})

describe('what a month will come to', () => {
  const steps = stepsOf(growthOf(grownFrom('2025-01', 12))) ?? []

  test.each([
    [0, 160, 220],
    [1, 160, 176],
    [2, 160, 160],
  ])('after %i months %i becomes %i', (delay, count, expected) => {
    expect(estimate(month('2026-01'), count, delay, steps)?.count).toBe(expected)
  })

  test('has the interval of Mack, and never less than chance in what comes late', () => {
    // One step left of factor 1.1 and one of 1: chance alone gives 160 x 0.1 = 16, four either way, 1.96 times.
    const found = estimate(month('2026-01'), 160, 1, steps)
    expect(found).toMatchObject({ low: 168, high: 184 })
  })

  test('is wider when months grew unevenly', () => {
    const uneven = growthOf(grownFrom('2025-01', 12)).map((row, at) =>
      row.map((count, delay) => (count === null || delay === 0 ? count : count + (at % 2 === 0 ? 20 : -20))),
    )
    const even = estimate(month('2026-01'), 160, 0, steps)
    const wide = estimate(month('2026-01'), 160, 0, stepsOf(uneven) ?? [])
    expect((wide?.high ?? 0) - (wide?.low ?? 0)).toBeGreaterThan((even?.high ?? 0) - (even?.low ?? 0))
  })

  test.each([
    ['of nine crimes', 9, 0],
    ['of a month that is settled', 100, 3],
  ])('is not estimated %s', (_, count, delay) => {
    expect(estimate(month('2026-01'), count, delay, steps)).toBeNull()
  })
})

describe('the limits', () => {
  // What comes in late by chance alone: each crime in the first, second, third or fourth release.
  const shares = [0.8, 0.92, 0.97, 1]
  function chance(seed: number): () => number {
    let state = seed
    return () => {
      state = (state * 1103515245 + 12345) % 2147483648
      return state / 2147483648
    }
  }
  const drawn = (draw: () => number, mean: number) => {
    let [count, left] = [0, Math.exp(-mean)]
    for (let product = draw(); product > left; product *= draw()) count += 1
    return count
  }
  const grownByChance = (draw: () => number, mean: number) => {
    const delays = Array.from({ length: drawn(draw, mean) }, () => {
      const at = draw()
      return shares.findIndex((share) => at < share)
    })
    return shares.map((_, delay) => delays.filter((one) => one <= delay).length)
  }

  test.each([30, 120])('hold 19 of 20 months of about %i crimes, and never too few', (mean) => {
    const draw = chance(20261126 + mean)
    let [held, tried] = [0, 0]
    while (tried < 600) {
      const steps = stepsOf(Array.from({ length: 12 }, () => grownByChance(draw, mean)))
      const [soon = 0, , , settled = 0] = grownByChance(draw, mean)
      const found = steps && estimate(month('2026-01'), soon, 0, steps)
      if (!found) continue
      tried += 1
      if (settled >= found.low && settled <= found.high) held += 1
    }
    expect(held / tried).toBeGreaterThan(0.93)
    expect(held / tried).toBeLessThan(1)
  })
})
