export type { DocumentTitles } from './document'
export { documentTitles } from './document.store'
export {
  documentAddress,
  FigureText,
  numberWords,
  periodPhrase,
  Sources,
  VerdictText,
} from './figure.parts'
export { findIndicator, indicatorExists, listIndicators } from './indicator.store'
export { judge, judgeAll, type Verdict } from './judging'
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
  themeFile,
  unresolvedValueFile,
} from './measurement.pack'
export { measurementsOf } from './measurement.store'
export { measurementCube } from './measurement-cube.api'
export { figuresResources, figuresRoutes } from './routes'
