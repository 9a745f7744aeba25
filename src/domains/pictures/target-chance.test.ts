import { describe, expect, test } from 'vitest'
import { addMonths, type Month, monthRange } from '../../kernel/month'
import { type Limit, outlookOf } from './target-chance'

const to = '2026-09' as Month
/** Months up to September 2026, the same number in each. */
const flat = (perMonth: number | null, years = 8, last = to) =>
  monthRange(addMonths(last, 1 - years * 12), last).map((month) => ({ month, count: perMonth }))
const limit = (most: number, year = '2026'): Limit => ({ year, most })

describe('a limit for a year', () => {
  test('is told what came of it when the year is over, without a chance', () => {
    expect(outlookOf(flat(10), limit(110, '2025'))).toEqual({ is: 'over', count: 120 })
  })
  test.each([
    ['too few crimes', flat(0.5), limit(6), 'few'],
    ['less than five years', flat(10, 4), limit(120), 'short'],
    ['a year that ends more than two years later', flat(10), limit(120, '2029'), 'far'],
    ['no months at all', [], limit(120), 'unknown'],
    [
      'an unknown month in the year itself',
      [...flat(10).slice(0, -1), { month: to, count: null }],
      limit(120),
      'unknown',
    ],
  ] as const)('is not foretold from %s', (_, series, of, is) => {
    expect(outlookOf(series, of)).toEqual({ is })
  })
  test('is as likely kept as not when it is what is expected', () => {
    const found = outlookOf(flat(100), limit(1200))
    expect(found).toMatchObject({ is: 'expected', count: 1200 })
    expect(found.is === 'expected' && found.chance).toBeCloseTo(0.51, 1)
  })
  test('cannot be kept any more when it was passed', () => {
    expect(outlookOf(flat(100), limit(899))).toMatchObject({ is: 'expected', chance: 0 })
  })
  test('is surer near the end of the year than at its beginning', () => {
    const width = (last: string) => {
      const found = outlookOf(flat(100, 8, last as Month), limit(1200))
      return found.is === 'expected' ? found.high - found.low : Number.NaN
    }
    expect(width('2025-12')).toBeGreaterThan(width('2026-06'))
    expect(width('2026-06')).toBeGreaterThan(width('2026-11'))
  })
  test('follows the season: what comes in December is expected in December', () => {
    const series = monthRange('2018-01' as Month, '2026-11' as Month).map((month) => ({
      month,
      count: month.endsWith('-12') ? 650 : 50,
    }))
    expect(outlookOf(series, limit(1000))).toMatchObject({ count: 1200 })
    const early = outlookOf(series, limit(1000))
    expect(early.is === 'expected' && early.chance).toBeLessThan(0.05)
  })
})

/** Draws that are the same in every run: a test that may fail by chance is no test. */
function drawing(seed: number) {
  let state = seed
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  // Near enough for means of ten and more.
  const count = (mean: number, spread: number) => Math.max(0, Math.round(mean + normal() * Math.sqrt(mean * spread)))
  return { normal, count }
}

/** The trial: series with a season, of which some drift from year to year, and a limit somewhere near. */
function trial({ spread, drift, monthsKnown }: { spread: number; drift: number; monthsKnown: number }) {
  const { normal, count } = drawing(7 + spread * 100 + drift * 1000 + monthsKnown)
  const rows = Array.from({ length: 800 }, (_, at) => {
    let level = 15 + (at % 8) * 12
    const all = monthRange('2016-01' as Month, '2026-12' as Month).map((month) => {
      if (month.endsWith('-01')) level *= Math.exp(drift * normal())
      const season = 1 + 0.3 * Math.cos((2 * Math.PI * (Number(month.slice(5)) - 1)) / 12)
      return { month, count: count(level * season, spread) }
    })
    const end = addMonths('2025-12' as Month, monthsKnown)
    const outcome = all.slice(-12).reduce((sum, one) => sum + one.count, 0)
    const before = all.slice(-24, -12).reduce((sum, one) => sum + one.count, 0)
    const most = Math.round(before * (0.85 + 0.05 * (at % 7)))
    const found = outlookOf(
      all.filter(({ month }) => month <= end),
      limit(most),
    )
    return found.is === 'expected' ? [{ ...found, outcome, kept: outcome <= most }] : []
  }).flat()
  const share = (of: typeof rows) => of.filter(({ kept }) => kept).length / of.length
  return {
    within: rows.filter(({ outcome, low, high }) => outcome >= low && outcome <= high).length / rows.length,
    small: share(rows.filter(({ chance }) => chance < 0.2)),
    half: share(rows.filter(({ chance }) => chance >= 0.4 && chance <= 0.6)),
    large: share(rows.filter(({ chance }) => chance > 0.8)),
  }
}

describe('in a trial of 800 years with a known outcome', () => {
  test.each([
    { spread: 1, drift: 0, monthsKnown: 0 },
    { spread: 1, drift: 0, monthsKnown: 6 },
    { spread: 3, drift: 0, monthsKnown: 6 },
    { spread: 1, drift: 0.08, monthsKnown: 0 },
    { spread: 2, drift: 0.08, monthsKnown: 9 },
  ])('the interval and the chances hold: %o', (setting) => {
    const found = trial(setting)
    expect(found.within).toBeGreaterThan(0.9)
    expect(found.small).toBeLessThan(0.25)
    expect(found.half).toBeGreaterThan(0.33)
    expect(found.half).toBeLessThan(0.67)
    expect(found.large).toBeGreaterThan(0.75)
  })
})
