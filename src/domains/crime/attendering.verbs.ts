import type { Day } from '../../kernel/day'
import { addMonths } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import { type Watch, watch } from './attendering'
import { type CountedArea, type KnownRelease, seriesOf } from './count'
import { countedAreas, countsOf, releaseKnownOn } from './count.store'
import { allCrimes, type CrimeType } from './crime-type'
import { crimeTypes } from './crime-type.store'

export const watchedKinds = ['gemeente', 'district', 'regio'] as const
export type WatchedKind = (typeof watchedKinds)[number]

/** One type in one area. */
export type Watchpoint = { readonly area: CountedArea; readonly type: CrimeType }

type Watched = {
  readonly areas: readonly CountedArea[]
  readonly types: readonly CrimeType[]
  readonly result: Watch<Watchpoint>
}

/** Five years, with a month on either side of the first, and the month that is judged. */
export const watchedMonths = 62

/** Judges the newest month known on a day, of every area of a kind and every type by itself; null without figures. */
export async function watchMonth(
  tx: Reader,
  asked: { readonly region: string; readonly on: Day; readonly knownOn: Day; readonly kind: WatchedKind },
): Promise<({ readonly release: KnownRelease } & Watched) | null> {
  const release = await releaseKnownOn(tx, asked.knownOn)
  return release && { release, ...(await watchRelease(tx, release, asked)) }
}

/** Judges the newest month of a release. */
export async function watchRelease(
  tx: Reader,
  release: KnownRelease,
  asked: { readonly region: string; readonly on: Day; readonly kind: WatchedKind },
): Promise<Watched> {
  const last = release.lastMonth
  const first = addMonths(last, 1 - watchedMonths)
  const areas = (await countedAreas(tx, release, asked)).filter(({ kind }) => kind === asked.kind)
  const counts = await countsOf(tx, release, areas, { first, last })
  const types = (await crimeTypes(tx)).filter(
    ({ code, isPublishedMonthly }) => isPublishedMonthly && code !== allCrimes,
  )
  const series = areas
    .toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))
    .flatMap((area) => {
      const own = counts.get(area.code) ?? { types: [], months: new Map() }
      return types.map((type) => ({
        subject: { area, type },
        observed: seriesOf(own, type.code, first, last).map(({ count }) => count),
      }))
    })
  return { areas, types, result: watch(series) }
}
