import type { Reader } from '../../platform/db/database'

/** An indicator that is an answer of people: which survey asked it, and what was asked. */
export type SurveyQuestion = {
  readonly indicator: string
  readonly title: string
  readonly unit: string
  readonly breaks: readonly string[]
  readonly survey: string
  readonly question: string
}

/** What people were asked, by title of the indicator; what was withdrawn is left out. */
export async function surveyQuestions(tx: Reader): Promise<SurveyQuestion[]> {
  return tx
    .selectFrom('figures.survey_questions as q')
    .innerJoin('figures.indicators as i', 'i.code', 'q.indicator')
    .select(['q.indicator', 'i.title', 'i.unit', 'i.breaks', 'q.survey', 'q.question'])
    .where('q.withdrawn_on', 'is', null)
    .where('i.withdrawn_on', 'is', null)
    .orderBy('i.title')
    .execute()
}
