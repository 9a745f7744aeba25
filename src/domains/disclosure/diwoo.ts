import type { Day } from '../../kernel/day'
import { type XmlNode, xmlDocument } from '../../kernel/xml'
import type { WooCategory } from '../publications'

// DiWoo 0.9.8: what the index of the Woo (open.overheid.nl) reads of a document, in a sitemap.
const namespaces = {
  sitemap: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  diwoo: 'https://standaarden.overheid.nl/diwoo/metadata/',
}
const european = 'http://publications.europa.eu/resource/authority'
const term = (code: string) => `https://identifier.overheid.nl/tooi/def/thes/kern/${code}`

/** The formats we have that the index reads (`ccw_plooi_filetypes`), the best to read first. JSON is not among them. */
const formats = [
  { ending: 'pdf', uri: `${european}/file-type/PDF`, label: 'PDF' },
  { ending: 'html', uri: `${european}/file-type/HTML`, label: 'HTML' },
  { ending: 'docx', uri: `${european}/file-type/DOCX`, label: 'Word DOCX' },
  { ending: 'xlsx', uri: `${european}/file-type/XLSX`, label: 'Excel XLSX' },
] as const
export type IndexFormat = (typeof formats)[number]
const formatOf = (name: string) => formats.find(({ ending }) => name.endsWith(`.${ending}`))

/** What was done to a document that made it what it is (`ccw_plooi_documenthandelingen`). */
const handlings = {
  vaststelling: term('c_641ecd76'),
  ondertekening: term('c_e1ec050e'),
} as const

export type Handling = {
  readonly kind: keyof typeof handlings
  /** ISO, with or without a zone. */
  readonly at: string
  readonly by: string | null
}

/** A document as the index reads it. */
export type Indexed = {
  readonly identifier: string
  readonly url: string
  /** ISO. */
  readonly at: string
  readonly title: string
  readonly createdOn: Day
  readonly format: IndexFormat
  readonly category: WooCategory
  readonly handling: Handling
}

/** Who publishes, as TOOI has it, and who wrote. */
export type Publishing = { readonly publisher: { readonly name: string; readonly uri: string }; readonly maker: string }

/** Of files that are the same text, the one that is read best: one document stands in the index once. */
export function readable<File extends { readonly name: string }>(
  files: readonly File[],
): (File & { readonly format: IndexFormat })[] {
  const best = new Map<string, File & { readonly format: IndexFormat }>()
  for (const file of files) {
    const format = formatOf(file.name)
    if (!format) continue
    const stem = file.name.slice(0, -format.ending.length - 1)
    const known = best.get(stem)
    if (!known || formats.indexOf(format) < formats.indexOf(known.format)) best.set(stem, { ...file, format })
  }
  return [...best.values()]
}

/**
 * How many documents stand in one sitemap. The protocol allows 50,000 and 50 MB; one of ours takes some 2 kB, with a long title 4 kB.
 */
export const perSitemap = 10_000

const labelled = (name: string, label: string, resource: string): XmlNode => [name, label, { resource }]

function urlOf(one: Indexed, { publisher, maker }: Publishing): XmlNode {
  const { handling, category } = one
  return [
    'url',
    [
      ['loc', one.url],
      ['lastmod', one.at],
      [
        'diwoo:Document',
        [
          [
            'diwoo:DiWoo',
            [
              ['diwoo:identifiers', [['diwoo:identifier', one.identifier]]],
              labelled('diwoo:publisher', publisher.name, publisher.uri),
              ['diwoo:naamOpsteller', maker],
              ['diwoo:titelcollectie', [['diwoo:officieleTitel', one.title]]],
              [
                'diwoo:classificatiecollectie',
                [
                  [
                    'diwoo:informatiecategorieen',
                    [labelled('diwoo:informatiecategorie', category.label, category.uri)],
                  ],
                ],
              ],
              ['diwoo:creatiedatum', one.createdOn],
              labelled('diwoo:language', 'Nederlands', `${european}/language/NLD`),
              labelled('diwoo:format', one.format.label, one.format.uri),
              [
                'diwoo:documenthandelingen',
                [
                  [
                    'diwoo:documenthandeling',
                    [
                      labelled('diwoo:soortHandeling', handling.kind, handlings[handling.kind]),
                      ['diwoo:atTime', handling.at],
                      handling.by ? ['diwoo:wasAssociatedWith', handling.by] : null,
                    ],
                  ],
                ],
              ],
            ],
          ],
        ],
      ],
    ],
  ]
}

export const sitemapOf = (documents: readonly Indexed[], publishing: Publishing): string =>
  xmlDocument([
    'urlset',
    documents.map((one) => urlOf(one, publishing)),
    { xmlns: namespaces.sitemap, 'xmlns:diwoo': namespaces.diwoo },
  ])

/** The sitemaps of one category, each with when the newest in it was made public. */
export const sitemapIndexOf = (sitemaps: readonly { readonly url: string; readonly at: string | null }[]): string =>
  xmlDocument([
    'sitemapindex',
    sitemaps.map(({ url, at }) => ['sitemap', [['loc', url], at ? ['lastmod', at] : null]]),
    { xmlns: namespaces.sitemap },
  ])

/** Why something that is public is not in the index, the first that holds. */
export const leftReasons = ['voorbeeld', 'categorie', 'vorm'] as const
export type LeftReason = (typeof leftReasons)[number]
