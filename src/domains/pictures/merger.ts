import { addDays, type Day } from '../../kernel/day'
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
  /** The first day the figures are about. */
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
    if (effective <= around.since) return []
    const view = (is: MergerView['is']) => [{ change, is, lastDay: addDays(effective, -1) }]
    if (change.state === 'aangekondigd') return view('announced')
    const isApart = around.hasFormer(change.from.code)
    if (!isApart) return view(isInside ? 'recast' : 'left')
    return view(around.on < effective ? 'then' : 'now')
  })
}
