import { type Resource, resourceRoutes } from '../../platform/web/resource'
import type { Route } from '../../platform/web/route'
import { contradictionResource, unresolvedValueResource } from './contradiction.api'
import { documentResource } from './document.api'
import { indicatorResource } from './indicator.api'
import { measurementResource } from './measurement.api'

export const figuresResources: readonly Resource[] = [
  indicatorResource,
  measurementResource,
  documentResource,
  contradictionResource,
  unresolvedValueResource,
]

export const figuresRoutes: readonly Route[] = [...figuresResources.flatMap(resourceRoutes)]
