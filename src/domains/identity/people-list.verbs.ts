import { type Database, owning } from '../../platform/db/database'
import { type ListRow, type PeopleChange, peopleChanges, readPeople } from './people-list'
import { listSurroundings, noteListLoad, presentPeople, writePeopleChange } from './people-list.store'

export type ListOutcome = { readonly changes: readonly PeopleChange[] } | { readonly faults: readonly string[] }

/** What a list of people would change, or everything that is wrong with it. */
export function previewPeople(db: Database, rows: readonly ListRow[]): Promise<ListOutcome> {
  return owning(db, async (tx) => {
    const around = await listSurroundings(tx, rows)
    const read = readPeople(rows, around)
    return 'faults' in read ? read : { changes: peopleChanges(read.people, await presentPeople(tx), around.today) }
  })
}

/** Makes what the list says hold: all or nothing, and the same list again changes nothing. */
export function loadPeople(db: Database, rows: readonly ListRow[]): Promise<ListOutcome> {
  return owning(db, async (tx) => {
    const around = await listSurroundings(tx, rows)
    const read = readPeople(rows, around)
    if ('faults' in read) return read
    const changes = peopleChanges(read.people, await presentPeople(tx), around.today)
    for (const change of changes) await writePeopleChange(tx, change)
    if (changes.length > 0) await noteListLoad(tx, `${changes.length} wijzigingen, ${read.people.length} personen`)
    return { changes }
  })
}
