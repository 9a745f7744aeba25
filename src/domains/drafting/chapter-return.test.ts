import { describe, expect, test } from 'vitest'
import type { Paragraph, Remark, WholeChapter } from './chapter'
import { type ChapterReturn, planReturn, readSubject, subjectOf, type TextBack } from './chapter-return'
import { type ChapterText, chapterTexts, readTag, roomTag, tagOf } from './chapter-text'
import { returnSet } from './return-set'

const plain = (text: string) => text.trim()
const kept = { at: '2026-11-24T09:00:00Z', actedAs: 'Adviseur' }
let entry = 0
const paragraph = (
  id: string,
  seq: number,
  bodies: readonly (string | null)[],
  said: Partial<Paragraph> = {},
): Paragraph[] =>
  bodies.map((body, at) => {
    entry += 1
    return {
      id,
      chapter: 'X',
      kind: 'tekst',
      part: 'bureau',
      entry,
      version: at + 1,
      seq,
      title: null,
      body: body ?? 'weg',
      isRemoved: body === null,
      ...kept,
      ...said,
    }
  })
const a = '00000000-0000-4000-8000-00000000000a'
const b = '00000000-0000-4000-8000-00000000000b'
const versions = { paragraphs: [...paragraph(a, 10, ['een', 'twee']), ...paragraph(b, 20, ['vast'])], actions: [] }
const newest = [versions.paragraphs[1], versions.paragraphs[2]] as Paragraph[]
const whole: WholeChapter = {
  chapter: {
    code: 'X',
    title: 'X',
    kind: 'thema',
    priority: null,
    lead: null,
    seq: 1,
    entry: 0,
    version: 1,
    isRemoved: false,
    priorityTitle: null,
    leadName: null,
    ...kept,
  },
  paragraphs: newest,
  actions: [],
  remarks: [],
  clearances: [],
  signatures: [],
  enforced: null,
}
const texts = chapterTexts(whole, versions)
const [first, second] = texts as [ChapterText, ChapterText]
const back = (tag: string | null, text: string, said: Partial<TextBack> = {}): TextBack => ({
  tag,
  text,
  section: 'tekst',
  comments: [],
  ...said,
})
const asWas = back(tagOf(second), 'vast')
const planned = (
  given: readonly TextBack[],
  remarks: readonly Remark[] = [],
  upto: number | null = entry,
): ChapterReturn => {
  const plan = planReturn(texts, given, remarks, upto, plain)
  if ('refused' in plan) throw new Error(plan.refused)
  return plan
}
const nothing = { merged: new Map(), gone: new Set<string>(), added: new Map() }

describe('a text that comes back', () => {
  // What it said when it went out, what it says in the file, and what becomes of it; now it says "twee".
  test.each([
    [2, 'twee', null],
    [2, 'drie', 'changed'],
    [1, 'een', null],
    [1, 'twee', null],
    [1, 'drie', 'conflict'],
  ])('of version %i that says %s is %s', (version, text, becomes) => {
    const { changes, unchanged } = planned([back(`${first.key}v${version}`, text), asWas])
    expect(changes.map((one) => one.becomes)).toEqual(becomes === null ? [] : [becomes])
    expect(unchanged).toBe(becomes === null ? 2 : 1)
  })

  test('is gone when it is not in the file, and only when it was in it', () => {
    expect(planned([asWas]).changes).toMatchObject([{ of: { id: a }, becomes: 'gone' }])
    expect(planned([asWas], [], first.since - 1).changes).toEqual([])
  })

  test.each(['pffv1', `${'p'.repeat(9)}`, `${first.key}v9`])('under the tag %s is of something else', (tag) => {
    expect(planReturn(texts, [back(tag, 'x')], [], null, plain)).toEqual({ refused: 'foreign' })
  })

  test('is refused when it is longer than may be kept', () => {
    const long = 'x'.repeat(20_001)
    expect(planReturn(texts, [back(null, long)], [], null, plain)).toMatchObject({ refused: 'too-long', most: 20_000 })
    expect(planReturn(texts, [back(tagOf(first), long)], [], null, plain)).toMatchObject({ refused: 'too-long' })
  })

  test('is refused with more that is new than people read', () => {
    const many = Array.from({ length: 501 }, (_, at) => back(null, `${at}`))
    expect(planReturn(texts, many, [], null, plain)).toEqual({ refused: 'too-many' })
  })

  test('in another place says so', () => {
    expect(planned([asWas, back(tagOf(first), 'twee')]).isMoved).toBe(true)
    expect(planned([back(tagOf(first), 'twee'), asWas]).isMoved).toBe(false)
  })
})

describe('a text that did not go out', () => {
  const unchanged = [back(tagOf(first), 'twee'), asWas]
  test('belongs to what stands above it in its section', () => {
    const at = (given: TextBack[]) => planned(given).added.map(({ kind, after }) => [kind, after])
    expect(at([...unchanged.slice(0, 1), back(null, 'nieuw'), asWas])).toEqual([['tekst', { id: a }]])
    expect(at([back(null, 'nieuw', { section: 'terugblik' }), ...unchanged])).toEqual([['terugblik', 'begin']])
    expect(at([...unchanged, back(null, 'nieuw', { section: 'agenda' })])).toEqual([['tekst', 'end']])
    expect(at([...unchanged, back(roomTag('tekst'), 'nieuw')])).toEqual([['tekst', { id: b }]])
  })
  test('is kept between its neighbours while there is room, and otherwise at the end', () => {
    const seqs = (texted: string[]) => {
      const given = [back(tagOf(first), 'twee'), ...texted.map((text) => back(null, text)), asWas]
      const plan = planned(given)
      const added = new Map(plan.added.map(({ nr }) => [nr, `${nr}`]))
      return returnSet(plan, whole, { ...nothing, added }).paragraphs?.map(({ seq }) => seq)
    }
    expect(seqs(['x'])).toEqual([15])
    expect(seqs(['x', 'y'])).toEqual([13, 16])
    expect(seqs(Array.from({ length: 10 }, (_, at) => `${at}`))).toEqual([30, 40, 50, 60, 70, 80, 90, 100, 110, 120])
  })
})

describe('a comment that comes back', () => {
  const remark: Remark = {
    id: 'r',
    paragraph: a,
    action: null,
    text: 'Klopt dit?',
    settled: null,
    replies: [{ text: 'Ja.', ...kept }],
    ...kept,
  }
  const said = (comments: string[], tag = tagOf(first)) =>
    planned([back(tag, 'twee', { comments }), asWas], [remark]).comments.map(({ text }) => text)
  test('is new when nobody said it there, and once', () => {
    expect(said(['Klopt dit?', 'Ja.', 'Opmerking uit Word: Klopt dit?'])).toEqual([])
    expect(said(['Nee.', 'Nee.'])).toEqual(['Nee.'])
    expect(
      planned([back(tagOf(first), 'twee'), back(tagOf(second), 'vast', { comments: ['Ja.'] })], [remark]).comments,
    ).toHaveLength(1)
  })
})

describe('what is kept', () => {
  test('is what was chosen, over the version that stands', () => {
    const conflict = planned([back(`${first.key}v1`, 'drie'), asWas])
    expect(returnSet(conflict, whole, nothing).paragraphs).toEqual([])
    const merged = returnSet(conflict, whole, { ...nothing, merged: new Map([[first.key, 'twee en drie']]) })
    expect(merged.paragraphs).toMatchObject([{ paragraph: a, seen: 2, body: 'twee en drie', isRemoved: false }])
    const gone = planned([asWas])
    expect(returnSet(gone, whole, nothing).paragraphs).toEqual([])
    expect(returnSet(gone, whole, { ...nothing, gone: new Set([first.key]) }).paragraphs).toMatchObject([
      { body: 'twee', isRemoved: true },
    ])
  })
})

test('what a file is of, and which text a tag means, is read back', () => {
  const subject = { draft: 'AA2027', chapter: 'A27-GOC', upto: 12 }
  expect(readSubject(subjectOf(subject))).toEqual(subject)
  expect(readSubject('AA2027')).toBeNull()
  expect(readTag(tagOf(first))).toEqual({ key: first.key, version: 2 })
  expect(readTag('vast1_000000000000')).toBeNull()
})
