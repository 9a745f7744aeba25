import type { Day } from '../../kernel/day'
import { type XmlNode, xmlDocument } from '../../kernel/xml'
import type { WooCategory } from '../publications'

/** A file as the archive keeps it. */
export type ArchivedFile = {
  readonly name: string
  readonly media: string
  readonly bytes: number
  /** SHA-256, in hexadecimal digits. */
  readonly hash: string
  readonly url: string
}

/** A thing that is kept, with who made it and what is known of how long. */
export type ArchivedObject = {
  readonly code: string
  readonly title: string
  readonly description: string
  readonly url: string
  /** What its content is about begins on this day; null when it has no such day. */
  readonly takenOn: Day | null
  /** ISO. */
  readonly publishedAt: string
  readonly category: WooCategory | null
  readonly maker: { readonly name: string; readonly tooi: string | null }
  readonly system: string
  readonly files: readonly ArchivedFile[]
}

const namespace = 'https://www.nationaalarchief.nl/mdto'
const ownList = 'Begrippenlijst Slagvaardig'

const document = (of: XmlNode) => xmlDocument(['MDTO', [of], { xmlns: namespace }])

const identified = (code: string, source: string): XmlNode => [
  'identificatie',
  [
    ['identificatieKenmerk', code],
    ['identificatieBron', source],
  ],
]
const term = (name: string, label: string, list: string, code: string | null = null): XmlNode => [
  name,
  [['begripLabel', label], code ? ['begripCode', code] : null, ['begripBegrippenlijst', [['verwijzingNaam', list]]]],
]
const reference = (name: string, label: string, code: string | null, source: string): XmlNode => [
  name,
  [
    ['verwijzingNaam', label],
    code
      ? [
          'verwijzingIdentificatie',
          [
            ['identificatieKenmerk', code],
            ['identificatieBron', source],
          ],
        ]
      : null,
  ],
]

const fileCode = ({ code }: ArchivedObject, { name }: ArchivedFile) => `${code}/${name}`

/** How long it is kept: as the selection list of the region says, or that it did not choose yet. */
function valuation(category: WooCategory | null): XmlNode {
  if (!category?.valuation) return term('waardering', 'Nog niet gewaardeerd', ownList)
  const label = category.valuation === 'B' ? 'Blijvend te bewaren' : 'Tijdelijk te bewaren'
  return term('waardering', label, 'Begrippenlijst Waarderingen MDTO', category.valuation)
}

/** The metadata of the thing itself, in the order of MDTO 1.0. */
export function objectMetadata(of: ArchivedObject): string {
  const { code, title, description, url, takenOn, publishedAt, category, maker, system, files } = of
  return document([
    'informatieobject',
    [
      identified(code, system),
      ['naam', title],
      term('aggregatieniveau', 'Archiefstuk', 'Begrippenlijst Aggregatieniveaus MDTO'),
      category
        ? term(
            'classificatie',
            category.label,
            'TOOI waardelijst Woo-informatiecategorieën',
            category.uri.replace(/^.*\//, ''),
          )
        : null,
      ['omschrijving', description],
      ['raadpleeglocatie', [['raadpleeglocatieOnline', url]]],
      takenOn
        ? [
            'dekkingInTijd',
            [term('dekkingInTijdType', 'Dag van het besluit', ownList), ['dekkingInTijdBegindatum', takenOn]],
          ]
        : null,
      ['taal', 'nl'],
      ['event', [term('eventType', 'Openbaar gemaakt', ownList), ['eventTijd', publishedAt]]],
      valuation(category),
      category?.selectionList ? term('informatiecategorie', category.label, category.selectionList) : null,
      ...files.map((file) => reference('heeftRepresentatie', file.name, fileCode(of, file), system)),
      reference('archiefvormer', maker.name, maker.tooi, 'TOOI'),
      [
        'beperkingGebruik',
        [
          term('beperkingGebruikType', 'Openbaar', ownList),
          ['beperkingGebruikNadereBeschrijving', 'Openbaar gemaakt. Er is geen beperking op de openbaarheid bekend.'],
        ],
      ],
    ],
  ])
}

/** The metadata of one of its files. */
export function fileMetadata(of: ArchivedObject, file: ArchivedFile): string {
  return document([
    'bestand',
    [
      identified(fileCode(of, file), of.system),
      ['naam', file.name],
      ['omvang', String(file.bytes)],
      term('bestandsformaat', file.media, 'IANA Media Types'),
      [
        'checksum',
        [
          term('checksumAlgoritme', 'SHA-256', 'Begrippenlijst ChecksumAlgoritme MDTO'),
          ['checksumWaarde', file.hash],
          ['checksumDatum', of.publishedAt],
        ],
      ],
      ['URLBestand', file.url],
      reference('isRepresentatieVan', of.title, of.code, of.system),
    ],
  ])
}
