import type { Resource } from '../../platform/web/resource'
import type { Route } from '../../platform/web/route'

export const governanceResources: readonly Resource[] = []

export const governanceRoutes: readonly Route[] = []
