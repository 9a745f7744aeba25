import { addDays, type Day, day } from '../../kernel/day'
import type { Month } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import { areasApart, type KnownRelease, lastApart } from '../crime'
import { type AreaChange, wholesOf } from '../territory'
import { type MergerView, mergersShown } from './merger'

/** A change of the division as a page tells it, with the last day the source had the former area apart. */
export type ShownMerger = MergerView & { readonly lastApart: Day | null }

type Asked = {
  readonly release: KnownRelease
  /** The code of the area that is looked at. */
  readonly area: string
  readonly on: Day
  readonly changes: readonly AreaChange[]
  /** The first month that is shown; of the release when none is given. */
  readonly first?: Month
}

/** The changes of the division that a reader of an area must know of. */
export async function mergersOf(tx: Reader, asked: Asked): Promise<readonly ShownMerger[]> {
  const { release, area, on, changes, first = release.firstMonth } = asked
  const before = new Map<AreaChange, string[]>()
  const after = new Map<AreaChange, string[]>()
  for (const change of changes) {
    const { from, to, effectiveOn } = change
    const holders = async (code: string, at: Day) => [code, ...(await wholesOf(tx, code, at)).map((one) => one.code)]
    before.set(change, await holders(from.code, addDays(day(effectiveOn), -1)))
    after.set(change, await holders(to.code, day(effectiveOn)))
  }
  const apart = await areasApart(
    tx,
    release,
    changes.map(({ from }) => from.code),
  )
  const shown = mergersShown(changes, {
    on,
    since: day(`${first}-01`),
    hasFormer: (code) => apart.has(code),
    holdsFormer: (change) => before.get(change)?.includes(area) ?? false,
    holdsLatter: (change) => after.get(change)?.includes(area) ?? false,
  })
  return Promise.all(
    shown.map(async (view) => ({
      ...view,
      lastApart: view.is === 'recast' ? await lastApart(tx, release, view.change.from.code) : null,
    })),
  )
}
