/** What of a release a line in the terminal tells. */
type Told = {
  readonly id: number
  readonly table: string
  readonly modifiedAt: string
  readonly firstPeriod: string
  readonly lastPeriod: string
  readonly state: string
  readonly refusedBecause: string | null
  readonly parts: number
  readonly allParts: number | null
  readonly differences: number
}

/** A release in one line, in Dutch. */
export function releaseText(release: Told): string {
  const { id, table, modifiedAt, firstPeriod, lastPeriod, state, refusedBecause, parts, allParts, differences } =
    release
  const done = allParts === null ? '' : `, ${parts} van ${allParts} delen`
  const differ = differences === 0 ? '' : `, ${differences} verschillen in de bron`
  const stand = `stand ${modifiedAt.slice(0, 10)}, ${firstPeriod} tot en met ${lastPeriod}`
  return `${id}. ${table}, ${stand}: ${state}${done}${differ}${refusedBecause ? `. ${refusedBecause}` : ''}`
}
