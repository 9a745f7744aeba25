import { addDays, type Day } from '../../kernel/day'

export const meetingStates = ['voorlopig', 'gepland', 'verzet', 'afgelast'] as const
export type MeetingState = (typeof meetingStates)[number]

export const answers = ['aanwezig', 'afwezig', 'vervanger'] as const
/** Whether a seat is taken on the day. */
export type Answer = (typeof answers)[number]

/** What a seat said last, and for which day and time. */
export type Said = {
  readonly answer: Answer
  readonly heldOn: Day
  readonly begins: string | null
  /** Whether the meeting is still on that day and at that time. */
  readonly stands: boolean
}

/** What a seat says of the day as it stands now; null when it said nothing, or said it of a day before a move. */
export const saidOfNow = (said: Said | undefined): Answer | null => (said?.stands ? said.answer : null)

/** One of a body: the college of a district. */
export type Instance = {
  readonly code: string
  readonly body: { readonly code: string; readonly name: string; readonly level: string }
  readonly area: { readonly code: string; readonly name: string }
  readonly isPublic: boolean
  /** Begun by an example person: all that follows is invented. */
  readonly isExample: boolean
  /** The first day on which its body is no more. */
  readonly bodyEnds: Day | null
}

/** When a meeting is, in one version. Times as `09:30`. */
export type Days = {
  readonly version: number
  readonly heldOn: Day
  /** The last day, of a meeting of more days. */
  readonly endsOn: Day | null
  readonly state: MeetingState
  readonly reason: string | null
  /** ISO text. */
  readonly at: string
  readonly actedAs: string
  /** Only for whoever sits there or plans it. */
  readonly where: Where | null
}

export type Where = {
  readonly begins: string
  readonly ends: string
  readonly place: string | null
  readonly preparedOn: Day | null
}

export type Meeting = {
  readonly code: string
  readonly instance: Instance
  /** The newest first; never empty. */
  readonly versions: readonly [Days, ...Days[]]
}

/** What the asker may do with an instance. */
export type Standing = {
  /** As what he sits there today; empty when he does not. */
  readonly seats: readonly { readonly seat: string; readonly kind: string; readonly title: string }[]
  readonly secretaryAs: string | null
  /** As what he sets days: secretary, or programme manager. */
  readonly plannerAs: string | null
  readonly managerAs: string | null
  /** As what he advises whoever has a seat there for his organisation. */
  readonly adviserAs: string | null
}

/** The name of an instance as somebody speaks of it. */
export const instanceName = ({ body, area }: Pick<Instance, 'body' | 'area'>) => `${body.name} ${area.name}`

/** Whether a meeting is still to come or going on. */
export const isAhead = ({ versions: [now] }: Meeting, today: Day) =>
  now.state !== 'afgelast' && (now.endsOn ?? now.heldOn) >= today

/** Whether its last day is over. */
export const isPast = ({ versions: [now] }: Meeting, today: Day) =>
  now.state !== 'afgelast' && (now.endsOn ?? now.heldOn) < today

/** How far back a list of meetings goes; what is older stands with its year. */
export const yearAgo = (today: Day): Day => addDays(today, -365)

/** The versions in which the day or the state changed, the newest first: what everybody may know of how it moved. */
export function moves(meeting: Meeting): Days[] {
  return meeting.versions.filter((one, at) => {
    const before = meeting.versions[at + 1]
    return !before || before.heldOn !== one.heldOn || before.endsOn !== one.endsOn || before.state !== one.state
  })
}
