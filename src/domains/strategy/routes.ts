import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { accountPage, accountsPage } from './account.pages'
import { actionResource } from './action.api'
import { actionsPage } from './action-list.pages'
import { focusLinePage } from './focus-line.pages'
import { linkResource } from './link.api'
import { matrixResource } from './matrix.api'
import { matricesPage } from './matrix.pages'
import { planResource, programmeResource } from './plan.api'
import { priorityResource } from './priority.api'
import { prioritiesPage } from './priority.pages'
import { programmePage } from './programme.pages'
import { resultResource } from './result.api'
import { resultsPage } from './result-list.pages'
import { focusLineResource, strategyResource, trendResource } from './strategy.api'
import { strategiesPage } from './strategy.pages'

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

export const strategyRoutes: readonly Route[] = [
  publicPage('/strategieen', strategiesPage),
  publicPage('/prioriteiten', prioritiesPage),
  publicPage('/focuslijnen/:code', focusLinePage),
  publicPage('/programmas/:code', programmePage),
  publicPage('/acties', actionsPage),
  publicPage('/resultaten', resultsPage),
  publicPage('/verantwoording', accountsPage),
  publicPage('/verantwoording/:jaar', accountPage),
  publicPage('/deelname', matricesPage),
  ...strategyResources.flatMap(resourceRoutes),
]
