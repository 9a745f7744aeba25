export { adviceOnTarget, type TypedTarget } from './advice.verbs'
export { isCountedOtherwise } from './derivation'
export type { DocumentTitles } from './document'
export { documentTitles } from './document.store'
export {
  documentAddress,
  FigureText,
  numberWords,
  periodPhrase,
  Sources,
  unjudgedWords,
  VerdictText,
} from './figure.parts'
export { findIndicator, indicatorExists, listIndicators } from './indicator.store'
export type { Judgeability } from './judgeability'
export { TargetAdvice } from './judgeability.parts'
export { type JudgedTarget, judge, judgeAll, judgedTargets, type Verdict } from './judging'
export {
  isOutcome,
  latestOutcome,
  type Measurement,
  targetsFor,
} from './measurement'
export {
  contradictionFile,
  documentFile,
  indicatorFile,
  measurementFile,
  surveyQuestionFile,
  themeFile,
  unresolvedValueFile,
} from './measurement.pack'
export { findMeasurement, measurementsOf } from './measurement.store'
export { measurementCube } from './measurement-cube.api'
export { figuresResources, figuresRoutes } from './routes'
export { type SurveyQuestion, surveyQuestions } from './survey.store'
