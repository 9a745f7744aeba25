import type { Day } from '../../kernel/day'
import type { PartyRef, PlaceRef } from './named'

/** Whether a partner takes part in a theme. Marks that the document lost are "onbekend"; "nee" exists for professionals only. */
export const participations = ['ja', 'nee', 'onbekend'] as const
export type Participation = (typeof participations)[number]

/** One cell of the district × theme × partner matrix of a plan. */
export type MatrixCell = {
  readonly code: string
  readonly district: PlaceRef
  readonly theme: string
  /** A party, or the district itself where the source speaks of all its partners together. */
  readonly partner: { readonly code: string; readonly name: string; readonly kind: PartyRef['kind'] | 'gebied' }
  readonly participates: Participation
  readonly startPosition: string | null
  /** How we know: `proza`, `proza-allen`, `matrix-verloren` or `district`. */
  readonly ground: string
  readonly note: string | null
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}
