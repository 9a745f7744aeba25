export type { DocumentTitles, SourceDocument } from './document'
export { documentExists, documentTitles, findDocument, listDocuments } from './document.store'
export {
  asSources,
  documentAddress,
  FigureText,
  figureWords,
  knownWords,
  numberWords,
  periodPhrase,
  Sources,
  unjudgedWords,
  VerdictText,
} from './figure.parts'
export type { Favourable, Indicator } from './indicator'
export { findIndicator, indicatorExists, listIndicators } from './indicator.store'
export { judge, judgeAll, type UnjudgedReason, type Verdict } from './judging'
export {
  isOutcome,
  latestChange,
  latestOutcome,
  type Measurement,
  type MeasurementKind,
  type Qualifier,
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
export { findMeasurement, measurementsOf } from './measurement.store'
export { figuresResources, figuresRoutes } from './routes'
