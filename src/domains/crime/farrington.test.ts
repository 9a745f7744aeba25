import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { judgedMonth, judgedYear } from './farrington'

type Answered = {
  shape: string
  counts: (number | null)[]
  bounds: (number | null)[]
  alarms: boolean[]
}

/** What R said of made-up series; see the README beside the file. */
const answered: Answered[] = ['answers', 'other']
  .flatMap((file) =>
    gunzipSync(readFileSync(`test/fixtures/farrington/${file}.csv.gz`))
      .toString()
      .trim()
      .split('\n'),
  )
  .map((line) => {
    const [shape = '', counts = '', bounds = '', alarms = ''] = line.split(';')
    const numbers = (text: string) => text.split(',').map((one) => (one === 'NA' ? null : Number(one)))
    return { shape, counts: numbers(counts), bounds: numbers(bounds), alarms: [...alarms].map((one) => one === '1') }
  })

describe('farringtonFlexible of R', () => {
  test('answered enough to compare with', () => {
    expect(answered.length).toBeGreaterThan(5000)
    expect(answered.flatMap(({ bounds }) => bounds).filter((bound) => bound !== null).length).toBeGreaterThan(40_000)
    expect(answered.flatMap(({ alarms }) => alarms).filter(Boolean).length).toBeGreaterThan(1000)
  })
  test.each([...new Set(answered.map(({ shape }) => shape))])(
    'gives the same alarms and bounds, and NA where we give none: %s',
    (shape) => {
      for (const { counts, bounds, alarms } of answered.filter((one) => one.shape === shape)) {
        const ours = judgedYear(counts)
        expect(ours.map(({ alarm }) => alarm)).toEqual(alarms)
        for (const [at, theirs] of bounds.entries()) {
          const own = ours[at]?.upperbound ?? null
          if (theirs === null || own === null) expect(own, JSON.stringify(counts)).toBe(theirs)
          else expect(Math.abs(own - theirs), JSON.stringify(counts)).toBeLessThanOrEqual(1e-6 * theirs)
        }
      }
    },
    60_000,
  )
})

describe('a month is not judged', () => {
  const nothing = { upperbound: null, alarm: false, expected: null, chance: null }
  const months = (count: number, of: number | null) => Array.from({ length: count }, () => of)

  test('before the sixth year', () => {
    expect(judgedMonth(months(61, 9), 59)).toEqual(nothing)
    expect(judgedMonth(months(61, 9), 60)).toMatchObject({ upperbound: 17, alarm: false })
  })
  test('with fewer than five in four months', () => {
    expect(judgedMonth([...months(96, 3), 1, 1, 1, 1], 99)).toEqual(nothing)
    expect(judgedMonth([...months(96, 3), 1, 1, 1, 2], 99).upperbound).not.toBeNull()
  })
  test('when it or one of the three before is unknown, or all years before', () => {
    expect(judgedMonth([...months(99, 9), null], 99)).toEqual(nothing)
    expect(judgedMonth([...months(97, 9), null, 9, 9], 99)).toEqual(nothing)
    expect(judgedMonth([...months(90, null), ...months(10, 9)], 99)).toEqual(nothing)
  })
  test('but with what was expected, and the chance of so many, when it can be', () => {
    const { expected, chance } = judgedMonth([...months(99, 9), 18], 99)
    expect(expected).toBeCloseTo(9, 10)
    // ppois(17, 9, lower.tail = FALSE)
    expect(chance).toBeCloseTo(0.005319571, 9)
  })
  test('when it does not exist: twelve answers all the same', () => {
    expect(judgedYear([])).toEqual(Array.from({ length: 12 }, () => nothing))
    expect(judgedYear([4])).toHaveLength(12)
  })
})
