import type { Resource } from '../../platform/web/resource'
import type { Route } from '../../platform/web/route'

export const strategyResources: readonly Resource[] = []

export const strategyRoutes: readonly Route[] = []
