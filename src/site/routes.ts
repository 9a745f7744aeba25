import { capacityResources } from '../domains/capacity'
import { crimeResources } from '../domains/crime'
import { figuresResources } from '../domains/figures'
import { governanceResources } from '../domains/governance'
import { identityResources } from '../domains/identity'
import { learningResources } from '../domains/learning'
import { moneyResources } from '../domains/money'
import { strategyResources } from '../domains/strategy'
import { territoryResources } from '../domains/territory'
import { openApiDocument } from '../platform/web/openapi'
import { apiJson, apiRoot } from '../platform/web/resource'
import { publicPage, type Route } from '../platform/web/route'
import { aboutPage, accessibilityPage, openDataPage, privacyPage } from './about.pages'
import { administrationPage } from './administration.pages'
import { chainPage, chainsPage } from './chain.pages'
import { districtPage } from './district.pages'
import { homePage } from './home.pages'
import { minePage } from './mine.pages'
import { municipalitiesPage } from './municipalities.pages'
import { municipalityPage } from './municipality.pages'
import { searchPage } from './search.pages'
import { stylePage } from './style.pages'

/** Everything the API gives, in the order of the domains. */
export const resources = [
  ...identityResources,
  ...territoryResources,
  ...figuresResources,
  ...crimeResources,
  ...strategyResources,
  ...governanceResources,
  ...learningResources,
  ...capacityResources,
  ...moneyResources,
]

export const siteRoutes: readonly Route[] = [
  publicPage('/', homePage),
  publicPage('/districten/:code', districtPage),
  publicPage('/keten', chainsPage),
  publicPage('/keten/:soort/:code', chainPage),
  publicPage('/gemeenten', municipalitiesPage),
  publicPage('/gemeenten/:code', municipalityPage),
  publicPage('/zoeken', searchPage),
  {
    method: 'get',
    path: '/mijn',
    access: 'signed-in',
    purpose: 'own-work',
    audit: 'startpagina bekeken',
    handle: minePage,
  },
  {
    method: 'get',
    path: '/beheer',
    access: 'functional-administrator',
    purpose: 'administration',
    audit: 'beheer bekeken',
    handle: administrationPage,
  },
  publicPage('/open-gegevens', openDataPage(resources)),
  publicPage('/over', aboutPage),
  publicPage('/toegankelijkheid', accessibilityPage),
  publicPage('/privacy', privacyPage),
  publicPage('/stijl', stylePage),
  publicPage(`${apiRoot}/openapi.json`, async (ask) =>
    apiJson(ask, openApiDocument(resources, { title: ask.region.coalition, baseUrl: ask.installation.baseUrl })),
  ),
]
