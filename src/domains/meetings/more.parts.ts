import type { Child } from 'hono/jsx'
import type { Reader } from '../../platform/db/database'
import type { Ask } from '../../platform/web/ask'
import type { Item } from './item'
import type { Meeting } from './meeting'

/** What a domain further on shows on the page of a meeting; null for nothing. */
export type OnMeeting = (tx: Reader, meeting: Meeting, ask: Ask) => Promise<Child>
/** What a domain further on shows on the page of an item the asker may read; null for nothing. */
export type OnItem = (tx: Reader, meeting: Meeting, item: Item, ask: Ask) => Promise<Child>

/** What other domains show on the pages of this one, in the order in which they stand there. */
export type More = {
  readonly onMeeting: {
    /** To read with the agenda. */
    readonly beside: readonly OnMeeting[]
    /** What came of it: from the day of the meeting on before what is beside the agenda, once it is over before all else. */
    readonly came: readonly OnMeeting[]
    /** What few look for, last. */
    readonly last: readonly OnMeeting[]
  }
  readonly onItem: readonly OnItem[]
}

/** Asks one after the other: they share a transaction. */
export async function inOrder<Section>(sections: readonly Section[], ask: (section: Section) => Promise<Child>) {
  const shown: Child[] = []
  for (const section of sections) shown.push(await ask(section))
  return shown
}
