import { addDays, type Day } from '../../kernel/day'
import { covers, type Validity } from '../../kernel/period'
import { dayFault, type Fault, readDay } from '../../kernel/typed'
import { type TypedDay, typedDay } from '../../kernel/typed-day'

export const seatKinds = ['voorzitter', 'lid', 'plaatsvervanger', 'secretaris', 'motorblok'] as const
export type SeatKind = (typeof seatKinds)[number]

/** A place in an instance, of a function of an organisation; whoever holds the post sits in it while both last. */
export type Seat = {
  readonly id: string
  readonly kind: SeatKind
  readonly title: string
  readonly organisation: { readonly code: string; readonly name: string }
  /** The function a deputy stands in for. */
  readonly deputyFor: string | null
  readonly validity: Validity & { readonly from: Day }
}

const announcedDays = 90

/** Whether the term of a seat runs today and ends soon: then it is announced. */
export const endsSoon = ({ validity }: Pick<Seat, 'validity'>, today: Day) =>
  covers(validity, today) && validity.until !== null && validity.until <= addDays(today, announcedDays)

/** Whether somebody is to be found for after it: nobody of the same organisation sits there in the same way when the term is over. */
export const needsSuccessor = (seat: Seat, all: readonly Seat[], today: Day): boolean =>
  endsSoon(seat, today) &&
  !all.some(
    ({ id, kind, organisation, validity }) =>
      id !== seat.id &&
      kind === seat.kind &&
      organisation.code === seat.organisation.code &&
      seat.validity.until !== null &&
      validity.from <= seat.validity.until &&
      (validity.until === null || validity.until > seat.validity.until),
  )

/** The same function of the same organisation: a person who cannot be in two places. */
export const functionKey = ({ organisation, title }: Pick<Seat, 'organisation' | 'title'>) =>
  `${organisation.code} ${title.toLowerCase()}`

export type TypedSeat = {
  readonly kind: string
  /** The id of a post, or empty for a function that nobody with an account holds. */
  readonly post: string
  readonly organisation: string
  readonly title: string
  readonly deputyFor: string
  readonly from: TypedDay
  readonly until: TypedDay
}

export type SeatDraft = {
  readonly kind: SeatKind
  readonly post: string | null
  readonly organisation: string | null
  readonly title: string | null
  readonly deputyFor: string | null
  readonly from: Day
  readonly until: Day | null
}

/** Reads what was typed to give a seat, or says at which field it is wrong. */
export function readSeat(
  typed: TypedSeat,
  choices: {
    readonly posts: ReadonlySet<string>
    readonly organisations: ReadonlySet<string>
    readonly members: ReadonlySet<string>
    /** The first day on which the body is no more: no seat lasts longer. */
    readonly bodyEnds: Day | null
  },
): SeatDraft | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const kind = seatKinds.find((one) => one === typed.kind)
  if (!kind) faults.push({ field: 'soort', message: 'Kies wat voor zetel het is.' })
  const post = typed.post === '' ? null : typed.post
  const title = typed.title.trim()
  if (post !== null && !choices.posts.has(post))
    faults.push({ field: 'functie', message: 'Kies een functie uit de lijst.' })
  if (post === null && !choices.organisations.has(typed.organisation))
    faults.push({ field: 'organisatie', message: 'Kies de organisatie, of kies hierboven een functie.' })
  if (post === null && (title === '' || title.length > 120))
    faults.push({ field: 'naam', message: 'Schrijf de functie, in ten hoogste 120 tekens. Noem geen persoon.' })
  const deputyFor = kind === 'plaatsvervanger' ? typed.deputyFor : null
  if (deputyFor !== null && !choices.members.has(deputyFor))
    faults.push({ field: 'vervangt', message: 'Kies wie deze functie vervangt.' })
  const from = typedDay(typed.from)
  if (!from) faults.push({ field: 'vanaf', message: dayFault })
  else if (choices.bodyEnds && from >= choices.bodyEnds)
    faults.push({ field: 'vanaf', message: 'Op deze dag bestaat dit overleg niet meer. Kies een eerdere dag.' })
  const until = readDay(typed.until)
  if (until === 'fault') faults.push({ field: 'tot', message: dayFault })
  else if (from && until && until <= from)
    faults.push({ field: 'tot', message: 'Het einde ligt voor het begin. Kies een latere dag.' })
  if (faults.length > 0 || !kind || !from || until === 'fault') return { faults }
  return {
    kind,
    post,
    organisation: post === null ? typed.organisation : null,
    title: post === null ? title : null,
    deputyFor,
    from,
    until: choices.bodyEnds && (until === null || until > choices.bodyEnds) ? choices.bodyEnds : until,
  }
}
