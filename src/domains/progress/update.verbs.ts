import type { Writer } from '../../platform/db/database'
import { type AnswerFault, readAnswerText } from './answer'
import type { Item, Saying } from './status'
import { keepUpdate, type Sending } from './update.store'

/** What became of what was sent: how many were kept (a second time counts), and of which actions he may not speak any more. */
export type Outcome = { readonly kept: number; readonly refused: readonly string[] }

/** Keeps everything somebody says, in one transaction. The one way in: from the screen, from a link and from a mail. */
export async function say(tx: Writer, sayings: readonly Saying[], sending: Sending): Promise<Outcome> {
  const refused: string[] = []
  // In one order for everybody: two that wait for each other's action would wait for ever.
  for (const saying of [...sayings].sort((a, b) => (a.action < b.action ? -1 : 1))) {
    const kept = await keepUpdate(tx, saying, sending)
    if (kept === null || kept === 'niets') refused.push(saying.action)
  }
  return { kept: sayings.length - refused.length, refused }
}

/**
 * Keeps what an answer by mail says of the items that were asked, in the order they were numbered. With one line that is not
 * clear nothing is kept, and the lines come back to be asked again.
 */
export async function applyAnswer(
  tx: Writer,
  items: readonly Pick<Item, 'action' | 'status' | 'sentence'>[],
  text: string,
  sending: Omit<Sending, 'way'>,
): Promise<Outcome & { readonly sayings: readonly Saying[]; readonly faults: readonly AnswerFault[] }> {
  const { sayings, faults } = readAnswerText(items, text)
  if (faults.length > 0 || sayings.length === 0) return { kept: 0, refused: [], sayings, faults }
  return { ...(await say(tx, sayings, { ...sending, way: 'mail' })), sayings, faults }
}
