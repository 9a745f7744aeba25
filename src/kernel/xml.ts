/** An element of XML: its name, its text or what stands in it, and its attributes. Null leaves it out. */
export type XmlNode = readonly [
  name: string,
  content: string | readonly (XmlNode | null)[],
  attributes?: Readonly<Record<string, string>>,
]

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // Characters that no XML holds.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to leave out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

function written([name, content, attributes = {}]: XmlNode, indent: string): string {
  const head = `${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}`
  if (typeof content === 'string') return `${indent}<${head}>${escaped(content)}</${name}>`
  const inside = content.flatMap((one) => (one ? [written(one, `${indent}  `)] : []))
  return inside.length > 0 ? [`${indent}<${head}>`, ...inside, `${indent}</${name}>`].join('\n') : `${indent}<${head}/>`
}

/** A whole document of XML, in UTF-8. */
export const xmlDocument = (root: XmlNode) => `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`
