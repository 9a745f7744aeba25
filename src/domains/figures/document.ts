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
