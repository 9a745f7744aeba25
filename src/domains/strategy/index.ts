export type { ReportedYear } from './account'
export { reportedYears } from './account.store'
export { promiseCount } from './action'
export { actionFile, linkFile, matrixFile, resultFile } from './action.pack'
export { ActionList } from './action.parts'
export { listActions } from './action.store'
export { type Binding, byWay } from './binding'
export { actionsBinding, resultsMentioning } from './binding.store'
export {
  type ChainKind,
  type ChainStep,
  type ChainView,
  chainAddress,
  type Station,
  stations,
} from './chain'
export { chainKindWords, groundWords, stepWords } from './chain.parts'
export { chainOf } from './chain.store'
export type { MatrixCell } from './matrix'
export { listCells, matrixFor } from './matrix.store'
export type { Overview } from './overview'
export { coverageSentences, promiseWords, recordsAndPromises } from './overview.parts'
export { countOverview } from './overview.store'
export { planFile, programmeFile } from './plan.pack'
export type { Priority } from './priority'
export { findPriority, prioritiesOn, priorityExists } from './priority.store'
export type { Result } from './result'
export { ResultList } from './result.parts'
export { listResults } from './result.store'
export { strategyResources, strategyRoutes } from './routes'
export type { Strategy } from './strategy'
export { focusLineFile, priorityFile, priorityStateFile, strategyFile, trendFile } from './strategy.pack'
export { listStrategies } from './strategy.store'
