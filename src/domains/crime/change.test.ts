import { describe, expect, test } from 'vitest'
import { addMonths, type Month, monthRange } from '../../kernel/month'
import { comparison, judgeAlone, judgeTogether, type Verdict, verdictsOf } from './change'

/** Twelve months that together count so many, as evenly as can be. */
const yearOf = (total: number) => Array.from({ length: 12 }, (_, at) => Math.floor((total + at) / 12))
const two = (before: number, now: number) => comparison([...yearOf(before), ...yearOf(now)])

describe('twelve months against the twelve before', () => {
  test.each<[number, number, Verdict]>([
    [100, 100, 'none'],
    [100, 137, 'none'],
    [100, 145, 'more'],
    [145, 100, 'less'],
    [137, 100, 'none'],
    [1000, 1100, 'none'],
    [1000, 1120, 'more'],
    [0, 0, 'few'],
    [0, 9, 'few'],
    [5, 4, 'few'],
    [0, 10, 'more'],
    [10, 0, 'less'],
    [2, 8, 'none'],
  ])('%d before and %d now: %s', (before, now, verdict) => expect(judgeAlone(two(before, now))).toBe(verdict))

  test.each([
    [[...yearOf(100), ...yearOf(200).slice(1), null]],
    [[null, ...yearOf(100).slice(1), ...yearOf(200)]],
    [yearOf(100)],
    [[]],
  ])('with a month unknown, or not there, nothing is known', (counts) =>
    expect(judgeAlone(comparison(counts))).toBe('unknown'),
  )
  test('the test is the exact one: binom.test(30, 50) of R', () =>
    expect(two(20, 30).chance).toBeCloseTo(0.20263875106454096, 12))
})

describe('a series that scatters more than chance', () => {
  const wild = [0, 30, 2, 0, 25, 0, 0, 40, 1, 0, 2, 0]
  const turned = [...wild.slice(5), ...wild.slice(0, 5)]

  test('has to change more before that shows', () => {
    const calm = [...yearOf(100), ...yearOf(100), ...yearOf(100), ...yearOf(150)]
    expect(judgeAlone(comparison(calm))).toBe('more')
    const scattered = [...wild, ...turned, ...wild, ...turned.map((one) => one * 1.5)]
    expect(judgeAlone(comparison(scattered))).toBe('none')
  })
  test('is not mistaken for one with a season', () => {
    const season = [2, 2, 2, 2, 5, 20, 30, 20, 5, 2, 2, 2]
    const counts = [...season, ...season, ...season, ...season.map((one) => one * 1.5)]
    expect(comparison(counts).chance).toBeCloseTo(two(94, 141).chance ?? Number.NaN, 12)
  })
  test('whose years differ in level does not scatter for that', () => {
    const counts = [...yearOf(48), ...yearOf(480), ...yearOf(96), ...yearOf(144)]
    expect(comparison(counts).chance).toBeCloseTo(two(96, 144).chance ?? Number.NaN, 12)
  })
})

describe('many comparisons in one list', () => {
  test('each have more to show than one alone', () => {
    const doubtful = two(100, 145)
    expect(judgeAlone(doubtful)).toBe('more')
    const calm = Array.from({ length: 30 }, () => two(100, 101))
    expect(judgeTogether([doubtful, ...calm])[0]).toBe('none')
    expect(judgeTogether([two(100, 200), ...calm])[0]).toBe('more')
  })
  test('keep what cannot be judged apart', () => {
    expect(judgeTogether([two(1, 2), comparison([]), two(500, 300)])).toEqual(['few', 'unknown', 'less'])
    expect(judgeTogether([])).toEqual([])
  })
})

describe('the types of an area', () => {
  const last = '2025-12' as Month
  const published = (code: string) => ({
    code,
    name: code,
    explanation: '',
    isPublishedMonthly: code !== '3.1.1',
    followsPoliceEffort: false,
  })
  // Many types that stay as they are, one that rises a little and one that rises much.
  const calm = Array.from({ length: 30 }, (_, at) => `1.1.${at + 1}`)
  const codes = ['0.0.0', '2.1.1', '2.1.2', '3.1.1', ...calm]
  const rises: Record<string, number> = { '0.0.0': 145, '2.1.1': 145, '2.1.2': 200 }
  const years = [100, 100, 100, 100].flatMap(yearOf)
  const series = codes.map((code) => [...years, ...yearOf(rises[code] ?? 100)])
  const months = monthRange(addMonths(last, -59), last)
  const counts = {
    types: codes,
    months: new Map(months.map((month, at) => [month, series.map((one) => one[at] ?? null)])),
  }

  test('are judged in one list, and all crimes together on their own', () => {
    const verdicts = verdictsOf(counts, codes.map(published), last)
    expect(verdicts.get('0.0.0')).toBe('more')
    expect(verdicts.get('2.1.1')).toBe('none')
    expect(verdicts.get('2.1.2')).toBe('more')
    expect(calm.map((code) => verdicts.get(code))).toEqual(calm.map(() => 'none'))
  })
  test('have no verdict when they are not published by month, and an unknown one without counts', () => {
    const verdicts = verdictsOf(counts, codes.map(published), addMonths(last, 1))
    expect(verdicts.has('3.1.1')).toBe(false)
    expect(verdicts.get('2.1.2')).toBe('unknown')
  })
})
