import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { contradictionResource, unresolvedValueResource } from './contradiction.api'
import { contradictionsPage, unresolvedValuesPage } from './contradiction.pages'
import { documentResource } from './document.api'
import { documentPage, documentsPage } from './document.pages'
import { indicatorResource } from './indicator.api'
import { indicatorPage } from './indicator.pages'
import { indicatorsPage } from './indicator-list.pages'
import { judgeabilityPage } from './judgeability.pages'
import { measurementResource } from './measurement.api'
import { measurementPage } from './measurement.pages'
import { figuresPage } from './overview.pages'

export const figuresResources: readonly Resource[] = [
  indicatorResource,
  measurementResource,
  documentResource,
  contradictionResource,
  unresolvedValueResource,
]

export const figuresRoutes: readonly Route[] = [
  publicPage('/cijfers', figuresPage),
  publicPage('/cijfers/doel-en-toeval', judgeabilityPage),
  publicPage('/indicatoren', indicatorsPage),
  publicPage('/indicatoren/:code', indicatorPage),
  publicPage('/metingen/:code', measurementPage),
  publicPage('/tegenspraken', contradictionsPage),
  publicPage('/onherleidbare-waarden', unresolvedValuesPage),
  publicPage('/documenten', documentsPage),
  publicPage('/documenten/:code', documentPage),
  ...figuresResources.flatMap(resourceRoutes),
]
