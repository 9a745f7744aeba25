import type { Resource } from '../../platform/web/resource'
import type { Route } from '../../platform/web/route'

export const figuresResources: readonly Resource[] = []

export const figuresRoutes: readonly Route[] = []
