import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { countResource } from './count.api'
import { crimeTypeResource } from './crime-type.api'
import { picturePage, picturesPage } from './picture.pages'
import { keepQuestionForm, newQuestionPage, questionsPage, stopQuestionForm, stopQuestionPage } from './question.pages'

export const crimeResources: readonly Resource[] = [crimeTypeResource, countResource]

const partners = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path,
  access: 'professional',
  purpose: 'own-work',
  audit,
  handle,
})
/** Whoever has the link of a mail may stop the question it is about, signed in or not. */
const linkHolders = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  ...partners(method, path, audit, handle),
  access: 'everyone',
})

export const crimeRoutes: readonly Route[] = [
  publicPage('/veiligheidsbeelden', picturesPage),
  publicPage('/veiligheidsbeelden/:code', picturePage),
  partners('get', '/open-vragen', 'open vragen bekeken', questionsPage),
  partners('get', '/open-vragen/nieuw', 'open vraag voorbereid', newQuestionPage),
  partners('post', '/open-vragen', 'vraag opengehouden', keepQuestionForm),
  linkHolders('get', '/open-vragen/:id/stoppen', 'stoppen van vraag bekeken', stopQuestionPage),
  linkHolders('post', '/open-vragen/:id/stoppen', 'vraag gestopt', stopQuestionForm),
  ...crimeResources.flatMap(resourceRoutes),
]
