import { type Database, owning } from '../../platform/db/database'
import type { ErasureRefusal, OwnData } from './own-data'
import { dataOfAddress, eraseAddress } from './own-data.store'

/** Everything that is known of whoever has this mail address, for a terminal; null when nobody has. */
export function exportPerson(db: Database, email: string): Promise<OwnData | null> {
  return owning(db, (tx) => dataOfAddress(tx, email))
}

/** Erases whoever has this mail address; gives why not, null when it was done. */
export function erasePerson(db: Database, email: string): Promise<ErasureRefusal | null> {
  return owning(db, (tx) => eraseAddress(tx, email))
}
