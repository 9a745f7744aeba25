import { expect, test } from 'vitest'
import { periodAsCode, periodCode } from './period'

test.each([
  ['2016', '2016JJ00', '2016'],
  ['2022-11', '2022MM11', '2022 november'],
  ['2022-Q3', '2022KW03', null],
  ['2022-H2', '2022HJ02', null],
  ['2022-10-24', '20221024', null],
  ['2017/2018', '2017MJ02', null],
])('%s is %s', (text, code, title) => {
  expect(periodCode(text)).toBe(code)
  if (title) expect(periodAsCode(text, 'Definitief').title).toBe(title)
})
