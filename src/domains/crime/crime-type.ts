/** The code of all crimes together, which also holds what is not published by type. */
export const allCrimes = '0.0.0'

export const exampleSeasons = ['geen', 'winter', 'zomer', 'oudejaar'] as const
export type ExampleSeason = (typeof exampleSeasons)[number]

/** A kind of crime as the police count it. */
export type CrimeType = {
  readonly code: string
  readonly name: string
  readonly explanation: string
  /** False when it is in the total of a month, and not published by itself. */
  readonly isPublishedMonthly: boolean
  /** Many are registered because the police went looking: more need not mean that more happened. */
  readonly followsPoliceEffort: boolean
}

/** That a crime type counts what an indicator of the coalition counts, and what the two do differently. */
export type IndicatorMatch = {
  readonly type: string
  readonly indicator: { readonly code: string; readonly title: string }
  readonly difference: string
}

/** `1.2.10` after `1.2.9`: by its numbers. */
export function byTypeCode(a: { readonly code: string }, b: { readonly code: string }): number {
  const [left, right] = [a, b].map(({ code }) => code.split('.').map(Number)) as [number[], number[]]
  for (let at = 0; at < 3; at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
