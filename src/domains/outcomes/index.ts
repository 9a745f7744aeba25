export { HomelessLeft, homelessLeft } from './homeless.pages'
export { cameOfItem, cameOfMeeting } from './on-meeting.parts'
export { outcomeRoutes } from './routes'
export { AwaitedAgreements, awaitedAgreements } from './waiting.parts'
