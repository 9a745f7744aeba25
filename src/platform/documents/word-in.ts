import { openOfficeFile, relationsOf } from '../office/parts'
import { elementOf, elementsOf, type XmlElement } from '../office/xml'

/** Why a file is not read: each asks for something else of who sent it. */
export type WordRefusal = 'no-word' | 'old-word' | 'open-document' | 'too-large' | 'elsewhere'

/** The parts of a file for Word that say something: the text, the comments and what we wrote about it ourselves. */
export type WordParts = {
  readonly body: XmlElement
  readonly comments: XmlElement | null
  readonly properties: Readonly<Record<string, string>>
}

// Bytes. A chapter without pictures is some tens of kilobytes.
const largestWordFile = 5 * 1024 * 1024

/** Opens a file for Word as far as we read it. */
export function openWord(bytes: Uint8Array): WordParts | { readonly refused: WordRefusal } {
  if (bytes.length > largestWordFile) return { refused: 'too-large' }
  // The older format of Word, and also how Word keeps a file with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { refused: 'old-word' }
  if (!startsWith(bytes, [0x50, 0x4b])) return { refused: 'no-word' }
  const file = openOfficeFile(bytes)
  if ('refused' in file) return { refused: file.refused === 'too-large' ? 'too-large' : 'no-word' }
  if (file.text('mimetype')?.startsWith('application/vnd.oasis.opendocument')) return { refused: 'open-document' }

  const main = relationsOf(file, '')?.find(({ type }) => type === 'officeDocument')?.target
  const document = main === undefined ? null : file.xml(main)
  const relations = main === undefined ? null : relationsOf(file, main)
  if (!relations || document?.name !== 'w:document') return { refused: 'no-word' }
  // A part of the text that stands in another file would seem to be taken away.
  if (relations.some(({ type }) => ['subDocument', 'aFChunk'].includes(type))) return { refused: 'elsewhere' }
  const commentsAt = relations.find(({ type, isOutside }) => type === 'comments' && !isOutside)?.target
  const comments = commentsAt === undefined ? null : file.xml(commentsAt)
  const body = elementOf(document, 'w:body')
  if (!body || (commentsAt !== undefined && comments?.name !== 'w:comments')) return { refused: 'no-word' }
  return { body, comments, properties: propertiesIn(file.xml('docProps/custom.xml')) }
}

const startsWith = (bytes: Uint8Array, first: readonly number[]) => first.every((byte, at) => bytes[at] === byte)

const propertiesIn = (root: XmlElement | null): Record<string, string> =>
  Object.fromEntries((root ? elementsOf(root) : []).map((one) => [one.attributes.name ?? '', textIn(one)]))

const textIn = (element: XmlElement): string =>
  element.children.map((one) => (typeof one === 'string' ? one : textIn(one))).join('')
