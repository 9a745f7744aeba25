import type { Attachment, Item, NotePart, Paper } from '../meetings'

/** An item with the files that go along with it here. */
export type Piece = { readonly item: Item; readonly label: string; readonly files: readonly Attachment[] }

/** The papers of a meeting that one reader may read, open ones apart from closed ones. */
export type Papers = {
  readonly open: readonly Piece[]
  readonly closed: readonly Piece[]
  /** Closed files with open items: they come after everything that is open, so that its pages have one number for everybody. */
  readonly closedFiles: readonly Piece[]
  readonly withdrawn: readonly Item[]
}

/** `labelOf`: how an item is called in its meeting. */
export function papersOf(items: readonly Item[], labelOf: (item: Item) => string): Papers {
  const piece = (item: Item, files: readonly Attachment[]): Piece => ({ item, label: labelOf(item), files })
  const standing = items.filter(({ withdrawnBecause }) => withdrawnBecause === null)
  const open = standing.filter(({ closing }) => closing === null)
  return {
    open: open.map((item) =>
      piece(
        item,
        item.attachments.filter((file) => file.closing === null),
      ),
    ),
    closed: standing.filter(({ closing }) => closing !== null).map((item) => piece(item, item.attachments)),
    closedFiles: open
      .map((item) =>
        piece(
          item,
          item.attachments.filter((file) => file.closing !== null),
        ),
      )
      .filter(({ files }) => files.length > 0),
    withdrawn: items.filter(({ withdrawnBecause }) => withdrawnBecause !== null),
  }
}

export const isEmpty = ({ open, closed }: Papers) => open.length + closed.length === 0
export const hasClosed = ({ closed, closedFiles }: Papers) => closed.length + closedFiles.length > 0

/** Up to which moment the papers go, as ISO text: when the newest of them came; null of none. */
export function newestOf({ open, closed, closedFiles }: Papers): string | null {
  const moments = [
    ...[...open, ...closed].map(({ item }) => item.papers[0].at),
    ...[...open, ...closed, ...closedFiles].flatMap(({ files }) => files.map(({ at }) => at)),
  ]
  return moments.sort().at(-1) ?? null
}

/** What is new or different in one item. */
export type Change = {
  readonly piece: Piece
  /** Null when the note is as it was. */
  readonly paper: { readonly isNew: boolean; readonly parts: readonly NotePart[]; readonly isRenamed: boolean } | null
}

/** What came or changed: since the agenda was sent, or since a moment as ISO text. Each item with its new files only. */
export function changesOf(
  papers: Papers,
  since: string | null,
): { readonly changes: readonly Change[]; readonly papers: Papers } {
  const isNew = ({ at, changeNote }: Pick<Paper, 'at' | 'changeNote'>) =>
    since === null ? changeNote !== null : at > since
  const changed = (pieces: readonly Piece[], withNotes: boolean): Change[] =>
    pieces
      .map(({ item, label, files }) => ({
        piece: { item, label, files: files.filter(isNew) },
        paper: withNotes && isNew(item.papers[0]) ? paperChange(item, isNew) : null,
      }))
      .filter((change) => change.paper !== null || change.piece.files.length > 0)
  const [open, closed, closedFiles] = [
    changed(papers.open, true),
    changed(papers.closed, true),
    changed(papers.closedFiles, false),
  ]
  const only = (changes: readonly Change[]) => changes.map((change) => change.piece)
  return {
    changes: [...open, ...closed, ...closedFiles],
    papers: { open: only(open), closed: only(closed), closedFiles: only(closedFiles), withdrawn: papers.withdrawn },
  }
}

function paperChange({ papers }: Item, isNew: (paper: Paper) => boolean): NonNullable<Change['paper']> {
  const [now] = papers
  const before = papers.find((paper) => !isNew(paper))
  return {
    // Who sees one version only, because it is public, is not told that what changed is new.
    isNew: before === undefined && papers.at(-1)?.version === 1,
    parts: before ? (Object.keys(now.note) as NotePart[]).filter((part) => before.note[part] !== now.note[part]) : [],
    isRenamed: before !== undefined && before.title !== now.title,
  }
}

/** The moments after which something of this came, the newest first: for who has what came before it. */
export function followingMoments(papers: Papers): string[] {
  const { changes } = changesOf(papers, null)
  const moments = changes.flatMap(({ piece: { item, files }, paper }) => [
    ...(paper ? [item.papers[0].at] : []),
    ...files.map(({ at }) => at),
  ])
  return [...new Set(moments)].sort().reverse()
}

/** Every closed thing in it, as the log calls it: never by its title. */
export const closedNames = ({ closed, closedFiles }: Papers): string[] => [
  ...closed.map(({ label }) => `punt ${label}`),
  ...[...closed, ...closedFiles].flatMap(({ label, files }) =>
    files.map(({ hash }) => `punt ${label}, bijlage ${hash.slice(0, 12)}`),
  ),
]

export const isMoment = (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && !Number.isNaN(Date.parse(text))
