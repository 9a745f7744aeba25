import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { eventResource } from './event.api'
import { eventPage, eventsPage } from './event.pages'
import { knowledgeResource } from './knowledge.api'
import { knowledgeItemPage, knowledgePage } from './knowledge.pages'
import { termResource } from './term.api'
import { termPage, termsPage } from './term.pages'

export const learningResources: readonly Resource[] = [termResource, knowledgeResource, eventResource]

export const learningRoutes: readonly Route[] = [
  publicPage('/begrippen', termsPage),
  publicPage('/begrippen/:code', termPage),
  publicPage('/kennis', knowledgePage),
  publicPage('/kennis/:code', knowledgeItemPage),
  publicPage('/bijeenkomsten', eventsPage),
  publicPage('/bijeenkomsten/:code', eventPage),
  ...learningResources.flatMap(resourceRoutes),
]
