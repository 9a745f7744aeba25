const pairsOf = (text: string): Set<string> => {
  const letters = ` ${text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')} `
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)))
}

/** Looks among names, whose letters are counted only once, for those most like what is typed. */
export function nearestIn(names: readonly string[]): (typed: string) => string[] {
  let counted: readonly Counted[] | null = null
  return (typed) => {
    counted ??= names.map((name) => ({ name, pairs: pairsOf(name) }))
    return nearestOf(typed, counted)
  }
}

type Counted = { readonly name: string; readonly pairs: ReadonlySet<string> }

/** The likest first: by the pairs of letters they share, as a share of both. */
function nearestOf(typed: string, names: readonly Counted[], most = 3): string[] {
  const own = pairsOf(typed)
  return names
    .map(({ name, pairs }) => {
      const shared = [...own].filter((pair) => pairs.has(pair)).length
      return { name, likeness: (2 * shared) / (own.size + pairs.size) }
    })
    .filter(({ likeness }) => likeness >= 0.35)
    .toSorted((one, other) => other.likeness - one.likeness || one.name.localeCompare(other.name))
    .slice(0, most)
    .map(({ name }) => name)
}
