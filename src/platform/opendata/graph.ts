/** Linked data as flat nodes: what JSON-LD and Turtle are both written from. */
export type Term = { readonly '@id': string } | { readonly '@value': string; readonly '@language'?: string }
export type Node = { readonly '@id': string; readonly '@type': string } & Readonly<
  Record<string, string | Term | readonly Term[]>
>

export const to = (address: string): Term => ({ '@id': address })
export const inDutch = (text: string): Term => ({ '@value': text, '@language': 'nl' })
export const literal = (text: string): Term => ({ '@value': text })

const prefixes: Readonly<Record<string, string>> = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
}

/** The nodes as JSON-LD that needs nothing fetched to be read. */
export function jsonLd(nodes: readonly Node[]): object {
  return { '@context': prefixes, '@graph': nodes }
}

/** The same nodes as Turtle. */
export function turtle(nodes: readonly Node[]): string {
  const heads = Object.entries(prefixes).map(([prefix, address]) => `@prefix ${prefix}: <${address}> .`)
  return `${[...heads, ...nodes.map(block)].join('\n')}\n`
}

function block({ '@id': id, '@type': type, ...properties }: Node): string {
  const lines = Object.entries(properties).map(([name, value]) => {
    const terms = (Array.isArray(value) ? value : [value]) as readonly Term[]
    return `  ${name} ${terms.map(written).join(', ')}`
  })
  return `\n<${address(id)}> a ${[type, ...(lines.length > 0 ? [lines.join(' ;\n').trimStart()] : [])].join(' ;\n  ')} .`
}

function written(term: Term): string {
  if ('@id' in term) return `<${address(term['@id'])}>`
  return `${JSON.stringify(term['@value'])}${term['@language'] ? `@${term['@language']}` : ''}`
}

// What an IRI of Turtle may not hold.
const address = (id: string) => id.replace(/[<>"{}|^`\\\s]/g, encodeURIComponent)
