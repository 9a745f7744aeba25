import type { Reader } from '../../platform/db/database'
import type { WholeChapter } from './chapter'
import { readChapter } from './chapter.store'
import type { Draft, Part, Rights } from './draft'
import { findDraft, rightsIn } from './draft.store'
import type { DraftAction } from './draft-action'
import { allNames, type Names } from './names.verbs'

/** A draft as somebody opened it, with what he may do in it now: nothing once it is adopted. */
export type OpenedDraft = { readonly draft: Draft; readonly rights: Rights }

/** A draft by its code; null for whoever it does not exist for. */
export async function openDraft(tx: Reader, code: string): Promise<OpenedDraft | null> {
  const draft = await findDraft(tx, code)
  if (!draft) return null
  const rights = await rightsIn(tx, draft.owner.code)
  return draft.adoptedOn
    ? { draft, rights: { writes: false, enforces: false, parts: [], leads: [] } }
    : { draft, rights }
}

export type OpenedChapter = OpenedDraft & { readonly whole: WholeChapter; readonly names: Names }

export async function openChapter(tx: Reader, code: string, chapter: string): Promise<OpenedChapter | null> {
  const opened = await openDraft(tx, code)
  const whole = opened && (await readChapter(tx, code, chapter))
  return opened && whole && { ...opened, whole, names: await allNames(tx) }
}

export const writesPart = ({ writes, parts }: Rights, kind: string, part: Part): boolean =>
  writes || (kind === 'terugblik' && parts.includes(part))

export const writesAction = ({ writes, leads }: Rights, { lead, isRemoved }: Pick<DraftAction, 'lead' | 'isRemoved'>) =>
  writes || (leads.includes(lead) && !isRemoved)
