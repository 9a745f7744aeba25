import { describe, expect, test } from 'vitest'
import { surveyDifference } from './survey-difference'

const asked = (value: number | null, low?: number, high?: number) => ({
  value,
  margin: low === undefined || high === undefined ? null : { low, high },
})

describe('two outcomes of separate surveys', () => {
  test.each([
    ['are apart when they differ by more than both margins together', asked(25, 24, 26), asked(20, 19, 21), 'beyond'],
    ['are not when each lies within the margin of the other', asked(21, 19, 23), asked(20, 18, 22), 'within'],
    ['are not when the margins only just meet', asked(22, 20.5, 23.5), asked(20, 18.5, 21.5), 'within'],
    ['cannot be told apart when one margin is not known', asked(25, 24, 26), asked(20), 'unknown'],
    ['count the side that faces the other', asked(25, 24, 40), asked(20, 5, 21), 'beyond'],
  ] as const)('%s', (_, now, before, is) => {
    expect(surveyDifference(now, before)?.is).toBe(is)
    expect(surveyDifference(before, now)?.is).toBe(is)
  })
  test('are not compared when one is unknown', () => expect(surveyDifference(asked(null), asked(20))).toBeNull())
})
