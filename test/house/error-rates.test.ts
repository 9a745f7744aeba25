import { expect, test } from 'vitest'
import { errorRates as trial } from '../../bench/series'
import { errorRates as printed, type Rates } from '../../src/domains/crime/error-rates'

// The method page prints error rates; the trial that counted them is repeatable, so it is repeated.

const ruleNames: Record<keyof typeof printed, string> = {
  attendering: 'Farrington, month',
  twelveMonths: 'test with scatter, 12 months',
  exactMonth: 'exact test, month on last year',
  exactTwelveMonths: 'exact test, 12 months',
  habitMonth: 'habit: month 20 % above last year',
  habitTwelveMonths: 'habit: 12 months 10 % above',
}
const situationNames: Record<keyof Rates, string> = {
  unchanged: 'unchanged, chance alone',
  scattered: 'unchanged, scattered',
  doubled: 'last month doubled, scattered',
  quarterUp: 'last year a quarter up, scattered',
}
const keys = <Key extends string>(of: Record<Key, unknown>) => Object.keys(of) as Key[]

test('the error rates on the method page are those of the trial', () => {
  const counted = trial()
  const rounded = (rate: number) => Math.round(rate * 10) / 10
  const found = Object.fromEntries(
    keys(ruleNames).map((rule) => [
      rule,
      Object.fromEntries(
        keys(situationNames).map((situation) => {
          const rules = counted.find((one) => one.situation === situationNames[situation])?.rules ?? []
          const rates = (rules.find(({ name }) => name === ruleNames[rule])?.rates ?? []).map(rounded)
          return [situation, [Math.min(...rates), Math.max(...rates)]]
        }),
      ),
    ]),
  )
  expect(printed).toEqual(found)
})
