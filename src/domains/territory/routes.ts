import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { areaResource } from './area.api'
import { areaPage, areasPage } from './area.pages'

export const territoryResources: readonly Resource[] = [areaResource]

export const territoryRoutes: readonly Route[] = [
  publicPage('/gebieden', areasPage),
  publicPage('/gebieden/:code', areaPage),
  ...territoryResources.flatMap(resourceRoutes),
]
