import type { Day } from '../../kernel/day'
import { addMonths, type Month } from '../../kernel/month'
import { parsePeriod } from '../../kernel/period'

/** Something that was agreed or reported about an area and a subject, as it stands beside the counts: never as their cause. */
export type Deed = {
  readonly kind: 'action' | 'result'
  readonly title: string
  readonly href: string
  /** The plan that agrees or reports it. */
  readonly plan: string
  /** As the source gives it: a day, a month, a quarter, a year, or the years of its plan. */
  readonly period: string
  /** The source gives a day or month of its own, and not the end of a year or the period of a plan. */
  readonly isDated: boolean
  /** Whether the source names the figure itself, or is about the same subject by our reading. */
  readonly ground: 'named' | 'subject'
}

/** What a picture asks whoever knows the plans: an area with what it lies in, a day, and the figures that count the same. */
export type DeedsAsked = {
  readonly area: string
  readonly wholes: readonly string[]
  readonly on: Day
  readonly indicators: readonly string[]
}

/** Deeds of one day or month: one mark on the axis. */
export type DeedMark = { readonly period: string; readonly deeds: readonly Deed[] }

/** What lies within these months: what has a date of its own as marks, the rest as stretches, both in order of time. */
export function deedsWithin(
  deeds: readonly Deed[],
  { first, last }: { readonly first: Month; readonly last: Month },
): { readonly marks: readonly DeedMark[]; readonly stretches: readonly Deed[] } {
  const [from, until] = [`${first}-01`, `${addMonths(last, 1)}-01`]
  const within = deeds
    .flatMap((deed) => {
      const held = parsePeriod(deed.period)
      return held && held.from < until && held.until > from ? [{ deed, held }] : []
    })
    .sort((one, other) => compare(one.held.from, other.held.from) || compare(one.deed.title, other.deed.title))
    .map(({ deed }) => deed)
  const dated = within.filter(({ isDated }) => isDated)
  return {
    marks: [...Map.groupBy(dated, ({ period }) => period)].map(([period, of]) => ({ period, deeds: of })),
    stretches: within.filter(({ isDated }) => !isDated),
  }
}

/** Whether a period is a day or a month: closer than a quarter it can stand as a mark. */
export const isCloseDate = (period: string) => /^\d{4}-\d{2}(-\d{2})?$/.test(period)

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
