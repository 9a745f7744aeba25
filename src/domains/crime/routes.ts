import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { attenderingResource } from './attendering.api'
import { attenderingenPage } from './attendering.pages'
import { chartPng, chartSvg } from './chart.pages'
import { comparisonResource } from './comparison.api'
import { comparisonPage, ownComparisonPage } from './comparison.pages'
import { countResource } from './count.api'
import { crimeTypeResource } from './crime-type.api'
import { crimeTypePage } from './crime-type.pages'
import { crimeMapPage } from './map.pages'
import { methodPage } from './method.pages'
import { notePage, takeBackForm, writeNoteForm } from './note.pages'
import { picturesPage } from './overview.pages'
import { picturePage } from './picture.pages'
import { keepQuestionForm, newQuestionPage, questionsPage, stopQuestionForm, stopQuestionPage } from './question.pages'
import { breakOffForm, orderForm, releasePage, releasesPage } from './release.pages'
import { revisionsPage } from './revision.pages'
import { unmeasuredPage } from './unmeasured.pages'

export const crimeResources: readonly Resource[] = [
  crimeTypeResource,
  countResource,
  comparisonResource,
  attenderingResource,
]

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

const administration = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path,
  access: 'functional-administrator',
  purpose: 'administration',
  audit,
  handle,
})

export const crimeRoutes: readonly Route[] = [
  publicPage('/veiligheidsbeelden', picturesPage),
  publicPage('/veiligheidsbeelden/vergelijken', comparisonPage),
  publicPage('/veiligheidsbeelden/kaart', crimeMapPage),
  publicPage('/veiligheidsbeelden/wat-we-niet-meten', unmeasuredPage),
  publicPage('/veiligheidsbeelden/soorten/:type', crimeTypePage),
  publicPage('/veiligheidsbeelden/werkwijze', methodPage),
  publicPage('/veiligheidsbeelden/attenderingen', attenderingenPage),
  publicPage('/veiligheidsbeelden/:code', picturePage),
  partners('get', '/open-vragen', 'open vragen bekeken', questionsPage),
  partners('get', '/open-vragen/nieuw', 'open vraag voorbereid', newQuestionPage),
  partners('post', '/open-vragen', 'vraag opengehouden', keepQuestionForm),
  linkHolders('get', '/open-vragen/:id/stoppen', 'stoppen van vraag bekeken', stopQuestionPage),
  linkHolders('post', '/open-vragen/:id/stoppen', 'vraag gestopt', stopQuestionForm),
  publicPage('/veiligheidsbeelden/:code/vergelijking', ownComparisonPage),
  publicPage('/veiligheidsbeelden/:code/grafiek.svg', chartSvg),
  publicPage('/veiligheidsbeelden/:code/grafiek.png', chartPng),
  publicPage('/veiligheidsbeelden/:code/herzieningen', revisionsPage),
  partners('get', '/veiligheidsbeelden/:code/duiding', 'duiding voorbereid', notePage),
  partners('post', '/veiligheidsbeelden/:code/duiding', 'duiding geschreven', writeNoteForm),
  partners('post', '/veiligheidsbeelden/:code/duiding/:duiding/intrekking', 'duiding ingetrokken', takeBackForm),
  administration('get', '/beheer/leveringen', 'leveringen bekeken', releasesPage),
  administration('post', '/beheer/leveringen', 'laden gevraagd', orderForm),
  administration('get', '/beheer/leveringen/:levering', 'levering bekeken', releasePage),
  administration('post', '/beheer/leveringen/:levering/afbreken', 'laden afgebroken', breakOffForm),
  ...crimeResources.flatMap(resourceRoutes),
]
