export type { ReportedYear } from './account'
export { reportedYears } from './account.store'
export { type Action, dueKind, isGoal, promiseCount, type Track, tracks } from './action'
export { actionFile, linkFile, matrixFile, resultFile } from './action.pack'
export { actionPage } from './action.pages'
export { ActionList, dueText, targetText, trackWords } from './action.parts'
export { actionCodes, findAction, listActions } from './action.store'
export { type Binding, byWay } from './binding'
export { actionsBinding, resultsMentioning } from './binding.store'
export {
  type ChainKind,
  type ChainNode,
  type ChainStep,
  type ChainView,
  chainAddress,
  chainScreen,
  type Station,
  stations,
} from './chain'
export { chainKindWords, groundWords, StepList, stepWords } from './chain.parts'
export { chainOf, neighboursOf, nodesOf } from './chain.store'
export { ConceptTag } from './concept.parts'
export type { MatrixCell } from './matrix'
export { matrixPage } from './matrix.pages'
export { listCells, matrixFor } from './matrix.store'
export type { Overview } from './overview'
export { conceptSentences, coverageSentences, promiseWords, recordsAndPromises } from './overview.parts'
export { countOverview } from './overview.store'
export type { Plan, Programme } from './plan'
export { planFile, programmeFile } from './plan.pack'
export { planPage, plansPage } from './plan.pages'
export { conceptsAmong, findPlan, findProgramme, listPlans, listProgrammes } from './plan.store'
export { type LifeStage, type Priority, type PriorityState, priorityStates, stateOn } from './priority'
export { priorityPage } from './priority.pages'
export { findPriority, listPriorities, prioritiesOn, priorityExists } from './priority.store'
export type { Result } from './result'
export { resultPage } from './result.pages'
export { ResultList } from './result.parts'
export { listResults } from './result.store'
export { strategyResources, strategyRoutes } from './routes'
export type { Strategy } from './strategy'
export { focusLineFile, priorityFile, priorityStateFile, strategyFile, trendFile } from './strategy.pack'
export { strategyPage } from './strategy.pages'
export { listStrategies } from './strategy.store'
