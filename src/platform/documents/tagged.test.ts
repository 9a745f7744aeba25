import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { plain, type TaggedBlock, type TaggedDocument } from './tagged'
import { taggedDocxOf } from './tagged-docx'
import { readTaggedDocx } from './tagged-in'

const text = (tag: string, body: string, comments: readonly string[] = []): TaggedBlock => ({
  kind: 'editable',
  tag,
  text: body,
  isTitle: false,
  isLocked: false,
  comments: comments.map((one) => ({ author: 'Adviseur', at: new Date('2026-11-24T09:00:00Z'), text: one })),
})
const document: TaggedDocument = {
  title: 'Gezag en openbare orde',
  kind: 'Conceptplan',
  author: 'Bureau',
  marks: ['concept'],
  footer: 'Oeverstad',
  subject: 'PLAN-1/GOC',
  blocks: [
    { kind: 'heading', level: 1, text: 'Doel', section: 'doel', comments: [] },
    text('p1v1', 'Wij maken het veiliger.'),
    text('p2v3', 'Eerste regel <b> & "dit".\nTweede regel.', ['Klopt dit?\nVast wel.']),
    { kind: 'heading', level: 1, text: 'Acties', section: 'acties', comments: [] },
    text('a1v1', 'Een actie'),
    { kind: 'fixed', text: 'Trekker: politie' },
  ],
}
const made = await taggedDocxOf(document)

/** The file as another program would have left it: the XML of a part rewritten. */
function rewritten(change: (xml: string) => string, part = 'word/document.xml', file = made): Uint8Array {
  const parts = unzipSync(file)
  parts[part] = strToU8(change(strFromU8(parts[part] ?? new Uint8Array())))
  return zipSync(parts)
}
const read = (bytes: Uint8Array) => {
  const found = readTaggedDocx(bytes)
  if ('refused' in found) throw new Error(found.refused)
  return found
}
const texts = (bytes: Uint8Array) => read(bytes).texts.map(({ tag, text: body }) => [tag, body])
const asSent = [
  ['p1v1', 'Wij maken het veiliger.'],
  ['p2v3', 'Eerste regel <b> & "dit".\nTweede regel.'],
  ['a1v1', 'Een actie'],
]
const controls = (xml: string) => xml.replace(/<w:sdt>.*?<w:sdtContent>/g, '').replace(/<\/w:sdtContent><\/w:sdt>/g, '')
const bookmarks = (xml: string) => xml.replace(/<w:bookmark(Start|End)[^>]*\/>/g, '')
const run = (body: string) => `<w:r><w:t xml:space="preserve">${body}</w:t></w:r>`

describe('a document that goes out to be written in', () => {
  test('comes back as it went, with what it is of and its comments', () => {
    expect(texts(made)).toEqual(asSent)
    expect(read(made)).toMatchObject({ subject: 'PLAN-1/GOC', isTracked: false, leftOut: [], changedFixed: [] })
    expect(read(made).texts.map(({ comments, section }) => [section, comments])).toEqual([
      ['doel', []],
      ['doel', ['Klopt dit?\nVast wel.']],
      ['acties', []],
    ])
  })
  test('comes back from a program that drops content controls, or one that drops bookmarks', () => {
    expect(texts(rewritten(controls))).toEqual(asSent)
    expect(texts(rewritten(bookmarks))).toEqual(asSent)
  })
  test('comes back from a program that renames prefixes, styles and parts', () => {
    const renamed = rewritten((xml) =>
      xml
        .replace(/<(\/?)w:/g, '<$1ns0:')
        .replace(/ w:(\w+)=/g, ' ns0:$1=')
        .replace('xmlns:w=', 'xmlns:ns0=')
        .replace(/Heading1/g, 'Kop1'),
    )
    expect(texts(renamed)).toEqual(asSent)
    const parts = unzipSync(made)
    const { 'word/document.xml': main, 'word/_rels/document.xml.rels': relations, ...rest } = parts
    const moved = zipSync({
      ...rest,
      'word/document2.xml': main as Uint8Array,
      'word/_rels/document2.xml.rels': relations as Uint8Array,
      '_rels/.rels': strToU8(
        strFromU8(parts['_rels/.rels'] as Uint8Array).replace('word/document.xml', '/word/document2.xml'),
      ),
    })
    expect(texts(moved)).toEqual(asSent)
  })
  test('is not read when no tag came back', () => {
    expect(readTaggedDocx(rewritten((xml) => bookmarks(controls(xml))))).toEqual({ refused: 'no-tags' })
  })
  test('carries functions, and gives no name back', async () => {
    const comments = strFromU8(unzipSync(made)['word/comments.xml'] ?? new Uint8Array())
    expect(comments).toContain('w:author="Adviseur"')
    const named = rewritten((xml) => xml.replace('w:author="Adviseur"', 'w:author="Jan Jansen"'), 'word/comments.xml')
    expect(JSON.stringify(read(named))).not.toContain('Jansen')
  })
})

describe('what was written in Word', () => {
  const inFirst = (change: (paragraph: string) => string) =>
    rewritten((xml) => xml.replace(/<w:p>(?:(?!<w:p>).)*veiliger\.<\/w:t><\/w:r><\/w:p>/, change))
  const firstOf = (bytes: Uint8Array) => texts(bytes)[0]

  test('counts when it was inserted and not when it was deleted, and it is said that changes were tracked', () => {
    const tracked = inFirst((paragraph) =>
      paragraph.replace(
        '</w:p>',
        `<w:ins w:id="90" w:author="x">${run(' En eerlijker.')}</w:ins><w:del w:id="91"><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>`,
      ),
    )
    expect(firstOf(tracked)).toEqual(['p1v1', 'Wij maken het veiliger. En eerlijker.'])
    expect(read(tracked).isTracked).toBe(true)
  })
  test('is new when it stands in a paragraph of its own, also within the content control of another', () => {
    const own = rewritten((xml) =>
      xml
        .replace('</w:p></w:sdtContent>', `</w:p></w:sdtContent>`)
        .replace(/(veiliger\.<\/w:t><\/w:r><\/w:p>)/, `$1<w:p>${run('Nieuw.')}</w:p>`),
    )
    expect(texts(own).slice(0, 3)).toEqual([asSent[0], [null, 'Nieuw.'], asSent[1]])
    expect(read(own).texts[1]?.section).toBe('doel')
  })
  test('keeps its tag when a line was begun before it', () => {
    const before = inFirst((paragraph) => {
      const mark = /<w:bookmarkStart[^>]*\/><w:bookmarkEnd[^>]*\/>/.exec(paragraph)?.[0] ?? ''
      return `<w:p>${mark}</w:p>${paragraph.replace(mark, '')}`
    })
    expect(firstOf(before)).toEqual(['p1v1', 'Wij maken het veiliger.'])
  })
  test('keeps its tag when it was typed anew and the bookmark went along', () => {
    const anew = inFirst(() => `<w:p>${run('Heel iets anders.')}</w:p>`)
    expect(firstOf(anew)).toEqual(['p1v1', 'Heel iets anders.'])
  })
  test('has one tag when two paragraphs became one, and a tag that was copied counts once', () => {
    const joined = rewritten((xml) => {
      const plainXml = controls(xml)
      return plainXml.replace(/(veiliger\.<\/w:t><\/w:r>)<\/w:p><w:p>(<w:pPr>.*?<\/w:pPr>)?/, '$1')
    })
    expect(texts(joined)[0]).toEqual(['p1v1', 'Wij maken het veiliger.Eerste regel <b> & "dit".\nTweede regel.'])
    expect(texts(joined).map(([tag]) => tag)).toEqual(['p1v1', 'a1v1'])
    const copied = inFirst((paragraph) => `${paragraph}${paragraph}`)
    expect(texts(copied).map(([tag]) => tag)).toEqual(['p1v1', null, 'p2v3', 'a1v1'])
  })
  test('joins the next paragraph when the end of one was deleted with tracking', () => {
    const joined = inFirst((paragraph) => paragraph.replace('<w:pPr>', '<w:pPr><w:rPr><w:del w:id="92"/></w:rPr>'))
    expect(texts(joined).map(([tag]) => tag)).toEqual(['p1v1', 'a1v1'])
    expect(read(joined).isTracked).toBe(true)
  })
  test('is gone when it was emptied or taken away, and the rest stays', () => {
    const emptied = inFirst((paragraph) => paragraph.replace(/<w:r>.*<\/w:r>/, ''))
    expect(texts(emptied)).toEqual(asSent.slice(1))
    const away = inFirst(() => '')
    expect(texts(away)).toEqual(asSent.slice(1))
  })
  test('is told where it does not come along: pictures, tables, footnotes, and text that was only to be read', () => {
    const more = inFirst((paragraph) =>
      paragraph.replace(
        '</w:p>',
        '<w:r><w:drawing/></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
      ),
    )
    expect(read(more).leftOut.toSorted()).toEqual(['afbeelding', 'tabel', 'voetnoot'])
    expect(read(rewritten((xml) => xml.replace('Trekker: politie', 'Trekker: gemeente'))).changedFixed).toEqual([
      'Trekker: gemeente',
    ])
  })
  test('is text: what Word makes of a space, a hyphen or a letter changes nothing', () => {
    const typed = inFirst((paragraph) =>
      paragraph
        .replace('Wij maken', 'Wij\u00a0maken\u200b ')
        .replace('veiliger', '</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>veil</w:t></w:r><w:r><w:t>iger'),
    )
    expect(firstOf(typed)).toEqual(asSent[0])
    expect(plain('cafe\u0301  is\r\nop ')).toBe('café is\nop')
  })
  test('has comments where they were put, and those at a heading with what stands under it', () => {
    const at = (xml: string) =>
      xml
        .replace(/(>Doel<)/, '$1')
        .replace(/<w:r>(<w:rPr>.*?<\/w:rPr>)?<w:t xml:space="preserve">Doel/, '<w:commentRangeStart w:id="70"/>$&')
    const commented = rewritten(
      (xml) =>
        xml.replace(
          '</w:comments>',
          `<w:comment w:id="70" w:author="Jan"><w:p>${run('Te kort.')}</w:p></w:comment></w:comments>`,
        ),
      'word/comments.xml',
      rewritten(at),
    )
    expect(read(commented).texts[0]).toMatchObject({ tag: 'p1v1', comments: ['Te kort.'] })
  })
})

describe('no document that we read', () => {
  const bomb = () => {
    const parts = unzipSync(made)
    return zipSync({ ...parts, 'word/media/image1.xml': new Uint8Array(30 * 1024 * 1024) })
  }
  const external = (type: string) =>
    rewritten(
      (xml) =>
        xml.replace(
          '</Relationships>',
          `<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://example.org/x" TargetMode="External"/></Relationships>`,
        ),
      'word/_rels/document.xml.rels',
    )
  const declared = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'no-word'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), 'no-word'],
    ['a file of the older Word, or with a password', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old-word'],
    ['a zip with something else', zipSync({ 'brief.txt': strToU8('Geachte heer') }), 'no-word'],
    [
      'a file of LibreOffice itself',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
      'open-document',
    ],
    ['a file that was cut off', made.subarray(0, made.length >> 1), 'no-word'],
    ['a small file that unpacks to very much', bomb(), 'too-large'],
    [
      'a file that declares what letters stand for',
      rewritten((xml) => xml.replace(/^<\?xml[^>]*\?>/, declared)),
      'no-word',
    ],
    ['a file of which a part stands elsewhere', external('subDocument'), 'elsewhere'],
    ['XML that does not close', rewritten((xml) => xml.replace('</w:body>', '')), 'no-word'],
    [
      'elements in elements without end',
      rewritten((xml) => xml.replace('<w:body>', `<w:body>${'<w:p>'.repeat(5000)}${'</w:p>'.repeat(5000)}`)),
      'no-word',
    ],
    ['a file of more than five megabytes', new Uint8Array(5 * 1024 * 1024 + 1), 'too-large'],
  ])('is %s', (_, bytes, refused) => {
    expect(readTaggedDocx(bytes)).toEqual({ refused })
  })
  test('is not one with a link to a site: that is only text', () => {
    expect(texts(external('hyperlink'))).toEqual(asSent)
  })
})
