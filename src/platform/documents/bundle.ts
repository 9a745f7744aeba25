import type { Block } from './document'
import type { NotMerged } from './pdf-merge'

/** Several papers in one file, in the order in which they are read. */
export type Bundle = {
  readonly title: string
  readonly author: string
  /** Stands on every page of ours, as "voorbeeld". */
  readonly marks: readonly string[]
  readonly footer: string
  /** Before the number of a page: pages of a part of a whole are not taken for those of the whole. */
  readonly pagePrefix: string
  readonly parts: readonly BundlePart[]
}

/** `depth` is how far a part stands below the others in the list of bookmarks. */
export type BundlePart = {
  readonly id: string
  readonly title: string
  readonly depth: 0 | 1 | 2
  /** What stands at the head of its pages: the item it belongs to. */
  readonly head: string
} & (
  | { readonly kind: 'own'; readonly above: string; readonly blocks: readonly BundleBlock[] }
  /** All pages of the file that was added under this id, as received. */
  | { readonly kind: 'file' }
)

export type BundleBlock = Block | ContentsBlock

/** What is in it and on which page, by the id of a part; null for what has no page. */
export type ContentsBlock = {
  readonly kind: 'contents'
  readonly caption: string
  readonly heads: readonly [string, string, string]
  readonly rows: readonly { readonly label: string; readonly text: string; readonly part: string | null }[]
}

/** How a file came along, or why it did not. `te-zwaar`: it took too long, or there was no room any more. */
export type InBundle =
  | { readonly pages: number; readonly isTagged: boolean }
  | { readonly refused: NotMerged | 'geen-pdf' | 'te-zwaar' }

export type BundlePages = {
  /** The first page of each part, as it is numbered. */
  readonly starts: Readonly<Record<string, string>>
  readonly total: number
}

/** A file to come along, under the id of its part. */
export type BundleFile = { readonly id: string; readonly hash: string }
