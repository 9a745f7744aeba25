export { actionInConcept, conceptOn } from './draft.parts'
export { leftOutOf } from './draft.store'
export { draftingRoutes } from './routes'
export { templateFile } from './template.pack'
