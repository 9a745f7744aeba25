import type { Resource } from '../../platform/web/resource'
import type { Route } from '../../platform/web/route'

export const learningResources: readonly Resource[] = []

export const learningRoutes: readonly Route[] = []
