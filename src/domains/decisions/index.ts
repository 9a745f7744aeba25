export { adoptionsOf } from './adoption.store'
export { changesOf } from './change.store'
export {
  AwaitedConditions,
  awaitedConditions,
  ConditionTable,
  conditionsSetIn,
  type SetCondition,
  unsettledConditions,
  viewConditionsOf,
} from './condition.parts'
export { type Decision, decisionRecord, subjectKind } from './decision'
export { DecisionTable, decisionAddress, kindWords as effectKindWords, newDecisionAddress } from './decision.parts'
export { decisionsAbout, findDecision, listDecisions } from './decision.store'
export { keptDocument } from './document.store'
export { mandateFile } from './mandate.pack'
export { decidedInMeeting, decidedOnItem } from './meeting-decisions.parts'
export { AwaitedReturns, awaitedReturns } from './returning.parts'
export { decisionsResources, decisionsRoutes } from './routes'
