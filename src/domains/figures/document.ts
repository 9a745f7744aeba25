import type { Day } from '../../kernel/day'

/** A source document. The text itself is not kept here: only what was read from it, with the line. */
export type SourceDocument = {
  readonly code: string
  readonly title: string
  /** How the documents name each other, as `002`. */
  readonly short: string
  readonly kind: string
  /** The plan that stands in it. */
  readonly plan: string | null
  readonly knownOn: Day
  /** The document has no date of its own: 1 January of the first year it is about. */
  readonly knownOnEstimated: boolean
  readonly lineCount: number
  readonly withdrawnOn: Day | null
}

/** Titles of documents by code, for source lines. */
export type DocumentTitles = ReadonlyMap<string, { readonly title: string; readonly short: string }>

/** A document is shown in parts of this many lines, so that every source line leads to a place that exists. */
const blockSize = 50

/** A part of a document, lines counted from 1. */
export type LineBlock = { readonly id: string; readonly first: number; readonly last: number }

const firstOfBlock = (line: number) => Math.floor((line - 1) / blockSize) * blockSize + 1

/** The name of the part in which a line stands: line 508 is in `regel-501`. */
export function blockId(line: number): string {
  return `regel-${firstOfBlock(line)}`
}

/** All parts of a document, first lines first. */
export function lineBlocks(lineCount: number): LineBlock[] {
  const blocks: LineBlock[] = []
  for (let first = 1; first <= lineCount; first += blockSize) {
    blocks.push({ id: blockId(first), first, last: Math.min(lineCount, first + blockSize - 1) })
  }
  return blocks
}
