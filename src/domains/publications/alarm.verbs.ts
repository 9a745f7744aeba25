import type { Ask } from '../../platform/web/ask'
import { isAlarm } from './difference'
import { lastRecomputations } from './difference.store'
import { firstBreach } from './entry'
import { listEntries } from './entry.store'
import { checkpointsOf, hashesOf } from './entry.verbs'

/** What is wrong with what was published, for who must look into it. */
export type PublicationAlarms = {
  /** Nothing signs the log now. */
  readonly isUnsealed: boolean
  /** The first row of the log that is not what was signed. */
  readonly brokenAt: number | null
  /** Reports of which the last recomputation was not the same. */
  readonly differing: readonly string[]
}

export async function publicationAlarms(ask: Pick<Ask, 'installation' | 'read'>): Promise<PublicationAlarms> {
  const { seal } = ask.installation
  const checkpoints = seal ? await checkpointsOf(seal) : []
  return ask.read(async (tx) => {
    const entries = await listEntries(tx)
    return {
      isUnsealed: seal === null,
      brokenAt: firstBreach(checkpoints, entries, hashesOf(entries)),
      differing: [...(await lastRecomputations(tx))].filter(([, found]) => isAlarm(found)).map(([report]) => report),
    }
  })
}
