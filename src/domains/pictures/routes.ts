import { drawingPages } from '../../platform/web/drawing'
import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { keptPage, publicPage, type Route } from '../../platform/web/route'
import { attenderingResource } from './attendering.api'
import { attenderingenPage } from './attendering.pages'
import type { FindDeeds } from './beside.verbs'
import { monthsDrawing, perceptionDrawing, yearsDrawing } from './chart.pages'
import { comparisonResource } from './comparison.api'
import { comparisonPage, ownComparisonPage } from './comparison.pages'
import { crimeTypePage } from './crime-type.pages'
import { crimeMapPage } from './map.pages'
import { methodPage } from './method.pages'
import { notePage, takeBackForm, writeNoteForm } from './note.pages'
import { picturesPage } from './overview.pages'
import { partsMapDrawing } from './parts-map.pages'
import { picturePage } from './picture.pages'
import { questionsPage } from './question.pages'
import { keepQuestionForm, newQuestionPage, stopQuestionForm, stopQuestionPage } from './question-keep.pages'
import { funnelDrawing, mapDrawing } from './region-chart.pages'
import { revisionsPage } from './revision.pages'
import { unmeasuredPage } from './unmeasured.pages'

export const pictureResources: readonly Resource[] = [comparisonResource, attenderingResource]

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

/** The pages, with what the plans say beside the counts handed in. */
export const pictureRoutes = (findDeeds: FindDeeds): readonly Route[] => [
  keptPage('/veiligheidsbeelden', picturesPage),
  keptPage('/veiligheidsbeelden/vergelijken', comparisonPage),
  keptPage('/veiligheidsbeelden/kaart', crimeMapPage),
  ...drawingPages('/veiligheidsbeelden/vergelijken/trechter', funnelDrawing),
  ...drawingPages('/veiligheidsbeelden/kaart/kaartbeeld', mapDrawing),
  publicPage('/veiligheidsbeelden/wat-we-niet-meten', unmeasuredPage),
  publicPage('/veiligheidsbeelden/werkwijze', methodPage),
  keptPage('/veiligheidsbeelden/attenderingen', attenderingenPage),
  keptPage('/veiligheidsbeelden/soorten/:type', crimeTypePage),
  keptPage('/veiligheidsbeelden/:code', (ask) => picturePage(ask, findDeeds)),
  keptPage('/veiligheidsbeelden/:code/vergelijking', ownComparisonPage),
  ...drawingPages('/veiligheidsbeelden/:code/grafiek', (ask) => monthsDrawing(ask, findDeeds)),
  ...drawingPages('/veiligheidsbeelden/:code/jaren', yearsDrawing),
  ...drawingPages('/veiligheidsbeelden/:code/delen', partsMapDrawing),
  ...drawingPages('/veiligheidsbeelden/:code/vergelijking/trechter', funnelDrawing),
  ...drawingPages('/veiligheidsbeelden/:code/beleving', perceptionDrawing),
  publicPage('/veiligheidsbeelden/:code/herzieningen', revisionsPage),
  partners('get', '/veiligheidsbeelden/:code/duiding', 'duiding voorbereid', notePage),
  partners('post', '/veiligheidsbeelden/:code/duiding', 'duiding geschreven', writeNoteForm),
  partners('post', '/veiligheidsbeelden/:code/duiding/:duiding/intrekking', 'duiding ingetrokken', takeBackForm),
  partners('get', '/open-vragen', 'open vragen bekeken', questionsPage),
  partners('get', '/open-vragen/nieuw', 'open vraag voorbereid', newQuestionPage),
  partners('post', '/open-vragen', 'vraag opengehouden', keepQuestionForm),
  linkHolders('get', '/open-vragen/:id/stoppen', 'stoppen van vraag bekeken', stopQuestionPage),
  linkHolders('post', '/open-vragen/:id/stoppen', 'vraag gestopt', stopQuestionForm),
  ...pictureResources.flatMap(resourceRoutes),
]
