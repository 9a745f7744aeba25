import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { keptPage, publicPage, type Route } from '../../platform/web/route'
import { disclosedAddress } from '../publications'
import { archiveFile, metadataFile } from './archive.pages'
import { disclosedResource } from './disclosed.api'
import { archiveAddress, disclosedPage } from './disclosed.pages'
import { robotsFile, sitemapFile } from './sitemap.pages'

export const disclosureResources: readonly Resource[] = [disclosedResource]

export const disclosureRoutes: readonly Route[] = [
  publicPage(disclosedAddress, disclosedPage),
  // All of it is public; it is much work, for who keeps the archive.
  {
    method: 'get',
    path: archiveAddress,
    access: 'professional',
    purpose: 'own-work',
    audit: 'uitvoer voor het archief opgehaald',
    handle: archiveFile,
  },
  publicPage(`${disclosedAddress}/:soort/:code/mdto.xml`, metadataFile),
  publicPage(`${disclosedAddress}/:soort/:code/mdto/:file`, metadataFile),
  keptPage('/robots.txt', robotsFile),
  keptPage('/sitemaps/:file', sitemapFile),
  ...disclosureResources.flatMap(resourceRoutes),
]
