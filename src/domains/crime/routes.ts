import { type Resource, resourceRoutes } from '../../platform/web/resource'
import type { Route } from '../../platform/web/route'
import { countResource } from './count.api'
import { crimeTypeResource } from './crime-type.api'
import { breakOffForm, releasePage } from './release.pages'
import { divideForm, teamNeighbourhoodPage, teamNeighbourhoodsPage } from './team-neighbourhood.pages'
import { yearCountResource } from './year-count.api'

export const crimeResources: readonly Resource[] = [crimeTypeResource, countResource, yearCountResource]

const administration = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path,
  access: 'functional-administrator',
  purpose: 'administration',
  audit,
  handle,
})

export const crimeRoutes: readonly Route[] = [
  administration('get', '/beheer/leveringen/:levering', 'levering bekeken', releasePage),
  administration('post', '/beheer/leveringen/:levering/afbreken', 'laden afgebroken', breakOffForm),
  administration('get', '/beheer/basisteamwijken', 'basisteams per wijk bekeken', teamNeighbourhoodsPage),
  administration('get', '/beheer/basisteamwijken/:gemeente', 'verdeling bekeken', teamNeighbourhoodPage),
  administration('post', '/beheer/basisteamwijken/:gemeente', 'gemeente verdeeld over basisteams', divideForm),
  ...crimeResources.flatMap(resourceRoutes),
]
