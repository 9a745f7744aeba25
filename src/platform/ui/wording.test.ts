import { describe, expect, test } from 'vitest'
import * as wording from './wording'

/** A space that keeps a number and its unit on one line. */
const _ = ' '

describe('numbers', () => {
  test.each([
    [1234.5, '1.234,5'],
    [0, '0'],
    [-0, '0'],
    [999, '999'],
    [16_390_666, '16.390.666'],
    [-3, '−3'],
    [0.1 + 0.2, '0,3'],
    [11.6, '11,6'],
    [7.123456, '7,123'],
    [-0.0004, '0'],
  ])('%d is written %s', (value, words) => {
    expect(wording.number(value)).toBe(words)
  })

  test.each([
    [0, '0'],
    [0.166, '0,17'],
    [1.26, '1,3'],
    [45.9, '45,9'],
  ])('a rate of %d is written %s', (value, words) => expect(wording.rate(value)).toBe(words))

  test('decimals can be fixed', () => {
    expect(wording.number(5, 2)).toBe('5,00')
  })

  test.each([
    [38, undefined, '38'],
    [38, 'aantal', '38'],
    [7.8, 'procent', '7,8%'],
    [1, 'procentpunt', `1${_}procentpunt`],
    [6, 'weken', `6${_}weken`],
    [1, 'aantal gemeenten', `1${_}gemeente`],
    [25, 'aantal gemeenten', `25${_}gemeenten`],
    [16_391, 'duizend euro', `€${_}16.391${_}duizend`],
    [2.5, 'euro per inwoner', `€${_}2,50 per inwoner`],
    [2.5, 'factor', `2,5${_}keer`],
  ])('%d %s is written %s', (value, unit, words) => {
    expect(wording.quantity(value, unit)).toBe(words)
  })

  test('euros have cents only when there are any', () => {
    expect(wording.euro(16_390_666)).toBe(`€${_}16.390.666`)
    expect(wording.euro(75_107.36)).toBe(`€${_}75.107,36`)
    expect(wording.euro(-5)).toBe(`−€${_}5`)
  })

  test.each([
    ['exact', '62'],
    ['approx', 'ongeveer 62'],
    ['almost', 'bijna 62'],
    ['more_than', 'meer dan 62'],
    ['less_than', 'minder dan 62'],
    ['min', 'ten minste 62'],
    ['max', 'ten hoogste 62'],
    [undefined, '62'],
  ] as const)('%s gives %s', (qualifier, words) => {
    expect(wording.qualified(qualifier, '62')).toBe(words)
  })

  test('a target is a least, a most, a range or nothing', () => {
    expect(wording.target({ min: 10, unit: 'procent' })).toBe('ten minste 10%')
    expect(wording.target({ max: 106_920 })).toBe('ten hoogste 106.920')
    expect(wording.target({ min: 60, max: 70 })).toBe('60 tot en met 70')
    expect(wording.target({ min: 5, max: 5 })).toBe('5')
    expect(wording.target({ min: null })).toBeNull()
  })

  test('counting', () => {
    expect(wording.count(0, 'actie', 'acties')).toBe('geen acties')
    expect(wording.count(1, 'actie', 'acties')).toBe('1 actie')
    expect(wording.count(1608, 'actie', 'acties')).toBe('1.608 acties')
    expect(wording.sentenceList(['a', 'b', 'c'])).toBe('a, b en c')
    expect(wording.sentenceList(['a'])).toBe('a')
    expect(wording.sentenceList([])).toBe('')
  })
})

describe('dates and periods', () => {
  test('days', () => {
    expect(wording.day('2023-04-12')).toBe('12 april 2023')
    expect(wording.weekday('2026-12-14')).toBe('maandag 14 december 2026')
    expect(wording.weekday('2024-02-29')).toBe('donderdag 29 februari 2024')
    expect(wording.day('onlangs')).toBe('onlangs')
    expect(wording.day('2023-13-01')).toBe('2023-13-01')
  })

  test.each([
    ['2016', '2016', '2016'],
    ['2017/2018', '2017 en 2018', '2017/18'],
    ['2015/2018', '2015 tot en met 2018', '2015/18'],
    ['2016-H2', 'tweede helft van 2016', '2e helft ’16'],
    ['2022-Q3', 'derde kwartaal van 2022', '3e kw. ’22'],
    ['2022-11', 'november 2022', 'nov ’22'],
    ['2022-10-24', '24 oktober 2022', '2022-10-24'],
    ['voorheen', 'voorheen', 'voorheen'],
    ['2022-13', '2022-13', '2022-13'],
  ])('%s is %s, in little room %s', (text, words, short) => {
    expect(wording.period(text)).toBe(words)
    expect(wording.shortPeriod(text)).toBe(short)
  })
})
