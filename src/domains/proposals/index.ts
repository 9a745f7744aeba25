export { AwaitedProposals, awaitedProposals, OpenRounds, openRounds } from './awaited.parts'
export { routeFile } from './route.pack'
export { proposalsRoutes } from './routes'
export { proposalOfItem, proposalsOfMeeting } from './section.parts'
