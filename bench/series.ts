import { comparison, judgeAlone, judgedMonth } from '../src/domains/crime'
import { evenSplitTwoSided } from '../src/kernel/statistics/distributions'

// The trial of change: made-up monthly series of which we know whether something changed, the same every time.

const months = 168

/** A repeatable source of chance, from 0 up to 1: C. Doty-Humphrey's sfc32. */
export function chanceFrom(seed: number): () => number {
  let [a, b, c, counter] = [0, seed | 0, 0x9e3779b9, 1]
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let at = 0; at < 20; at++) next()
  return next
}

function normal(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(chance() || 1e-300)) * Math.cos(2 * Math.PI * chance())
}

function poisson(chance: () => number, mean: number): number {
  if (mean > 20) return poisson(chance, mean / 2) + poisson(chance, mean / 2)
  let count = 0
  for (let left = chance(); left > Math.exp(-mean); left *= chance()) count++
  return count
}

/** A gamma variate with mean 1; Marsaglia and Tsang, for a shape of at least 1. */
function gamma(chance: () => number, shape: number): number {
  const d = shape - 1 / 3
  for (;;) {
    const z = normal(chance)
    const v = (1 + z / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(chance()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return (d * v) / shape
  }
}

type Situation = {
  readonly name: string
  /** Of the negative binomial: the lower, the more it scatters. Null is chance alone. */
  readonly size: number | null
  /** What the months of the change are multiplied by, and how many months at the end. */
  readonly factor: number
  readonly changed: number
}

export const situations: readonly Situation[] = [
  { name: 'unchanged, chance alone', size: null, factor: 1, changed: 0 },
  { name: 'unchanged, scattered', size: 10, factor: 1, changed: 0 },
  { name: 'last month doubled, scattered', size: 10, factor: 2, changed: 1 },
  { name: 'last year a quarter up, scattered', size: 10, factor: 1.25, changed: 12 },
]

/** A series of 168 months: level between 0.5 and 60 a month, season up to 30 %, no trend. */
export function trialSeries(chance: () => number, { size, factor, changed }: Situation): number[] {
  const level = Math.exp(Math.log(0.5) + chance() * Math.log(120))
  const season = chance() * 0.3
  return Array.from({ length: months }, (_, at) => {
    const mean = level * Math.exp(season * Math.cos((2 * Math.PI * (at + 1)) / 12))
    const here = at >= months - changed ? mean * factor : mean
    return poisson(chance, size === null ? here : here * gamma(chance, size))
  })
}

/**
 * Series as a municipality has them from a real one of a whole country: each crime stays with the same small chance. So the
 * season, trend and shocks are real, and it is known what was planted: the last month times `factor`. One for each month from the
 * eighth year on and each of a number of levels between 0.5 and 60 a month.
 */
function thinnedSeries(real: readonly number[], factor: number): number[][] {
  const chance = chanceFrom(7)
  const mean = real.reduce((all, one) => all + one, 0) / real.length
  return real.flatMap((_, end) =>
    end < 84
      ? []
      : Array.from({ length: 30 }, () => {
          const share = Math.exp(Math.log(0.5) + chance() * Math.log(120)) / mean
          return real.slice(0, end + 1).map((count, at) => poisson(chance, count * share * (at === end ? factor : 1)))
        }),
  )
}

const sum = (counts: readonly number[], from: number, to?: number) =>
  counts.slice(from, to).reduce((all, one) => all + one, 0)

/** The rules that are tried: whether each calls the end of the series more than before. */
const rules: readonly { readonly name: string; calls(counts: readonly number[]): boolean }[] = [
  { name: 'Farrington, month', calls: (counts) => judgedMonth(counts, counts.length - 1).alarm },
  {
    name: 'exact test, month on last year',
    calls: (counts) => {
      const [now = 0, before = 0] = [counts.at(-1), counts.at(-13)]
      return now > before && evenSplitTwoSided(now, before) / 2 < 0.01
    },
  },
  { name: 'exact test, 12 months', calls: (counts) => judgeAlone(comparison(counts.slice(-24))) === 'more' },
  { name: 'test with scatter, 12 months', calls: (counts) => judgeAlone(comparison(counts)) === 'more' },
  {
    name: 'habit: month 20 % above last year',
    calls: (counts) => {
      const [now = 0, before = 0] = [counts.at(-1), counts.at(-13)]
      return now >= 1.2 * before && now > before
    },
  },
  {
    name: 'habit: 12 months 10 % above',
    calls: (counts) => {
      const [now, before] = [sum(counts, -12), sum(counts, -24, -12)]
      return now >= 1.1 * before && now > before
    },
  },
]

const seeds = [1, 2, 3]
const seriesPerSeed = 600

type Rates = {
  readonly situation: string
  /** Per rule the share of the series it calls a rise, in per cent, for each seed. */
  readonly rules: readonly { readonly name: string; readonly rates: readonly number[] }[]
}

type OtherRule = { readonly name: string; calls(series: readonly number[][]): readonly boolean[] }

const ratesIn = (trials: readonly number[][][], others: readonly OtherRule[]): Rates['rules'] =>
  [...rules.map(({ name, calls }) => ({ name, calls: (list: readonly number[][]) => list.map(calls) })), ...others].map(
    ({ name, calls }) => ({
      name,
      rates: trials.map((list) => (100 * calls(list).filter(Boolean).length) / list.length),
    }),
  )

/** The whole trial: every rule, and others that judge many series at once, in every situation. */
export function errorRates(others: readonly OtherRule[] = []): Rates[] {
  return situations.map((situation, number) => {
    const trials = seeds.map((seed) => {
      const chance = chanceFrom(seed * 1000 + number)
      return Array.from({ length: seriesPerSeed }, () => trialSeries(chance, situation))
    })
    return { situation: situation.name, rules: ratesIn(trials, others) }
  })
}

/** The same on a real series, as it is and with the last month doubled. */
export function errorRatesOn(real: readonly number[], others: readonly OtherRule[] = []): Rates[] {
  return [
    { situation: 'real series, nothing planted', rules: ratesIn([thinnedSeries(real, 1)], others) },
    { situation: 'real series, last month doubled', rules: ratesIn([thinnedSeries(real, 2)], others) },
  ]
}
