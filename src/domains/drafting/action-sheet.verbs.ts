import { createHash } from 'node:crypto'
import type { Reader, Writer } from '../../platform/db/database'
import { tracks } from '../strategy'
import { actionChanges, planSheet, type SheetPlan, standsTwice } from './action-compare'
import { type Known, readSheetRows, type SheetIn } from './action-sheet'
import type { ActionChange, Applied } from './change-set'
import { applyChanges } from './change-set.store'
import { actionVersions, newestChapters } from './chapter.store'
import type { Sent } from './draft.store'
import type { DraftAction } from './draft-action'
import { allNames, type Names } from './names.verbs'
import { type OpenedDraft, openDraft } from './opened.verbs'
import { type SheetSet, sheetSets } from './set.store'

/** The actions of a draft, for whoever writes all of it. */
export type DraftSheet = OpenedDraft & {
  /** All versions, the oldest first. */
  readonly versions: readonly DraftAction[]
  /** The newest of each, in the order of the plan, also of what was taken out. */
  readonly actions: readonly DraftAction[]
  readonly known: Known
  readonly names: Names
}

/** Null when there is no such draft, or it is not his to write. */
export async function findSheet(tx: Reader, code: string): Promise<DraftSheet | null> {
  const opened = await openDraft(tx, code)
  if (!opened?.rights.writes) return null
  const chapters = await newestChapters(tx, code)
  const versions = await actionVersions(tx, { draft: code })
  const names = await allNames(tx)
  const named = (pairs: ReadonlyMap<string, string>) => Array.from(pairs, ([of, name]) => ({ code: of, name }))
  const place = new Map(chapters.map((one, at) => [one.code, at]))
  return {
    ...opened,
    versions,
    actions: newestOfEach(versions).toSorted(
      (one, other) =>
        (place.get(one.chapter) ?? 0) - (place.get(other.chapter) ?? 0) ||
        one.seq - other.seq ||
        one.code.localeCompare(other.code),
    ),
    known: {
      chapters: chapters
        .filter(({ isRemoved }) => !isRemoved)
        .map(({ code: of, title }) => ({ code: of, name: title })),
      parties: named(names.parties),
      areas: named(names.areas),
      indicators: named(names.indicators),
      tracks,
    },
    names,
  }
}

/** What goes out as a file: what stands, in chapters that stand. */
export function standingIn({ actions, known }: Pick<DraftSheet, 'actions' | 'known'>): DraftAction[] {
  const chapters = new Set(known.chapters.map(({ code }) => code))
  return actions.filter(({ isRemoved, chapter }) => !isRemoved && chapters.has(chapter))
}

const newestOfEach = (versions: readonly DraftAction[]) => [...new Map(versions.map((one) => [one.code, one])).values()]

export type SheetPreview = {
  readonly plan: SheetPlan
  /** What was shown, so that nothing else is kept than that. */
  readonly seen: string
}

/** What reading in a file would do; or everything that is wrong with it. */
export function previewSheet(sheet: DraftSheet, given: SheetIn): SheetPreview | { readonly faults: readonly string[] } {
  const read = readSheetRows(given, sheet.actions, sheet.known)
  if ('faults' in read) return read
  const counted = new Set([...standingIn(sheet), ...read.rows].map(({ code }) => code))
  const plan = planSheet(
    read.rows,
    sheet.versions.filter(({ code }) => counted.has(code)),
  )
  const said = plan.rows
    .filter(({ becomes }) => becomes !== 'unchanged')
    .map(({ row, now, cells, becomes }) => [row.code, row.content, now?.version ?? 0, cells, becomes])
  return { plan, seen: createHash('sha256').update(JSON.stringify(said)).digest('hex') }
}

/** Keeps a file in one go. `twice` names the actions that would get both a number and a text as their target. */
export async function applySheet(
  tx: Writer,
  { draft, versions }: DraftSheet,
  { plan }: SheetPreview,
  fromFile: ReadonlySet<string>,
  sent: Sent,
): Promise<Applied | { readonly is: 'twice'; readonly codes: readonly string[] }> {
  const actions = actionChanges(plan, fromFile, versions)
  const twice = actions.filter(standsTwice)
  if (twice.length > 0) return { is: 'twice', codes: twice.flatMap(({ action }) => action ?? []) }
  return applyChanges(tx, draft.code, { actions }, sent)
}

/** What can be taken back of something that was kept: what nobody changed since. */
export function undoing({ actions }: SheetSet, versions: readonly DraftAction[]) {
  const of = Map.groupBy(versions, ({ code }) => code)
  const kept = actions.map(({ code, version }) => {
    const all = of.get(code) ?? []
    return { code, version, isLast: all.at(-1)?.version === version, all }
  })
  const back = kept.flatMap(({ code, version, isLast, all }): ActionChange[] => {
    const last = all.at(-1)
    if (!isLast || !last) return []
    // What was new is taken out; its code and its text stay.
    const before = all.find((one) => one.version === version - 1) ?? { ...last, isRemoved: true }
    return [{ ...before, action: code, seen: version }]
  })
  return { back, stays: kept.filter(({ isLast }) => !isLast).map(({ code }) => code) }
}

/** Gives every action of something that was kept what it said before, as a new version. Null when there is nothing to take back. */
export async function undoSet(tx: Writer, sheet: DraftSheet, key: string, sent: Sent): Promise<number | null> {
  const [set] = await sheetSets(tx, sheet.draft.code, key)
  const { back } = set ? undoing(set, sheet.versions) : { back: [] }
  if (back.length === 0) return null
  const applied = await applyChanges(tx, sheet.draft.code, { actions: back }, sent)
  return applied.is === 'bewaard' ? applied.actions.length : null
}
