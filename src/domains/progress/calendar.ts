import { addDays, type Day } from '../../kernel/day'

/** A quarter in which is asked how actions stand; both days included. */
export type Round = {
  readonly code: string
  readonly beginsOn: Day
  readonly endsOn: Day
  readonly startedOn: Day | null
}
/** A time in which nobody is mailed; both days included. */
export type QuietTime = { readonly name: string; readonly beginsOn: Day; readonly endsOn: Day; readonly ground: string }

type Days = { readonly beginsOn: Day; readonly endsOn: Day }
const holds = ({ beginsOn, endsOn }: Days, on: Day) => beginsOn <= on && on <= endsOn

/** The quiet time of a day; null when mail may go out. */
export const quietOn = (times: readonly QuietTime[], on: Day): QuietTime | null =>
  times.find((time) => holds(time, on)) ?? null

/** The round that is asked on a day: begun, and not over. */
export const roundOn = (rounds: readonly Round[], on: Day): Round | null =>
  rounds.find(({ startedOn, endsOn }) => startedOn !== null && startedOn <= on && on <= endsOn) ?? null

/** The round that begins by itself on a day: its days hold it, it has not begun, and it is not quiet. */
export const roundToStart = (rounds: readonly Round[], times: readonly QuietTime[], on: Day): Round | null =>
  quietOn(times, on) ? null : (rounds.find((round) => round.startedOn === null && holds(round, on)) ?? null)

/** The next round that has not begun; null when the calendar holds none. */
export const nextRound = (rounds: readonly Round[], on: Day): Round | null =>
  rounds
    .filter(({ startedOn, endsOn }) => startedOn === null && on <= endsOn)
    .sort((a, b) => (a.beginsOn < b.beginsOn ? -1 : 1))[0] ?? null

/** Days without an answer after which the same post is reminded, and after which whoever stands in is asked. */
const daysToReminder = 7
const daysToDeputy = 14

/** The mails a post got about an item in this round, the first day of each. */
export type Mailed = {
  readonly vraag: Day | null
  readonly herinnering: Day | null
  readonly plaatsvervanger: Day | null
}
export type MailKind = keyof Mailed

/**
 * The mail an unanswered item is due on a day: the question at once, one reminder a week later, and a week after that one mail to
 * whoever stands in. Never more, and never in a quiet time.
 */
export function mailDue(
  mailed: Mailed,
  on: Day,
  { isQuiet, hasDeputy }: { isQuiet: boolean; hasDeputy: boolean },
): MailKind | null {
  if (isQuiet) return null
  if (mailed.vraag === null) return 'vraag'
  if (mailed.herinnering === null) return addDays(mailed.vraag, daysToReminder) <= on ? 'herinnering' : null
  if (mailed.plaatsvervanger !== null || !hasDeputy) return null
  return addDays(mailed.vraag, daysToDeputy) <= on ? 'plaatsvervanger' : null
}

/** The quarter of a day, as a round is called, and its first day. */
export function quarterOf(on: Day): { readonly code: string; readonly firstDay: Day } {
  const [year = '', month = ''] = on.split('-')
  const quarter = Math.ceil(Number(month) / 3)
  return { code: `${year}-${quarter}`, firstDay: `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01` as Day }
}
