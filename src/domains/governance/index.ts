export { bodyFile, bodyPowerFile, bodyTopicFile, principleFile, seatFile, workingGroupFile } from './body.pack'
export { listBodies } from './body.store'
export { governanceResources, governanceRoutes } from './routes'
