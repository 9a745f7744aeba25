import { canonicalJson } from '../../kernel/canonical'
import type { Day } from '../../kernel/day'

/** One thing the product knows, in words, with what makes it the same thing or another when it is asked again. */
export type Known = { readonly fact: string; readonly text: string; readonly href: string | null }

export const basisParts = ['about', 'figures', 'promises', 'matrix', 'local'] as const
export type BasisPart = (typeof basisParts)[number]

/** What an item means for one organisation, as the product knew it on a day: the same questions for all who write about it. */
export type Basis = { readonly on: Day } & Readonly<Record<BasisPart, readonly Known[]>>

const factsOf = (known: readonly Known[]) => canonicalJson(known.map(({ fact }) => fact))

/** The parts that say something else now. The words may differ; what counts is what they say. */
export const differingParts = (then: Basis, now: Basis): BasisPart[] =>
  basisParts.filter((part) => factsOf(then[part]) !== factsOf(now[part]))

/** What a basis says, without its day: equal bases are equal texts. */
export const saysOf = (basis: Basis): string => basisParts.map((part) => factsOf(basis[part])).join('\n')
