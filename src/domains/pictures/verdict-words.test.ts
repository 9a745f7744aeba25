import { expect, test } from 'vitest'
import { verdictWords } from './change.parts'

test('the words are always these', () =>
  expect(verdictWords).toEqual({
    more: 'aantoonbaar meer',
    less: 'aantoonbaar minder',
    none: 'geen aantoonbare verandering',
    few: 'te weinig voorvallen om iets over te zeggen',
    unknown: 'onbekend',
  }))
