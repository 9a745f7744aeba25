import { type Database, owning } from '../../platform/db/database'
import { endExampleContacts, makeExampleContacts } from './example-contact.store'

/** At the start of the program: the example points of contact of the region are in the directory in example mode, and not outside it. */
export function prepareExampleContacts(db: Database, isExample: boolean): Promise<void> {
  return owning(db, isExample ? makeExampleContacts : endExampleContacts)
}
