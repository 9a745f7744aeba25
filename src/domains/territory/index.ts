export { areaChangeFile, areaFile, membershipFile, tileFile } from './area.pack'
export { territoryResources, territoryRoutes } from './routes'
