import type { Block, Document } from '../../platform/documents/document'
import { DataList, DataTable, Heading, List, Paragraph, Section } from '../../platform/ui'

/** A nota on its page: the same parts as on paper, each under its heading. */
export function NotaBody({ document }: { document: Document }) {
  const parts: { title: string; blocks: Block[] }[] = []
  for (const block of document.blocks) {
    if (block.kind === 'heading') parts.push({ title: block.text, blocks: [] })
    else parts.at(-1)?.blocks.push(block)
  }
  return (
    <>
      {parts.map(({ title, blocks }, at) => (
        <Section id={`deel-${at + 1}`} title={title}>
          {blocks.map((block) => drawn(block))}
        </Section>
      ))}
    </>
  )
}

function drawn(block: Block) {
  switch (block.kind) {
    case 'paragraph':
      return <Paragraph quiet={block.tone === 'quiet'}>{block.text}</Paragraph>
    case 'list':
      return <List items={[...block.items]} />
    case 'facts':
      return <DataList items={block.items.map(([term, value]) => ({ term, value }))} />
    case 'table':
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
