export { type Attendering, byChance, type Watch } from './attendering'
export {
  type WatchedKind,
  type Watchpoint,
  watchedKinds,
  watchedMonths,
  watchMonth,
  watchRelease,
} from './attendering.verbs'
export {
  chanceAlone,
  comparison,
  judgeAlone,
  judgeTogether,
  monthsToJudge,
  shareOfChance,
  type Verdict,
  verdictOf,
  verdictsBeside,
  verdictsOf,
} from './change'
export {
  type CountedArea,
  type Counts,
  isProvisional,
  isTooFew,
  type KnownRelease,
  type LongSums,
  longSums,
  monthShown,
  noCounts,
  perYear,
  type Series,
  seriesOf,
  sumUpTo,
  type YearOnYear,
  yearOnYear,
} from './count'
export { exampleCaution } from './count.api'
export {
  countedAreas,
  countedWhole,
  countsOf,
  findRelease,
  hasPicture,
  municipalityOf,
  releaseKnownOn,
  smallAreas,
} from './count.store'
export { countCube } from './count-cube.api'
export { allCrimes, type CrimeType, type IndicatorMatch } from './crime-type'
export { crimeTypeFile, crimeTypeIndicatorFile, exampleSizeFile } from './crime-type.pack'
export { crimeTypeExists, crimeTypes, matchesOf } from './crime-type.store'
export { type Difference, differencesIn } from './difference.store'
export { errorRates, errorRatesOf, type Rates } from './error-rates'
export { makeExampleFigures } from './example.verbs'
export { judgedMonth, judgedYear } from './farrington'
export { loadTable } from './load.verbs'
export {
  doNextOrder,
  lookForNewFigures,
  policeLoaders,
  startFigureLoader,
} from './load-round.verbs'
export { areasApart, lastApart } from './merger.store'
export { releaseText } from './release'
export { LoadProgressBar, Looks, ReleaseTable } from './release.parts'
export { lastLooks, loadOrders, releaseLines } from './release.store'
export { type OrderFault, orderLoad, type TypedOrder } from './release.verbs'
export { crimeResources, crimeRoutes } from './routes'
export { sourceTables } from './source-table'
