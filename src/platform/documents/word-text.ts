import { elementOf, elementsOf, type XmlElement } from '../office/xml'
import { tagOfBookmark, tagOfControl } from './tagged'

/** A paragraph of a file for Word as its reader sees it when all changes are accepted. */
export type WordParagraph = {
  /** At whose bookmarks it begins; more than one when paragraphs were joined. */
  readonly tags: readonly string[]
  /** The content control it stands in: the tag, and which of the controls with it. */
  readonly control: { readonly tag: string; readonly id: number } | null
  readonly text: string
  /** Ids of the comments that begin in it. */
  readonly comments: readonly string[]
}

export type LeftOut = 'afbeelding' | 'tabel' | 'voetnoot'

export type WordText = {
  readonly paragraphs: readonly WordParagraph[]
  readonly isTracked: boolean
  readonly leftOut: readonly LeftOut[]
}

// A text of ours begins at two marks, and a few when paragraphs were joined; thousands are somebody's trick.
const mostTags = 50
const isNew = (tags: readonly string[], tag: string) => tags.length < mostTags && !tags.includes(tag)

type Open = { tags: string[]; control: WordParagraph['control']; text: string; comments: Set<string> }

/**
 * Reads the text of a file for Word. What was inserted while changes were tracked counts and what was deleted does not; `isTracked`
 * says that there was any. What is no text is left out, and said.
 */
export function wordText(body: XmlElement): WordText {
  const paragraphs: Open[] = []
  const leftOut = new Set<LeftOut>()
  let isTracked = false
  let controls = 0
  // A paragraph whose end was deleted goes on in the next.
  let goesOn: Open | null = null
  // A bookmark or comment between two paragraphs belongs to the one that follows.
  let ahead: Pick<Open, 'tags' | 'comments'> = { tags: [], comments: new Set() }

  function blocks(parent: XmlElement, control: WordParagraph['control']): void {
    for (const element of elementsOf(parent)) {
      switch (element.name) {
        case 'w:p':
          paragraph(element, control)
          break
        case 'w:sdt': {
          const content = elementOf(element, 'w:sdtContent')
          const tag = controlTag(element)
          if (tag !== null) controls += 1
          if (content) blocks(content, tag === null ? control : { tag, id: controls })
          break
        }
        case 'w:tbl':
          leftOut.add('tabel')
          blocks(element, control)
          break
        case 'w:del':
        case 'w:moveFrom':
          isTracked = true
          break
        case 'w:bookmarkStart':
        case 'w:commentRangeStart':
          mark(element, ahead)
          break
        case 'mc:AlternateContent':
          leftOut.add('afbeelding')
          break
        default:
          blocks(element, control)
      }
    }
  }

  function paragraph(element: XmlElement, control: WordParagraph['control']): void {
    const open: Open = goesOn ?? { tags: [], control, text: '', comments: new Set() }
    if (goesOn === null) paragraphs.push(open)
    open.tags.push(...ahead.tags)
    for (const one of ahead.comments) open.comments.add(one)
    ahead = { tags: [], comments: new Set() }
    inline(element, open)
    const end = elementOf(elementOf(element, 'w:pPr'), 'w:rPr')
    const isEndGone = end !== undefined && (elementOf(end, 'w:del') ?? elementOf(end, 'w:moveFrom')) !== undefined
    if (isEndGone || (end && elementOf(end, 'w:ins'))) isTracked = true
    // A text that is wholly gone does not take the next one along in its own place.
    goesOn = isEndGone && open.text.trim() !== '' ? open : null
  }

  function inline(parent: XmlElement, open: Open): void {
    for (const element of elementsOf(parent)) {
      switch (element.name) {
        case 'w:t':
          open.text += element.children.filter((one) => typeof one === 'string').join('')
          break
        case 'w:tab':
          open.text += ' '
          break
        case 'w:br':
        case 'w:cr':
          if (element.attributes['w:type'] !== 'page' && element.attributes['w:type'] !== 'column') open.text += '\n'
          break
        case 'w:noBreakHyphen':
          open.text += '-'
          break
        case 'w:del':
        case 'w:moveFrom':
          isTracked = true
          break
        case 'w:ins':
        case 'w:moveTo':
          isTracked = true
          inline(element, open)
          break
        case 'w:bookmarkStart':
        case 'w:commentRangeStart':
        case 'w:commentReference':
          mark(element, open)
          break
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          leftOut.add('voetnoot')
          break
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
        case 'mc:AlternateContent':
          leftOut.add('afbeelding')
          break
        case 'w:sdt': {
          const tag = controlTag(element)
          if (tag !== null && isNew(open.tags, tag)) open.tags.push(tag)
          const content = elementOf(element, 'w:sdtContent')
          if (content) inline(content, open)
          break
        }
        // Names of fonts and the like, and what a field computes from, are no text.
        case 'w:pPr':
        case 'w:rPr':
        case 'w:instrText':
          break
        default:
          inline(element, open)
      }
    }
  }

  blocks(body, null)
  return {
    paragraphs: paragraphs.map(({ comments, ...one }) => ({ ...one, comments: [...comments] })),
    isTracked,
    leftOut: [...leftOut],
  }
}

function controlTag(control: XmlElement): string | null {
  const tag = elementOf(elementOf(control, 'w:sdtPr'), 'w:tag')
  return tag ? tagOfControl(tag.attributes['w:val'] ?? '') : null
}

function mark({ name, attributes }: XmlElement, open: Pick<Open, 'tags' | 'comments'>): void {
  if (name !== 'w:bookmarkStart') {
    open.comments.add(attributes['w:id'] ?? '')
    return
  }
  const tag = tagOfBookmark(attributes['w:name'] ?? '')
  if (tag !== null && isNew(open.tags, tag)) open.tags.push(tag)
}
