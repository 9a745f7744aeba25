import type { Writer } from '../../platform/db/database'
import { type AnswerFault, readAnswerText } from './answer'
import { type MailedPhoto, type MailedPhotoFault, withPhoto } from './mailed-photo'
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
 * clear nothing is kept, and the lines come back to be asked again; a photo that cannot be kept takes nothing else along.
 */
export async function applyAnswer(
  tx: Writer,
  items: readonly Pick<Item, 'action' | 'status' | 'sentence'>[],
  { text, photos }: { readonly text: string; readonly photos: readonly MailedPhoto[] },
  sending: Omit<Sending, 'way'>,
): Promise<
  Outcome & {
    readonly sayings: readonly Saying[]
    readonly faults: readonly AnswerFault[]
    readonly photoFault: MailedPhotoFault | null
  }
> {
  const read = readAnswerText(items, text)
  const { faults } = read
  const { sayings, fault: photoFault } = withPhoto(items, read, photos)
  if (faults.length > 0 || sayings.length === 0) return { kept: 0, refused: [], sayings, faults, photoFault }
  return { ...(await say(tx, sayings, { ...sending, way: 'mail' })), sayings, faults, photoFault }
}
