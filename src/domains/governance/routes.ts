import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { bodyResource, topicResource } from './body.api'
import { bodiesPage } from './body.pages'
import { principleResource } from './principle.api'
import { principlesPage } from './principle.pages'
import { workingGroupResource } from './working-group.api'
import { workingGroupPage, workingGroupsPage } from './working-group.pages'

export const governanceResources: readonly Resource[] = [
  bodyResource,
  topicResource,
  workingGroupResource,
  principleResource,
]

export const governanceRoutes: readonly Route[] = [
  publicPage('/gremia', bodiesPage),
  publicPage('/werkgroepen', workingGroupsPage),
  publicPage('/werkgroepen/:code', workingGroupPage),
  publicPage('/beginselen', principlesPage),
  ...governanceResources.flatMap(resourceRoutes),
]
