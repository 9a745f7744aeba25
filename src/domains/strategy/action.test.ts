import { describe, expect, test } from 'vitest'
import { type Action, collectiveOf, districtOf, dueKind, promiseCount, repeatsOf } from './action'
import { collectiveText, dueText, targetText } from './action.parts'
import type { PlaceRef } from './named'

const region: PlaceRef = { code: 'R', name: 'Regio', kind: 'regio' }
const north: PlaceRef = { code: 'N', name: 'Noord', kind: 'district' }
const south: PlaceRef = { code: 'Z', name: 'Zuid', kind: 'district' }
const town: PlaceRef = { code: 'G', name: 'Stad', kind: 'gemeente' }

describe('when an action must be done', () => {
  const twoYears = { from: 2017, to: 2018 }
  const oneYear = { from: 2022, to: 2022 }
  test.each([
    ['2017/2018', twoYears, 'planperiode'],
    ['2022', oneYear, 'planperiode'],
    ['2018', twoYears, 'laatste-planjaar'],
    ['2017', twoYears, 'eigen'],
    ['2017-Q4', twoYears, 'eigen'],
    ['2022-12-31', oneYear, 'eigen'],
    ['2022', { from: null, to: 2022 }, 'eigen'],
    ['2022', { from: null, to: null }, 'eigen'],
  ] as const)('%s in a plan of %j is %s', (due, plan, kind) => expect(dueKind(due, plan)).toBe(kind))

  test('is said in words', () => {
    const plan = { code: 'P', title: 'Plan', isConcept: false, ...twoYears }
    expect(dueText({ due: '2017/2018', plan })).toBe('in de planperiode: 2017 en 2018')
    expect(dueText({ due: '2018', plan })).toBe('in 2018, het laatste jaar van het plan')
    expect(dueText({ due: '2017-Q4', plan })).toBe('vierde kwartaal van 2017')
  })
})

describe('a promise that two chapters print', () => {
  const records = [
    { code: 'A', promise: 'A' },
    { code: 'B', promise: 'A' },
    { code: 'C', promise: null },
    { code: 'D', promise: null },
  ]
  test('is one promise and two records', () => expect(promiseCount(records)).toBe(3))
  test('is none without records', () => expect(promiseCount([])).toBe(0))
  test('has the other records as repeats, not itself', () => {
    const action = { code: 'B', promise: 'A' }
    expect(repeatsOf(action, records as Action[]).map(({ code }) => code)).toEqual(['A'])
    expect(repeatsOf({ code: 'C', promise: null }, records as Action[])).toEqual([])
  })
})

describe('the number an action is bound to', () => {
  test.each([
    [null, null],
    [{ value: 33, unit: 'zaken' }, '33 zaken'],
    [{ value: -20, unit: 'procent' }, '−20%'],
    [{ value: 12, unit: 'maanden (maximum)' }, 'ten hoogste 12 maanden'],
    [{ value: 20, unit: 'gemeenten (ongeveer)' }, 'ongeveer 20 gemeenten'],
    [{ value: 3, unit: null }, '3'],
  ])('%j is %s', (target, words) => {
    expect(targetText({ target })?.replaceAll(' ', ' ') ?? null).toBe(words)
  })
})

describe('a collective agreement', () => {
  test.each([
    [false, [region], null, null],
    [true, [region], [], 'alle gemeenten'],
    [true, [north], [north], 'de gemeenten van Noord'],
    [true, [town], [town], 'Stad'],
  ])('led by all together: %s, for %j', (isCollective, areas, places, words) => {
    expect(collectiveOf({ isCollective, areas })).toEqual(places)
    expect(collectiveText({ isCollective, areas })).toBe(words)
  })
})

describe('the district a chapter is about', () => {
  test.each([
    ['the only one that is named', [[north], [north]], 'N'],
    ['also when a few name a municipality', [[north], [town], [north]], 'N'],
    ['none when two are named', [[north], [south]], null],
    ['none when most name none', [[north], [region], [region]], null],
    ['none without actions', [], null],
  ])('is %s', (_, areas, code) => {
    expect(districtOf(areas.map((of) => ({ areas: of })))?.code ?? null).toBe(code)
  })
})
