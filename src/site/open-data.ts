import { capacityResources } from '../domains/capacity'
import { crimeResources } from '../domains/crime'
import { figuresResources } from '../domains/figures'
import { governanceResources } from '../domains/governance'
import { identityResources } from '../domains/identity'
import { learningResources } from '../domains/learning'
import { moneyResources } from '../domains/money'
import { strategyResources } from '../domains/strategy'
import { territoryResources } from '../domains/territory'
import { metadataFile, type PublishedTable } from '../platform/opendata/csvw'
import type { Catalogue, Form, Service, Standard } from '../platform/opendata/dataset'
import { publicationOf } from '../platform/opendata/publication'
import type { Ask } from '../platform/web/ask'
import { apiRoot, publishedTable } from '../platform/web/resource'

/** Everything the API gives, in the order of the domains. */
export const resources = [
  ...identityResources,
  ...territoryResources,
  ...figuresResources,
  ...crimeResources,
  ...strategyResources,
  ...governanceResources,
  ...learningResources,
  ...capacityResources,
  ...moneyResources,
]

export const openDataPath = '/open-gegevens'

const designRules: Standard = {
  uri: 'https://gitdocumentatie.logius.nl/publicatie/api/adr/',
  name: 'NL API Design Rules',
}

const restService: Service = {
  code: 'api',
  title: 'API',
  description: 'Elke tabel als lijst met filters en als los item, in JSON.',
  endpoint: apiRoot,
  endpointDescription: `${apiRoot}/openapi.json`,
  standard: designRules,
}

/** The open tables as they are today. */
function publishedTables(ask: Ask): Promise<PublishedTable[]> {
  return ask.read(async (tx) => {
    const tables: PublishedTable[] = []
    for (const declared of resources) tables.push(await publishedTable(declared, tx, ask))
    return tables
  })
}

/** Who publishes, and where to ask. */
export const publicationIn = ({ region, installation }: Ask) =>
  publicationOf(region.publication, region, installation.baseUrl)

export const openDataTitle = ({ region }: Ask) => `Open gegevens van de ${region.coalition}`

/** All that is published here, for a catalogue of catalogues to take over. */
export async function openCatalogue(ask: Ask): Promise<Catalogue> {
  const { region, installation } = ask
  const tables = await publishedTables(ask)
  return {
    baseUrl: installation.baseUrl,
    title: openDataTitle(ask),
    description: `Wat de ${region.coalition} afsprak, deed en bereikte, met de bron van elk getal.`,
    page: openDataPath,
    publication: publicationIn(ask),
    datasets: tables.map(({ name, title, description, caution }) => ({
      name,
      title,
      description,
      caution,
      page: `${openDataPath}/${name}`,
      forms: formsOf(name, title, installation.baseUrl),
    })),
    services: [restService],
  }
}

/** In what forms a table can be had. */
function formsOf(name: string, title: string, baseUrl: string): Form[] {
  const path = `${apiRoot}/${name}`
  const schema = { uri: `${baseUrl}${apiRoot}/${metadataFile(name)}`, name: `Kolommen van ${title}` }
  const openApi = { uri: `${baseUrl}${apiRoot}/openapi.json`, name: 'Beschrijving van de API' }
  const csvw = { uri: 'https://www.w3.org/TR/tabular-metadata/', name: 'CSV on the Web' }
  const form = (code: string, words: string, at: string, media: string, file: string, schema: Standard): Form => ({
    code,
    title: words,
    path: at,
    isFile: code !== 'json',
    mediaType: media,
    fileType: file,
    schema,
    service: restService.code,
  })
  const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return [
    form('csv', 'CSV', `${path}.csv`, 'text/csv', 'CSV', schema),
    form('xlsx', 'XLSX', `${path}.xlsx`, workbook, 'XLSX', schema),
    form('json', 'JSON', path, 'application/json', 'JSON', openApi),
    form(
      'csvw',
      'beschrijving van de kolommen',
      `${apiRoot}/${metadataFile(name)}`,
      'application/csvm+json',
      'JSON_LD',
      csvw,
    ),
  ]
}
