export { bundleOfMeeting, wordOfItem } from './bundle-links.parts'
export { bundleRoutes } from './routes'
