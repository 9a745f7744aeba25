import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { bodyResource, topicResource } from './body.api'
import { bodiesPage } from './body.pages'
import {
  confirmContactForm,
  contactForm,
  contactPage,
  contactsPage,
  newContactForm,
  newContactPage,
} from './contact.pages'
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

const directory = '/contactpunten'
const own = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path,
  access: 'professional',
  purpose: 'own-work',
  audit,
  handle,
})

export const governanceRoutes: readonly Route[] = [
  publicPage('/gremia', bodiesPage),
  publicPage('/werkgroepen', workingGroupsPage),
  publicPage('/werkgroepen/:code', workingGroupPage),
  publicPage('/beginselen', principlesPage),
  own('get', directory, 'contactpunten bekeken', contactsPage),
  own('get', `${directory}/nieuw`, 'bekeken om een contactpunt toe te voegen', newContactPage),
  own('post', `${directory}/nieuw`, 'contactpunt bijgewerkt', newContactForm),
  own('get', `${directory}/:id`, 'contactpunt bekeken om te wijzigen', contactPage),
  own('post', `${directory}/:id`, 'contactpunt bijgewerkt', contactForm),
  own('post', `${directory}/:id/klopt`, 'contactpunt bevestigd', confirmContactForm),
  ...governanceResources.flatMap(resourceRoutes),
]
