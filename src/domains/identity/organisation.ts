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

/** An organisation that leads or takes part; `areas` are the codes of the areas it works for. */
export type Organisation = {
  readonly code: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly areas: readonly string[]
  readonly cbsCode: string | null
  readonly tooiUri: string | null
  readonly validity: Validity
  readonly successor: string | null
  readonly note: string | null
  readonly sources: readonly string[]
}
