export { oriRoot, standard } from './harvest.api'
export { oriPage } from './harvest.pages'
export { harvestRoutes } from './routes'
