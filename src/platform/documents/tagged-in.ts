import { elementsOf, type XmlElement } from '../office/xml'
import { plain, readFixedTag, subjectProperty } from './tagged'
import { openWord, type WordRefusal } from './word-in'
import { type LeftOut, type WordParagraph, wordText } from './word-text'

/** A text that came back. The names of who commented in Word stay in the file. */
export type TextIn = {
  /** Null for a text that was not in what went out. */
  readonly tag: string | null
  readonly text: string
  /** Of the heading above it; null above the first. */
  readonly section: string | null
  readonly comments: readonly string[]
}

export type TaggedIn = {
  /** What the file says to be of; null when a program left that out. */
  readonly subject: string | null
  /** In the order of the file, those without a text left out. */
  readonly texts: readonly TextIn[]
  readonly isTracked: boolean
  readonly leftOut: readonly LeftOut[]
  /** Texts that were only to be read and were changed all the same. */
  readonly changedFixed: readonly string[]
}

/** Reads a document that was made by `taggedDocxOf` and written in since; or says why it cannot be read. */
export function readTaggedDocx(bytes: Uint8Array): TaggedIn | { readonly refused: WordRefusal | 'no-tags' } {
  const parts = openWord(bytes)
  if ('refused' in parts) return parts
  const { paragraphs, isTracked, leftOut } = wordText(parts.body)
  const tagged = withTags(paragraphs)
  if (tagged.every(({ tag }) => tag === null)) return { refused: 'no-tags' }
  const said = commentTexts(parts.comments)
  const texts: (TextIn & { readonly comments: string[] })[] = []
  const changedFixed: string[] = []
  // A comment at a heading is about what stands under it.
  let waiting: string[] = []
  let section: string | null = null
  for (const { tag, paragraph } of tagged) {
    const text = plain(paragraph.text)
    const comments = paragraph.comments.flatMap((id) => said.get(id) ?? [])
    const fixed = tag === null ? null : readFixedTag(tag)
    if (fixed) {
      section = fixed.section ?? section
      if (!fixed.isText(text) && text !== '') changedFixed.push(text)
      waiting.push(...comments)
    } else if (text === '') waiting.push(...comments)
    else {
      texts.push({ tag, text, section, comments: [...waiting, ...comments] })
      waiting = []
    }
  }
  texts.at(-1)?.comments.push(...waiting)
  return { subject: parts.properties[subjectProperty] ?? null, texts, isTracked, leftOut, changedFixed }
}

/**
 * Gives each paragraph one tag, and each tag one paragraph. A bookmark says more than the content control around it, for a new
 * paragraph that is begun at the end of a text stands in its control; the control says it when the bookmark went with the old text.
 */
function withTags(paragraphs: readonly WordParagraph[]): { tag: string | null; paragraph: WordParagraph }[] {
  const taken = new Set<string>()
  const take = (tag: string) => {
    if (taken.has(tag)) return null
    taken.add(tag)
    return tag
  }
  const tags = paragraphs.map(({ tags: [first] }) => (first === undefined ? null : take(first)))
  const isEmpty = (at: number) => plain(paragraphs[at]?.text ?? '') === ''
  for (const [at, { control }] of paragraphs.entries()) {
    if (!control || tags[at] !== null || isEmpty(at)) continue
    // Somebody began a new line before the first letter: the bookmark stayed behind in the empty one.
    const before = paragraphs[at - 1]?.control?.id === control.id && isEmpty(at - 1) && tags[at - 1] === control.tag
    if (before) {
      tags[at - 1] = null
      tags[at] = control.tag
    } else tags[at] = take(control.tag)
  }
  return paragraphs.map((paragraph, at) => ({ tag: tags[at] ?? null, paragraph }))
}

function commentTexts(comments: XmlElement | null): Map<string, string> {
  const all = comments ? elementsOf(comments).filter(({ name }) => name === 'w:comment') : []
  return new Map(
    all.flatMap((comment) => {
      const text = plain(
        wordText(comment)
          .paragraphs.map((one) => one.text)
          .join('\n'),
      )
      return text === '' ? [] : [[comment.attributes['w:id'] ?? '', text] as const]
    }),
  )
}
