import { addDays, type Day, day } from '../../kernel/day'
import { covers } from '../../kernel/period'
import { instanceName, type Meeting } from './meeting'
import { functionKey, type Seat } from './seat'

/** What returns every year: in which month what is due, by whom, to whom. */
export type YearTask = {
  readonly code: string
  readonly month: number
  readonly what: string
  readonly byWhom: string
  readonly toWhom: string
  readonly body: string | null
  /** 0 is that of the region pack. */
  readonly version: number
  readonly isWithdrawn: boolean
}

/** Papers go to members this many days ahead. */
const paperDays = 10

export const papersDueOn = (heldOn: Day): Day => addDays(heldOn, -paperDays)

/** Something in the year that does not fit, for whoever plans. */
export type Clash =
  | {
      readonly kind: 'zelfde-functie'
      readonly on: Day
      readonly first: Meeting
      readonly second: Meeting
      readonly titles: readonly string[]
    }
  | { readonly kind: 'district-te-laat'; readonly district: Meeting; readonly region: Meeting }
  | { readonly kind: 'vooroverleg-te-laat'; readonly meeting: Meeting; readonly preparedOn: Day }
  | { readonly kind: 'stille-tijd'; readonly meeting: Meeting; readonly quiet: string }

type QuietOn = (on: Day) => { readonly name: string } | null

const dayOf = ({ versions: [now] }: Meeting) => now.heldOn
const lastOf = ({ versions: [now] }: Meeting) => now.endsOn ?? now.heldOn
/** A district prepares what the region decides in this many days after it. */
const preparesWithin = 45

/**
 * What does not fit: one function in two meetings on a day; a district that meets when the papers of the region are out
 * already; officials who prepare after their papers went; a meeting in a quiet time. What was called off is no matter.
 */
export function clashesIn(
  meetings: readonly Meeting[],
  seats: ReadonlyMap<string, readonly Seat[]>,
  quietOn: QuietOn,
): Clash[] {
  const held = meetings
    .filter(({ versions: [now] }) => now.state !== 'afgelast')
    .sort((a, b) => dayOf(a).localeCompare(dayOf(b)) || a.code.localeCompare(b.code))
  const clashes: Clash[] = []
  held.forEach((first, at) => {
    for (const second of held.slice(at + 1).filter((other) => dayOf(other) <= lastOf(first))) {
      const seated = ({ instance }: Meeting) =>
        (seats.get(instance.code) ?? []).filter(({ validity }) => covers(validity, dayOf(second)))
      const mine = new Map(seated(first).map((seat) => [functionKey(seat), seat]))
      const shared = seated(second).flatMap((seat) => mine.get(functionKey(seat)) ?? [])
      const titles = [...new Set(shared.map(({ title, organisation }) => `${title}, ${organisation.name}`))]
      if (titles.length > 0 && second.instance.code !== first.instance.code)
        clashes.push({ kind: 'zelfde-functie', on: dayOf(second), first, second, titles })
    }
  })
  for (const region of held.filter(({ instance }) => instance.body.level === 'regio'))
    for (const district of held.filter(({ instance }) => instance.body.level === 'district'))
      if (
        dayOf(district) > papersDueOn(dayOf(region)) &&
        dayOf(district) <= dayOf(region) &&
        !held.some(
          (other) =>
            other.instance.code === district.instance.code &&
            dayOf(other) <= papersDueOn(dayOf(region)) &&
            dayOf(other) >= addDays(dayOf(region), -preparesWithin),
        )
      )
        clashes.push({ kind: 'district-te-laat', district, region })
  for (const meeting of held) {
    const preparedOn = meeting.versions[0].where?.preparedOn
    if (preparedOn && preparedOn >= papersDueOn(dayOf(meeting)))
      clashes.push({ kind: 'vooroverleg-te-laat', meeting, preparedOn })
    const quiet = quietOn(dayOf(meeting))
    if (quiet) clashes.push({ kind: 'stille-tijd', meeting, quiet: quiet.name })
  }
  return clashes
}

/** Days that decide whether a year fits: its own, and those around it in which a district prepares what a region decides. */
export const daysAround = (year: number) => ({
  since: addDays(firstDay(year), -preparesWithin),
  until: addDays(firstDay(year + 1), preparesWithin),
})

export const daysOf = (year: number) => ({ since: firstDay(year), until: addDays(firstDay(year + 1), -1) })
const firstDay = (year: number) => day(`${year}-01-01`)

export const isIn = (year: number, { versions: [now] }: Meeting) => Number(now.heldOn.slice(0, 4)) === year

/** Whether a clash is about a meeting in this year. */
export function touches(clash: Clash, year: number): boolean {
  switch (clash.kind) {
    case 'zelfde-functie':
      return isIn(year, clash.first) || isIn(year, clash.second)
    case 'district-te-laat':
      return isIn(year, clash.district) || isIn(year, clash.region)
    default:
      return isIn(year, clash.meeting)
  }
}

/** A clash as a sentence. `words` says a day. */
export function clashSentence(clash: Clash, words: (on: string) => string): string {
  const named = (meeting: Meeting) => instanceName(meeting.instance)
  switch (clash.kind) {
    case 'zelfde-functie':
      return `Op ${words(clash.on)} vergaderen ${named(clash.first)} en ${named(clash.second)} allebei. In beide zit: ${clash.titles.join('; ')}.`
    case 'district-te-laat':
      return `${named(clash.district)} vergadert op ${words(dayOf(clash.district))}. De stukken van ${named(clash.region)} gaan al uit op ${words(papersDueOn(dayOf(clash.region)))}: dan kan het district er niets meer over zeggen.`
    case 'vooroverleg-te-laat':
      return `Het ambtelijk vooroverleg van ${named(clash.meeting)} is op ${words(clash.preparedOn)}. De stukken gaan dan al uit: op ${words(papersDueOn(dayOf(clash.meeting)))}.`
    case 'stille-tijd':
      return `${named(clash.meeting)} vergadert op ${words(dayOf(clash.meeting))}. Dat is in een stille tijd: ${clash.quiet.toLowerCase()}.`
  }
}
