import { deflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  degrees,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { partsOf, readPdf } from '../../../test/environment/pdf'
import { filePdf } from '../../../test/environment/pdf-file'
import type { Bundle, BundlePart, InBundle } from './bundle'
import { makeBundle } from './bundle-maker'
import { pdfOf } from './pdf'
import { largestStream } from './pdf-limit'

const madeAt = new Date('2026-11-24T09:00:00Z')

const own = (id: string, title: string, depth: 0 | 1 | 2 = 0): BundlePart => ({
  kind: 'own',
  id,
  title,
  depth,
  head: `Hoofd ${id}`,
  above: '',
  blocks: [{ kind: 'paragraph', text: `Tekst van ${title}.`, tone: 'plain' }],
})
const file = (id: string, title: string): BundlePart => ({
  kind: 'file',
  id,
  title,
  depth: 1,
  head: `Bijlage ${title}`,
})

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
    'lezer',
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
  })

  test('keeps the parts of our own pages for who hears them, and says to keep PDF/UA only when all of it does', async () => {
    const whole = await made([own('p1', 'Eerste'), own('p2', 'Tweede')], {})
    const read = await readPdf(whole.pdf)
    expect(read.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(read.outside).toEqual([])
    expect(partsOf(read.parts, /^H1$/)).toHaveLength(3)
    expect(partsOf(read.parts, /^TH$/).length).toBeGreaterThanOrEqual(3)
    expect(partsOf(read.parts, /^Link$/)).toHaveLength(2)
    const mixed = await readPdf(
      (await made([own('p1', 'Eerste'), file('f1', 'a.pdf')], { f1: await filePdf('A') })).pdf,
    )
    expect(mixed.metadata).not.toContain('pdfuaid:part')
    expect(mixed.isMarked).toBe(true)
    expect(partsOf(mixed.parts, /^H1$/)).toHaveLength(2)
  })

  test('takes the tags of a file along, after those of what stands before it', async () => {
    const tagged = await pdfOf(
      {
        title: 'Rapport',
        kind: 'Rapport',
        author: 'Gemeente',
        marks: [],
        footer: 'Rapport',
        blocks: [
          { kind: 'heading', text: 'Aanpak' },
          { kind: 'list', items: ['een', 'twee'] },
          { kind: 'table', caption: 'Tabel', columns: [{ head: 'Kop', align: 'text' }], rows: [['cel']] },
        ],
      },
      madeAt,
    )
    const { pdf, seen } = await made(
      [own('p1', 'Eerste'), file('f1', 'rapport.pdf'), file('f2', 'los.pdf'), own('p2', 'Tweede')],
      { f1: tagged, f2: await filePdf('Los') },
    )
    expect(seen.get('f1')).toEqual({ pages: 1, isTagged: true })
    expect(seen.get('f2')).toEqual({ pages: 1, isTagged: false })
    const read = await readPdf(pdf)
    expect(read.outside).toEqual(['Los 1'])
    const proxy = await getDocumentProxy(pdf.slice())
    const rolesOn = async (page: number) => JSON.stringify(await (await proxy.getPage(page)).getStructTree())
    const roles = await rolesOn(3)
    for (const role of ['Part', 'H1', 'H2', 'L', 'LI', 'Table', 'TH', 'TD']) expect(roles).toContain(`"role":"${role}"`)
    for (const page of [1, 2, 5]) expect(await rolesOn(page)).toContain('"role":"H1"')
    expect(await rolesOn(4)).not.toContain('"role":"P"')
    // Read from the front: ours, the file, ours again.
    const { context, catalog } = await PDFDocument.load(pdf, { updateMetadata: false })
    const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    const top = root.lookup(PDFName.of('K'), PDFArray).lookup(0, PDFDict)
    const parts = top.lookup(PDFName.of('K'), PDFArray)
    const names = parts.asArray().map((one) => String((context.lookup(one) as PDFDict).get(PDFName.of('S'))))
    const at = names.indexOf('/Part')
    expect(names.slice(0, at).filter((one) => one === '/H1')).toHaveLength(2)
    expect(names.slice(at).filter((one) => one === '/H1')).toHaveLength(1)
  })

  test('is the same file when made again', async () => {
    const files = { f1: await filePdf('A', 2) }
    const again = async () => Buffer.from((await made([own('p1', 'Eerste'), file('f1', 'a.pdf')], files)).pdf)
    expect((await again()).equals(await again())).toBe(true)
  })

  test('is made when a file is broken, locked or no PDF, and says which', async () => {
    const locked = await filePdf('Geheim', 1, (one) => one.encrypt({ userPassword: 'x', ownerPassword: 'y' }))
    const good = await filePdf('Goed')
    const { seen, pages, pdf } = await made([own('p1', 'Eerste'), file('goed', 'goed.pdf'), file('stuk', 'stuk.pdf')], {
      slot: locked,
      stuk: new TextEncoder().encode('%PDF-1.7 en dan niets meer'),
      woord: new TextEncoder().encode('PK en geen PDF'),
      half: good.slice(0, 200),
      goed: good,
    })
    expect(Object.fromEntries(seen)).toEqual({
      slot: { refused: 'beveiligd' },
      stuk: { refused: 'onleesbaar' },
      woord: { refused: 'geen-pdf' },
      half: { refused: 'onleesbaar' },
      goed: { pages: 1, isTagged: false },
    })
    expect(pages.total).toBe(3)
    expect((await readPdf(pdf)).text).toMatch(/goed\.pdf 3 stuk stuk\.pdf –/)
  })

  test('unpacks nothing that becomes more than a machine holds', async () => {
    const unpacked = (size: number) =>
      decodePDFRawStream(
        PDFRawStream.of(PDFContext.create().obj({ Filter: 'FlateDecode' }), deflateSync(Buffer.alloc(size))),
      ).decode()
    expect(unpacked(largestStream / 2)).toHaveLength(largestStream / 2)
    expect(() => unpacked(largestStream + 1)).toThrow('unpacks to more')
  })

  test('shows a sign that our letters do not have as a question mark', async () => {
    const { pdf } = await made([own('p1', 'Een 🦩 en 漢字')], {})
    expect((await readPdf(pdf)).text).toContain('Een ? en ??')
  })

  test('carries nothing along that acts, calls elsewhere or hides a file', async () => {
    const hostile = await filePdf('Kwaad', 2, (one) => {
      const { context, catalog } = one
      one.addJavaScript('start', 'app.alert("SCRIPT_A")')
      const script = (code: string) => context.obj({ Type: 'Action', S: 'JavaScript', JS: PDFString.of(code) })
      catalog.set(PDFName.of('OpenAction'), script('SCRIPT_B'))
      catalog.set(PDFName.of('AA'), context.obj({ WC: script('SCRIPT_C') }))
      const [first, second] = one.getPages()
      first?.node.set(PDFName.of('AA'), context.obj({ O: script('SCRIPT_D') }))
      const note = (more: Record<string, unknown>) =>
        context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [10, 10, 90, 30], ...more } as never))
      const look = context.register(
        PDFRawStream.of(
          context.obj({
            Type: 'XObject',
            Subtype: 'Form',
            BBox: [0, 0, 80, 20],
            AF: [script('SCRIPT_E')],
            Metadata: script('SCRIPT_F'),
          }) as PDFDict,
          new TextEncoder().encode('1 0 0 rg 0 0 80 20 re f'),
        ),
      )
      first?.node.set(
        PDFName.of('Annots'),
        context.obj([
          note({ A: { S: 'Launch', F: PDFString.of('LAUNCH_G') } }),
          note({ A: { S: 'URI', URI: PDFString.of('javascript:SCRIPT_H') } }),
          note({ A: { S: 'URI', URI: PDFString.of('https://www.voorbeeld.nl/'), Next: script('SCRIPT_I') } }),
          note({ A: { S: 'GoTo', D: [second?.ref, 'Fit'] } }),
          note({ A: { S: 'GoToR', F: PDFString.of('REMOTE_J'), D: [0, 'Fit'] } }),
          note({ Subtype: 'Widget', FT: 'Btn', AP: { N: look }, A: script('SCRIPT_K'), AA: { D: script('SCRIPT_L') } }),
          note({ Subtype: 'FileAttachment', AP: { N: look }, FS: { Type: 'Filespec', F: PDFString.of('FILE_M') } }),
          note({ Subtype: 'RichMedia', RichMediaContent: { X: PDFString.of('MEDIA_N') } }),
        ]),
      )
      return one.attach(new TextEncoder().encode('FILE_O'), 'los.exe', { mimeType: 'application/octet-stream' })
    })
    expect(Buffer.from(hostile).toString('latin1')).toContain('SCRIPT_D')
    const { pdf } = await made([own('p1', 'Eerste'), file('f1', 'kwaad.pdf')], { f1: hostile })
    // Everything in it, the compressed objects included.
    const opened = await PDFDocument.load(pdf, { updateMetadata: false })
    const all = opened.context
      .enumerateIndirectObjects()
      .map(([, object]) => (object instanceof PDFRawStream ? object.dict : object).toString())
      .join('\n')
    expect(all).not.toMatch(/(SCRIPT|LAUNCH|REMOTE|FILE|MEDIA)_[A-O]/)
    expect(all).not.toMatch(
      /\/(JavaScript|JS|Launch|GoToR|OpenAction|AA|EmbeddedFiles?|Filespec|RichMedia|Widget|AF)\b/,
    )
    const proxy = await getDocumentProxy(pdf.slice())
    expect(await proxy.getJSActions()).toBeNull()
    expect(await proxy.getAttachments()).toBeNull()
    // What can be followed or seen is still there: two links, and two notes as they look.
    const notes = await (await proxy.getPage(3)).getAnnotations()
    expect(notes.map(({ subtype, url }) => [subtype, url ?? null])).toEqual([
      ['Link', 'https://www.voorbeeld.nl/'],
      ['Link', null],
      ['Stamp', null],
      ['Stamp', null],
    ])
  })

  test.each([0, 90, 180, 270])(
    'writes above and below a page that is turned %i degrees, and covers none of it',
    async (turn) => {
      const turned = await filePdf('Liggend', 1, (one) => {
        const page = one.getPage(0)
        page.setRotation(degrees(turn))
        page.setCropBox(20, 30, 360, 440)
      })
      const { pdf } = await made([own('p1', 'Eerste'), file('f1', 'a.pdf')], { f1: turned })
      const page = await (await getDocumentProxy(pdf)).getPage(3)
      const view = page.getViewport({ scale: 1 })
      const lies = turn % 180 !== 0
      expect([view.width, view.height]).toEqual(lies ? [440, 360 + 52] : [360, 440 + 52])
      const text = (await page.getTextContent()).items.flatMap((item) =>
        'str' in item && item.str.trim()
          ? [{ str: item.str, at: view.convertToViewportPoint(item.transform[4], item.transform[5]) }]
          : [],
      )
      const at = (str: string) => text.find((one) => one.str.includes(str))?.at ?? [Number.NaN, Number.NaN]
      expect(at('Bijlage a.pdf')[1]).toBeLessThan(26)
      expect(at('Bijlage a.pdf')[0]).toBeLessThan(60)
      expect(at('3 van 3')[1]).toBeGreaterThan(view.height - 26)
      expect(at('3 van 3')[0]).toBeGreaterThan(view.width / 2)
    },
    60_000,
  )
})
