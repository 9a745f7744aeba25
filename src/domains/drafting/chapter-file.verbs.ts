import { createHash } from 'node:crypto'
import type { Reader, Writer } from '../../platform/db/database'
import { plain } from '../../platform/documents/tagged'
import { readTaggedDocx, type TaggedIn } from '../../platform/documents/tagged-in'
import type { WordRefusal } from '../../platform/documents/word-in'
import type { Applied } from './change-set'
import { applyChanges } from './change-set.store'
import { newestOf, type ParagraphKind } from './chapter'
import { actionVersions, addRemark, paragraphVersions } from './chapter.store'
import {
  asRemark,
  type ChapterReturn,
  type NewComment,
  planReturn,
  type ReturnRefusal,
  readSubject,
  type TextChange,
} from './chapter-return'
import { type ChapterText, chapterTexts } from './chapter-text'
import type { Sent } from './draft.store'
import { type OpenedChapter, openChapter, writesAction, writesPart } from './opened.verbs'
import { type ReturnChoices, returnSet } from './return-set'

/** A chapter for whoever may write something in it, with its texts and what of those are his. */
export type ChapterFile = OpenedChapter & {
  readonly texts: readonly ChapterText[]
  /** The newest version of anything in it. */
  readonly upto: number
  mayWrite(of: ChapterText): boolean
  mayAdd(kind: ParagraphKind): boolean
}

/** A chapter to take along or to read in; null when there is none, or nothing in it is his to write. */
export async function findChapterFile(tx: Reader, code: string, chapter: string): Promise<ChapterFile | null> {
  const opened = await openChapter(tx, code, chapter)
  if (!opened || opened.whole.chapter.isRemoved) return null
  const { rights, whole } = opened
  const versions = {
    paragraphs: await paragraphVersions(tx, { chapter }),
    actions: await actionVersions(tx, { chapter }),
  }
  const texts = chapterTexts(whole, versions)
  const mayWrite = ({ kind, part, id }: ChapterText) => {
    if (kind !== null && part !== null) return writesPart(rights, kind, part)
    const action = whole.actions.find((one) => one.code === id)
    return action !== undefined && writesAction(rights, action)
  }
  const mayAdd = (kind: ParagraphKind) => rights.writes || (kind === 'terugblik' && rights.parts.length > 0)
  const isHis = rights.writes || rights.parts.length > 0 || texts.some(mayWrite)
  return isHis ? { ...opened, texts, upto: newestOf(whole), mayWrite, mayAdd } : null
}

/** What reading in a file would do. */
export type ReturnPreview = {
  readonly plan: ChapterReturn
  /** What was changed in it that is not his to change. */
  readonly notHis: readonly ChapterText[]
  readonly said: Pick<TaggedIn, 'isTracked' | 'leftOut' | 'changedFixed'>
  /** What was shown, so that nothing else is kept than that. */
  readonly seen: string
}

export type FileRefusal =
  | { readonly refused: WordRefusal | 'no-tags' }
  | { readonly refused: 'other'; readonly chapter: string }
  | ReturnRefusal

/** Reads a file that came back for a chapter; or says why not. */
export function previewReturn(file: ChapterFile, bytes: Uint8Array): ReturnPreview | FileRefusal {
  const back = readTaggedDocx(bytes)
  if ('refused' in back) return back
  const { draft, whole, rights } = file
  const subject = back.subject === null ? null : readSubject(back.subject)
  if (subject && (subject.draft !== draft.code || subject.chapter !== whole.chapter.code))
    return { refused: 'other', chapter: subject.chapter }
  const all = planReturn(file.texts, back.texts, whole.remarks, subject?.upto ?? null, plain)
  if ('refused' in all) return all
  const isHis = ({ of, becomes }: TextChange) =>
    file.mayWrite(of) && (rights.writes || of.what !== 'action' || (becomes !== 'gone' && of.now !== null))
  const plan = {
    ...all,
    changes: all.changes.filter(isHis),
    added: all.added.flatMap((one) => {
      const part =
        one.kind !== 'terugblik'
          ? 'bureau'
          : rights.writes || rights.parts.includes(one.part)
            ? one.part
            : rights.parts[0]
      return part !== undefined && file.mayAdd(one.kind) ? [{ ...one, part }] : []
    }),
  }
  const notHis = all.changes.filter((one) => !isHis(one) && one.becomes !== 'gone').map(({ of }) => of)
  const { isTracked, leftOut, changedFixed } = back
  return { plan, notHis, said: { isTracked, leftOut, changedFixed }, seen: seenOf(plan) }
}

export const isNothing = ({ changes, added, comments }: ChapterReturn) =>
  changes.length + added.length + comments.length === 0

const seenOf = ({ changes, added, comments }: ChapterReturn) =>
  createHash('sha256')
    .update(
      JSON.stringify([
        changes.map(({ of, becomes, typed }) => [of.key, of.version, becomes, typed]),
        added.map(({ text, kind, after }) => [text, kind, after]),
        comments.map(({ on, text }) => ['nr' in on ? on.nr : on.key, text]),
      ]),
    )
    .digest('hex')

/** Keeps what was chosen of a file, with its comments, in one go. The same form twice is once. */
export async function applyReturn(
  tx: Writer,
  { draft, whole }: ChapterFile,
  { plan }: Pick<ReturnPreview, 'plan'>,
  choices: ReturnChoices & { readonly hasComments: boolean },
  { formKey, requestId }: Sent,
): Promise<Applied> {
  const applied = await applyChanges(tx, draft.code, returnSet(plan, whole, choices), { formKey, requestId })
  if (applied.is !== 'bewaard' || !choices.hasComments) return applied
  for (const [at, comment] of plan.comments.entries()) {
    const place = placeOf(comment, choices)
    await addRemark(
      tx,
      { chapter: whole.chapter.code, ...place, text: asRemark(comment.text) },
      { formKey: `${formKey}-${at}`, requestId },
    )
  }
  return applied
}

/** On the paragraph or the action; on the chapter when its paragraph was not taken. */
function placeOf({ on }: NewComment, { added }: ReturnChoices) {
  if ('nr' in on) return { paragraph: added.get(on.nr) ?? null }
  return on.what === 'action' ? { action: on.id } : { paragraph: on.id }
}
