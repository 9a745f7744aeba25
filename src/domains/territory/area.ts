import type { Validity } from '../../kernel/period'

export const areaKinds = [
  'land',
  'regio',
  'district',
  'gemeente',
  'wijk',
  'buurt',
  'basisteam',
  'provincie',
  'zvh-gebied',
  'veiligheidsregio',
  'politie-eenheid',
  'buiten-regio',
] as const
export type AreaKind = (typeof areaKinds)[number]

/** An area is part of one other area per division: the administrative tree, the police tree, and three beside them. */
export const divisions = ['bestuurlijk', 'politie', 'provincie', 'zvh', 'veiligheidsregio'] as const
export type Division = (typeof divisions)[number]

/** An area as it was from `validity.from` up to `validity.until`. */
export type Area = {
  readonly code: string
  readonly name: string
  readonly kind: AreaKind
  readonly cbsCode: string | null
  readonly tooiUri: string | null
  readonly validity: Validity
  readonly otherNames: readonly string[]
  readonly note: string | null
  readonly sources: readonly string[]
}
