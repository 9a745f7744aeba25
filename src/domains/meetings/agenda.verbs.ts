import type { Writer } from '../../platform/db/database'
import { inviteAll } from './answer.store'
import type { Item } from './item'
import { itemsOf, sendAgenda } from './item.store'
import type { Meeting } from './meeting'
import { findMeeting } from './meeting.store'

/** Words the mail that an agenda was sent, from the items that may stand in a mail. */
export type WordInvitation = (
  meeting: Meeting,
  open: readonly Item[],
) => { readonly subject: string; readonly body: string }

/** Sends the agenda and mails whoever has a seat, in one transaction; sent twice is sent and mailed once. False when the asker may not. */
export async function sendAndInvite(
  tx: Writer,
  code: string,
  word: WordInvitation,
  requestId: string,
): Promise<boolean> {
  if (!(await sendAgenda(tx, code, requestId))) return false
  const meeting = await findMeeting(tx, code)
  if (!meeting) return false
  // A mail lies on servers of others: what is closed is not in it.
  const open = (await itemsOf(tx, code, { newestOnly: true })).filter(({ closing }) => closing === null)
  await inviteAll(tx, code, word(meeting, open))
  return true
}
