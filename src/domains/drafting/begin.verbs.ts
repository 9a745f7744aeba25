import type { Writer } from '../../platform/db/database'
import { hashOf } from '../../platform/web/secret'
import { isOver, standsOf } from '../progress'
import { type Action, dueKind, listActions, listProgrammes } from '../strategy'
import type { ActionChange, ChapterChange } from './change-set'
import { applyChanges } from './change-set.store'
import { beginDraft, type NewDraft, type Sent } from './draft.store'
import { listTemplates } from './template.store'

/** What a draft begins with. */
export type Start = 'leeg' | 'sjabloon' | 'plan'

const newChapter = (
  chapter: Pick<ChapterChange, 'seq' | 'title' | 'kind' | 'priority' | 'lead'> & { short: string },
) => ({
  ...chapter,
  chapter: null,
  seen: 0,
  isRemoved: false,
})

/** The end of the code of a programme, as `GOC` of `A22-GOC`. */
export const shortOf = (code: string): string =>
  (code.split('-').slice(1).join('') || code)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 8) || 'H'

/** An action of an earlier plan as it begins in the next: without its date, unless that was the whole period. */
function carriedOn(action: Action, chapter: string, seq: number): ActionChange {
  return {
    action: null,
    chapter,
    cameFrom: action.code,
    seen: 0,
    seq,
    project: action.project,
    track: action.track,
    title: action.title,
    lead: action.lead.code,
    leadPost: action.agreed?.post ?? null,
    participants: action.participants.map(({ code }) => code),
    areas: action.areas.map(({ code }) => code),
    due: dueKind(action.due, action.plan) === 'planperiode' ? 'planperiode' : null,
    aim: action.agreed?.aim ?? null,
    indicators: action.indicators.map(({ code }) => code),
    targetValue: action.target?.value ?? null,
    targetUnit: action.target?.unit ?? null,
    targetBy: null,
    // A mandate may have put a number where words stood: never both.
    targetText: action.target ? null : (action.agreed?.text ?? null),
    targetEvidence: action.agreed?.evidence ?? null,
    promise: null,
    isRemoved: false,
  }
}

/**
 * Begins a draft with the chapters of its template, or with those of the plan before and its actions that are not over. All in one
 * transaction, and once however often the form arrives. Null when the person who asks may not.
 */
export async function beginWith(tx: Writer, draft: NewDraft, start: Start, sent: Sent): Promise<string | null> {
  const code = await beginDraft(tx, { ...draft, beganFrom: start === 'plan' ? draft.beganFrom : null }, sent)
  if (code === null || start === 'leeg') return code
  const keyed = (step: string) => ({ ...sent, formKey: hashOf(`${sent.formKey} ${step}`) })
  if (start === 'sjabloon') {
    const chapters = (await listTemplates(tx))
      .filter(({ kind }) => kind === draft.kind)
      .map(({ seq, short, title, programmeKind, priority }) =>
        newChapter({ seq, short, title, kind: programmeKind, priority, lead: null }),
      )
    await applyChanges(tx, code, { chapters }, keyed('hoofdstukken'))
  }
  if (start === 'plan' && draft.beganFrom) await carryOn(tx, code, draft.beganFrom, keyed)
  return code
}

async function carryOn(tx: Writer, draft: string, from: string, keyed: (step: string) => Sent): Promise<void> {
  const programmes = (await listProgrammes(tx, { plan: from })).items
  const made = await applyChanges(
    tx,
    draft,
    {
      chapters: programmes.map(({ code, title, kind, priority, lead }, at) =>
        newChapter({
          seq: (at + 1) * 10,
          short: shortOf(code),
          title,
          kind,
          priority: priority?.code ?? null,
          lead: lead?.code ?? null,
        }),
      ),
    },
    keyed('hoofdstukken'),
  )
  if (made.is !== 'bewaard') return
  const chapterOf = new Map(programmes.map(({ code }, at) => [code, made.chapters[at]]))
  const over = new Set((await standsOf(tx, from)).filter(({ status }) => isOver(status)).map(({ action }) => action))
  const running = (await listActions(tx, { plan: from })).items.filter(
    ({ code, promise }) => !over.has(promise ?? code),
  )
  const changes = running.map((action, at) =>
    carriedOn(action, chapterOf.get(action.programme.code) ?? '', Math.min(9999, (at + 1) * 10)),
  )
  const kept = await applyChanges(tx, draft, { actions: changes }, keyed('acties'))
  if (kept.is !== 'bewaard') return
  // What two chapters promised as one stays one promise: only now the new codes are known.
  const next = new Map(running.map(({ code }, at) => [code, kept.actions[at]]))
  const repeated = changes.flatMap((change, at) => {
    const { code, promise } = running[at] ?? { code: '', promise: null }
    const [action, first] = [next.get(code), next.get(promise ?? '')]
    return action && first ? [{ ...change, action, promise: first, seen: 1 }] : []
  })
  await applyChanges(tx, draft, { actions: repeated }, keyed('beloften'))
}
