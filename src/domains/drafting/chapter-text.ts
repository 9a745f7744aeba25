import { type Paragraph, type ParagraphKind, paragraphKinds, type WholeChapter } from './chapter'
import type { Part } from './draft'
import type { DraftAction } from './draft-action'

/** One text of a chapter that goes out to be written in: the heading or the body of a paragraph, or what an action says. */
export type ChapterText = {
  /** Of this text among those of the chapter; fits in the tag of a document. */
  readonly key: string
  readonly what: 'heading' | 'body' | 'action'
  /** Of the paragraph, or the code of the action. */
  readonly id: string
  /** Of a paragraph; of an action there are none. */
  readonly kind: ParagraphKind | null
  readonly part: Part | null
  /** What stands now; null when it was taken out. */
  readonly now: string | null
  /** The version that stands. */
  readonly version: number
  /** What each version said; null when it was out in that version. */
  readonly versions: ReadonlyMap<number, string | null>
  /** The first version of it among all versions of the draft. */
  readonly since: number
}

/** The texts of a chapter in the order in which it is read. `versions` are all of the chapter, the oldest first. */
export function chapterTexts(
  { paragraphs, actions }: Pick<WholeChapter, 'paragraphs' | 'actions'>,
  versions: { readonly paragraphs: readonly Paragraph[]; readonly actions: readonly DraftAction[] },
): ChapterText[] {
  const ofParagraph = Map.groupBy(versions.paragraphs, ({ id }) => id)
  const ofAction = Map.groupBy(versions.actions, ({ code }) => code)
  return [
    ...inReadingOrder(paragraphs).flatMap(({ id, kind, part }) => {
      const all = ofParagraph.get(id) ?? []
      const bare = id.replaceAll('-', '')
      const hasHeading = all.some(({ title }) => title !== null)
      const heading = {
        key: `t${bare}`,
        what: 'heading',
        id,
        kind,
        part,
        ...saidIn(all, ({ title }) => title),
      } as const
      const body = { key: `p${bare}`, what: 'body', id, kind, part, ...saidIn(all, (one) => one.body) } as const
      return hasHeading ? [heading, body] : [body]
    }),
    ...actions.map(({ code }) => {
      const key = `a${code.replaceAll('-', '_')}`
      const said = saidIn(ofAction.get(code) ?? [], ({ title }) => title)
      return { key, what: 'action', id: code, kind: null, part: null, ...said } as const
    }),
  ]
}

const inReadingOrder = (paragraphs: readonly Paragraph[]): Paragraph[] =>
  paragraphs.toSorted(
    (one, other) => paragraphKinds.indexOf(one.kind) - paragraphKinds.indexOf(other.kind) || one.seq - other.seq,
  )

function saidIn<T extends { readonly version: number; readonly entry: number; readonly isRemoved: boolean }>(
  all: readonly T[],
  said: (one: T) => string | null,
) {
  const versions = new Map(all.map((one) => [one.version, one.isRemoved ? null : said(one)]))
  const version = Math.max(0, ...versions.keys())
  return { now: versions.get(version) ?? null, version, versions, since: all[0]?.entry ?? 0 }
}

/** The tag of a text in a document: which it is, and the version that went out. */
export const tagOf = ({ key, version }: Pick<ChapterText, 'key' | 'version'>) => `${key}v${version}`

/** The tag of an empty line in which a new paragraph of a kind can be written. */
export const roomTag = (kind: ParagraphKind) => `n${kind}`
export const isRoomTag = (tag: string) => paragraphKinds.some((kind) => roomTag(kind) === tag)

export function readTag(tag: string): { readonly key: string; readonly version: number } | null {
  const [, key = '', version = ''] = /^([pta]\w+)v(\d{1,6})$/.exec(tag) ?? []
  return key === '' ? null : { key, version: Number(version) }
}
