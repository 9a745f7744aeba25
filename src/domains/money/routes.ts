import type { Resource } from '../../platform/web/resource'
import type { Route } from '../../platform/web/route'

export const moneyResources: readonly Resource[] = []

export const moneyRoutes: readonly Route[] = []
