import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { areaResource } from './area.api'
import { areaPage, areasPage } from './area.pages'
import { basisteamPage, basisteamsPage, fillBasisteamForm } from './basisteam.pages'

export const territoryResources: readonly Resource[] = [areaResource]

const administration = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path,
  access: 'functional-administrator',
  purpose: 'administration',
  audit,
  handle,
})

export const territoryRoutes: readonly Route[] = [
  publicPage('/gebieden', areasPage),
  publicPage('/gebieden/:code', areaPage),
  administration('get', '/beheer/basisteams', 'basisteams bekeken', basisteamsPage),
  administration('get', '/beheer/basisteams/:code', 'basisteam bekeken', basisteamPage),
  administration('post', '/beheer/basisteams/:code', 'basisteam ingevuld', fillBasisteamForm),
  ...territoryResources.flatMap(resourceRoutes),
]
