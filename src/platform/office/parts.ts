import { strFromU8, unzipSync } from 'fflate'
import { unpacked } from './unpacked'
import { elementsOf, parseXml, type XmlElement } from './xml'

/** The parts of a file that a word processor or a spreadsheet made: a zip with XML in it. Nothing outside it is ever looked at. */
export type OfficeFile = {
  text(name: string): string | null
  /** Null when there is no such part, or it is no XML that we read. */
  xml(name: string): XmlElement | null
}

// Bytes. Measured: a file that unpacks to this takes some two seconds and 50 MB.
const largestUnpacked = 24 * 1024 * 1024

const prefixes = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties': 'own',
}

/** Opens such a file; or says that it is none, or unpacks to more than we read. */
export function openOfficeFile(bytes: Uint8Array): OfficeFile | { readonly refused: 'unreadable' | 'too-large' } {
  const size = unpacked(bytes, largestUnpacked)
  if (size !== 'within') return { refused: size === 'beyond' ? 'too-large' : 'unreadable' }
  try {
    // What the list at the end of a zip names may be one part many times over, and each is unpacked.
    let total = 0
    let isBeyond = false
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        total += Math.max(size, originalSize)
        isBeyond ||= total > largestUnpacked
        return !isBeyond && /\.(xml|rels)$|^mimetype$/.test(name)
      },
    })
    if (isBeyond) return { refused: 'too-large' }
    const text = (name: string) => (Object.hasOwn(files, name) ? strFromU8(files[name] as Uint8Array) : null)
    return {
      text,
      xml: (name) => {
        const found = text(name)
        return found === null ? null : parseXml(found, prefixes)
      },
    }
  } catch {
    // The library throws a different error for each way in which a file can be no zip.
    return { refused: 'unreadable' }
  }
}

/** What a part points at. `type` is the last word of the kind. */
export type Relation = {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly isOutside: boolean
}

/** What a part points at; of the file itself when no part is named. Null when that cannot be read. */
export function relationsOf(file: OfficeFile, part: string): Relation[] | null {
  const at = part.lastIndexOf('/') + 1
  const name = `${part.slice(0, at)}_rels/${part.slice(at)}.rels`
  if (file.text(name) === null) return []
  const root = file.xml(name)
  if (!root) return null
  return elementsOf(root).map(({ attributes }) => {
    const target = attributes.Target ?? ''
    return {
      id: attributes.Id ?? '',
      type: (attributes.Type ?? '').split('/').at(-1) ?? '',
      target: target.startsWith('/') ? target.slice(1) : part.slice(0, at) + target,
      isOutside: attributes.TargetMode === 'External',
    }
  })
}
