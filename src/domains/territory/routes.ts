import { type Resource, resourceRoutes } from '../../platform/web/resource'
import type { Route } from '../../platform/web/route'
import { areaResource } from './area.api'

export const territoryResources: readonly Resource[] = [areaResource]

export const territoryRoutes: readonly Route[] = [...territoryResources.flatMap(resourceRoutes)]
