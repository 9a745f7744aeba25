import type { Reader } from '../../platform/db/database'
import {
  answersOf,
  findMeeting,
  type Item,
  itemsOf,
  type Meeting,
  saidOfNow,
  seatsOf,
  seatWords,
  standingIn,
} from '../meetings'
import type { Decision } from './decision'
import { ownSecretariats, recorderFor } from './decision.store'

/** What is known of a meeting, before what it decided is written down. */
export type MeetingKnown = {
  readonly meeting: Meeting
  /** Null: the meeting as a whole. */
  readonly item: Item | null
  readonly recorder: string
  /** Functions that said they would be there: chair and members, or who comes for them; and the others. */
  readonly adopters: readonly string[]
  readonly attenders: readonly string[]
  /** Functions that said nothing of the day; null for who may not know. */
  readonly silent: readonly string[] | null
}

/** A meeting, and the item with this label, of which the signed-in person may record what is decided; else null. */
export async function meetingToDecideAt(tx: Reader, code: string, label: string): Promise<MeetingKnown | null> {
  const meeting = await findMeeting(tx, code)
  if (!meeting || meeting.versions[0].state === 'afgelast') return null
  const { instance, versions } = meeting
  const [item = null] = label === '' ? [] : await itemsOf(tx, code, { label, newestOnly: true })
  if (label !== '' && (!item || item.withdrawnBecause !== null)) return null
  const standing = await standingIn(tx, instance.code)
  const recorder = item?.closing ? standing.secretaryAs : await recorderFor(tx, instance.body.code, instance.area.code)
  if (!recorder) return null
  const seats = (await seatsOf(tx, [instance.code], versions[0].heldOn)).get(instance.code) ?? []
  const sitting = seats.filter(({ validity }) => validity.from <= versions[0].heldOn)
  const given = await answersOf(tx, code)
  const here = sitting.filter(({ id }) => saidOfNow(given.get(id)) === 'aanwezig')
  const adopts = (kind: string) => ['voorzitter', 'lid', 'plaatsvervanger'].includes(kind)
  return {
    meeting,
    item,
    recorder,
    adopters: here.filter(({ kind }) => adopts(kind)).map(seatWords),
    attenders: here.filter(({ kind }) => !adopts(kind)).map(seatWords),
    silent:
      standing.seats.length === 0
        ? null
        : sitting
            .filter(({ id, kind }) => ['voorzitter', 'lid'].includes(kind) && saidOfNow(given.get(id)) === null)
            .map(seatWords),
  }
}

/** As what the signed-in person may record a decision that turns this one back; null when he may not. */
export async function reverserOf(
  tx: Reader,
  { body, area, closedTo }: Pick<Decision, 'body' | 'area' | 'closedTo'>,
): Promise<string | null> {
  if (!closedTo) return recorderFor(tx, body, area)
  return (await ownSecretariats(tx)).find(({ instance }) => instance === closedTo)?.title ?? null
}
