/** Below this many inhabitants a rate says more about who passes through than about who lives there. */
const fewestInhabitants = 1000

/** A count per 1,000 inhabitants; null when one of the two is not known, or too few people live there to divide by. */
export function perThousand(count: number | null, inhabitants: number | null): number | null {
  return count === null || inhabitants === null || inhabitants < fewestInhabitants ? null : (count / inhabitants) * 1000
}
