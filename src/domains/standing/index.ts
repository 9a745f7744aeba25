export { standingOnMeeting } from './meeting.parts'
export { standingRoutes } from './routes'
