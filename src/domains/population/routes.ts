import { type Resource, resourceRoutes } from '../../platform/web/resource'
import type { Route } from '../../platform/web/route'
import { keyFigureResource } from './key-figure.api'

export const populationResources: readonly Resource[] = [keyFigureResource]

export const populationRoutes: readonly Route[] = populationResources.flatMap(resourceRoutes)
