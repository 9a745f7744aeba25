import { describe, expect, test } from 'vitest'
import { asTyped, type Content, readAnswer, readNumber, settle } from './entry'

describe('a number as Dutch people write it', () => {
  test.each<[string, string, number]>([
    ['103', 'aantal', 103],
    ['0', 'aantal', 0],
    ['1.234', 'aantal', 1234],
    ['1234,5', 'procent', 1234.5],
    ['1.234,5', 'procent', 1234.5],
    [' 12 345 ', 'aantal', 12345],
    ['7,8%', 'procent', 7.8],
    ['7,8 %', 'procent inwoners', 7.8],
    ['€ 16.390.666', 'euro', 16390666],
    ['€ 16.390.666,-', 'euro', 16390666],
    ['75.107,36', 'euro', 75107.36],
    ['12,0', 'aantal gemeenten', 12],
  ])('%s (%s) is %d', (text, unit, value) => {
    expect(readNumber(text, unit)).toEqual({ value })
  })
  test.each<[string, string, RegExp]>([
    ['1.5', 'procent', /komma voor de decimalen/],
    ['1234.5', 'procent', /komma voor de decimalen/],
    ['1.23', 'aantal', /komma voor de decimalen/],
    ['12.34.567', 'aantal', /geen getal/],
    ['ongeveer 10', 'aantal', /"ongeveer 10" is geen getal/],
    ['€ 10', 'aantal', /geen getal/],
    ['10%', 'aantal', /geen getal/],
    ['1e5', 'aantal', /geen getal/],
    ['-3', 'aantal', /onder nul/],
    ['−3', 'procent', /onder nul/],
    ['2,5', 'aantal', /heel getal/],
    ['2,5', 'aantal zaken', /heel getal/],
    ['1.000.000.000.001', 'euro', /te groot/],
    ['1,1234567', 'procent', /geen getal/],
  ])('%s (%s) is refused', (text, unit, fault) => {
    const outcome = readNumber(text, unit)
    expect('fault' in outcome && outcome.fault).toMatch(fault)
  })
})

describe('what is typed for a line', () => {
  const typed = (value: string, cannot: boolean, note: string) => readAnswer({ value, cannot, note }, 'aantal')
  test.each<[string, boolean, string, Content]>([
    ['', false, '', { kind: 'leeg' }],
    ['  ', false, '  ', { kind: 'leeg' }],
    ['0', false, '', { kind: 'getal', value: 0, note: null }],
    ['12', false, ' met  Weesp ', { kind: 'getal', value: 12, note: 'met Weesp' }],
    ['', true, 'niet geteld', { kind: 'kan-niet', note: 'niet geteld' }],
  ])('"%s", cannot %s, note "%s"', (value, cannot, note, content) => {
    expect(typed(value, cannot, note)).toEqual(content)
  })
  test.each<[string, boolean, string, string[]]>([
    ['', true, '', ['toelichting']],
    ['12', true, 'niet geteld', ['niet']],
    ['12', true, '', ['niet', 'toelichting']],
    ['', false, 'volgt nog', ['waarde']],
    ['veel', false, '', ['waarde']],
    ['12', false, 'a'.repeat(501), ['toelichting']],
  ])('"%s", cannot %s, note "%s" is refused', (value, cannot, note, fields) => {
    const outcome = typed(value, cannot, note)
    expect('faults' in outcome ? outcome.faults.map(({ field }) => field) : []).toEqual(fields)
  })
  test('comes back in the form as it can be typed again', () => {
    for (const content of [
      { kind: 'getal', value: 16390666.25, note: 'x' },
      { kind: 'kan-niet', note: 'niet geteld' },
      { kind: 'leeg' },
    ] satisfies Content[])
      expect(readAnswer(asTyped(content), 'euro')).toEqual(content)
  })
})

describe('two people who fill in at once', () => {
  const a: Content = { kind: 'getal', value: 1, note: null }
  const b: Content = { kind: 'getal', value: 2, note: null }
  const c: Content = { kind: 'kan-niet', note: 'niet geteld' }
  const none: Content = { kind: 'leeg' }
  test.each<[string, Content, Content, Content, ReturnType<typeof settle>]>([
    ['nobody changed it', a, a, a, 'unchanged'],
    ['I filled it in', none, none, a, 'change'],
    ['I emptied it', a, a, none, 'change'],
    ['I left it and a colleague changed it: his stays', a, b, a, 'unchanged'],
    ['I left it empty and a colleague filled it: his stays', none, b, none, 'unchanged'],
    ['we both changed it to the same', none, b, b, 'unchanged'],
    ['we both changed it', none, a, b, 'conflict'],
    ['I emptied what a colleague changed', a, b, none, 'conflict'],
    ['I say a number, he says it cannot', none, c, a, 'conflict'],
    ['only the note differs', a, { ...a, note: 'x' }, { ...a, note: 'y' }, 'conflict'],
  ])('%s', (_, seen, current, typed, becomes) => {
    expect(settle(seen, current, typed)).toBe(becomes)
  })
})
