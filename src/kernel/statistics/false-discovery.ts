/**
 * Which of many tests stand when at most this share of what is called a change may be chance (Benjamini and Hochberg,
 * 1995). A test that could not be done is null and never stands; it does not count as one of the many.
 */
export function discoveries(chances: readonly (number | null)[], share: number): boolean[] {
  const done = chances.filter((chance) => chance !== null).sort((one, other) => one - other)
  const last = done.findLastIndex((chance, at) => chance <= ((at + 1) / done.length) * share)
  const limit = done[last]
  return chances.map((chance) => chance !== null && limit !== undefined && chance <= limit)
}
