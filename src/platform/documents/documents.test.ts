import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type Document, tableOf } from './document'
import { docxOf } from './docx'
import { pdfOf } from './pdf'
import { webPageOf } from './web-page'

const chart = {
  kind: 'chart',
  title: 'In juni waren het er 12.',
  measure: 'Misdrijven per maand',
  unit: 'aantal',
  description: 'Kolommen per maand. In juni waren het er 12.',
  points: [
    { period: '2026-05', label: 'mei 2026', short: 'mei ’26', value: null, worded: 'onbekend', provisional: false },
    { period: '2026-06', label: 'juni 2026', short: 'jun ’26', value: 12, worded: '12*', provisional: true },
  ],
} as const
const document: Document = {
  title: 'Cijfers van Oeverstad',
  kind: 'Raadsinformatiebrief',
  author: 'Gemeente Oeverstad',
  marks: ['concept'],
  footer: 'Oeverstad',
  blocks: [
    { kind: 'facts', items: [['Aan', 'de gemeenteraad']] },
    { kind: 'paragraph', text: 'Wat er #panic("niet") <b>gebeurt</b>.\n\nEen tweede alinea.', tone: 'lead' },
    { kind: 'heading', text: 'Per maand' },
    { kind: 'notice', title: 'Let op.', text: 'Dit is een toets.' },
    { kind: 'list', items: ['een', 'twee'] },
    chart,
    tableOf(chart),
  ],
}
const madeAt = new Date('2026-11-24T09:00:00Z')

describe('a document as PDF', () => {
  let pdf = ''
  beforeAll(async () => {
    pdf = Buffer.from(await pdfOf(document, madeAt)).toString('latin1')
  })

  test.each([
    ['says that it keeps PDF/UA-1', /<pdfuaid:part>1<\/pdfuaid:part>/],
    ['is tagged', /\/MarkInfo\s*<<[^>]*\/Marked true/],
    ['has a tree of its parts', /\/StructTreeRoot \d+ 0 R/],
    ['says that it is in Dutch', /\/Lang \(nl-NL\)/],
    ['shows its title and not the name of the file', /\/DisplayDocTitle true/],
    ['has a heading of the document', /\/S \/H1\b/],
    ['has headings of its parts', /\/S \/H2\b/],
    [
      'has table headers that say of what they are',
      /\/S \/TH[\s\S]{0,400}\/Scope \/Column|\/Scope \/Column[\s\S]{0,400}\/S \/TH/,
    ],
    ['describes its drawing', /\/S \/Figure/],
    ['brings its own fonts', /\+SourceSans3-Regular/],
  ])('%s', (_, mark) => expect(mark.test(pdf)).toBe(true))

  test('has the description of the drawing in it', () => {
    const words = Buffer.from(chart.description, 'utf16le').swap16().toString('latin1')
    expect(pdf.includes(`/Alt (${chart.description}`) || pdf.includes(words)).toBe(true)
  })
  test('is the same file when made again', async () => {
    expect(Buffer.from(await pdfOf(document, madeAt)).toString('latin1')).toBe(pdf)
  })
  test('is refused with a drawing that is not described', async () => {
    await expect(pdfOf({ ...document, blocks: [{ ...chart, description: '' }] }, madeAt)).rejects.toThrow()
  })
  test('is made again after one that was refused', async () => {
    expect((await pdfOf({ ...document, title: 'Anders' }, madeAt)).length).toBeGreaterThan(5000)
  })
})

describe('a document for Word', () => {
  let parts: Record<string, Uint8Array> = {}
  beforeAll(async () => {
    parts = unzipSync(await docxOf(document, madeAt))
  })
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  test.each([
    ['a title', /w:val="Title"/],
    ['headings', /w:val="Heading1"/],
    ['a header of the table that is repeated', /<w:tblHeader\/>/],
    ['text that is text', /#panic\(&quot;niet&quot;\) &lt;b&gt;gebeurt/],
    ['a drawing that is described', /descr="Kolommen per maand/],
  ])('has %s', (_, mark) => expect(part('word/document.xml')).toMatch(mark))
  test('is in Dutch', () => expect(part('word/styles.xml')).toContain('nl-NL'))
  test('has its mark on every page', () =>
    expect(
      Object.keys(parts)
        .filter((name) => /header\d\.xml$/.test(name))
        .map(part)
        .join(''),
    ).toContain('concept'))
  test('says when it was made, and is the same file when made again on another day', async () => {
    const text = { ...document, blocks: document.blocks.filter(({ kind }) => kind !== 'chart') }
    const made = async (clock: string) => {
      vi.setSystemTime(clock)
      return Buffer.from(await docxOf(text, madeAt))
    }
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      const [one, other] = [await made('2026-11-24T09:00:00Z'), await made('2027-01-02T10:11:12Z')]
      expect(other.equals(one)).toBe(true)
      expect(strFromU8(unzipSync(one)['docProps/core.xml'] ?? new Uint8Array())).toContain('2026-11-24T09:00:00Z<')
    } finally {
      vi.useRealTimers()
    }
  })
  test('has the numbers of its drawing', () => expect(part('word/charts/chart1.xml')).toContain('<c:v>12</c:v>'))
})

describe('a document as a web page', () => {
  let html = ''
  beforeAll(async () => {
    html = await webPageOf(document)
  })
  test('is in Dutch, with headers that say of what they are', () => {
    expect(html).toMatch(/<html lang="nl">/)
    expect(html).toContain('<th scope="col">Maand</th>')
    expect(html).toContain('<th scope="row">mei 2026</th>')
  })
  test('shows text as text', () => expect(html).toContain('&lt;b&gt;gebeurt&lt;/b&gt;'))
  test('holds no style and no script', () => expect(html).not.toMatch(/<style|<script| style=/))
})
