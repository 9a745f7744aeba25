import { describe, expect, test } from 'vitest'
import { passes, QueryFault, readFilter } from './filter'
import { readQuery } from './query'

const columns = ['Measure', 'Value', 'RegioS', 'Perioden']
const row = { Measure: 'M1', Value: 12, RegioS: 'GM0344', Perioden: '2022MM11' }
const judge = (text: string, of: Record<string, string | number | null> = row) => passes(readFilter(text, columns), of)

test.each([
  ["RegioS eq 'GM0344'", true],
  ["RegioS eq 'GM0355'", false],
  ["RegioS ne 'GM0355'", true],
  ["RegioS eq 'GM0355' or RegioS eq 'GM0344'", true],
  ["(RegioS eq 'GM0344') and (Perioden eq '2022MM12' or Perioden eq '2022MM11')", true],
  ["RegioS eq 'x' or RegioS eq 'GM0344' and Value gt 99", false],
  ["(RegioS eq 'x' or RegioS eq 'GM0344') and Value le 12", true],
  ["not (RegioS eq 'GM0344')", false],
  ["not contains(Perioden,'2021')", true],
  ["contains(Perioden,'MM')", true],
  ["contains(Perioden, 'KW') or contains(Perioden, '2022')", true],
  ["startswith(RegioS,'GM')", true],
  ["endswith(RegioS,'44')", true],
  ["endswith(RegioS,'45')", false],
  ["RegioS in ('GM0344','GM0355')", true],
  ['Value ge 12 and Value lt 12.5', true],
  ['Value lt 12', false],
  ['Value eq null', false],
  ["Value gt '5'", false],
  ["Perioden ge '2022MM01' and Perioden le '2022MM12'", true],
])('%s is %s', (text, expected) => {
  expect(judge(text)).toBe(expected)
})

test('a quote in a text is written twice', () => {
  expect(judge("RegioS eq '''s-Graveland'", { ...row, RegioS: "'s-Graveland" })).toBe(true)
})

test('no value is neither more nor less, and is not zero', () => {
  const hidden = { ...row, Value: null }
  expect(['Value eq null', 'Value ge 0', 'Value eq 0', 'Value ne 0'].map((text) => judge(text, hidden))).toEqual([
    true,
    false,
    false,
    true,
  ])
})

test.each([
  ["RegioS eq 'GM0344' and Value gt 5", null],
  ["RegioS eq 'GM0355' and Value gt 5", false],
  ["RegioS eq 'GM0344' or Value gt 5", true],
  ["not (RegioS eq 'GM0355' and Value gt 5)", true],
  ["Perioden eq '2022MM11'", null],
])('of a row of which only the area is known, %s is %s', (text, expected) => {
  expect(judge(text, { RegioS: 'GM0344' })).toBe(expected)
})

describe('what is not understood is refused in words', () => {
  test.each([
    ["Regio eq 'x'", /De kolom Regio bestaat niet\. Wel: Measure/],
    ['RegioS is 1', /Na RegioS hoort eq, ne/],
    ['RegioS eq', /Hier hoort een waarde/],
    ["RegioS eq 'x", /begrijpen wij dit niet/],
    ["(RegioS eq 'x'", /ontbreekt \)/],
    ["RegioS eq 'x' Value", /begrijpen wij dit niet: Value/],
    ['contains(RegioS,5)', /tekst tussen aanhalingstekens/],
    [`${'('.repeat(60)}RegioS eq 'x'${')'.repeat(60)}`, /te veel haakjes/],
    ["RegioS eq 'x'; drop table", /begrijpen wij dit niet/],
  ])('%s', (text, message) => {
    expect(() => readFilter(text, columns)).toThrow(QueryFault)
    expect(() => readFilter(text, columns)).toThrow(message)
  })

  test.each(['$top=-1', '$skip=x', '$select=Regio', '$orderby=Value', '$skiptoken=1', '$format=xml', '$top=1&$top=2'])(
    '%s',
    (query) => {
      expect(() => readQuery(new URLSearchParams(query), columns)).toThrow(QueryFault)
    },
  )
})

test('an option that is sent twice alike counts once', () => {
  expect(readQuery(new URLSearchParams('$top=5&$top=5'), columns)).toMatchObject({ top: 5, select: columns })
})
