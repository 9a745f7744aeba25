import type { Day } from '../../kernel/day'

/** A word of the field, explained in our own words. Its code is its name in the program. */
export type Term = {
  readonly code: string
  readonly term: string
  readonly kind: string
  /** An abbreviation written out, only when a source does. */
  readonly expansion: string | null
  /** Null when no source explains it. */
  readonly explanation: string | null
  readonly explanationEn: string | null
  readonly note: string | null
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}

/** The letter a word stands under; what begins with a digit or sign stands under `0-9`. */
export function letterOf({ term }: Pick<Term, 'term'>): string {
  const [first = ''] = term.normalize('NFD').toUpperCase()
  return first >= 'A' && first <= 'Z' ? first : '0-9'
}

/** Words under their letters, in the order of the alphabet. */
export function byLetter<Word extends Pick<Term, 'term'>>(terms: readonly Word[]): { letter: string; terms: Word[] }[] {
  const letters = [...new Set(terms.map(letterOf))].sort()
  return letters.map((letter) => ({
    letter,
    terms: terms
      .filter((term) => letterOf(term) === letter)
      .sort((a, b) => a.term.localeCompare(b.term, 'nl', { sensitivity: 'base' })),
  }))
}
