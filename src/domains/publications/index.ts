export { publicationsRoutes } from './routes'
export { type ReportMaker, startReportMaker } from './run.verbs'
