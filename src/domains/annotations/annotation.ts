import { type Fault, tidy } from '../../kernel/typed'
import type { Basis } from './basis'

/** One version of what an adviser wrote about an item for his own organisation. */
export type Annotation = {
  readonly item: string
  /** How the item was called when it was in the other series and this was written; null when it was written about the item as it is. */
  readonly writtenAt: string | null
  readonly organisation: string
  readonly version: number
  readonly body: string
  /** What the product knew when it was finished; null of a draft. */
  readonly basis: Basis | null
  /** ISO text. */
  readonly at: string
  readonly actedAs: string
}

export const longestBody = 2000

/** Of the versions of one organisation about one item, the newest first: what he who writes goes on from, and what he who sits there has. */
export const newestReady = (versions: readonly Annotation[]): Annotation | null =>
  versions.find(({ basis }) => basis !== null) ?? null

/** How far an annotation is for the one who writes it. */
export type Stage = 'niet begonnen' | 'concept' | 'klaar' | 'klaar, met een nieuw concept'

export function stageOf(versions: readonly Annotation[]): Stage {
  const [newest] = versions
  if (!newest) return 'niet begonnen'
  if (newest.basis) return 'klaar'
  return newestReady(versions) ? 'klaar, met een nieuw concept' : 'concept'
}

/** Reads what was typed, or says what is wrong with it. */
export function readBody(typed: string): string | { readonly faults: readonly Fault[] } {
  const body = tidy(typed)
  const over = body.length - longestBody
  return over > 0
    ? {
        faults: [
          { field: 'tekst', message: `De tekst is te lang: haal er ${over} ${over === 1 ? 'teken' : 'tekens'} af.` },
        ],
      }
    : body
}
