export { glossaryText } from './glossary'
export { eventFile, knowledgeFile, termFile } from './knowledge.pack'
export { learningResources, learningRoutes } from './routes'
