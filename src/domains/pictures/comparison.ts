import { perThousand } from '../../kernel/statistics/rate'
import type { CountedArea } from '../crime'
import { type Funnel, funnelOf, type Limits, limitsAround } from './funnel'

/**
 * How a municipality stands beside what is expected of one of its size. `toofew`: so few are expected that no count could
 * say anything; `unknown`: the count or the number of inhabitants is not known.
 */
export type Standing = 'higher' | 'usual' | 'lower' | 'tooFew' | 'unknown'

/** A municipality in a comparison. */
export type Compared = {
  readonly area: CountedArea
  readonly count: number | null
  readonly inhabitants: number | null
  /** Per 1,000 inhabitants. */
  readonly rate: number | null
  /** The count expected of a municipality of this size; null when nothing can be compared. */
  readonly expected: number | null
  readonly limits: Limits | null
  readonly standing: Standing
  /** Usual, but outside the inner limits: by chance alone one in twenty is. */
  readonly edge: 'high' | 'low' | null
}

export type Comparison = {
  readonly municipalities: readonly Compared[]
  readonly funnel: Funnel | null
  /** Every municipality of which something can be said. */
  readonly judged: number
}

/** Of fewer than this in a year nothing can be told from chance. */
const fewestExpected = 5

/**
 * Holds municipalities against what is expected of one of their size. Only beyond the outer limits one is called higher or
 * lower, so that by chance hardly any is.
 */
export function compare(
  rows: readonly { readonly area: CountedArea; readonly count: number | null; readonly inhabitants: number | null }[],
): Comparison {
  const known = rows.flatMap(({ count, inhabitants }) =>
    count === null || !inhabitants ? [] : [{ count, size: inhabitants }],
  )
  const funnel = funnelOf(known)
  const municipalities = rows.map(({ area, count, inhabitants }): Compared => {
    const rate = perThousand(count, inhabitants)
    const base = { area, count, inhabitants, rate }
    if (count === null || !inhabitants || !funnel)
      return { ...base, expected: null, limits: null, standing: 'unknown', edge: null }
    const expected = funnel.expectedOf(inhabitants)
    const limits = limitsAround(expected, funnel.between)
    return { ...base, expected, limits, ...standingOf(count, expected, limits) }
  })
  const judged = municipalities.filter(({ standing }) => standing !== 'unknown' && standing !== 'tooFew').length
  return { municipalities, funnel, judged }
}

/** Where a count stands between its limits. */
export function standingOf(count: number, expected: number, limits: Limits): Pick<Compared, 'standing' | 'edge'> {
  if (expected < fewestExpected) return { standing: 'tooFew', edge: null }
  if (count > limits.outerHigh) return { standing: 'higher', edge: null }
  if (count < limits.outerLow) return { standing: 'lower', edge: null }
  return { standing: 'usual', edge: count > limits.innerHigh ? 'high' : count < limits.innerLow ? 'low' : null }
}

/** The order in which classes are told; within a class municipalities stand by name. */
const standings = ['higher', 'lower', 'usual', 'tooFew', 'unknown'] as const satisfies readonly Standing[]

/** Municipalities per class, by name: never from high to low. Classes without any are left out. */
export function groupedByStanding(
  municipalities: readonly Compared[],
): { readonly standing: Standing; readonly municipalities: readonly Compared[] }[] {
  return standings
    .map((standing) => ({
      standing,
      municipalities: municipalities.filter((one) => one.standing === standing).toSorted(byName),
    }))
    .filter((group) => group.municipalities.length > 0)
}

const byName = (one: Compared, other: Compared) => one.area.name.localeCompare(other.area.name, 'nl')

const similarCount = 5

/**
 * The five municipalities of the region whose number of inhabitants is nearest, as a ratio: of 10,000 people 12,000 is as
 * near as 8,333. By name. Empty when its own number is not known.
 */
export function similarTo(code: string, municipalities: readonly Compared[]): readonly Compared[] {
  const own = municipalities.find(({ area }) => area.code === code)?.inhabitants
  if (!own) return []
  const distance = ({ inhabitants }: Compared) =>
    inhabitants ? Math.abs(Math.log(inhabitants / own)) : Number.POSITIVE_INFINITY
  return municipalities
    .filter((one) => one.area.code !== code && one.inhabitants)
    .toSorted((one, other) => distance(one) - distance(other) || byName(one, other))
    .slice(0, similarCount)
    .toSorted(byName)
}
