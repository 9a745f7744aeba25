import { addDays, type Day } from '../../kernel/day'

/** Working days between opening and the last day, when the bureau chooses no other. */
const usualDays = 5

const isWeekend = (day: Day) => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())

/** The day that so many working days have passed; holidays are not known here. */
export function usualEnd(from: Day): Day {
  let end = from
  for (let left = usualDays; left > 0; ) {
    end = addDays(end, 1)
    if (!isWeekend(end)) left -= 1
  }
  return end
}

/** A window in which every municipality sees its own page first. */
export type Window = { readonly version: number; readonly until: Day; readonly at: string; readonly actedAs: string }

/** What a mayor can be asked, and what he can say then. Never published. */
export type Question = {
  readonly question: string
  readonly version: number
  readonly asked: string
  readonly answered: string
  readonly isRemoved: boolean
}

/** A page that somebody sees first. */
export type Preview = {
  readonly account: string
  readonly title: string
  readonly year: number
  readonly ownerName: string
  readonly area: string
  readonly areaName: string
  readonly until: Day
}

export type Look = { readonly area: string; readonly at: string; readonly actedAs: string }
