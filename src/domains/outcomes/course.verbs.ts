import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { type Decision, listDecisions } from '../decisions'
import { findMeeting, type Item, itemsOf, listMeetings, type Meeting, standingIn } from '../meetings'
import { minutesOf, outcomesOf, stageOf } from './outcome.store'
import { agreementsOf } from './promise.store'

/** A meeting with what came of it, as far as the asker may read. */
export async function courseOf(tx: Reader, code: string) {
  const meeting = await findMeeting(tx, code)
  if (!meeting) return null
  const { items: decisions } = await listDecisions(tx, { meeting: code })
  const standing = await standingIn(tx, meeting.instance.code)
  const [{ heldOn, state }] = meeting.versions
  const { items: ofInstance } = await listMeetings(tx, {
    instances: [meeting.instance.code],
    since: heldOn,
    newestOnly: true,
  })
  return {
    meeting,
    standing,
    /** In order: the open ones, then the closed ones. */
    items: (await itemsOf(tx, code, { newestOnly: true })).filter(
      ({ isSent, withdrawnBecause }) => isSent && withdrawnBecause === null,
    ),
    later: ofInstance.filter(
      (one) => one.versions[0].heldOn > heldOn && one.versions[0].state !== 'afgelast',
    ) as readonly Meeting[],
    outcomes: await outcomesOf(tx, code),
    minutes: await minutesOf(tx, code),
    stage: await stageOf(tx, code),
    agreements: await agreementsOf(tx, code),
    decisions,
    isOff: state === 'afgelast',
  }
}
export type Course = NonNullable<Awaited<ReturnType<typeof courseOf>>>

/** The course of a meeting for its secretary, from the day on which it is; null for others. */
export async function courseToWrite(tx: Reader, code: string, today: Day): Promise<Course | null> {
  const course = await courseOf(tx, code)
  if (!course?.standing.secretaryAs || course.isOff) return null
  return course.meeting.versions[0].heldOn > today ? null : course
}

export const decisionsUnder = ({ decisions }: Pick<Course, 'decisions'>, label: string): Decision[] =>
  decisions.filter(({ takenAt }) => takenAt?.item === label)

/** The items of the course that an open list shows, and those that are closed. */
export const inSeries = (items: readonly Item[]) => ({
  open: items.filter(({ closing }) => closing === null),
  closed: items.filter(({ closing }) => closing !== null),
})
