/** A place in a source document: the file and the lines, counted from 1, as `508` or `516-525`. */
export type SourceRef = { readonly document: string; readonly lines: string }

/** Reads `002_e295dfe805d16fbd.txt:508`; null for any other shape. */
export function parseSourceRef(text: string): SourceRef | null {
  const parts = /^([^:;\s]+):(\d+(?:-\d+)?)$/.exec(text)
  return parts?.[1] && parts[2] ? { document: parts[1], lines: parts[2] } : null
}

/** The first document named, with every line named in it: of `a:5`, `b:1`, `a:9-12` that is `a`, `5;9-12`. Null without sources. */
export function firstSource(sources: readonly string[]): SourceRef | null {
  const refs = sources.map(parseSourceRef).filter((ref) => ref !== null)
  const [first] = refs
  if (!first) return null
  const lines = refs.filter(({ document }) => document === first.document).map((ref) => ref.lines)
  return { document: first.document, lines: lines.join(';') }
}
