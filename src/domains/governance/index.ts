export { bodyFile, bodyPowerFile, bodyTopicFile, principleFile, seatFile, workingGroupFile } from './body.pack'
export { governanceResources, governanceRoutes } from './routes'
