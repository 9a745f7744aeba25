import { publicPage, type Route } from '../../platform/web/route'
import { archiveFile, followedFile, noteFile, wholeFile } from './bundle.pages'
import { bundlePage } from './bundle-page.pages'

const bundle = '/vergaderingen/:code/bundel'

/** Everybody gets what he may read. That somebody got closed papers is written down by the file itself. */
export const bundleRoutes: readonly Route[] = [
  publicPage(bundle, bundlePage),
  publicPage(`${bundle}/alles.pdf`, wholeFile),
  publicPage(`${bundle}/nagezonden.pdf`, followedFile),
  publicPage(`${bundle}/stukken.zip`, archiveFile),
  publicPage('/vergaderingen/:code/punten/:punt/oplegnotitie.docx', noteFile),
]
