import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { formationResource } from './formation.api'
import { formationPage } from './formation.pages'

export const capacityResources: readonly Resource[] = [formationResource]

export const capacityRoutes: readonly Route[] = [
  publicPage('/formatie', formationPage),
  ...capacityResources.flatMap(resourceRoutes),
]
