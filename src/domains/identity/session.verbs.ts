import { type Database, reading, type Visitor, writing } from '../../platform/db/database'
import type { SignedIn } from '../../platform/web/ask'
import { noteUseAfterSeconds } from './session'
import { keepSession, signedIn } from './session.store'

/** Who this visitor is, or null when his session is over or never was. Notes now and then that the session is in use. */
export async function recognise(db: Database, visitor: Visitor): Promise<SignedIn | null> {
  const found = await reading(db, visitor, signedIn)
  if (!found) return null
  const unnoted = db.clock().getTime() - Date.parse(found.lastSeenAt)
  // On a full disk reading goes on.
  if (unnoted >= noteUseAfterSeconds * 1000 && db.hasRoom()) await writing(db, visitor, keepSession)
  return found.person
}
