import type { SheetContent, SheetRow } from './action-sheet'
import type { ActionChange } from './change-set'
import type { DraftAction } from './draft-action'

/** What of an action stands in a file, in the order it is shown. */
export const sheetFields = [
  'title',
  'project',
  'track',
  'lead',
  'leadPost',
  'participants',
  'areas',
  'due',
  'aim',
  'indicators',
  'targetValue',
  'targetUnit',
  'targetBy',
  'targetText',
  'targetEvidence',
  'isRemoved',
] as const satisfies readonly (keyof SheetContent)[]
export type SheetField = (typeof sheetFields)[number]

/** One cell then and now. `clash`: somebody else changed the same since the file was taken out. */
export type CellChange = { readonly field: SheetField; readonly clash: boolean }

/** What becomes of a row: `seen` is the action as it went out, `now` as it stands; null of a new one. */
export type RowChange = {
  readonly row: SheetRow
  readonly seen: DraftAction | null
  readonly now: DraftAction | null
  readonly cells: readonly CellChange[]
  readonly becomes: 'new' | 'gone' | 'changed' | 'conflict' | 'unchanged'
}

export type SheetPlan = {
  readonly rows: readonly RowChange[]
  /** Actions that stand and are not in the file: they stay. */
  readonly absent: number
}

/**
 * Works out what reading in would do, cell by cell, and does nothing. Who leaves a cell as it went out does not undo what a colleague
 * did meanwhile. `versions` are all versions of all actions of the draft.
 */
export function planSheet(rows: readonly SheetRow[], versions: readonly DraftAction[]): SheetPlan {
  const of = Map.groupBy(versions, ({ code }) => code)
  const planned = rows.map((row): RowChange => {
    if (row.code === null) return { row, seen: null, now: null, cells: [], becomes: 'new' }
    const all = of.get(row.code) ?? []
    const now = all.reduce((one, other) => (other.version > one.version ? other : one))
    const seen = all.find(({ version }) => version === row.version) ?? now
    const cells = sheetFields.flatMap((field): CellChange[] => {
      const [typed, then, stands] = [row.content[field], seen[field], now[field]]
      if (isSame(typed, then) || isSame(typed, stands)) return []
      return [{ field, clash: !isSame(then, stands) }]
    })
    return { row, seen, now, cells, becomes: becomesOf(cells) }
  })
  const inFile = new Set(rows.map(({ code }) => code))
  const standing = [...of.values()].filter((all) => !all.at(-1)?.isRemoved && !inFile.has(all[0]?.code ?? ''))
  return { rows: planned, absent: standing.length }
}

function becomesOf(cells: readonly CellChange[]): RowChange['becomes'] {
  if (cells.length === 0) return 'unchanged'
  if (cells.some(({ clash }) => clash)) return 'conflict'
  return cells.some(({ field }) => field === 'isRemoved') ? 'gone' : 'changed'
}

const isSame = (one: SheetContent[SheetField], other: SheetContent[SheetField]): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((item, at) => item === other[at])
    : one === other

/** How a cell in conflict is settled; what is not named stays as it stands now. */
export const clashKey = (code: string, field: SheetField) => `${code}-${field}`

/** The changes to keep. `fromFile` names the cells in conflict for which the file was chosen. */
export function actionChanges(
  { rows }: SheetPlan,
  fromFile: ReadonlySet<string>,
  versions: readonly DraftAction[],
): ActionChange[] {
  const lastSeq = new Map<string, number>()
  for (const { chapter, seq } of versions) lastSeq.set(chapter, Math.max(seq, lastSeq.get(chapter) ?? 0))
  return rows.flatMap(({ row, now, cells, becomes }): ActionChange[] => {
    if (becomes === 'unchanged') return []
    if (!now) {
      const seq = Math.min((lastSeq.get(row.chapter) ?? 0) + 1, 9999)
      lastSeq.set(row.chapter, seq)
      return [{ action: null, chapter: row.chapter, seen: 0, seq, promise: null, ...row.content }]
    }
    const taken = cells.filter(({ field, clash }) => !clash || fromFile.has(clashKey(now.code, field)))
    if (taken.length === 0) return []
    const typed = Object.fromEntries(taken.map(({ field }) => [field, row.content[field]]))
    const { code, chapter, version, seq, promise } = now
    const stands = Object.fromEntries(sheetFields.map((field) => [field, now[field]])) as unknown as SheetContent
    return [{ ...stands, ...typed, action: code, chapter, seen: version, seq, promise }]
  })
}

/** Whether a number and a text in words would stand beside each other when what was chosen is kept: then neither can be. */
export const standsTwice = (change: ActionChange) => change.targetValue !== null && change.targetText !== null
