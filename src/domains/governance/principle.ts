import type { Day } from '../../kernel/day'

/** Something the partners hold to, in a set of a year or of a team. */
export type Principle = {
  readonly code: string
  readonly set: string
  readonly seq: number
  readonly title: string
  readonly text: string
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}

/** The sets in which principles stand: those of a year newest first, then those of teams. */
export function setsOf(
  principles: readonly Principle[],
): { readonly set: string; readonly principles: readonly Principle[] }[] {
  const sets = [...new Set(principles.map(({ set }) => set))]
  const years = sets.filter(isYear).sort().reverse()
  return [...years, ...sets.filter((set) => !isYear(set))].map((set) => ({
    set,
    principles: principles.filter((principle) => principle.set === set),
  }))
}

export const isYear = (set: string) => /^\d{4}$/.test(set)
