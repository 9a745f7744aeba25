import { largestTableForm } from '../../platform/sheets/table-in'
import type { Route } from '../../platform/web/route'
import { fillInForm, taskPage } from './answer.pages'
import { callPage, callsPage } from './call.pages'
import { answerFile, applyFile, exchangePage, previewFile, undoForm } from './exchange.pages'
import { mailLists } from './mailing.pages'
import { signForm, signingPage } from './signature.pages'

const partners = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path,
  access: 'professional',
  purpose: 'own-work',
  audit,
  handle,
})

const task = '/uitvragen/:code/:houder'

/** What stands under a holder is there for whoever answers for him; for other professionals it does not exist. */
export const datacallsRoutes: readonly Route[] = [
  partners('get', '/uitvragen', 'uitvragen bekeken', callsPage),
  partners('get', '/uitvragen/:code', 'uitvraag bekeken', callPage),
  partners('post', '/uitvragen/:code/mailen', 'uitvraag gemaild', mailLists),
  partners('get', task, 'uitvraag bekeken om in te vullen', taskPage),
  partners('post', task, 'uitvraag ingevuld', fillInForm),
  partners('get', `${task}/ondertekenen`, 'uitvraag bekeken om te ondertekenen', signingPage),
  partners('post', `${task}/ondertekenen`, 'uitvraag ondertekend', signForm),
  partners('get', `${task}/uitvraag.xlsx`, 'uitvraag opgehaald als bestand', answerFile('xlsx')),
  partners('get', `${task}/uitvraag.csv`, 'uitvraag opgehaald als bestand', answerFile('csv')),
  partners('get', `${task}/inlezen`, 'inlezen van uitvraag bekeken', exchangePage),
  {
    ...partners('post', `${task}/inlezen`, 'bestand van uitvraag vergeleken', previewFile),
    largestForm: largestTableForm,
  },
  partners('post', `${task}/inlezen/toepassen`, 'uitvraag ingelezen', applyFile),
  partners('post', `${task}/inlezen/:bestand/terugdraaien`, 'inlezen van uitvraag teruggedraaid', undoForm),
]
