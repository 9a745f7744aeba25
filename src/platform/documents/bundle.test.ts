import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../../test/environment/pdf'
import type { Bundle, BundlePart, InBundle } from './bundle'
import { makeBundle } from './bundle-maker'

const madeAt = new Date('2026-11-24T09:00:00Z')

/** A file of somebody else with so many pages of text. */
async function filePdf(text: string, pages = 1, change: (file: PDFDocument) => unknown = () => {}): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  const font = await file.embedFont(StandardFonts.Helvetica)
  for (let at = 1; at <= pages; at++) file.addPage([400, 500]).drawText(`${text} ${at}`, { x: 40, y: 400, font, size: 14 })
  await change(file)
  return file.save({ useObjectStreams: false })
}

const own = (id: string, title: string, depth: 0 | 1 | 2 = 0): BundlePart => ({
  kind: 'own',
  id,
  title,
  depth,
  head: `Hoofd ${id}`,
  above: '',
  blocks: [{ kind: 'paragraph', text: `Tekst van ${title}.`, tone: 'plain' }],
})
const file = (id: string, title: string): BundlePart => ({ kind: 'file', id, title, depth: 1, head: `Bijlage ${title}` })

const bundle = (parts: readonly BundlePart[]): Bundle => ({
  title: 'Alles bij elkaar',
  author: 'Bureau',
  marks: [],
  footer: 'Overleg',
  pagePrefix: '',
  parts: [
    {
      kind: 'own',
      id: 'voor',
      title: 'Alles bij elkaar',
      depth: 0,
      head: '',
      above: 'Bundel',
      blocks: [
        {
          kind: 'contents',
          caption: 'Agenda',
          heads: ['Punt', 'Wat', 'Bladzijde'],
          rows: parts.map(({ id, title }) => ({ label: id, text: title, part: id })),
        },
      ],
    },
    ...parts,
  ],
})

async function made(parts: readonly BundlePart[], files: Record<string, Uint8Array>) {
  let seen: ReadonlyMap<string, InBundle> = new Map()
  const { pdf, pages } = await makeBundle(
    Object.keys(files).map((id) => ({ id, hash: id })),
    async (hash) => files[hash] ?? null,
    (found) => {
      seen = found
      return bundle(parts)
    },
    madeAt,
  )
  return { pdf, pages, seen }
}

describe('a bundle', () => {
  test('has all pages in order, numbered through, with bookmarks and what stands at their head', async () => {
    const { pdf, pages, seen } = await made(
      [own('p1', 'Eerste'), file('f1', 'rooster.pdf'), own('p2', 'Tweede'), file('f2', 'kaart.pdf')],
      { f1: await filePdf('Rooster', 3), f2: await filePdf('Kaart', 2) },
    )
    const read = await readPdf(pdf)
    expect(read.pages).toBe(8)
    expect(pages).toEqual({ starts: { voor: '1', p1: '2', f1: '3', p2: '6', f2: '7' }, total: 8 })
    expect([...seen]).toEqual([
      ['f1', { pages: 3, isTagged: false }],
      ['f2', { pages: 2, isTagged: false }],
    ])
    for (let at = 1; at <= 8; at++) expect(read.text).toContain(`${at} van 8`)
    const all = [...read.text.matchAll(/Rooster \d|Kaart \d|Tekst van \w+/g)].join()
    const order = ['Tekst van Eerste', 'Tekst van Tweede']
    expect(order.every((one) => read.text.includes(one))).toBe(true)
    expect(all.indexOf('Eerste')).toBeLessThan(all.indexOf('Tweede'))
    expect(read.text).toContain('Bijlage rooster.pdf')
    expect(read.text).toContain('Hoofd p2')
    expect(read.outside.join(' ')).toMatch(/Rooster 1 Rooster 2 Rooster 3 Kaart 1 Kaart 2/)
    expect(read.outline.map((one) => [one.title, one.items.map(({ title }) => title)])).toEqual([
      ['Alles bij elkaar', []],
      ['Eerste', ['rooster.pdf']],
      ['Tweede', ['kaart.pdf']],
    ])
    expect(read.title).toBe('Alles bij elkaar')
    expect(read.language).toBe('nl-NL')
  }, 60_000)
})
