import { type Resource, resourceRoutes } from '../../platform/web/resource'
import type { Route } from '../../platform/web/route'
import { actionResource } from './action.api'
import { linkResource } from './link.api'
import { matrixResource } from './matrix.api'
import { planResource, programmeResource } from './plan.api'
import { priorityResource } from './priority.api'
import { resultResource } from './result.api'
import { focusLineResource, strategyResource, trendResource } from './strategy.api'

export const strategyResources: readonly Resource[] = [
  strategyResource,
  priorityResource,
  focusLineResource,
  planResource,
  programmeResource,
  actionResource,
  resultResource,
  linkResource,
  matrixResource,
  trendResource,
]

export const strategyRoutes: readonly Route[] = [...strategyResources.flatMap(resourceRoutes)]
