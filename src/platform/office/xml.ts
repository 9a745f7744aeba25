import { Parser } from 'saxen'

/** An element of an XML file; its text stands among its children. Names carry the prefixes we gave the namespaces. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

// Measured: a chapter of 600 actions has some 12,000 elements and is eleven deep.
const mostElements = 400_000
const deepest = 120

/**
 * Reads XML that somebody sent. Null when it is no XML, is larger or deeper than any document, or has a document type: what that
 * declares could make a small file endless or point outside.
 */
export function parseXml(text: string, prefixes: Readonly<Record<string, string>>): XmlElement | null {
  type Open = XmlElement & { readonly children: (XmlElement | string)[] }
  const root: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [root]
  let elements = 0
  let isFaulty = false
  const parser = new Parser()
  const fail = () => {
    isFaulty = true
    parser.stop()
  }
  parser.ns(prefixes)
  parser.on('openTag', (name, attributesOf, decode) => {
    elements += 1
    if (elements > mostElements || open.length > deepest) return fail()
    const attributes = Object.fromEntries(Object.entries(attributesOf()).map(([key, value]) => [key, decode(value)]))
    const element: Open = { name, attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closeTag', () => void open.pop())
  parser.on('text', (value, decode) => void open.at(-1)?.children.push(decode(value)))
  parser.on('cdata', (value) => void open.at(-1)?.children.push(value))
  parser.on('attention', fail)
  parser.on('error', fail)
  parser.parse(text.replace(/^\uFEFF/, ''))
  const only = root.children.filter((one) => typeof one !== 'string')
  return isFaulty || open.length !== 1 || only.length !== 1 ? null : (only[0] ?? null)
}

/** The elements directly in another. */
export const elementsOf = ({ children }: XmlElement): XmlElement[] => children.filter((one) => typeof one !== 'string')

/** The first element with a name directly in another. */
export const elementOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && elementsOf(element).find((one) => one.name === name)
