export { budgetFile } from './budget.pack'
export { moneyResources, moneyRoutes } from './routes'
