import { capacityResources } from '../domains/capacity'
import { countCube, crimeResources } from '../domains/crime'
import { decisionsResources } from '../domains/decisions'
import { disclosureResources } from '../domains/disclosure'
import { figuresResources, measurementCube } from '../domains/figures'
import { governanceResources } from '../domains/governance'
import { oriPage, oriRoot, standard as oriStandard } from '../domains/harvest'
import { hearingResources } from '../domains/hearings'
import { identityResources } from '../domains/identity'
import { learningResources } from '../domains/learning'
import { levelsResources } from '../domains/levels'
import { meetingResources } from '../domains/meetings'
import { moneyResources } from '../domains/money'
import { pictureResources } from '../domains/pictures'
import { populationResources } from '../domains/population'
import { strategyResources } from '../domains/strategy'
import { territoryResources } from '../domains/territory'
import { odataRoot, type Served } from '../platform/odata/answer'
import type { PublishedCube } from '../platform/odata/cube'
import { metadataFile, type PublishedTable } from '../platform/opendata/csvw'
import type { Catalogue, Dataset, Form, Service, Standard } from '../platform/opendata/dataset'
import { publicationOf } from '../platform/opendata/publication'
import type { Ask } from '../platform/web/ask'
import { apiRoot, publishedTable } from '../platform/web/resource'

/** Everything the API gives, in the order of the domains. */
export const resources = [
  ...identityResources,
  ...territoryResources,
  ...figuresResources,
  ...crimeResources,
  ...populationResources,
  ...pictureResources,
  ...strategyResources,
  ...governanceResources,
  ...learningResources,
  ...capacityResources,
  ...moneyResources,
  ...hearingResources,
  ...levelsResources,
  ...meetingResources,
  ...decisionsResources,
  ...disclosureResources,
]

export const openDataPath = '/open-gegevens'
/** One file with every table. */
export const archivePath = `${apiRoot}/open-gegevens.zip`

const designRules: Standard = {
  uri: 'https://gitdocumentatie.logius.nl/publicatie/api/adr/',
  name: 'NL API Design Rules',
}

const csvOnTheWeb: Standard = { uri: 'https://www.w3.org/TR/tabular-metadata/', name: 'CSV on the Web' }

const restService: Service = {
  code: 'api',
  title: 'API',
  description: 'Elke tabel als lijst met filters en als los item, in JSON.',
  endpoint: apiRoot,
  endpointDescription: `${apiRoot}/openapi.json`,
  standard: designRules,
}

const odataService: Service = {
  code: 'odata',
  title: 'OData v4',
  description: 'Cijfers in de vorm van het CBS: te lezen met cbsodata4 in R en Python, en met Excel.',
  endpoint: odataRoot,
  endpointDescription: `${odataRoot}/Datasets`,
  standard: { uri: 'https://docs.oasis-open.org/odata/odata/v4.01/', name: 'OData v4' },
}

const oriService: Service = {
  code: 'ori',
  title: 'Open Raadsinformatie',
  description: 'De openbare vergaderingen, stukken en registers, in de vorm waarin raadsinformatie wordt verzameld.',
  endpoint: oriRoot,
  endpointDescription: `${oriRoot}/openapi.json`,
  standard: { uri: oriStandard.url, name: `${oriStandard.naam} ${oriStandard.versie}` },
}

const cubes: readonly PublishedCube[] = [countCube, measurementCube]

/** What the OData service serves, under the code of the region as its catalogue. */
export const servedByOData: Served = {
  cubes,
  holder: (ask) => ({
    catalogue: ask.region.code,
    title: openDataTitle(ask),
    description: openDataDescription(ask),
    homepage: `${ask.installation.baseUrl}${openDataPath}`,
    publication: publicationIn(ask),
  }),
}

/** The open tables as they are today, and which of them OData serves. */
function published(ask: Ask): Promise<{ tables: PublishedTable[]; served: Set<string> }> {
  return ask.read(async (tx) => {
    const tables: PublishedTable[] = []
    for (const declared of resources) tables.push(await publishedTable(declared, tx, ask))
    const served = new Set<string>()
    for (const { identifier, cube } of cubes) if (await cube(tx, ask)) served.add(identifier)
    return { tables, served }
  })
}

/** Who publishes, and where to ask. */
export const publicationIn = ({ region, installation }: Ask) =>
  publicationOf(region.publication, region, installation.baseUrl)

const openDataDescription = ({ region }: Ask) =>
  `Wat de ${region.coalition} afsprak, deed en bereikte, met de bron van elk getal.`
export const openDataTitle = ({ region }: Ask) => `Open gegevens van de ${region.coalition}`

/** All that is published here, for a catalogue of catalogues to take over. */
export async function openCatalogue(ask: Ask): Promise<Catalogue> {
  const { installation } = ask
  const { tables, served } = await published(ask)
  return {
    baseUrl: installation.baseUrl,
    title: openDataTitle(ask),
    description: openDataDescription(ask),
    page: openDataPath,
    publication: publicationIn(ask),
    datasets: [
      ...tables.map(({ name, title, description, caution }) => ({
        name,
        title,
        description,
        caution,
        page: `${openDataPath}/${name}`,
        forms: [...formsOf(name, title, ask), ...(served.has(name) ? [odataForm(name, title, ask)] : [])],
      })),
      everything(ask),
      councilInformation(ask),
    ],
    services: [restService, odataService, oriService],
  }
}

/** All tables together, as a dataset of its own. */
const everything = (ask: Ask): Dataset => ({
  name: 'alles',
  title: 'Alle open tabellen',
  description: `Alle tabellen van de ${ask.region.coalition} in één bestand, elk als CSV met de beschrijving van de kolommen.`,
  caution: null,
  page: openDataPath,
  forms: [
    {
      code: 'zip',
      title: 'ZIP met CSV',
      path: archivePath,
      mediaType: 'application/zip',
      fileType: 'ZIP',
      schema: csvOnTheWeb,
      service: restService.code,
    },
  ],
})

/** The meetings with their registers, as a dataset of its own. */
const councilInformation = ({ region, installation }: Ask): Dataset => ({
  name: 'raadsinformatie',
  title: 'Vergaderstukken als Open Raadsinformatie',
  description: `De openbare vergaderingen van de ${region.coalition}, met stukken en de registers van besluiten en toezeggingen.`,
  caution: null,
  page: oriPage,
  forms: [
    {
      code: 'json',
      title: 'JSON',
      path: `${oriRoot}/alles.json`,
      mediaType: 'application/json',
      fileType: 'JSON',
      schema: { uri: `${installation.baseUrl}${oriRoot}/openapi.json`, name: 'Beschrijving van de uitvoer' },
      service: oriService.code,
    },
  ],
})

/** In what forms a table can be had. */
function formsOf(name: string, title: string, { installation: { baseUrl } }: Ask): Form[] {
  const path = `${apiRoot}/${name}`
  const schema = { uri: `${baseUrl}${apiRoot}/${metadataFile(name)}`, name: `Kolommen van ${title}` }
  const openApi = { uri: `${baseUrl}${apiRoot}/openapi.json`, name: 'Beschrijving van de API' }
  const form = (code: string, words: string, at: string, media: string, file: string, by: Standard): Form => ({
    code,
    title: words,
    path: at,
    mediaType: media,
    fileType: file,
    schema: by,
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
      csvOnTheWeb,
    ),
  ]
}

function odataForm(name: string, title: string, { installation, region }: Ask): Form {
  const path = `${odataRoot}/${region.code}/${name}`
  return {
    code: 'odata',
    title: 'OData v4',
    path,
    mediaType: 'application/json',
    fileType: 'JSON',
    schema: { uri: `${installation.baseUrl}${path}/$metadata`, name: `Typen van ${title}` },
    service: odataService.code,
  }
}
