export { contradictionFile, documentFile, indicatorFile, measurementFile, unresolvedValueFile } from './measurement.pack'
export { figuresResources, figuresRoutes } from './routes'
