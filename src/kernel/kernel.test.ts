import { describe, expect, test } from 'vitest'
import { addDays, day, dayInAmsterdam, parseDay } from './day'
import { euros, parseMoney, sum } from './money'
import { covers, parsePeriod } from './period'
import { firstSource, parseSourceRef } from './source'

describe('a day', () => {
  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2023-13-01', false],
    ['12-04-2023', false],
    ['2023-4-1', false],
    ['0000-01-01', false],
    ['0999-12-31', false],
    ['9999-12-31', true],
    ['', false],
  ])('"%s" is one: %s', (text, is) => {
    expect(parseDay(text) !== null).toBe(is)
  })
  test('goes over the end of a year', () => expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01'))
  test('begins in Amsterdam before it begins in UTC', () => {
    expect(dayInAmsterdam(new Date('2026-03-31T22:30:00Z'))).toBe('2026-04-01')
    expect(dayInAmsterdam(new Date('2026-12-31T22:59:59Z'))).toBe('2026-12-31')
  })
})

describe('a period', () => {
  test.each([
    ['2016', '2016-01-01', '2017-01-01'],
    ['2017/2018', '2017-01-01', '2019-01-01'],
    ['2016-H2', '2016-07-01', '2017-01-01'],
    ['2022-Q3', '2022-07-01', '2022-10-01'],
    ['2022-11', '2022-11-01', '2022-12-01'],
    ['2022-12', '2022-12-01', '2023-01-01'],
    ['2023-04-12', '2023-04-12', '2023-04-13'],
    ['2017-Q1/2017-Q2', '2017-01-01', '2017-07-01'],
  ])('%s runs from %s until %s', (text, from, until) => {
    expect(parsePeriod(text)).toEqual({ text, from, until })
  })
  test.each([
    '',
    '16',
    '2016-H3',
    '2016-Q5',
    '2016-13',
    '2018/2017',
    '2016/',
    '2016/2017/2018',
    'ooit',
    '0000',
    '9999',
    '9999-12',
  ])('"%s" is none', (text) => {
    expect(parsePeriod(text)).toBeNull()
  })
})

describe('validity', () => {
  const year = { from: day('2022-01-01'), until: day('2022-03-24') }
  test.each([
    ['2021-12-31', false],
    ['2022-01-01', true],
    ['2022-03-23', true],
    ['2022-03-24', false],
  ])('on %s: %s', (on, is) => expect(covers(year, day(on))).toBe(is))
  test('without an end it goes on', () => expect(covers({ from: null, until: null }, day('2099-01-01'))).toBe(true))
})

describe('money', () => {
  test('adds up in whole cents', () => {
    const amounts = ['75107.36', '75107.36', '0.1', '0.2']
      .map((text) => parseMoney(text))
      .filter((amount) => amount !== null)
    expect(euros(sum(amounts))).toBe(150_215.02)
  })
  test.each(['1.234,50', '12.345', 'veel', ''])('"%s" is no amount', (text) => expect(parseMoney(text)).toBeNull())
  test('can be owed', () => expect(parseMoney('-185')).toBe(-18_500))
})

describe('a source', () => {
  test('is a document and lines', () => {
    expect(parseSourceRef('002_e295dfe805d16fbd.txt:516-525')).toEqual({
      document: '002_e295dfe805d16fbd.txt',
      lines: '516-525',
    })
  })
  test.each(['002.txt', '002.txt:', '002.txt:a', ':5', '002.txt:5;6'])('"%s" is none', (text) =>
    expect(parseSourceRef(text)).toBeNull(),
  )
  test('that comes first brings all its lines', () => {
    expect(firstSource(['a.txt:5', 'b.txt:1', 'a.txt:9-12'])).toEqual({ document: 'a.txt', lines: '5;9-12' })
    expect(firstSource([])).toBeNull()
  })
})
