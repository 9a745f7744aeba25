import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { budgetLineResource } from './budget.api'
import { budgetPage, budgetsPage } from './budget.pages'

export const moneyResources: readonly Resource[] = [budgetLineResource]

export const moneyRoutes: readonly Route[] = [
  publicPage('/begroting', budgetsPage),
  publicPage('/begroting/:code', budgetPage),
  ...moneyResources.flatMap(resourceRoutes),
]
