import {
  AlignmentType,
  BorderStyle,
  Document as Docx,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { ChartRun } from 'docx/charts'
import {
  type Block,
  bytesOf,
  type ChartBlock,
  type Document,
  type ImageBlock,
  type Pictures,
  type TableBlock,
} from './document'
import { wordFile } from './word-file'

const ink = '26334D'
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const line = { style: BorderStyle.SINGLE, size: 4, color: 'D5D9E0' }

/** The letters of every file for Word. */
export const wordStyles = {
  default: {
    document: { run: { font: 'Calibri', size: 22, language: { value: 'nl-NL' } } },
    title: { run: { font: 'Cambria', size: 40, bold: true, color: ink }, paragraph: { spacing: { after: 240 } } },
    heading1: {
      run: { font: 'Cambria', size: 28, bold: true, color: ink },
      paragraph: { spacing: { before: 360, after: 120 } },
    },
  },
}

/** What stands on every page of a file for Word. */
export function wordFrame(marks: readonly string[], footer: string) {
  return {
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            children: [new TextRun({ text: marks.join(' · '), bold: true, allCaps: true, size: 18 })],
            alignment: AlignmentType.RIGHT,
          }),
        ],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            children: [
              new TextRun({ text: `${footer}  `, size: 17 }),
              new TextRun({ children: [PageNumber.CURRENT, ' van ', PageNumber.TOTAL_PAGES], size: 17 }),
            ],
          }),
        ],
      }),
    },
  }
}

/** A document for Word, to be written on: headings, lists and tables are Word's own, and the chart too, with its numbers. */
export async function docxOf(document: Document, madeAt: Date, pictures: Pictures = new Map()): Promise<Uint8Array> {
  const { title, kind, author, marks, footer, blocks } = document
  const file = new Docx({
    title,
    creator: author,
    lastModifiedBy: author,
    styles: wordStyles,
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 240 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        ...wordFrame(marks, footer),
        children: [
          new Paragraph({ children: [new TextRun({ text: kind, bold: true, size: 20 })] }),
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...blocks.flatMap((block) => drawn(block, pictures)),
        ],
      },
    ],
  })
  return wordFile(file, madeAt)
}

function drawn(block: Block, pictures: Pictures): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_1 })]
    case 'paragraph':
      return linesOf(block.text).map((text) =>
        spaced([
          new TextRun({ text, ...(block.tone === 'lead' ? { size: 26 } : block.tone === 'quiet' ? { size: 19 } : {}) }),
        ]),
      )
    case 'notice':
      return [spaced([new TextRun({ text: `${block.title} `, bold: true }), new TextRun(block.text)])]
    case 'list':
      return block.items.map((text) => new Paragraph({ text, numbering: { reference: 'points', level: 0 } }))
    case 'facts':
      return block.items.map(
        ([name, value]) =>
          new Paragraph({ children: [new TextRun({ text: `${name}: `, bold: true }), new TextRun(value)] }),
      )
    case 'table':
      return [
        new Paragraph({
          children: [new TextRun({ text: block.caption, bold: true })],
          keepNext: true,
          spacing: { before: 160, after: 80 },
        }),
        table(block),
      ]
    case 'chart':
      return chart(block)
    case 'image':
      return picture(block, pictures)
  }
}

export const linesOf = (text: string) => text.split(/\r?\n/).filter((one) => one.trim() !== '')
const spaced = (children: TextRun[]) => new Paragraph({ children, spacing: { after: 140 } })

function table({ columns, rows }: TableBlock): Table {
  const cell = (text: string, at: number, bold: boolean) =>
    new TableCell({
      borders: { top: none, left: none, right: none, bottom: line },
      margins: { top: 40, bottom: 40, left: 60, right: 60 },
      children: [
        new Paragraph({
          children: [new TextRun({ text, bold, size: 20 })],
          alignment: columns[at]?.align === 'number' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        }),
      ],
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: columns.map(({ head }, at) => cell(head, at, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, at, false)) })),
    ],
  })
}

function chart({ title, measure, description, points }: ChartBlock): Paragraph[] {
  return [
    new Paragraph({
      children: [new TextRun({ text: title, bold: true }), new TextRun(` ${measure}.`)],
      keepNext: true,
    }),
    new Paragraph({
      children: [
        new ChartRun({
          type: 'column',
          legend: false,
          categories: points.map(({ short }) => short),
          series: [{ name: measure, values: points.map(({ value }) => value), color: ink }],
          altText: { name: title, description },
          transformation: { width: 576, height: 220 },
        }),
      ],
    }),
  ]
}

function picture(block: ImageBlock, pictures: Pictures): Paragraph[] {
  const { width, height, alt, caption, credit, media } = block
  const scale = Math.min(1, 576 / width, 400 / height)
  return [
    new Paragraph({
      keepNext: true,
      children: [
        new ImageRun({
          type: media === 'image/png' ? 'png' : 'jpg',
          data: bytesOf(block, pictures),
          transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
          altText: { name: caption, title: caption, description: alt },
        }),
      ],
    }),
    new Paragraph({ children: [new TextRun({ text: `${caption} ${credit}`, size: 19 })], spacing: { after: 140 } }),
  ]
}
