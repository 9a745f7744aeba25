import { createHash } from 'node:crypto'

/** A document that goes out to be written in, and comes back: each text that may change carries a tag of its own. */
export type TaggedDocument = {
  readonly title: string
  /** Above the title: what kind of document it is. */
  readonly kind: string
  readonly author: string
  readonly marks: readonly string[]
  readonly footer: string
  /** What it is of, as its reader will ask for: a file of something else is refused. */
  readonly subject: string
  readonly blocks: readonly TaggedBlock[]
}

export type TaggedBlock =
  | {
      readonly kind: 'heading'
      readonly level: 1 | 2
      readonly text: string
      /** What comes after it, up to the next with one, is in this section: letters and digits. */
      readonly section: string | null
      readonly comments: readonly CommentOut[]
    }
  /** Only to be read: what changes in it does not come back. */
  | { readonly kind: 'fixed'; readonly text: string }
  | {
      readonly kind: 'editable'
      readonly tag: string
      readonly text: string
      readonly isTitle: boolean
      /** Word lets nobody write in it, and it comes back as it went. */
      readonly isLocked: boolean
      readonly comments: readonly CommentOut[]
    }

/** A comment as it goes along: its author is a function, never a name. */
export type CommentOut = { readonly author: string; readonly at: Date; readonly text: string }

/** A tag stands in the name of a bookmark as well, of which Word keeps 40 characters with what we put before it. */
const tagPattern = /^[A-Za-z][A-Za-z0-9_]{0,39}$/

const bookmarkPrefix = 'sv_'
export const bookmarkOf = (tag: string) => `${bookmarkPrefix}${tag}`
export const tagOfBookmark = (name: string): string | null =>
  name.startsWith(bookmarkPrefix) && tagPattern.test(name.slice(bookmarkPrefix.length))
    ? name.slice(bookmarkPrefix.length)
    : null

const controlPrefix = 'slagvaardig:'
export const controlOf = (tag: string) => `${controlPrefix}${tag}`
export const tagOfControl = (value: string): string | null =>
  value.startsWith(controlPrefix) && tagPattern.test(value.slice(controlPrefix.length))
    ? value.slice(controlPrefix.length)
    : null

/** The tag of a text that is only to be read: it says what the text was, so that a change in it can be told. */
export const fixedTag = (at: number, text: string, section: string | null) =>
  `vast${at}_${digest(text)}${section === null ? '' : `_${section}`}`

const fixedPattern = /^vast\d+_([0-9a-f]{12})(?:_([a-z0-9]+))?$/

/** What the tag of a text that is only to be read says; null of another. */
export function readFixedTag(tag: string): { isText(text: string): boolean; readonly section: string | null } | null {
  const [, said, section = null] = fixedPattern.exec(tag) ?? []
  return said === undefined ? null : { isText: (text) => digest(text) === said, section }
}

const digest = (text: string) => createHash('sha256').update(plain(text)).digest('hex').slice(0, 12)

/**
 * A text as it survives a word processor: line ends of one kind, no spaces at the ends of lines, no empty lines at the ends of the
 * text, composed letters. Two texts that only differ in this are the same text.
 */
export const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\u00a0\u202f ]+/g, ' ')
    // What nobody sees, and control characters, for which XML has no place.
    .replace(/(?!\n)[\p{Cc}\p{Cf}\ufffe\uffff]/gu, '')
    .replace(/ ?\n ?/g, '\n')
    .normalize('NFC')
    .trim()

export const subjectProperty = 'slagvaardig'
