import type { LoadProgress } from './load'

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

/** Shows progress on one line of a terminal; where there is none (`write` is null), a line for every tenth of the whole. */
export function progressLine(
  write: ((text: string) => void) | null,
  say: (line: string) => void,
): { told(progress: LoadProgress): void; end(): void } {
  let isShown = false
  let tenths = 0
  return {
    told({ done, total, at }) {
      const percent = Math.floor((done / total) * 100)
      const line = `  ${done} van ${total} delen (${percent}%), ${at}`
      if (write) write(`\r${line.padEnd(70)}`)
      else if (Math.floor(percent / 10) > tenths) say(line)
      isShown = true
      tenths = Math.floor(percent / 10)
    },
    end() {
      if (isShown && write) write('\n')
    },
  }
}
