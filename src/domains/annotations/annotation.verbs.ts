import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import {
  advisedIn,
  advisedPlaces,
  type For,
  type Item,
  instanceName,
  isAhead,
  itemsOf,
  listMeetings,
  type Meeting,
  papersDueOn,
  seatedIn,
  subjectsOfItem,
} from '../meetings'
import { type Annotation, newestReady } from './annotation'
import { annotationsOn } from './annotation.store'
import type { Basis } from './basis'
import { basisFor } from './basis.verbs'

/** For whom the asker reads or writes annotations of a meeting: his organisation, and whether he writes. */
export type Desk = For & { readonly writes: boolean; readonly others: readonly For[] }

/** Null for who neither advises nor sits there for an organisation. `wanted`: which, of who does so for several. */
export async function deskOf(tx: Reader, meeting: Meeting, wanted: string | null = null): Promise<Desk | null> {
  const advised = await advisedIn(tx, meeting.instance.code)
  const seated = await seatedIn(tx, meeting.instance.code)
  const all = [
    ...advised.map((one) => ({ ...one, writes: true })),
    ...seated
      .filter(({ organisation }) => !advised.some((one) => one.organisation === organisation))
      .map((one) => ({ ...one, writes: false })),
  ]
  const chosen = wanted === null ? all[0] : all.find(({ organisation }) => organisation === wanted)
  return chosen ? { ...chosen, others: all.filter(({ organisation }) => organisation !== chosen.organisation) } : null
}

/** An item with what was written about it, the newest first, and what it means for the organisation today. */
export type Annotated = { readonly item: Item; readonly versions: readonly Annotation[]; readonly now: Basis }

/** The items that were sent and the asker may read, each with the annotation of an organisation; one that went to the other series only there. */
export async function annotatedItems(
  tx: Reader,
  meeting: Meeting,
  organisation: string,
  on: Day,
): Promise<Annotated[]> {
  const items = (await itemsOf(tx, meeting.code, { newestOnly: true })).filter(
    ({ isSent, wentTo }) => isSent && wentTo === null,
  )
  return annotated(tx, items, organisation, on)
}

export async function annotated(
  tx: Reader,
  items: readonly Item[],
  organisation: string,
  on: Day,
): Promise<Annotated[]> {
  const written = await annotationsOn(
    tx,
    items.map(({ id }) => id),
    organisation,
  )
  const found: Annotated[] = []
  for (const item of items)
    found.push({
      item,
      versions: written.get(item.id) ?? [],
      now: await basisFor(tx, organisation, await subjectsOfItem(tx, item), on),
    })
  return found
}

/** The meetings within ten days for which the asker has annotations to finish, the nearest first; null when there are none. */
export async function awaitedAnnotations(tx: Reader, on: Day) {
  const awaited = []
  const places = await advisedPlaces(tx)
  if (places.length === 0) return null
  const instances = [...new Set(places.map(({ instance }) => instance))]
  for (const meeting of (await listMeetings(tx, { instances, since: on, newestOnly: true })).items) {
    const [{ heldOn }] = meeting.versions
    if (!isAhead(meeting, on) || papersDueOn(heldOn) > on) continue
    const items = (await itemsOf(tx, meeting.code, { newestOnly: true })).filter(
      ({ isSent, withdrawnBecause }) => isSent && withdrawnBecause === null,
    )
    let open = 0
    for (const { organisation } of places.filter(({ instance }) => instance === meeting.instance.code)) {
      const written = await annotationsOn(
        tx,
        items.map(({ id }) => id),
        organisation,
      )
      open += items.filter(({ id }) => newestReady(written.get(id) ?? []) === null).length
    }
    if (open > 0)
      awaited.push({ meeting: meeting.code, name: instanceName(meeting.instance), heldOn, open, of: items.length })
  }
  return awaited.length === 0 ? null : awaited
}
