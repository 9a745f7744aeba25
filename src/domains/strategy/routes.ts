import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { accountPage, accountsPage } from './account.pages'
import { actionResource } from './action.api'
import { actionPage } from './action.pages'
import { actionsPage } from './action-list.pages'
import { focusLinePage } from './focus-line.pages'
import { linkResource } from './link.api'
import { matrixResource } from './matrix.api'
import { matricesPage, matrixPage } from './matrix.pages'
import { planResource, programmeResource } from './plan.api'
import { planPage, plansPage } from './plan.pages'
import { priorityResource } from './priority.api'
import { prioritiesPage, priorityPage } from './priority.pages'
import { programmePage } from './programme.pages'
import { resultResource } from './result.api'
import { resultPage } from './result.pages'
import { resultsPage } from './result-list.pages'
import { focusLineResource, strategyResource, trendResource } from './strategy.api'
import { strategiesPage, strategyPage } from './strategy.pages'

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
  publicPage('/strategieen/:code', strategyPage),
  publicPage('/prioriteiten', prioritiesPage),
  publicPage('/prioriteiten/:code', priorityPage),
  publicPage('/focuslijnen/:code', focusLinePage),
  publicPage('/plannen', plansPage),
  publicPage('/plannen/:code', planPage),
  publicPage('/programmas/:code', programmePage),
  publicPage('/acties', actionsPage),
  publicPage('/acties/:code', actionPage),
  publicPage('/resultaten', resultsPage),
  publicPage('/resultaten/:code', resultPage),
  publicPage('/verantwoording', accountsPage),
  publicPage('/verantwoording/:jaar', accountPage),
  publicPage('/deelname', matricesPage),
  publicPage('/deelname/:district', matrixPage),
  ...strategyResources.flatMap(resourceRoutes),
]
