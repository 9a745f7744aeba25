/** What a difference between two outcomes of a survey tells. */
export type SurveyDifference =
  | { readonly is: 'within' | 'beyond'; readonly difference: number; readonly margin: number }
  | { readonly is: 'unknown'; readonly difference: number }

type Limits = { readonly low: number; readonly high: number }
type Asked = { readonly value: number | null; readonly margin: Limits | null }

/**
 * Whether two outcomes of separate surveys differ by more than their margins together: the margin of a difference is the root of
 * the squares of both. Null when one of the two is unknown.
 */
export function surveyDifference(now: Asked, before: Asked): SurveyDifference | null {
  if (now.value === null || before.value === null) return null
  const difference = now.value - before.value
  if (!now.margin || !before.margin) return { is: 'unknown', difference }
  const towards = (margin: Limits, value: number, up: boolean) => (up ? margin.high - value : value - margin.low)
  // A margin need not be as wide below as above: what counts is the side that faces the other.
  const margin = Math.hypot(
    towards(now.margin, now.value, difference < 0),
    towards(before.margin, before.value, difference > 0),
  )
  return { is: Math.abs(difference) > margin ? 'beyond' : 'within', difference, margin }
}
