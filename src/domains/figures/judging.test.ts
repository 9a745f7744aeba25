import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day'
import { judge, judgeAll, judgedTargets, type Verdict } from './judging'
import type { Measurement, Qualifier } from './measurement'

const number = (given: Partial<Measurement>): Measurement => ({
  code: 'M-1',
  indicator: 'inbraken',
  indicatorTitle: 'Inbraken',
  favourable: 'lager',
  area: 'R',
  areaName: 'De regio',
  areaKind: 'regio',
  period: '2016',
  basePeriod: null,
  margin: null,
  respondents: null,
  value: 100,
  unit: 'aantal',
  kind: 'realisatie',
  qualifier: 'exact',
  printed: '100',
  leads: true,
  leadsBecause: null,
  note: null,
  sources: [],
  knownOn: day('2017-01-01'),
  knownOnEstimated: false,
  recordedAt: '2026-11-24T08:00:00.000Z',
  withdrawnOn: null,
  ...given,
})
const target = (given: Partial<Measurement>) => number({ kind: 'doel', code: 'D-1', ...given })
const words = (verdict: Verdict) => (verdict.is === 'unjudged' ? verdict.because : verdict.is)

describe('a target with a side', () => {
  test.each<[Qualifier, number, string]>([
    ['max', 100, 'met'],
    ['max', 101, 'notMet'],
    ['less_than', 99, 'met'],
    ['less_than', 100, 'notMet'],
    ['min', 100, 'met'],
    ['min', 99, 'notMet'],
    ['more_than', 101, 'met'],
    ['more_than', 100, 'notMet'],
  ])('%s 100 with %d is %s', (qualifier, value, expected) => {
    expect(words(judge(number({ value }), target({ qualifier, value: 100 })))).toBe(expected)
  })
})

describe('a target without a side takes the good side of its indicator', () => {
  test.each([
    ['lager', 99, 'met'],
    ['lager', 100, 'met'],
    ['lager', 101, 'notMet'],
    ['hoger', 99, 'notMet'],
    ['hoger', 101, 'met'],
    ['geen', 100, 'no-good-side'],
  ] as const)('good is %s: %d is %s', (favourable, value, expected) => {
    expect(words(judge(number({ value, favourable }), target({ favourable })))).toBe(expected)
  })
})

describe('an outcome that is not exact', () => {
  test.each<[Qualifier, Qualifier, number, string]>([
    ['more_than', 'min', 100, 'met'],
    ['more_than', 'more_than', 100, 'met'],
    ['more_than', 'min', 101, 'inexact-outcome'],
    ['more_than', 'max', 100, 'notMet'],
    ['min', 'more_than', 100, 'inexact-outcome'],
    ['less_than', 'max', 100, 'met'],
    ['almost', 'max', 100, 'met'],
    ['almost', 'min', 100, 'notMet'],
    ['almost', 'min', 90, 'inexact-outcome'],
    ['max', 'min', 101, 'notMet'],
    ['approx', 'min', 1, 'inexact-outcome'],
  ])('%s 100 against %s %d is %s', (outcome, limit, value, expected) => {
    expect(words(judge(number({ qualifier: outcome }), target({ qualifier: limit, value })))).toBe(expected)
  })
})

describe('outcome and target must be about the same', () => {
  test.each<[string, Partial<Measurement>]>([
    ['other-indicator', { indicator: 'overvallen' }],
    ['other-area', { area: 'D' }],
    ['other-period', { period: '2017' }],
    ['other-unit', { unit: 'procent' }],
    ['change-against-level', { basePeriod: '2015' }],
    ['not-an-outcome', { kind: 'nulmeting' }],
    ['unknown-value', { value: null }],
  ])('else %s', (expected, given) => {
    expect(words(judge(number(given), target({ qualifier: 'max' })))).toBe(expected)
  })
  test('and both must be there', () => {
    expect(words(judge(null, target({})))).toBe('no-outcome')
    expect(words(judge(number({}), null))).toBe('no-target')
    expect(words(judge(number({}), number({})))).toBe('not-a-target')
    expect(words(judge(number({}), target({ value: null })))).toBe('unknown-value')
    expect(words(judge(number({}), target({ qualifier: 'approx' })))).toBe('inexact-target')
  })
})

describe('a target that is a change', () => {
  const fall = (value: number, given: Partial<Measurement> = {}) =>
    number({ kind: 'verandering', unit: 'procent', basePeriod: '2011', value, ...given })
  const goal = target({ unit: 'procent', basePeriod: '2011', value: -20 })
  test.each<[string, Measurement, string]>([
    ['a fall of 25 from the same year', fall(-25), 'met'],
    ['a fall of 20 from the same year', fall(-20), 'met'],
    ['a fall of 15 from the same year', fall(-15), 'notMet'],
    ['a fall of more than 20', fall(-20, { qualifier: 'more_than' }), 'met'],
    ['a fall of almost 20', fall(-20, { qualifier: 'almost' }), 'notMet'],
    ['a fall from another year', fall(-25, { basePeriod: '2015' }), 'other-base'],
    ['a number that is no change', number({ unit: 'procent', value: -25 }), 'change-against-level'],
  ])('of 20 down: %s is %s', (_, outcome, expected) => {
    expect(words(judge(outcome, goal))).toBe(expected)
  })
  test('"at least 20 down" asks for a fall of 20 or more', () => {
    const atLeast = target({ unit: 'procent', basePeriod: '2011', value: -20, qualifier: 'min' })
    expect(words(judge(fall(-25), atLeast))).toBe('met')
    expect(words(judge(fall(-15), atLeast))).toBe('notMet')
  })
})

describe('a range is met when both its sides are', () => {
  const range = [target({ qualifier: 'min', value: 60 }), target({ qualifier: 'max', value: 70 })]
  test.each([
    [65, 'met'],
    [59, 'notMet'],
    [71, 'notMet'],
  ])('60 to 70: %d is %s', (value, expected) => {
    expect(words(judgeAll(number({ value }), range))).toBe(expected)
  })
  test('and nothing is judged without a target', () => expect(words(judgeAll(number({}), []))).toBe('no-target'))
})

describe('every leading target', () => {
  test('finds the outcome of its own period, and never that of another', () => {
    const judged = judgedTargets([
      number({ code: 'M-2015', period: '2015', value: 90 }),
      number({ code: 'M-2017', period: '2017', value: 90 }),
      target({ code: 'D-2016', period: '2016', qualifier: 'max' }),
      target({ code: 'D-2017', period: '2017', qualifier: 'max' }),
      target({ code: 'D-again', period: '2017', qualifier: 'max', leads: false }),
    ])
    expect(judged.map(({ target: { code }, outcome, verdict }) => [code, outcome?.code, words(verdict)])).toEqual([
      ['D-2016', undefined, 'no-outcome'],
      ['D-2017', 'M-2017', 'met'],
    ])
  })
})
