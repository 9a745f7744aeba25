import type { Resource } from '../../platform/web/resource'
import type { Route } from '../../platform/web/route'

export const capacityResources: readonly Resource[] = []

export const capacityRoutes: readonly Route[] = []
