export { AwaitedAnnotations } from './annotation.parts'
export { awaitedAnnotations } from './annotation.verbs'
export { annotationRoutes } from './routes'
export { annotationOnItem, annotationsOnMeeting } from './section.parts'
