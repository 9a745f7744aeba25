import type { Child } from 'hono/jsx'
import type { Block, ChartBlock, Document, ImageBlock } from '../../platform/documents/document'
import {
  DataTable,
  Downloads,
  Heading,
  LineChart,
  List,
  Notice,
  Paragraph,
  Picture,
  Section,
  Tag,
  TextLink,
} from '../../platform/ui'
import { monthOfYears } from './report'
import type { Format, StoredReport } from './report.store'

export const reportAddress = (code: string) => `/rapportages/${encodeURIComponent(code)}`
export const ledgerAddress = '/publicaties/logboek'
export const correctionsAddress = '/publicaties/correcties'
export const fileAddress = (code: string, format: Format) => `${reportAddress(code)}/rapport.${format}`

const formatNames: Readonly<Record<Format, string>> = {
  html: 'Webpagina om te bewaren',
  pdf: 'PDF, voor papier en voor wie voorleest',
  docx: 'Word, om in verder te schrijven',
  xlsx: 'Excel, alle cijfers',
  json: 'JSON, alle cijfers met hun vraag',
}

/** A report on its page. */
export function ReportBody({ document, stored }: { document: Document; stored: StoredReport }) {
  return <DocumentBody document={document} chart={(block) => monthsOnPage(block, stored)} />
}

/** How a page draws what paper draws its own way; a picture by the address it has. */
type Drawn = { readonly chart?: (block: ChartBlock) => Child; readonly picture?: (block: ImageBlock) => string }

/** A document on a page: the same parts as on paper, each under its heading. */
export function DocumentBody({ document, ...by }: Drawn & { document: Document }) {
  const parts: { title: string; blocks: Block[] }[] = []
  for (const block of document.blocks) {
    if (block.kind === 'heading') parts.push({ title: block.text, blocks: [] })
    else parts.at(-1)?.blocks.push(block)
  }
  return (
    <>
      {parts.map(({ title, blocks }, at) => (
        <Section id={`deel-${at + 1}`} title={title}>
          {blocks.map((block, index) => drawn(block, by, blocks[index - 1]))}
        </Section>
      ))}
    </>
  )
}

function drawn(block: Block, { chart, picture }: Drawn, before: Block | undefined): Child {
  switch (block.kind) {
    case 'paragraph':
      return block.text
        .split(/\r?\n/)
        .filter((text) => text.trim() !== '')
        .map((text) => (block.tone === 'quiet' ? <Paragraph quiet>{text}</Paragraph> : <Paragraph>{text}</Paragraph>))
    case 'notice':
      return (
        <Notice kind="attention" title={block.title}>
          {block.text}
        </Notice>
      )
    case 'list':
      return <List items={[...block.items]} />
    case 'chart':
      return chart?.(block) ?? null
    case 'image':
      return picture ? (
        <Picture
          src={picture(block)}
          alt={block.alt}
          width={block.width}
          height={block.height}
          caption={`${block.caption} ${block.credit}`}
        />
      ) : null
    case 'table':
      // The chart of the page has its own table.
      if (before?.kind === 'chart' && before.title === block.caption) return null
      return (
        <>
          <Heading level={3}>{block.caption}</Heading>
          <DataTable
            caption={block.caption}
            hiddenCaption
            wideFirst
            rows={block.rows.map((cells) => ({ cells }))}
            columns={block.columns.map(({ head, align }, at) => ({
              head,
              rowHead: at === 0,
              ...(align === 'number' ? { align } : {}),
              cell: ({ cells }: { cells: readonly string[] }) => cells[at] ?? '',
            }))}
          />
        </>
      )
    default:
      return null
  }
}

/** The months of a report as a line is drawn of them. */
export const monthsDrawn = ({ title, measure, unit, points }: ChartBlock, { report }: StoredReport) => ({
  title,
  measure,
  unit,
  from: monthOfYears(report.months[0]?.month ?? report.period.first, 0),
  to: monthOfYears(report.period.last, 1),
  points: report.months.map(({ month, figure: { value } }, at) => ({
    period: month,
    value,
    provisional: points[at]?.provisional ?? false,
  })),
})

function monthsOnPage(block: ChartBlock, stored: StoredReport): Child {
  const drawing = (kind: 'svg' | 'png') => `${reportAddress(stored.code)}/grafiek.${kind}`
  return (
    <LineChart
      id="grafiek"
      {...monthsDrawn(block, stored)}
      description={block.description}
      source={
        stored.report.isExample ? (
          <p class="sv-bron">
            <Tag>voorbeeldcijfers</Tag>
          </p>
        ) : undefined
      }
      downloads={
        <Downloads
          xlsx={fileAddress(stored.code, 'xlsx')}
          json={fileAddress(stored.code, 'json')}
          svg={drawing('svg')}
          png={drawing('png')}
        />
      }
    />
  )
}

/** Files of a report: of a published one with their hash, of a draft as they would be now. */
export function FileTable(props: {
  code: string
  files: readonly { readonly format: Format; readonly hash: string | null }[]
}) {
  return (
    <DataTable
      caption="Bestanden"
      hiddenCaption
      rows={props.files}
      columns={[
        {
          head: 'Bestand',
          rowHead: true,
          cell: ({ format }) => <TextLink href={fileAddress(props.code, format)}>{formatNames[format]}</TextLink>,
        },
        ...(props.files.some(({ hash }) => hash)
          ? [
              {
                head: 'Kenmerk van de inhoud (SHA-256)',
                cell: ({ hash }: { hash: string | null }) => <code class="nl-code">{hash}</code>,
              },
            ]
          : []),
      ]}
    />
  )
}
