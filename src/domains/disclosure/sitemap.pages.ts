import type { Ask } from '../../platform/web/ask'
import { perSitemap, sitemapIndexOf, sitemapOf } from './diwoo'
import { indexAddress, sitemapAddress } from './sitemap.parts'
import { forIndex, publishingOf } from './sitemap.verbs'

/** What robots may read: everything that is public, and where the sitemaps for the index of the Woo are. */
export async function robotsFile(ask: Ask): Promise<Response> {
  const { baseUrl } = ask.installation
  const numbers = publishingOf(ask.region)
    ? [...(await ask.read((tx) => forIndex(tx, baseUrl))).categories.keys()].sort()
    : []
  const lines = ['User-agent: *', 'Disallow:', ...numbers.map((number) => `Sitemap: ${baseUrl}${indexAddress(number)}`)]
  return ask.file(`${lines.join('\n')}\n`, 'text/plain; charset=utf-8')
}

/** The sitemaps of one category of the Woo, or one of them. Without a publisher of TOOI there are none. */
export async function sitemapFile(ask: Ask): Promise<Response> {
  const publishing = publishingOf(ask.region)
  const asked = /^sitemap(index)?-diwoo-infocat(\d{3})(?:-([1-9]\d{0,3}))?\.xml$/.exec(ask.params.file ?? '')
  const [, isIndex, number = '', part] = asked ?? []
  if (!publishing || !asked || (isIndex === undefined) !== (part !== undefined)) return ask.notFound()
  const { baseUrl } = ask.installation
  const documents = (await ask.read((tx) => forIndex(tx, baseUrl))).categories.get(number)
  const parts = Math.ceil((documents?.length ?? 0) / perSitemap)
  if (!documents || (part !== undefined && Number(part) > parts)) return ask.notFound()
  const inPart = (at: number) => documents.slice((at - 1) * perSitemap, at * perSitemap)
  const content =
    part === undefined
      ? sitemapIndexOf(
          Array.from({ length: parts }, (_, at) => ({
            url: `${baseUrl}${sitemapAddress(number, at + 1)}`,
            at: inPart(at + 1).at(-1)?.at ?? null,
          })),
        )
      : sitemapOf(inPart(Number(part)), publishing)
  return ask.file(content, 'application/xml; charset=utf-8')
}
