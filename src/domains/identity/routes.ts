import type { Resource } from '../../platform/web/resource'
import type { Route } from '../../platform/web/route'

export const identityResources: readonly Resource[] = []

export const identityRoutes: readonly Route[] = []
