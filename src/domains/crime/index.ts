export { crimeTypeFile, crimeTypeIndicatorFile, exampleSizeFile } from './crime-type.pack'
export { makeExampleFigures } from './example.verbs'
export { crimeResources, crimeRoutes } from './routes'
