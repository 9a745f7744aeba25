export { formationFile } from './formation.pack'
export { capacityResources, capacityRoutes } from './routes'
