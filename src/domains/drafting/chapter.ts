import type { Part, Versioned } from './draft'
import type { DraftAction } from './draft-action'

/** What stands at the head of a chapter: the programme it becomes. */
export type ChapterContent = {
  readonly seq: number
  readonly title: string
  /** As plans call their parts: programma, project, thema. */
  readonly kind: string
  readonly priority: string | null
  readonly lead: string | null
  readonly isRemoved: boolean
}

export type Chapter = Versioned &
  ChapterContent & {
    /** The code its programme has. */
    readonly code: string
    readonly priorityTitle: string | null
    readonly leadName: string | null
  }

export const paragraphKinds = ['meerjarendoel', 'terugblik', 'tekst'] as const
export type ParagraphKind = (typeof paragraphKinds)[number]

export type ParagraphContent = {
  readonly seq: number
  /** A heading above it; null when it has none. */
  readonly title: string | null
  readonly body: string
  readonly isRemoved: boolean
}

export type Paragraph = Versioned &
  ParagraphContent & {
    readonly id: string
    readonly chapter: string
    readonly kind: ParagraphKind
    readonly part: Part
  }

/** A remark with its replies, the oldest first. */
export type Remark = {
  readonly id: string
  /** Null of a remark on the chapter as a whole. */
  readonly paragraph: string | null
  readonly action: string | null
  readonly text: string
  readonly at: string
  readonly actedAs: string
  readonly settled: { readonly at: string; readonly actedAs: string } | null
  readonly replies: readonly { readonly text: string; readonly at: string; readonly actedAs: string }[]
}

/** That a part of a look-back was cleared, up to a version. */
export type Clearance = {
  readonly part: Part
  readonly upto: number
  readonly at: string
  readonly actedAs: string
}
export type Signature = Omit<Clearance, 'part'>
export type Enforcement = Omit<Clearance, 'part'> & { readonly seq: number }

/** A chapter with the newest version of everything in it, also of what was removed. */
export type WholeChapter = {
  readonly chapter: Chapter
  readonly paragraphs: readonly Paragraph[]
  readonly actions: readonly DraftAction[]
  readonly remarks: readonly Remark[]
  readonly clearances: readonly Clearance[]
  readonly signatures: readonly Signature[]
  /** The last time it was put in force; null when never. */
  readonly enforced: Enforcement | null
}

/** What is needed of a look-back to tell who is still to clear it. */
export type LookBack = {
  readonly paragraphs: readonly Pick<Paragraph, 'kind' | 'part' | 'entry'>[]
  readonly clearances: readonly Clearance[]
}

/** The newest version of anything in a chapter. */
export const newestOf = ({ chapter, paragraphs, actions }: WholeChapter): number =>
  Math.max(chapter.entry, ...paragraphs.map(({ entry }) => entry), ...actions.map(({ entry }) => entry))

/** The newest version of the look-back, or of one part of it, also when it was removed; 0 when there is none. */
export const newestLookBack = (paragraphs: LookBack['paragraphs'], part: Part | null = null): number =>
  Math.max(
    0,
    ...paragraphs
      .filter((one) => one.kind === 'terugblik' && (part === null || one.part === part))
      .map(({ entry }) => entry),
  )

/** Where a part of the look-back stands, or the look-back as a whole: agreed to as it is, changed since, or never. */
export type Agreed = { readonly is: 'agreed' | 'changed'; readonly by: Signature } | { readonly is: 'open' }

export function agreedOn(upto: number, given: readonly Signature[]): Agreed {
  const holds = given.find((one) => one.upto === upto)
  if (holds) return { is: 'agreed', by: holds }
  const last = given.toSorted((one, other) => one.upto - other.upto).at(-1)
  return last ? { is: 'changed', by: last } : { is: 'open' }
}

/** Every part that the look-back of a chapter has, but that of the bureau, with where it stands. */
export function partStates({ paragraphs, clearances }: LookBack) {
  const has = new Set(paragraphs.filter(({ kind }) => kind === 'terugblik').map(({ part }) => part))
  return (['politie', 'om', 'gemeenten'] as const)
    .filter((part) => has.has(part))
    .map((part) => {
      const upto = newestLookBack(paragraphs, part)
      const own = clearances.filter((one) => one.part === part)
      return { part, upto, state: agreedOn(upto, own) }
    })
}
