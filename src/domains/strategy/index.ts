export { actionFile, linkFile, matrixFile, resultFile } from './action.pack'
export { planFile, programmeFile } from './plan.pack'
export { focusLineFile, priorityFile, priorityStateFile, strategyFile, trendFile } from './strategy.pack'
export { strategyResources, strategyRoutes } from './routes'
