import { sql } from 'kysely'
import type { Writer } from '../../platform/db/database'
import type { ActionChange, Applied, ChangeSet, ChapterChange, Clash, ParagraphChange } from './change-set'
import type { Sent } from './draft.store'

const chapterRow = (one: ChapterChange) => ({
  chapter: one.chapter,
  short: one.short ?? null,
  seen: one.seen,
  seq: one.seq,
  title: one.title,
  kind: one.kind,
  priority: one.priority,
  lead: one.lead,
  is_removed: one.isRemoved,
})

const paragraphRow = (one: ParagraphChange) => ({
  paragraph: one.paragraph,
  chapter: one.chapter,
  kind: one.kind,
  part: one.part,
  seen: one.seen,
  seq: one.seq,
  title: one.title,
  body: one.body,
  is_removed: one.isRemoved,
})

const actionRow = (one: ActionChange) => ({
  action: one.action,
  chapter: one.chapter,
  came_from: one.cameFrom ?? null,
  seen: one.seen,
  seq: one.seq,
  project: one.project,
  track: one.track,
  title: one.title,
  lead: one.lead,
  lead_post: one.leadPost,
  participants: one.participants,
  areas: one.areas,
  due: one.due,
  aim: one.aim,
  indicators: one.indicators,
  target_value: one.targetValue,
  target_unit: one.targetUnit,
  target_by: one.targetBy,
  target_text: one.targetText,
  target_evidence: one.targetEvidence,
  promise: one.promise,
  is_removed: one.isRemoved,
})

type Answer =
  | Exclude<Applied, { is: 'botst' }>
  | { is: 'botst'; clashes: (Omit<Clash, 'at'> & { readonly nr: number })[] }

/**
 * Keeps a set of changes in one go, or nothing of it. The same key counts once; what says what already stands gets no new version.
 * Hundreds of actions at once are no more work than one query.
 */
export async function applyChanges(
  tx: Writer,
  draft: string,
  { chapters = [], paragraphs = [], actions = [] }: ChangeSet,
  { formKey, requestId }: Sent,
): Promise<Applied> {
  const changes = JSON.stringify({
    chapters: chapters.map(chapterRow),
    paragraphs: paragraphs.map(paragraphRow),
    actions: actions.map(actionRow),
  })
  const { rows } = await sql<{ applied: Answer }>`
    select drafting.apply(${draft}, ${changes}::jsonb, ${formKey}, ${requestId}) as applied`.execute(tx)
  const applied = rows[0]?.applied ?? { is: 'onbekend', codes: [] }
  if (applied.is !== 'botst') return applied
  return {
    is: 'botst',
    clashes: applied.clashes.map(({ what, nr, code, version }) => ({ what, at: nr - 1, code, version })),
  }
}
