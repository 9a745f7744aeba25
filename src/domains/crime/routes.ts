import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { chartPng, chartSvg } from './chart.pages'
import { countResource } from './count.api'
import { crimeTypeResource } from './crime-type.api'
import { notePage, takeBackForm, writeNoteForm } from './note.pages'
import { picturesPage } from './overview.pages'
import { picturePage } from './picture.pages'
import { revisionsPage } from './revision.pages'

export const crimeResources: readonly Resource[] = [crimeTypeResource, countResource]

const explainers = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path,
  access: 'professional',
  purpose: 'own-work',
  audit,
  handle,
})

export const crimeRoutes: readonly Route[] = [
  publicPage('/veiligheidsbeelden', picturesPage),
  publicPage('/veiligheidsbeelden/:code', picturePage),
  publicPage('/veiligheidsbeelden/:code/grafiek.svg', chartSvg),
  publicPage('/veiligheidsbeelden/:code/grafiek.png', chartPng),
  publicPage('/veiligheidsbeelden/:code/herzieningen', revisionsPage),
  explainers('get', '/veiligheidsbeelden/:code/duiding', 'duiding voorbereid', notePage),
  explainers('post', '/veiligheidsbeelden/:code/duiding', 'duiding geschreven', writeNoteForm),
  explainers('post', '/veiligheidsbeelden/:code/duiding/:duiding/intrekking', 'duiding ingetrokken', takeBackForm),
  ...crimeResources.flatMap(resourceRoutes),
]
