import { answerOData, odataRoot } from '../platform/odata/answer'
import { catalogueNodes } from '../platform/opendata/catalogue'
import { jsonLd, turtle } from '../platform/opendata/graph'
import { openApiDocument } from '../platform/web/openapi'
import { apiJson, apiRoot } from '../platform/web/resource'
import { publicPage, type Route } from '../platform/web/route'
import { aboutPage, accessibilityPage, privacyPage } from './about.pages'
import { administrationPage } from './administration.pages'
import { chainPage, chainsPage } from './chain.pages'
import { deliveriesPage, orderForm } from './deliveries.pages'
import { districtPage } from './district.pages'
import { homePage } from './home.pages'
import { minePage } from './mine.pages'
import { municipalitiesPage } from './municipalities.pages'
import { municipalityPage } from './municipality.pages'
import { archivePath, openCatalogue, openDataPath, openDataTitle, resources, servedByOData } from './open-data'
import { openDataPage, openTablePage } from './open-data.pages'
import { openDataArchive } from './open-data-archive'
import { ownMeetingPage } from './own-meeting.pages'
import { searchPage } from './search.pages'
import { stylePage } from './style.pages'
import { upkeepAddress, upkeepPage } from './upkeep.pages'

// Python's client puts a slash behind the address of a dataset.
const odataRoutes = ['', '/', '/:een', '/:een/', '/:een/:twee', '/:een/:twee/', '/:een/:twee/:drie'].map((path) =>
  publicPage(`${odataRoot}${path}`, (ask) => {
    const { een, twee, drie } = ask.params
    return answerOData(
      servedByOData,
      ask,
      [een, twee, drie].filter((part) => part !== undefined),
    )
  }),
)

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
    path: '/mijn/vergadering',
    access: 'professional',
    purpose: 'own-work',
    audit: 'eigen vergadering bekeken',
    handle: ownMeetingPage,
  },
  {
    method: 'get',
    path: '/beheer',
    access: 'functional-administrator',
    purpose: 'administration',
    audit: 'beheer bekeken',
    handle: administrationPage,
  },
  {
    method: 'get',
    path: '/beheer/leveringen',
    access: 'functional-administrator',
    purpose: 'administration',
    audit: 'leveringen bekeken',
    handle: deliveriesPage,
  },
  {
    method: 'post',
    path: '/beheer/leveringen',
    access: 'functional-administrator',
    purpose: 'administration',
    audit: 'laden gevraagd',
    handle: orderForm,
  },
  publicPage(openDataPath, openDataPage),
  publicPage(`${openDataPath}/:tabel`, openTablePage),
  publicPage('/over', aboutPage),
  publicPage(upkeepAddress, upkeepPage),
  publicPage('/toegankelijkheid', accessibilityPage),
  publicPage('/privacy', privacyPage),
  publicPage('/stijl', stylePage),
  publicPage(apiRoot, async (ask) =>
    apiJson(ask, {
      titel: openDataTitle(ask),
      _links: Object.fromEntries(resources.map(({ name }) => [name, { href: `${apiRoot}/${name}` }])),
    }),
  ),
  publicPage(`${apiRoot}/openapi.json`, async (ask) =>
    apiJson(ask, openApiDocument(resources, { title: ask.region.coalition, baseUrl: ask.installation.baseUrl })),
  ),
  publicPage(`${apiRoot}/catalogus.jsonld`, async (ask) =>
    apiJson(ask, jsonLd(catalogueNodes(await openCatalogue(ask))), 'application/ld+json'),
  ),
  publicPage(`${apiRoot}/catalogus.ttl`, async (ask) =>
    ask.file(turtle(catalogueNodes(await openCatalogue(ask))), 'text/turtle; charset=utf-8', {
      'access-control-allow-origin': '*',
    }),
  ),
  publicPage(archivePath, openDataArchive),
  ...odataRoutes,
]
