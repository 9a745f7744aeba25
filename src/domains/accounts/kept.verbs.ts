import type { Document } from '../../platform/documents/document'
import type { BoundFigure } from './bound'
import type { Said } from './later'

/** What was released, as it is kept: the document as it was worded, and every figure with the question it answers. */
export type Kept = {
  readonly document: Document
  readonly figures: readonly BoundFigure[]
  /** What each reference in it said. */
  readonly said: readonly Said[]
  readonly isExample: boolean
}

/** Reads the kept file; null when it cannot be read: only who went past the rules of the database wrote it. */
export function readKept(content: Uint8Array): Kept | null {
  try {
    return JSON.parse(new TextDecoder().decode(content)) as Kept
  } catch {
    return null
  }
}
