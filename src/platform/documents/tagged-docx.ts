import {
  Bookmark,
  BuilderElement,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document as Docx,
  FileChild,
  HeadingLevel,
  type ICommentOptions,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import { wordFrame, wordStyles } from './docx'
import {
  bookmarkOf,
  controlOf,
  fixedTag,
  plain,
  subjectProperty,
  type TaggedBlock,
  type TaggedDocument,
} from './tagged'

const quiet = '5B6577'

type Drawn = TaggedBlock | { readonly kind: 'title'; readonly text: string }

/**
 * A document for Word in which every text stands in a content control and at a bookmark, both with its tag: Word keeps the first
 * when a text is typed anew, LibreOffice keeps the second. Changes are tracked from the start.
 */
export async function taggedDocxOf(document: TaggedDocument): Promise<Uint8Array> {
  const { title, kind, author, marks, footer, subject, blocks } = document
  const comments: ICommentOptions[] = []
  const drawn: Drawn[] = [{ kind: 'fixed', text: kind }, { kind: 'title', text: title }, ...blocks]
  const children = drawn.map((block, at) => {
    const said = 'comments' in block ? block.comments : []
    const own = said.map(({ author: by, at: date, text }, index): ICommentOptions => {
      const id = comments.length + index + 1
      return { id, author: by, initials: 'SV', date, children: linesOf(text).map((line) => new Paragraph(line)) }
    })
    comments.push(...own)
    const tag = block.kind === 'editable' ? block.tag : fixedTag(at, block.text, sectionOf(block))
    return new ContentControl(
      block,
      tag,
      at + 1,
      own.map(({ id }) => id),
    )
  })
  const file = new Docx({
    title,
    creator: author,
    lastModifiedBy: author,
    customProperties: [{ name: subjectProperty, value: subject }],
    features: { trackRevisions: true },
    styles: wordStyles,
    comments: { children: comments },
    sections: [{ ...wordFrame(marks, footer), children }],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

const sectionOf = (block: Drawn) => (block.kind === 'heading' ? block.section : null)

const linesOf = (text: string) => plain(text).split('\n')

/** A paragraph that Word keeps together with its tag; what is only to be read cannot be typed in. */
class ContentControl extends FileChild {
  constructor(block: Drawn, tag: string, id: number, comments: readonly number[]) {
    super('w:sdt')
    const properties = [valued('w:tag', controlOf(tag)), valued('w:id', id)]
    if (block.kind !== 'editable' || block.isLocked) properties.push(valued('w:lock', 'sdtContentLocked'))
    this.root.push(
      new BuilderElement({ name: 'w:sdtPr', children: properties }),
      new BuilderElement({ name: 'w:sdtContent', children: [paragraph(block, bookmarkOf(tag), comments)] }),
    )
  }
}

const valued = (name: string, value: string | number) =>
  new BuilderElement<{ val: string | number }>({ name, attributes: { val: { key: 'w:val', value } } })

function paragraph(block: Drawn, bookmark: string, comments: readonly number[]): Paragraph {
  const style = { ...(block.kind === 'fixed' ? { size: 19, color: quiet } : {}) }
  return new Paragraph({
    ...headingOf(block),
    spacing: { after: 140 },
    children: [
      // Empty and in front, so that the bookmark stays where the paragraph begins whatever is typed in it.
      new Bookmark({ id: bookmark, children: [] }),
      ...comments.map((one) => new CommentRangeStart(one)),
      ...linesOf(block.text).map((text, at) => new TextRun({ text, ...style, ...(at > 0 ? { break: 1 } : {}) })),
      ...comments.flatMap((one) => [new CommentRangeEnd(one), new TextRun({ children: [new CommentReference(one)] })]),
    ],
  })
}

function headingOf(block: Drawn) {
  if (block.kind === 'title') return { heading: HeadingLevel.TITLE }
  if (block.kind === 'heading') return { heading: HeadingLevel[`HEADING_${block.level}`] }
  return block.kind === 'editable' && block.isTitle ? { heading: HeadingLevel.HEADING_3 } : {}
}
