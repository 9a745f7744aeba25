import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { comparisonResource } from './comparison.api'
import { comparisonPage, ownComparisonPage } from './comparison.pages'
import { countResource } from './count.api'
import { crimeTypeResource } from './crime-type.api'
import { crimeTypePage } from './crime-type.pages'
import { crimeMapPage } from './map.pages'
import { picturePage, picturesPage } from './picture.pages'
import { unmeasuredPage } from './unmeasured.pages'

export const crimeResources: readonly Resource[] = [crimeTypeResource, countResource, comparisonResource]

export const crimeRoutes: readonly Route[] = [
  publicPage('/veiligheidsbeelden', picturesPage),
  publicPage('/veiligheidsbeelden/vergelijken', comparisonPage),
  publicPage('/veiligheidsbeelden/kaart', crimeMapPage),
  publicPage('/veiligheidsbeelden/wat-we-niet-meten', unmeasuredPage),
  publicPage('/veiligheidsbeelden/soorten/:type', crimeTypePage),
  publicPage('/veiligheidsbeelden/:code', picturePage),
  publicPage('/veiligheidsbeelden/:code/vergelijking', ownComparisonPage),
  ...crimeResources.flatMap(resourceRoutes),
]
