import type { Day } from '../../kernel/day'
import { covers, type Validity } from '../../kernel/period'

/** What a post lets its holder do here, from the role that goes with it. */
export const roleNames = {
  lezer: ['Lezer', 'leest wat voor professionals is'],
  adviseur: [
    'Adviseur',
    'leest wat voor professionals is, antwoordt voor zijn organisatie en schrijft de duiding bij de cijfers van zijn gemeente',
  ],
  bestuurder: ['Bestuurder', 'leest wat voor professionals is en antwoordt voor zijn organisatie'],
  analist: ['Analist', 'leest wat voor professionals is en antwoordt voor zijn organisatie'],
  programmamanager: [
    'Programmamanager',
    'leest wat voor professionals is, antwoordt voor zijn organisatie en volgt wat zij anderen vraagt',
  ],
  'functioneel-beheerder': [
    'Functioneel beheerder',
    'leest wat voor professionals is, antwoordt voor zijn organisatie, vult de basisteams in, leest cijfers in, schrijft duiding bij cijfers en ziet het logboek',
  ],
} as const satisfies Record<string, readonly [name: string, may: string]>

export type Role = keyof typeof roleNames
export const roles = Object.keys(roleNames) as Role[]

/** A person's place in an organisation for a time. Every right follows from it, and ends with it at midnight. */
export type Post = {
  readonly title: string
  readonly role: Role
  readonly organisation: { readonly code: string; readonly name: string; readonly kind: string }
  /** The areas the post is about: its own, else those of its organisation. */
  readonly areas: readonly { readonly code: string; readonly name: string; readonly kind: string }[]
  readonly validity: Validity
}

export type PostState = 'loopt' | 'begint nog' | 'geëindigd'

export function stateOf({ validity }: Pick<Post, 'validity'>, on: Day): PostState {
  if (covers(validity, on)) return 'loopt'
  return validity.from !== null && on < validity.from ? 'begint nog' : 'geëindigd'
}
