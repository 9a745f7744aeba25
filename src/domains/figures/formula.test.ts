import { describe, expect, test } from 'vitest'
import { indicatorRule, inputsOf } from './formula'

describe('a formula in a region pack', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['may be left out', {}, []],
    ['may be a ratio', { teller: 'a', noemer: 'b', keer: '100' }, []],
    ['may be a conversion', { teller: 'a', keer: '0.001' }, []],
    ['may be a sum', { delen: 'a;b' }, []],
    ['needs a factor', { teller: 'a' }, ['keer']],
    ['needs something to multiply', { keer: '100' }, ['keer']],
    ['has a factor above zero', { teller: 'a', keer: '0' }, ['keer']],
    ['has no denominator alone', { noemer: 'b' }, ['noemer']],
    ['is a ratio or a sum', { teller: 'a', keer: '1', delen: 'b' }, ['delen']],
    ['does not hold itself', { delen: 'a;x' }, ['code']],
    ['has breaks that are periods', { breuken: '2019;ooit' }, ['breuken']],
  ])('%s', (_, cells, columns) => {
    expect(indicatorRule({ code: 'x', ...cells }).map(({ column }) => column)).toEqual(columns)
  })
  test('names what it needs', () => {
    expect(inputsOf(null)).toEqual([])
    expect(inputsOf({ kind: 'sum', parts: ['a', 'b'] })).toEqual(['a', 'b'])
    expect(inputsOf({ kind: 'ratio', numerator: 'a', denominator: 'b', factor: 1 })).toEqual(['a', 'b'])
    expect(inputsOf({ kind: 'ratio', numerator: 'a', denominator: null, factor: 1 })).toEqual(['a'])
  })
})
