import { asset, assetCacheControl } from '../ui/assets'
import { publicPage, type Route } from './route'

/** Stylesheet, script, fonts and icons: their names carry a hash, so they never change. */
export const assetRoutes: readonly Route[] = ['/stijl/:file', '/scripts/:file', '/lettertypen/:file'].map((path) =>
  publicPage(path, async (ask) => {
    const found = asset(ask.path)
    return found ? ask.file(found.body, found.type, { 'cache-control': assetCacheControl }) : ask.notFound()
  }),
)
