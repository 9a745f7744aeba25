import { type Database, owning } from '../../platform/db/database'
import { makeExamplePeople, removeExamplePeople } from './example-person.store'

/** At the start of the program: the example persons of the region exist in example mode, and outside it nobody has them. */
export function prepareExamplePeople(db: Database, isExample: boolean): Promise<void> {
  return owning(db, isExample ? makeExamplePeople : removeExamplePeople)
}
