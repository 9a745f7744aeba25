import type { ActionChange, ChangeSet, ParagraphChange } from './change-set'
import type { Paragraph, WholeChapter } from './chapter'
import type { ChapterReturn, NewText, TextChange } from './chapter-return'
import type { ActionContent } from './draft-action'

/** What was chosen where a file leaves a choice. */
export type ReturnChoices = {
  /** The text that was made of both, by the key of a text in conflict. */
  readonly merged: ReadonlyMap<string, string>
  /** Keys of the texts of which it was said once more that they go. */
  readonly gone: ReadonlySet<string>
  /** The ids for the new paragraphs that are taken, by number. */
  readonly added: ReadonlyMap<number, string>
}

/** What is kept of a file that came back. A text in conflict without a merged one stays as it stands. */
export function returnSet(
  plan: ChapterReturn,
  { chapter, paragraphs, actions }: WholeChapter,
  choices: ReturnChoices,
): ChangeSet {
  const become = new Map<string, string | null>()
  for (const change of plan.changes) {
    const text = chosen(change, choices)
    if (text !== undefined) become.set(change.of.key, text)
  }
  const of = Map.groupBy(
    plan.changes.filter(({ of: { key } }) => become.has(key)),
    ({ of: { id } }) => id,
  )
  const seqs = seqsOf(
    plan.added.filter(({ nr }) => choices.added.has(nr)),
    paragraphs,
  )
  return {
    paragraphs: [
      ...paragraphs.flatMap((stands): ParagraphChange[] => {
        const own = of.get(stands.id)
        if (!own) return []
        const said = (what: 'heading' | 'body') => become.get(own.find((one) => one.of.what === what)?.of.key ?? '')
        const [title, body] = [said('heading'), said('body')]
        return [
          {
            paragraph: stands.id,
            chapter: chapter.code,
            kind: stands.kind,
            part: stands.part,
            seen: stands.version,
            seq: stands.seq,
            title: title === undefined ? stands.title : title,
            body: body ?? stands.body,
            isRemoved: body === undefined ? stands.isRemoved : body === null,
          },
        ]
      }),
      ...plan.added.flatMap(({ nr, text, kind, part }): ParagraphChange[] => {
        const paragraph = choices.added.get(nr)
        if (paragraph === undefined) return []
        const seq = seqs.get(nr) ?? 9999
        return [
          { paragraph, chapter: chapter.code, kind, part, seen: 0, seq, title: null, body: text, isRemoved: false },
        ]
      }),
    ],
    actions: actions.flatMap(({ code, version, ...stands }): ActionChange[] => {
      const title = become.get(of.get(code)?.[0]?.of.key ?? '')
      if (title === undefined) return []
      const content: ActionContent = { ...contentOf(stands), title: title ?? stands.title, isRemoved: title === null }
      return [{ ...content, action: code, chapter: chapter.code, seen: version }]
    }),
  }
}

/** The text it becomes, null when it goes, undefined when it stays as it stands. */
function chosen({ of, becomes, typed }: TextChange, { merged, gone }: ReturnChoices): string | null | undefined {
  if (becomes === 'gone') return gone.has(of.key) ? null : undefined
  return becomes === 'conflict' ? merged.get(of.key) : (typed ?? undefined)
}

const contentOf = (one: ActionContent): ActionContent => ({
  seq: one.seq,
  project: one.project,
  track: one.track,
  title: one.title,
  lead: one.lead,
  leadPost: one.leadPost,
  participants: one.participants,
  areas: one.areas,
  due: one.due,
  aim: one.aim,
  indicators: one.indicators,
  targetValue: one.targetValue,
  targetUnit: one.targetUnit,
  targetBy: one.targetBy,
  targetText: one.targetText,
  targetEvidence: one.targetEvidence,
  promise: one.promise,
  isRemoved: one.isRemoved,
})

/** Places for new paragraphs, by number: between their neighbours while there is room, and else after all others. */
function seqsOf(added: readonly NewText[], paragraphs: readonly Paragraph[]): Map<number, number> {
  const standing = paragraphs.filter(({ isRemoved }) => !isRemoved)
  let last = Math.max(0, ...paragraphs.map(({ seq }) => seq))
  const seqs = new Map<number, number>()
  const groups = Map.groupBy(added, ({ kind, after }) => `${kind} ${typeof after === 'string' ? after : after.id}`)
  for (const group of groups.values()) {
    const { kind, after } = group[0] as NewText
    const siblings = standing.filter((one) => one.kind === kind).map(({ seq }) => seq)
    const from = typeof after === 'string' ? 0 : (paragraphs.find(({ id }) => id === after.id)?.seq ?? 0)
    const until = Math.min(...siblings.filter((seq) => seq > from))
    const step = Number.isFinite(until) && after !== 'end' ? Math.floor((until - from) / (group.length + 1)) : 0
    for (const [at, { nr }] of group.entries()) {
      if (step === 0) last = Math.min(last + 10, 9999)
      seqs.set(nr, step > 0 ? from + step * (at + 1) : last)
    }
  }
  return seqs
}
