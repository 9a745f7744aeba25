import type { ChapterContent, ParagraphContent, ParagraphKind } from './chapter'
import type { Part } from './draft'
import type { ActionContent } from './draft-action'

/** The version that a change was based on; 0 of something new. */
type Based = { readonly seen: number }

export type ChapterChange = ChapterContent &
  Based & {
    /** Null of a new one. */
    readonly chapter: string | null
    /** Of a new one: the end of its code, in capitals, as `GOC`. */
    readonly short?: string
  }

export type ParagraphChange = ParagraphContent &
  Based & {
    /** Chosen by whoever makes it, so that what is sent twice is one. */
    readonly paragraph: string
    readonly chapter: string
    readonly kind: ParagraphKind
    readonly part: Part
  }

export type ActionChange = ActionContent &
  Based & {
    /** Null of a new one: it gets its code when it is kept. */
    readonly action: string | null
    readonly chapter: string
    /** Of a new one: the action of an earlier plan that goes on in it. */
    readonly cameFrom?: string | null
  }

/** What is kept at once: all of it or nothing. */
export type ChangeSet = {
  readonly chapters?: readonly ChapterChange[]
  readonly paragraphs?: readonly ParagraphChange[]
  readonly actions?: readonly ActionChange[]
}

/** What was changed meanwhile by somebody else. `at` is the place in the list that was sent, from 0. */
export type Clash = {
  readonly what: 'chapters' | 'paragraphs' | 'actions'
  readonly at: number
  readonly code: string
  /** The version that stands. */
  readonly version: number
}

/** What became of a set. `codes` are those that nothing has. */
export type Applied =
  | {
      readonly is: 'bewaard'
      /** The codes of what got a new version, in the order that was sent; what stood already is not among them. */
      readonly chapters: readonly string[]
      readonly paragraphs: readonly string[]
      readonly actions: readonly string[]
    }
  | { readonly is: 'botst'; readonly clashes: readonly Clash[] }
  | { readonly is: 'onbekend'; readonly codes: readonly string[] }
  | { readonly is: 'geen-recht' | 'gesloten' }
