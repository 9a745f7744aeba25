export { AwaitedProposals, awaitedProposals, OpenRounds, openRounds } from './awaited.parts'
export {
  type Condition,
  type ConditionDraft,
  conditionStates,
  isUnsettled,
  readCondition,
  type ViewCondition,
} from './condition'
export {
  ConditionSection,
  ConditionStatus,
  conditionStanding,
  Evidence,
  type SentCondition,
  typedCondition,
} from './condition.parts'
export { type KeptCondition, listViewConditions } from './condition.store'
export { addresseeAddress, proposalAddress } from './proposal.parts'
export { findProposal, homelessProposals } from './proposal.store'
export { routeFile } from './route.pack'
export { proposalsRoutes } from './routes'
export { proposalOfItem, proposalsOfMeeting } from './section.parts'
