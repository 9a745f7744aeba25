import type { Day } from '../../kernel/day'
import type { Month } from '../../kernel/month'

/** What one release said of a cell: the crimes of one type, in one area, in one month. Null is hidden, never zero. */
export type Said = {
  readonly release: number
  readonly knownOn: Day
  readonly lastMonth: Month
  readonly count: number | null
}

/** A value a cell had: since which release, what it differs from the value before, and how many releases repeated it. */
export type Revision = {
  readonly knownOn: Day
  readonly count: number | null
  /** Null for the first value, and where one of the two is not known. */
  readonly change: number | null
  readonly repeated: number
}

/** Every value a cell has had, oldest first; releases that say the same are one value. */
export function revisionsOf(said: readonly Said[]): Revision[] {
  const revisions: { knownOn: Day; count: number | null; change: number | null; repeated: number }[] = []
  for (const { knownOn, count } of said) {
    const last = revisions.at(-1)
    if (last && last.count === count) {
      last.repeated += 1
      continue
    }
    const isComparable = last !== undefined && last.count !== null && count !== null
    revisions.push({ knownOn, count, change: isComparable ? count - (last.count ?? 0) : null, repeated: 0 })
  }
  return revisions
}

/** What one release says of one part of an area, as far as it differs from the release before. */
export type StoredCount = { readonly part: string; readonly release: number; readonly count: number | null }

/** Adds up, release by release, the parts of an area that the release has; a release that has none of them says nothing. */
export function saidOf(
  releases: readonly (Omit<Said, 'count'> & { readonly parts: readonly string[] })[],
  stored: readonly StoredCount[],
): Said[] {
  const known = new Map<string, number | null>()
  const byRelease = Map.groupBy(stored, ({ release }) => release)
  return releases.flatMap(({ parts, ...release }) => {
    for (const { part, count } of byRelease.get(release.release) ?? []) known.set(part, count)
    const counts = parts.map((part) => known.get(part))
    if (counts.length === 0 || counts.every((count) => count === undefined)) return []
    const sum = counts.reduce<number | null>(
      (all, count) => (all === null || count === null || count === undefined ? null : all + count),
      0,
    )
    return [{ ...release, count: sum }]
  })
}
