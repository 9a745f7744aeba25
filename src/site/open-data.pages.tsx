import { oriPage } from '../domains/harvest'
import { odataRoot } from '../platform/odata/answer'
import { metadataFile, type PublishedTable, withCaution } from '../platform/opendata/csvw'
import { examplesOfFile, examplesOfOData } from '../platform/opendata/examples'
import type { Publication } from '../platform/opendata/publication'
import {
  Block,
  Code,
  CodeBlock,
  DataList,
  DataTable,
  Downloads,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  Section,
  TextLink,
} from '../platform/ui'
import type { Ask } from '../platform/web/ask'
import type { Column } from '../platform/web/column'
import { filtersOf } from '../platform/web/openapi'
import { apiRoot, publishedTable, type Resource } from '../platform/web/resource'
import { archivePath, openDataPath, publicationIn, resources, servedByOData } from './open-data'

const crumb = { label: 'Open gegevens', href: openDataPath }
const downloadsOf = (name: string) => ({
  csv: `${apiRoot}/${name}.csv`,
  excelCsv: `${apiRoot}/${name}-excel.csv`,
  xlsx: `${apiRoot}/${name}.xlsx`,
  json: `${apiRoot}/${name}`,
})

/** Every open table: what is in it, what it is for, and how to take it along. */
export async function openDataPage(ask: Ask): Promise<Response> {
  const publication = publicationIn(ask)
  return ask.page(
    {
      title: 'Open gegevens',
      description: 'Alle openbare tabellen, om mee te nemen.',
      breadcrumbs: [crumb],
    },
    <>
      <Opening
        title="Open gegevens"
        lead={`Alles wat hier openbaar staat, kunt u meenemen: ${resources.length} tabellen. Voor Excel, of voor een programma.`}
      />
      <Section id="tabellen" title="Tabellen" intro="Elke rij heeft een code die niet verandert.">
        <DataTable
          caption="Openbare tabellen"
          hiddenCaption
          rows={resources}
          columns={[
            {
              head: 'Tabel',
              rowHead: true,
              cell: ({ name, title }) => <ListLink href={`${openDataPath}/${name}`}>{title}</ListLink>,
            },
            { head: 'Wat erin staat', cell: ({ description }) => description },
            { head: 'Waarvoor', cell: ({ use }) => use },
            {
              head: 'Neem mee',
              cell: ({ name, title }) => (
                <>
                  <ListLink href={`${apiRoot}/${name}.xlsx`}>XLSX: {title}</ListLink>{' '}
                  <ListLink href={`${apiRoot}/${name}.csv`}>CSV: {title}</ListLink>
                </>
              ),
            },
          ]}
        />
      </Section>
      <Section id="alles" title="Alles in één keer" intro="De stand van vandaag.">
        <Paragraph>
          <TextLink href={archivePath}>Alle tabellen als ZIP</TextLink>: elke tabel als CSV, met de beschrijving van de
          kolommen ernaast.
        </Paragraph>
      </Section>
      <Section id="licentie" title="Wat mag u ermee" intro="Van wie het is, en onder welke voorwaarden.">
        <Terms publication={publication} />
      </Section>
      <Section id="programma" title="Voor programma’s" intro="Vaste adressen, vaste namen.">
        <Paragraph>
          De beschrijving van de API staat in OpenAPI 3.1:{' '}
          <TextLink href={`${apiRoot}/openapi.json`}>{apiRoot}/openapi.json</TextLink>. Namen zijn Nederlands, een lijst
          antwoordt met <Code>aantal</Code>, <Code>items</Code> en <Code>_links</Code>, en een onbekende parameter is
          een fout 400.
        </Paragraph>
        <Paragraph>
          De catalogus volgt DCAT-AP-NL 3, zodat data.overheid.nl hem kan overnemen:{' '}
          <TextLink href={`${apiRoot}/catalogus.jsonld`}>JSON-LD</TextLink> en{' '}
          <TextLink href={`${apiRoot}/catalogus.ttl`}>Turtle</TextLink>. Naast elke CSV staat de beschrijving van de
          kolommen volgens CSV on the Web.
        </Paragraph>
        <Paragraph>
          Cijfers in de vorm van het CBS, met OData v4: <TextLink href={`${odataRoot}/Datasets`}>{odataRoot}</TextLink>.
          Wie cbsodata4 gebruikt in R of Python, geeft dit adres op en de catalogus <Code>{ask.region.code}</Code>. Hoe
          dat gaat, staat bij <TextLink href={`${openDataPath}/misdrijfcijfers#odata`}>misdrijfcijfers</TextLink> en bij{' '}
          <TextLink href={`${openDataPath}/metingen#odata`}>metingen</TextLink>.
        </Paragraph>
        <Paragraph>
          Vergaderingen, stukken, besluiten en toezeggingen in de vorm waarin raadsinformatie wordt verzameld:{' '}
          <TextLink href={oriPage}>Vergaderstukken als Open Raadsinformatie</TextLink>.
        </Paragraph>
        <Paragraph>
          Cijfers zoals ze eerder bekend waren:{' '}
          <TextLink href={`${apiRoot}/metingen?bekendOp=2018-12-31`}>metingen?bekendOp=2018-12-31</TextLink>. De
          indeling van toen:{' '}
          <TextLink href={`${apiRoot}/gebieden?geldigOp=2022-03-23`}>gebieden?geldigOp=2022-03-23</TextLink>.
        </Paragraph>
      </Section>
    </>,
  )
}

/** One open table: its columns, its filters, its downloads, and how to read it in R, Python and TypeScript. */
export async function openTablePage(ask: Ask): Promise<Response> {
  const declared = resources.find(({ name }) => name === ask.params.tabel)
  if (!declared) return ask.notFound()
  const table = await ask.read((tx) => publishedTable(declared, tx, ask))
  return ask.page(
    {
      title: `Open gegevens: ${table.title}`,
      description: withCaution(table),
      breadcrumbs: [crumb, { label: table.title, href: `${openDataPath}/${table.name}` }],
    },
    <>
      <Opening title={`Open gegevens: ${table.title}`} lead={table.description}>
        {table.caution ? <Notice title="Let op">{table.caution}</Notice> : null}
        {declared.use ? <Paragraph>{declared.use}</Paragraph> : null}
        <Downloads {...downloadsOf(table.name)} />
      </Opening>
      <Section id="kolommen" title="Kolommen" intro="Een lege cel is onbekend of niet van toepassing, nooit nul.">
        <ColumnTable table={table} />
        <Paragraph small>
          Dezelfde beschrijving voor programma’s:{' '}
          <TextLink href={`${apiRoot}/${metadataFile(table.name)}`}>{metadataFile(table.name)}</TextLink> (CSV on the
          Web).
        </Paragraph>
      </Section>
      <Filters declared={declared} />
      <Section id="voorbeelden" title="Voorbeelden" intro="Neem de regels over zoals ze er staan.">
        {examplesOfFile(`${ask.installation.baseUrl}${apiRoot}/${table.name}`).map(({ language, code }) => (
          <Block title={language} level={3}>
            <CodeBlock label={`Voorbeeld in ${language}`} code={code} />
          </Block>
        ))}
      </Section>
      {servedByOData.cubes.some(({ identifier }) => identifier === table.name) ? (
        <Section id="odata" title="In de vorm van het CBS" intro="OData v4, voor wie cbsodata4 gebruikt.">
          {examplesOfOData(`${ask.installation.baseUrl}${odataRoot}`, ask.region.code, table.name).map((example) => (
            <Block title={example.language} level={3}>
              <CodeBlock label={`OData in ${example.language}`} code={example.code} />
            </Block>
          ))}
        </Section>
      ) : null}
      <Section id="licentie" title="Wat mag u ermee">
        <Terms publication={publicationIn(ask)} source={table.source} />
      </Section>
    </>,
  )
}

function Terms({ publication, source }: { publication: Publication; source?: string }) {
  const { publisher, licence, contact } = publication
  return (
    <DataList
      items={[
        ...(source ? [{ term: 'Bron', value: source }] : []),
        { term: 'Uitgever', value: <TextLink href={publisher.website}>{publisher.name}</TextLink> },
        {
          term: 'Licentie',
          value: licence.isChosen ? (
            <TextLink href={licence.uri}>{licence.name}</TextLink>
          ) : (
            'Nog niet gekozen. Vraag het de uitgever voordat u de gegevens verder verspreidt.'
          ),
        },
        {
          term: 'Vragen',
          value: contact.email ? (
            <TextLink href={`mailto:${contact.email}`}>{contact.email}</TextLink>
          ) : (
            <TextLink href={contact.website}>{contact.name}</TextLink>
          ),
        },
        { term: 'Taal', value: 'Nederlands' },
      ]}
    />
  )
}

const typeWords = {
  text: 'tekst',
  integer: 'geheel getal',
  number: 'getal',
  'yes-no': 'ja of nee (true, false)',
  day: 'dag (jjjj-mm-dd)',
  moment: 'moment (UTC)',
} as const

function typeInWords({ type, isList, choices }: Column): string {
  if (choices) return `één van: ${choices.join(', ')}`
  return isList ? 'lijst, in CSV gescheiden door ;' : typeWords[type]
}

function ColumnTable({ table }: { table: PublishedTable }) {
  return (
    <DataTable
      caption={`Kolommen van ${table.title}`}
      hiddenCaption
      rows={table.columns}
      columns={[
        { head: 'Kolom', rowHead: true, cell: ({ name }) => name },
        { head: 'Wat het is', cell: ({ description }) => description },
        { head: 'Soort', cell: typeInWords },
        {
          head: 'Eenheid',
          cell: ({ unit }) =>
            unit === null ? (
              ''
            ) : typeof unit === 'string' ? (
              unit
            ) : (
              <>
                zie <Code>{unit.column}</Code>
              </>
            ),
        },
      ]}
    />
  )
}

function Filters({ declared }: { declared: Resource }) {
  const filters = filtersOf(declared)
  if (filters.length === 0) return null
  return (
    <Section id="filters" title="Filters" intro="Achter een vraagteken in het adres, ook bij CSV en XLSX.">
      <DataTable
        caption={`Filters van ${declared.title}`}
        hiddenCaption
        rows={filters}
        columns={[
          { head: 'Filter', rowHead: true, cell: ({ name }) => name },
          { head: 'Wat het doet', cell: ({ description }) => description },
          ...(filters.some(({ choices }) => choices.length > 0)
            ? [{ head: 'Keuze', cell: ({ choices }: (typeof filters)[number]) => choices.join(', ') }]
            : []),
        ]}
      />
    </Section>
  )
}
