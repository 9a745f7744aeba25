import type { Day } from '../../kernel/day'

/** Full-time posts of the police by kind, in whole fte as printed. */
export type Posts = {
  readonly operational: number
  readonly trainees: number
  readonly nonOperational: number
  readonly total: number
}

/** One row of the formation on a day: a part of the unit, its printed total, or our own sum. */
export type FormationRow = Posts & {
  readonly code: string
  readonly organisation: { readonly code: string; readonly name: string }
  readonly asOf: Day
  /** The three kinds added up by us. */
  readonly sumOfKinds: number
  /** Printed total minus that sum: the source rounded. */
  readonly difference: number
  readonly kind: 'onderdeel' | 'totaal' | 'controle'
  readonly note: string | null
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}

export type FormationCheck = {
  /** Every part added up, kind by kind; never a sum of totals of other days. */
  readonly ours: Posts
  readonly printed: Posts | null
  /** Printed minus ours; null where nothing is printed. */
  readonly difference: Posts | null
  /** Parts whose printed total is not the sum of their kinds. */
  readonly roundedRows: number
}

/** The rows of one day, recomputed. */
export function checkFormation(rows: readonly FormationRow[]): FormationCheck {
  const parts = rows.filter(({ kind }) => kind === 'onderdeel')
  const printed = rows.find(({ kind }) => kind === 'totaal') ?? null
  const ours = postsOf((of) => parts.reduce((total, part) => total + of(part), 0))
  return {
    ours,
    printed: printed && postsOf((of) => of(printed)),
    difference: printed && postsOf((of) => of(printed) - of(ours)),
    roundedRows: parts.filter(({ difference }) => difference !== 0).length,
  }
}

function postsOf(value: (of: (posts: Posts) => number) => number): Posts {
  return {
    operational: value((posts) => posts.operational),
    trainees: value((posts) => posts.trainees),
    nonOperational: value((posts) => posts.nonOperational),
    total: value((posts) => posts.total),
  }
}
