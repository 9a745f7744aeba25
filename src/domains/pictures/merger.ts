import { addDays, type Day, day } from '../../kernel/day'
import type { AreaChange } from '../territory'

/** How a change of the division shows in the figures of one area, seen on a day. */
export type MergerView = {
  readonly change: AreaChange
  /** `announced`: not settled. `then`: it is still apart. `now`: added up. `recast`: the source itself counts it in all years so.
   * `left`: it went to an area elsewhere, and the source counts it there in all years. */
  readonly is: 'announced' | 'then' | 'now' | 'recast' | 'left'
  /** The last day of the division before it, for the way back. */
  readonly lastDay: Day
}

/** What a release and the area shown have to do with a change. */
export type Surroundings = {
  readonly on: Day
  /** The first day the figures are about; what changed before it is told only to who asks for the division of then. */
  readonly since: Day
  /** The release has the former area apart. */
  readonly hasFormer: (code: string) => boolean
  /** The area shown, or something it holds, before the change and after it. */
  readonly holdsFormer: (change: AreaChange) => boolean
  readonly holdsLatter: (change: AreaChange) => boolean
}

/** The changes a reader of this area must know of, in the order given. */
export function mergersShown(changes: readonly AreaChange[], around: Surroundings): MergerView[] {
  return changes.flatMap((change) => {
    const isInside = around.holdsLatter(change)
    if (!isInside && !around.holdsFormer(change)) return []
    const effective = change.effectiveOn as Day
    if (effective <= around.since && effective <= around.on) return []
    const view = (is: MergerView['is']) => [{ change, is, lastDay: addDays(effective, -1) }]
    if (change.state === 'aangekondigd') return view('announced')
    const isApart = around.hasFormer(change.from.code)
    if (!isApart) return view(isInside ? 'recast' : 'left')
    return view(around.on < effective ? 'then' : 'now')
  })
}

/** The change by which an area went into another, if it did. */
export const mergedAway = (changes: readonly AreaChange[], code: string) =>
  changes.find(({ from, state }) => from.code === code && state === 'vastgesteld')

/** The day of the division an area is shown in: of one that was merged by the day asked for, its last. */
export function divisionOf(changes: readonly AreaChange[], code: string, on: Day): Day {
  const merged = mergedAway(changes, code)
  return merged && merged.effectiveOn <= on ? addDays(day(merged.effectiveOn), -1) : on
}
