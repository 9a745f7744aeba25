import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { countResource } from './count.api'
import { crimeTypeResource } from './crime-type.api'
import { picturesPage } from './overview.pages'
import { picturePage } from './picture.pages'

export const crimeResources: readonly Resource[] = [crimeTypeResource, countResource]

export const crimeRoutes: readonly Route[] = [
  publicPage('/veiligheidsbeelden', picturesPage),
  publicPage('/veiligheidsbeelden/:code', picturePage),
  ...crimeResources.flatMap(resourceRoutes),
]
