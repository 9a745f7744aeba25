import type { Ask } from '../../platform/web/ask'
import { findMeeting, type Ground, type Item, itemLabel, itemsOf, listGrounds, type Meeting } from '../meetings'
import { isEmpty, type Papers, papersOf } from './papers'

/** A meeting with the papers of it that the asker may read. */
export type Found = {
  readonly meeting: Meeting
  readonly items: readonly Item[]
  readonly papers: Papers
  readonly grounds: readonly Ground[]
}

/** Null when there is no such meeting for him, or nothing on its agenda that he may read. */
export const findPapers = (ask: Ask): Promise<Found | null> =>
  ask.read(async (tx) => {
    const meeting = await findMeeting(tx, ask.params.code ?? '')
    if (!meeting) return null
    const items = await itemsOf(tx, meeting.code)
    const papers = papersOf(items, itemLabel)
    return isEmpty(papers) ? null : { meeting, items, papers, grounds: await listGrounds(tx) }
  })
