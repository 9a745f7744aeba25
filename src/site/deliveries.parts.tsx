import type { LoadLine } from '../platform/load/parted-load.store'
import { Status, type StatusName } from '../platform/ui'
import { moment } from '../platform/ui/wording'

/** The state of the source in words: its date of change, or the year of the division. */
export const standText = (stand: string): string => (/^\d{4}$/.test(stand) ? `indeling van ${stand}` : moment(stand))

const states: Record<LoadLine['state'], [StatusName, string]> = {
  volledig: ['complete', 'volledig'],
  bezig: ['partial', 'bezig'],
  geweigerd: ['missing', 'geweigerd'],
  afgebroken: ['stalled', 'afgebroken'],
}

/** The state of a load with, when it was refused, the reason. */
export function LoadState({ line }: { line: Pick<LoadLine, 'state' | 'refusedBecause'> }) {
  const [is, label] = states[line.state]
  return (
    <>
      <Status is={is} label={label} />
      {line.refusedBecause && <span class="sv-klein"> {line.refusedBecause}</span>}
    </>
  )
}
