import type { LoadProgress } from './loader'
import type { LoadLine } from './parted-load.store'

/** A load in one line, in Dutch. */
export function loadText({ source, stand, state, refusedBecause, parts, allParts, differences }: LoadLine): string {
  const differ = differences === 0 ? '' : `, ${differences} verschillen in de bron`
  return `${source}, stand ${stand.slice(0, 10)}: ${state}, ${parts} van ${allParts} delen${differ}${refusedBecause ? `. ${refusedBecause}` : ''}`
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
