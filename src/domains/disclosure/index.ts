export { disclosedOnMeeting } from './meeting.parts'
export { disclosureResources, disclosureRoutes } from './routes'
