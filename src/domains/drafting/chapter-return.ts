import { type ParagraphKind, paragraphKinds, type Remark } from './chapter'
import { type ChapterText, isRoomTag, readTag } from './chapter-text'
import type { Part } from './draft'

/** A text as a document brought it back. */
export type TextBack = {
  /** Null of a text that did not go out. */
  readonly tag: string | null
  readonly text: string
  readonly section: string | null
  readonly comments: readonly string[]
}

/** What a file says to be of, and up to which version of the draft it went out. */
export type Subject = { readonly draft: string; readonly chapter: string; readonly upto: number }

export const subjectOf = ({ draft, chapter, upto }: Subject) => `${draft}/${chapter}/${upto}`
export function readSubject(text: string): Subject | null {
  const [, draft = '', chapter = '', upto = ''] = /^([^/]+)\/([^/]+)\/(\d{1,9})$/.exec(text) ?? []
  return draft === '' ? null : { draft, chapter, upto: Number(upto) }
}

/**
 * What becomes of a text. `conflict`: it was changed here as well since it went out. `gone`: it is no longer in the file; it goes only
 * when that is said once more.
 */
export type TextChange = {
  readonly of: ChapterText
  readonly becomes: 'changed' | 'conflict' | 'gone'
  /** As it went out. */
  readonly seen: string
  /** Null of a text that is gone from the file. */
  readonly typed: string | null
}

/** A paragraph that did not go out. */
export type NewText = {
  readonly nr: number
  readonly text: string
  readonly kind: ParagraphKind
  readonly part: Part
  /** The paragraph it comes after, of the same kind; or where among them. */
  readonly after: { readonly id: string } | 'begin' | 'end'
}

/** A comment from the file that stands at nothing here yet. */
export type NewComment = { readonly on: ChapterText | { readonly nr: number }; readonly text: string }

export type ChapterReturn = {
  readonly changes: readonly TextChange[]
  /** In the order of the file. */
  readonly added: readonly NewText[]
  readonly comments: readonly NewComment[]
  readonly unchanged: number
  /** Texts stand in another order in the file; the order here stays. */
  readonly isMoved: boolean
}

/** Why a file is refused whole: texts of something else, or a text that is too long. */
export type ReturnRefusal =
  | { readonly refused: 'foreign' | 'too-many' }
  | { readonly refused: 'too-long'; readonly begins: string; readonly most: number }

/** What a word processor changes in a text without anybody typing. */
type Plain = (text: string) => string

export const longest = { heading: 200, body: 20_000, action: 500 } as const
const longestComment = 3_900
// Of new paragraphs and comments together: more is no chapter that people read.
const mostNew = 500

/** Works out what reading in would do, and does nothing. `upto` is null when the file does not say when it went out. */
export function planReturn(
  texts: readonly ChapterText[],
  back: readonly TextBack[],
  remarks: readonly Remark[],
  upto: number | null,
  plain: Plain,
): ChapterReturn | ReturnRefusal {
  const byKey = new Map(texts.map((one) => [one.key, one]))
  const found = new Map<string, string>()
  const changes: TextChange[] = []
  const added: NewText[] = []
  const comments: NewComment[] = []
  const order: number[] = []
  let last: ChapterText | null = null
  let unchanged = 0
  for (const { tag, text, section, comments: said } of back) {
    if (tag === null || isRoomTag(tag)) {
      if (text.length > longest.body) return tooLong(text, longest.body)
      const nr = added.length + 1
      added.push({ nr, text, ...placeOf(section, last) })
      comments.push(...said.map((one) => ({ on: { nr }, text: one })))
      continue
    }
    const read = readTag(tag)
    const of = read && byKey.get(read.key)
    if (!read || !of?.versions.has(read.version)) return { refused: 'foreign' }
    const seen = plain(of.versions.get(read.version) ?? '')
    if (text.length > longest[of.what]) return tooLong(text, longest[of.what])
    found.set(of.key, text)
    order.push(texts.indexOf(of))
    last = of
    comments.push(...said.map((one) => ({ on: of, text: one })))
    const becomes = becomesOf(seen, of.now === null ? null : plain(of.now), text)
    if (becomes === null) unchanged += 1
    else changes.push({ of, becomes, seen, typed: text })
  }
  for (const of of texts) {
    const isInFile = upto === null || of.since <= upto
    if (found.has(of.key) || of.now === null || !isInFile) continue
    // Without its body a paragraph is gone, whatever became of its heading.
    if (of.what === 'heading' && !texts.some((one) => one.id === of.id && one.what === 'body' && found.has(one.key)))
      continue
    changes.push({ of, becomes: 'gone', seen: plain(of.now), typed: null })
  }
  // A file that is read in once more brings what it added the first time.
  const again = new Map(
    added.flatMap((one) => {
      const stands = texts.find(
        ({ key, what, now }) => what === 'body' && !found.has(key) && now !== null && plain(now) === one.text,
      )
      return stands ? [[one.nr, stands] as const] : []
    }),
  )
  if (added.length + comments.length > mostNew) return { refused: 'too-many' }
  const long = comments.find(({ text }) => text.length > longestComment)
  if (long) return tooLong(long.text, longestComment)
  return {
    changes: changes.filter(({ of, becomes }) => becomes !== 'gone' || ![...again.values()].includes(of)),
    added: added.filter(({ nr }) => !again.has(nr)),
    comments: newComments(
      comments.map(({ on, text }) => ({ on: ('nr' in on && again.get(on.nr)) || on, text })),
      remarks,
      plain,
    ),
    unchanged,
    isMoved: order.some((at, index) => at < (order[index - 1] ?? -1)),
  }
}

/** Where a text that did not go out belongs: with those above it in the same section. */
function placeOf(section: string | null, last: ChapterText | null): Pick<NewText, 'kind' | 'part' | 'after'> {
  const kind = paragraphKinds.find((one) => one === section)
  if (!kind) return { kind: 'tekst', part: 'bureau', after: 'end' }
  if (last?.kind !== kind) return { kind, part: 'bureau', after: 'begin' }
  return { kind, part: last.part ?? 'bureau', after: { id: last.id } }
}

const tooLong = (text: string, most: number) => ({ refused: 'too-long' as const, begins: text.slice(0, 60), most })

function becomesOf(seen: string, now: string | null, typed: string): 'changed' | 'conflict' | null {
  if (typed === now || typed === seen) return null
  return seen === now ? 'changed' : 'conflict'
}

/** What goes before the words of a comment that came from a file. */
const fromWord = 'Opmerking uit Word: '
export const asRemark = (comment: string) => (comment.startsWith(fromWord) ? comment : fromWord + comment)

/** The comments that do not stand there already, each once. What was remarked on the chapter may stand anywhere in a file. */
function newComments(comments: readonly NewComment[], remarks: readonly Remark[], plain: Plain): NewComment[] {
  const bare = (text: string) => plain(text.startsWith(fromWord) ? text.slice(fromWord.length) : text)
  const known = new Set(
    remarks.flatMap(({ paragraph, action, text, replies }) =>
      [text, ...replies.map((reply) => reply.text)].map((said) => `${paragraph ?? action ?? ''} ${bare(said)}`),
    ),
  )
  return comments.filter(({ on, text }) => {
    const own = `${'nr' in on ? on.nr : on.id} ${bare(text)}`
    if (known.has(own) || known.has(` ${bare(text)}`)) return false
    known.add(own)
    return true
  })
}
