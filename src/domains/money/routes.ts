import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { budgetLineResource } from './budget.api'
import { budgetPage, budgetsPage } from './budget.pages'
import { grantResource } from './grant.api'

export const moneyResources: readonly Resource[] = [budgetLineResource, grantResource]

export const moneyRoutes: readonly Route[] = [
  publicPage('/begroting', budgetsPage),
  publicPage('/begroting/:code', budgetPage),
  ...moneyResources.flatMap(resourceRoutes),
]
