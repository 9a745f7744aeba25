import { describe, expect, test } from 'vitest'
import {
  compareWithPrinted,
  type Derived,
  differenceOf,
  type Input,
  isCountedOtherwise,
  percentageChangeOf,
  ratioOf,
  sumOf,
  type Underived,
} from './derivation'

const number = (value: number | null, given: Partial<Input> = {}): Input => ({
  code: `M-${value}`,
  indicator: 'inbraken',
  indicatorTitle: 'Inbraken',
  area: 'R',
  areaName: 'De regio',
  period: '2016',
  value,
  unit: 'aantal',
  qualifier: 'exact',
  basePeriod: null,
  ...given,
})
const of = (derived: Derived | Underived) =>
  derived.is === 'derived' ? [derived.value, derived.unit] : derived.because

describe('a sum', () => {
  const districts = [number(1, { area: 'A' }), number(2, { area: 'B' })]
  test('keeps its inputs', () => {
    expect(sumOf(districts)).toMatchObject({ operation: 'sum', value: 3, unit: 'aantal', inputs: districts })
  })
  test('of cents leaves no crumbs', () => {
    expect(of(sumOf([number(0.1, { area: 'A', unit: 'euro' }), number(0.2, { area: 'B', unit: 'euro' })]))).toEqual([
      0.3,
      'euro',
    ])
  })
  test.each<[string, (Input | null)[], string]>([
    ['of nothing', [], 'unknown'],
    ['with a part that is missing', [...districts, null], 'unknown'],
    ['with a part that is unknown', [...districts, number(null, { area: 'C' })], 'unknown'],
    ['with a part that is about', [...districts, number(3, { area: 'C', qualifier: 'approx' })], 'inexact'],
    ['of percentages', districts.map((one) => ({ ...one, unit: 'procent' })), 'not-summable'],
    ['of parts per hundred', districts.map((one) => ({ ...one, unit: 'per 100 misdrijven' })), 'not-summable'],
    ['of weeks', districts.map((one) => ({ ...one, unit: 'weken' })), 'not-summable'],
    ['of two units', [number(1), number(2, { area: 'B', unit: 'euro' })], 'other-unit'],
    ['of two years', [number(1), number(2, { area: 'B', period: '2015' })], 'other-period'],
    ['of changes', [number(1), number(2, { area: 'B', basePeriod: '2015' })], 'change'],
    ['of another thing elsewhere', [number(1), number(2, { area: 'B', indicator: 'overvallen' })], 'other-area'],
  ])('is not made %s', (_, parts, because) => expect(of(sumOf(parts))).toBe(because))
  test('of indicators in one area is possible', () => {
    expect(of(sumOf([number(54, { indicator: 'nieuw' }), number(49, { indicator: 'lopend' })]))).toEqual([
      103,
      'aantal',
    ])
  })
})

describe('a change', () => {
  const before = number(107_000, { period: '2015' })
  const after = number(103_579)
  test('is a difference and a percentage', () => {
    expect(of(differenceOf(before, after))).toEqual([-3421, 'aantal'])
    expect(of(percentageChangeOf(before, after))).toEqual([-3.19719626168, 'procent'])
  })
  test('of percentages is in percentage points, and has no percentage', () => {
    const [was, is] = [
      number(11.6, { period: '2019', unit: 'procent' }),
      number(14, { period: '2021', unit: 'procent' }),
    ]
    expect(of(differenceOf(was, is))).toEqual([2.4, 'procentpunt'])
    expect(of(percentageChangeOf(was, is))).toBe('not-summable')
  })
  test.each<[string, Input | null, Input | null, string]>([
    ['without the first number', null, after, 'unknown'],
    ['with an unknown number', number(null, { period: '2015' }), after, 'unknown'],
    ['between two areas', { ...before, area: 'A' }, after, 'other-area'],
    ['between two indicators', { ...before, indicator: 'overvallen' }, after, 'other-indicator'],
    ['between two units', { ...before, unit: 'euro' }, after, 'other-unit'],
    ['with "more than"', { ...before, qualifier: 'more_than' }, after, 'inexact'],
    ['between changes', { ...before, basePeriod: '2014' }, after, 'change'],
  ])('is not made %s', (_, first, last, because) => {
    expect(of(differenceOf(first, last))).toBe(because)
    expect(of(percentageChangeOf(first, last))).toBe(because)
  })
  test('from zero has no percentage', () => {
    expect(of(percentageChangeOf(number(0, { period: '2015' }), after))).toBe('from-zero')
    expect(of(differenceOf(number(0, { period: '2015' }), after))).toEqual([103_579, 'aantal'])
  })
  test('is not made when counting changed in between', () => {
    expect(of(differenceOf(before, after, ['2016']))).toBe('counted-otherwise')
    expect(of(differenceOf(before, after, ['2017']))).toEqual([-3421, 'aantal'])
  })
  test.each([
    ['2015', '2016', ['2016'], true],
    ['2015', '2016', ['2015'], false],
    ['2015', '2016', ['2017'], false],
    ['2015', '2019', ['2011', '2017'], true],
    ['2015', '2019', [], false],
  ])('from %s to %s with breaks %j: counted otherwise is %s', (from, to, breaks, expected) => {
    expect(isCountedOtherwise(from, to, breaks)).toBe(expected)
  })
})

describe('a ratio', () => {
  const [suspects, crimes] = [number(25_789, { indicator: 'verdachten' }), number(103_579)]
  test('is numerator by denominator times a factor', () => {
    expect(of(ratioOf(suspects, crimes, 100, 'per 100 misdrijven'))).toEqual([24.8979040153, 'per 100 misdrijven'])
  })
  test('without a denominator is the same amount in another unit', () => {
    expect(of(ratioOf(number(16_390_666, { unit: 'euro' }), 'none', 0.001, 'duizend euro'))).toEqual([
      16_390.666,
      'duizend euro',
    ])
  })
  test.each<[string, Input | null, Input | null, string]>([
    ['without a numerator', null, crimes, 'unknown'],
    ['without a denominator', suspects, null, 'unknown'],
    ['over an unknown number', suspects, number(null), 'unknown'],
    ['over zero', suspects, number(0), 'from-zero'],
    ['over another year', suspects, { ...crimes, period: '2015' }, 'other-period'],
    ['over another area', suspects, { ...crimes, area: 'A' }, 'other-area'],
    ['over "more than"', suspects, { ...crimes, qualifier: 'more_than' }, 'inexact'],
  ])('is not made %s', (_, above, below, because) => {
    expect(of(ratioOf(above, below, 100, 'procent'))).toBe(because)
  })
})

describe('beside the printed number', () => {
  const derived = (value: number, unit = 'aantal') =>
    ({ is: 'derived', operation: 'sum', inputs: [], factor: 1, value, unit }) as const
  test.each([
    [103_579, 103_579, 'exactly'],
    [24.898, 25, 'rounded'],
    [22.486, 22, 'rounded'],
    [7.85, 7.8, 'rounded'],
    [7.86, 7.8, 'not'],
    [16_390.666, 16_391, 'rounded'],
    [66, 68, 'not'],
  ])('%d agrees with %d: %s', (value, printed, agrees) => {
    expect(compareWithPrinted(derived(value), number(printed))?.agrees).toBe(agrees)
  })
  test('nothing is said without one that can be compared', () => {
    expect(compareWithPrinted(derived(1), null)).toBeNull()
    expect(compareWithPrinted(derived(1), number(null))).toBeNull()
    expect(compareWithPrinted(derived(1), number(1, { unit: 'euro' }))).toBeNull()
    expect(compareWithPrinted(derived(1), number(1, { qualifier: 'almost' }))).toBeNull()
  })
})
