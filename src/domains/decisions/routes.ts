import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { accountedOn } from '../accounts'
import { bodyPage } from '../governance'
import { standingOn } from '../progress'
import { styleFile } from '../publications'
import { actionPage, planPage, priorityPage } from '../strategy'
import { adoptionFile, adoptionPage } from './adoption.pages'
import { changeForm, changePage } from './change.pages'
import { mandatesAddress } from './change.parts'
import { decisionResource } from './decision.api'
import { conditionForm, decisionDocumentFile, decisionFile, decisionPage } from './decision.pages'
import { decisionsAddress, newDecisionAddress } from './decision.parts'
import { newDecisionPage, recordForm } from './decision-form.pages'
import { decisionsPage } from './decision-list.pages'
import { mandatesPage } from './mandate.pages'
import { saidOfAction, saidOfBody, saidOfPlan, saidOfPriority } from './section.parts'

export const decisionsResources: readonly Resource[] = [decisionResource]

const own = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path,
  access: 'professional',
  purpose: 'own-work',
  audit,
  handle,
})

/** The pages of what decisions are about stand here too: this domain adds to them what was decided. */
export const decisionsRoutes: readonly Route[] = [
  publicPage('/plannen/:code', planPage(saidOfPlan)),
  publicPage('/prioriteiten/:code', priorityPage(saidOfPriority)),
  publicPage(
    '/acties/:code',
    actionPage({
      standing: standingOn,
      changes: saidOfAction,
      accounts: (tx, code) => accountedOn(tx, 'actie', code),
    }),
  ),
  publicPage('/gremia/:code', bodyPage(saidOfBody)),
  publicPage('/plannen/:code/vastgesteld/:hash', adoptionPage),
  publicPage('/plannen/:code/vastgesteld/:hash/plan.json', adoptionFile),
  publicPage(decisionsAddress, decisionsPage),
  publicPage(`${decisionsAddress}/opmaak.css`, styleFile),
  own('get', newDecisionAddress, 'formulier voor een besluit bekeken', newDecisionPage),
  own('post', newDecisionAddress, 'besluit vastgelegd', recordForm),
  publicPage(`${decisionsAddress}/:code`, decisionPage),
  publicPage(`${decisionsAddress}/:code/besluit.json`, decisionFile),
  publicPage(`${decisionsAddress}/:code/besluit.html`, decisionDocumentFile),
  own(
    'post',
    `${decisionsAddress}/:code/voorwaarden/:voorwaarde`,
    'stand van een voorwaarde vastgelegd',
    conditionForm,
  ),
  publicPage(mandatesAddress, mandatesPage),
  own('get', '/acties/:code/wijzigen', 'actie bekeken om te wijzigen', changePage),
  own('post', '/acties/:code/wijzigen', 'actie gewijzigd', changeForm),
  ...decisionsResources.flatMap(resourceRoutes),
]
