import type { Day } from '../../kernel/day'
import type { Validity } from '../../kernel/period'

export const organisationKinds = [
  'gemeente',
  'om',
  'politie',
  'riec',
  'zvh',
  'bureau',
  'belastingdienst',
  'provincie',
  'pvo',
  'overig',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** An organisation that leads or takes part. */
export type Organisation = {
  readonly code: string
  readonly name: string
  readonly kind: OrganisationKind
  /** The areas it works for: a municipal office its own, a joint office several. */
  readonly areas: readonly { readonly code: string; readonly name: string }[]
  readonly cbsCode: string | null
  readonly tooiUri: string | null
  readonly validity: Validity
  /** The organisation that took over its work. */
  readonly successor: string | null
  /** It is a name for all municipalities together: what it leads binds each of them. */
  readonly standsForAll: boolean
  readonly note: string | null
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}
