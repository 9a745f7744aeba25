import { expect, test } from 'vitest'
import type { Month } from '../../kernel/month'
import { breaksOf } from './counting-break'

const between = (type: string, first: string, last: string) =>
  breaksOf(type, first as Month, last as Month).map(({ before }) => before)

test.each([
  ['3.1.1', '2018-01', '2019-12', ['2018-07']],
  ['3.1.1', '2018-07', '2019-12', []],
  ['3.1.1', '2016-01', '2018-06', []],
  ['3.9.1', '2012-01', '2026-10', ['2020-05']],
  ['1.1.1', '2012-01', '2026-10', []],
])('%s from %s to %s breaks at %j', (type, first, last, months) => expect(between(type, first, last)).toEqual(months))
