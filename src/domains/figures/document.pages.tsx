import { parseSourceRef } from '../../kernel/source'
import { Code, DataTable, Downloads, ListLink, Notice, Opening, RowList, Section, TextLink } from '../../platform/ui'
import { count, day as dayInWords, number, period as periodInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { ContradictionItem, UnresolvedValueTable } from './contradiction.parts'
import { listContradictions, listUnresolvedValues } from './contradiction.store'
import { lineBlocks, type SourceDocument } from './document'
import { documentTitles, findDocument, listDocuments } from './document.store'
import { kindWord, numberWords } from './figure.parts'
import type { Measurement } from './measurement'
import { measurementsOf } from './measurement.store'
import { dayMistake } from './mention.parts'

const knownSince = ({ knownOn, knownOnEstimated }: SourceDocument) =>
  `${dayInWords(knownOn)}${knownOnEstimated ? ' (geschat)' : ''}`

/** The documents everything comes from. */
export async function documentsPage(ask: Ask): Promise<Response> {
  const knownOn = ask.knownOn
  if (!knownOn) return ask.badRequest(dayMistake)
  const { documents, measurements } = await ask.read(async (tx) => ({
    documents: (await listDocuments(tx, { knownOn })).items,
    measurements: await measurementsOf(tx, { knownOn }),
  }))
  const countOf = (code: string) =>
    measurements.filter(({ sources }) => sources.some((source) => source.startsWith(`${code}:`))).length
  return ask.page(
    {
      title: 'Brondocumenten',
      description: 'De documenten waar alles op deze website uit komt.',
      breadcrumbs: [{ label: 'Brondocumenten', href: '/documenten' }],
    },
    <>
      <Opening
        title="Brondocumenten"
        lead={`Alles wat hier staat, komt uit ${count(documents.length, 'document', 'documenten')}. Bij elk getal en elke afspraak staat uit welke regel.`}
      />
      <Section id="lijst" title="De documenten" intro="De tekst zelf bewaren wij niet, alleen wat eruit is gelezen.">
        <DataTable
          caption="Brondocumenten"
          hiddenCaption
          rows={documents}
          columns={[
            {
              head: 'Document',
              rowHead: true,
              cell: ({ code, title }) => <ListLink href={`/documenten/${encodeURIComponent(code)}`}>{title}</ListLink>,
            },
            { head: 'Soort', cell: ({ kind }) => kind },
            { head: 'Bekend sinds', cell: knownSince },
            { head: 'Regels', align: 'number', cell: ({ lineCount }) => number(lineCount) },
            { head: 'Getallen', align: 'number', cell: ({ code }) => number(countOf(code)) },
          ]}
        />
        <Downloads
          xlsx="/api/v1/documenten.xlsx"
          csv="/api/v1/documenten.csv"
          excelCsv="/api/v1/documenten-excel.csv"
          json="/api/v1/documenten"
        />
      </Section>
    </>,
  )
}

type Line = { readonly first: number; readonly lines: string; readonly measurement: Measurement }

/** What was read from one document, in the order of its lines; never the text itself. */
export async function documentPage(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const document = await findDocument(tx, code)
    if (!document) return null
    const knownOn = ask.today
    const contradictions = (await listContradictions(tx, { knownOn, document: code })).items
    return {
      document,
      measurements: await measurementsOf(tx, { knownOn, document: code }),
      contradictions,
      disputed: await measurementsOf(tx, { codes: contradictions.flatMap((one) => one.measurements), knownOn }),
      unresolved: (await listUnresolvedValues(tx, { knownOn, document: code })).items,
      documents: await documentTitles(tx),
    }
  })
  if (!found) return ask.notFound()
  const { document, measurements, contradictions, unresolved, documents } = found
  const lines = linesOf(measurements, code)
  const address = `/documenten/${encodeURIComponent(code)}`
  return ask.page(
    {
      title: document.title,
      description: `Wat uit ${document.title} is gelezen, met regelnummers.`,
      breadcrumbs: [
        { label: 'Brondocumenten', href: '/documenten' },
        { label: document.title, href: address },
      ],
    },
    <>
      <Opening
        title={document.title}
        lead={`Uit dit document komen ${count(measurements.length, 'getal', 'getallen')}. Hieronder staan ze op volgorde van de regels. De tekst zelf bewaren wij niet.`}
        meta={[
          document.kind,
          `Bekend sinds ${knownSince(document)}`,
          `${number(document.lineCount)} regels`,
          ...(document.plan ? [<TextLink href={`/plannen/${document.plan}`}>Het plan</TextLink>] : []),
          <Code>{code}</Code>,
        ]}
      >
        {document.withdrawnOn && (
          <Notice kind="attention" title={`Vervallen op ${dayInWords(document.withdrawnOn)}.`}>
            Dit document staat niet meer in de lijst.
          </Notice>
        )}
      </Opening>
      <Section
        id="regels"
        title="Wat er per regel staat"
        intro="Een afspraak of resultaat staat bij het plan. Hier staan alleen getallen."
      >
        <DataTable
          caption={`Getallen uit ${document.title}`}
          hiddenCaption
          groups={lineBlocks(document.lineCount).map(({ id, first, last }) => {
            const rows = lines.filter((line) => line.first >= first && line.first <= last)
            return {
              id,
              title: `Regel ${number(first)} tot en met ${number(last)}: ${count(rows.length, 'getal', 'getallen')}`,
              rows,
            }
          })}
          columns={[
            { head: 'Regel', cell: (line: Line) => line.lines.replace('-', ' tot en met ') },
            {
              head: 'Getal',
              rowHead: true,
              cell: ({ measurement }) => (
                <ListLink href={`/metingen/${measurement.code}`}>{numberWords(measurement)}</ListLink>
              ),
            },
            {
              head: 'Cijfer',
              cell: ({ measurement }) => (
                <ListLink href={`/indicatoren/${measurement.indicator}`}>{measurement.indicatorTitle}</ListLink>
              ),
            },
            { head: 'Soort', cell: ({ measurement }) => kindWord(measurement) },
            {
              head: 'Waarover',
              cell: ({ measurement }) => `${periodInWords(measurement.period)}, ${measurement.areaName}`,
            },
            { head: 'Telt mee', cell: ({ measurement }) => (measurement.leads ? 'ja' : 'nee') },
          ]}
        />
        <Downloads
          xlsx={`/api/v1/metingen.xlsx?document=${encodeURIComponent(code)}`}
          csv={`/api/v1/metingen.csv?document=${encodeURIComponent(code)}`}
          excelCsv={`/api/v1/metingen-excel.csv?document=${encodeURIComponent(code)}`}
          json={`/api/v1/metingen?document=${encodeURIComponent(code)}`}
        />
      </Section>
      {contradictions.length > 0 && (
        <Section id="tegenspraken" title="Waar bronnen verschillen">
          <RowList
            items={contradictions.map((contradiction) => ({
              content: (
                <ContradictionItem
                  contradiction={contradiction}
                  measurements={found.disputed}
                  documents={documents}
                  showIndicator
                />
              ),
            }))}
          />
        </Section>
      )}
      {unresolved.length > 0 && (
        <Section id="onherleidbaar" title="Getallen zonder betekenis" intro="Ze tellen nergens mee.">
          <UnresolvedValueTable
            caption="Getallen en lege plekken zonder betekenis"
            hiddenCaption
            values={unresolved}
            documents={documents}
          />
        </Section>
      )}
    </>,
  )
}

function linesOf(measurements: readonly Measurement[], document: string): Line[] {
  return measurements
    .flatMap((measurement) =>
      measurement.sources.flatMap((source) => {
        const ref = parseSourceRef(source)
        return ref?.document === document
          ? [{ first: Number(ref.lines.split('-')[0]), lines: ref.lines, measurement }]
          : []
      }),
    )
    .sort((one, other) => one.first - other.first || one.measurement.code.localeCompare(other.measurement.code))
}
