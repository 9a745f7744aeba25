import { surveyDifference } from '../../kernel/statistics/survey-difference'
import type { Measurement, SurveyQuestion } from '../figures'

/** What people answered to one question, year by year, in the area asked for or the nearest one around it. */
export type Survey = {
  readonly question: SurveyQuestion
  readonly area: { readonly code: string; readonly name: string }
  /** About the area itself, and not a larger one. */
  readonly isOwn: boolean
  /** Of whole years, early first, each known. */
  readonly outcomes: readonly Measurement[]
}

type Place = { readonly code: string; readonly name: string }

/** The answers nearest to an area: `areas` from itself outwards. Null when there are none at all. */
export function heardIn(
  question: SurveyQuestion,
  areas: readonly Place[],
  measurements: readonly Measurement[],
): Survey | null {
  const outcomes = measurements.filter(
    ({ indicator, kind, basePeriod, leads, value, period, unit }) =>
      indicator === question.indicator &&
      (kind === 'realisatie' || kind === 'nulmeting') &&
      basePeriod === null &&
      leads &&
      value !== null &&
      unit === question.unit &&
      /^\d{4}$/.test(period),
  )
  for (const [at, area] of areas.entries()) {
    const own = outcomes.filter((one) => one.area === area.code)
    if (own.length > 0) return { question, area, isOwn: at === 0, outcomes: own }
  }
  return null
}

/** What the newest answer says beside the one before it. */
export type Movement =
  | { readonly is: 'first' }
  | { readonly is: 'broken'; readonly before: Measurement }
  | { readonly is: 'within' | 'beyond' | 'unknown'; readonly before: Measurement; readonly difference: number }

/** Whether the newest answer differs from the one before by more than the margins of both; over another way of asking nothing is said. */
export function movementOf({ outcomes, question }: Pick<Survey, 'outcomes' | 'question'>): Movement {
  const [before, now] = outcomes.slice(-2)
  if (!before || !now) return { is: 'first' }
  if (question.breaks.some((at) => before.period < at && at <= now.period)) return { is: 'broken', before }
  const found = surveyDifference(now, before)
  return found ? { is: found.is, before, difference: found.difference } : { is: 'first' }
}
