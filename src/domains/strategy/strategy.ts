import type { Day } from '../../kernel/day'
import type { Named, PartyRef } from './named'

export type Strategy = {
  readonly code: string
  readonly title: string
  /** The years, both included. */
  readonly from: number
  readonly to: number
  readonly motto: string | null
  readonly goal: string | null
  readonly adoptedOn: Day | null
  readonly adoptedBy: PartyRef | null
  readonly predecessor: Named | null
  readonly successor: Named | null
  readonly municipalityCount: number | null
  readonly statusNote: string | null
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}

/** A line along which a strategy or one of its priorities works: a pillar, a learning line, an ambition. */
export type FocusLine = {
  readonly code: string
  readonly strategy: Named
  readonly priority: Named | null
  readonly kind: string
  readonly seq: number
  readonly title: string
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}

/** What was seen coming before a strategy was written. */
export type Trend = {
  readonly code: string
  readonly inventory: string
  readonly seq: number
  readonly title: string
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}

/** The year a trend inventory was made, from its name; null when it names none. */
function inventoryYear(inventory: string): number | null {
  const year = /\b(20\d\d)\b/.exec(inventory)?.[1]
  return year === undefined ? null : Number(year)
}

/** An inventory made in the run-up to a strategy belongs to it: in the two years before its first year, or in that year. */
export function precedes(inventory: string, strategy: Pick<Strategy, 'from'>): boolean {
  const year = inventoryYear(inventory)
  return year !== null && year <= strategy.from && year >= strategy.from - 2
}
