import { keptPage, publicPage, type Route } from '../../platform/web/route'
import { listOf, meetingFile, objectOf, oriRoot, rootFile, wholeFile } from './harvest.api'
import { harvestPage, oriPage } from './harvest.pages'
import { openApiFile } from './openapi.api'
import { collections } from './ori'

/** Everything here is read as everybody reads, and is the same for everybody. */
export const harvestRoutes: readonly Route[] = [
  publicPage(oriPage, harvestPage),
  keptPage(oriRoot, rootFile),
  keptPage(`${oriRoot}/openapi.json`, openApiFile),
  keptPage(`${oriRoot}/alles.json`, wholeFile),
  ...collections.flatMap((name) => [
    keptPage(`${oriRoot}/${name}`, listOf(name)),
    keptPage(`${oriRoot}/${name}/:id`, objectOf(name)),
  ]),
  keptPage('/vergaderingen/:code/ori.json', meetingFile),
]
