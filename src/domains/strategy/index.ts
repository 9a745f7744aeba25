export type { ReportedYear } from './account'
export { reportedYears } from './account.store'
export { type Action, promiseCount } from './action'
export { actionFile, linkFile, matrixFile, resultFile } from './action.pack'
export { ActionList, ActionRow, dueText, targetText } from './action.parts'
export { type ActionFilter, actionExists, findAction, listActions } from './action.store'
export { type Binding, type BindingWay, byWay } from './binding'
export { actionsBinding, resultsMentioning } from './binding.store'
export {
  type ChainGround,
  type ChainKind,
  type ChainNode,
  type ChainStep,
  type ChainView,
  chainAddress,
  chainKinds,
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
export { type Plan, type Programme, yearsText } from './plan'
export { planFile, programmeFile } from './plan.pack'
export { findPlan, listPlans, listProgrammes, plansOf } from './plan.store'
export { type LifeStage, type Priority, type PriorityState, stateOn } from './priority'
export { findPriority, listPriorities, prioritiesOn } from './priority.store'
export type { Result } from './result'
export { ResultList, ResultRow } from './result.parts'
export { findResult, listResults, type ResultFilter } from './result.store'
export { strategyResources, strategyRoutes } from './routes'
export type { Strategy } from './strategy'
export { focusLineFile, priorityFile, priorityStateFile, strategyFile, trendFile } from './strategy.pack'
export { findStrategy, listStrategies } from './strategy.store'
