/** A place in a source document: the file and the lines, counted from 1, as `508` or `516-525`. */
export type SourceRef = { readonly document: string; readonly lines: string }

/** Reads `002_e295dfe805d16fbd.txt:508`; null for any other shape. */
export function parseSourceRef(text: string): SourceRef | null {
  const parts = /^([^:;\s]+):(\d+(?:-\d+)?)$/.exec(text)
  return parts?.[1] && parts[2] ? { document: parts[1], lines: parts[2] } : null
}
