import { publicPage, type Route } from '../../platform/web/route'
import { correctionsAddress, relianceAddress, styleFile } from '../publications'
import { resultPage } from '../strategy'
import { accountPage } from './account.pages'
import { formats } from './account.store'
import { accountsPage, beginAccount, newAccountPage } from './account-list.pages'
import { accountsAddress } from './address.parts'
import {
  allCorrectionsPage,
  correctAccountForm,
  correctingAccountPage,
  countReliancePage,
  measurementReliancePage,
} from './afterwards.pages'
import { blockPage, writeBlock } from './block.pages'
import { accountedOn } from './carried.parts'
import { accountFile, areaPageFile } from './file.pages'
import { largestPictureForm, pictureFile } from './picture.pages'
import { questionsPage, writeQuestion } from './question.pages'
import { recomputePage } from './recompute.pages'
import { clearPart, releaseAccount } from './release.pages'
import { openWindowForm, previewPage } from './window.pages'

const partners = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path: `${accountsAddress}${path}`,
  access: 'professional',
  purpose: 'own-work',
  audit,
  handle,
})

/** The page of a result stands here too: this domain adds the accounts about it. A draft stands on the address it will have when released, and exists there for who works on it only. */
export const accountsRoutes: readonly Route[] = [
  publicPage(accountsAddress, accountsPage),
  publicPage(`${accountsAddress}/opmaak.css`, styleFile),
  partners('get', '/nieuw', 'begin van verantwoordingsstuk bekeken', newAccountPage),
  partners('post', '/nieuw', 'verantwoordingsstuk begonnen', beginAccount),
  publicPage(correctionsAddress, allCorrectionsPage),
  publicPage(relianceAddress, countReliancePage),
  publicPage(
    '/resultaten/:code',
    resultPage((tx, code) => accountedOn(tx, 'resultaat', code)),
  ),
  publicPage(`${accountsAddress}/steunt-op`, measurementReliancePage),
  publicPage(`${accountsAddress}/:code`, accountPage),
  publicPage(`${accountsAddress}/:code/narekenen`, recomputePage),
  ...formats.map((format) => publicPage(`${accountsAddress}/:code/stuk.${format}`, accountFile(format))),
  publicPage(`${accountsAddress}/:code/gebieden/:file`, areaPageFile),
  partners('get', '/:code/blok', 'blok van verantwoordingsstuk bekeken', blockPage),
  {
    ...partners('post', '/:code/blok', 'blok van verantwoordingsstuk geschreven', writeBlock),
    largestForm: largestPictureForm,
  },
  publicPage(`${accountsAddress}/:code/beeld/:file`, pictureFile),
  partners('post', '/:code/vrijgeven', 'deel van verantwoordingsstuk vrijgegeven', clearPart),
  partners('get', '/:code/vragen', 'vragen en antwoorden bij verantwoordingsstuk bekeken', questionsPage),
  partners('post', '/:code/vragen', 'vragen en antwoorden bij verantwoordingsstuk geschreven', writeQuestion),
  partners('post', '/:code/inzage', 'inzage vooraf geopend', openWindowForm),
  partners('get', '/:code/vooraf/:gebied', 'pagina van eigen gemeente vooraf bekeken', previewPage),
  partners('get', '/:code/corrigeren', 'verantwoordingsstuk bekeken om te corrigeren', correctingAccountPage),
  partners('post', '/:code/corrigeren', 'verantwoordingsstuk gecorrigeerd', correctAccountForm),
  partners('post', '/:code/uitbrengen', 'verantwoordingsstuk uitgebracht', releaseAccount),
]
