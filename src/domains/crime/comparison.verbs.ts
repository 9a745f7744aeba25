import type { Day } from '../../kernel/day'
import { addMonths, type Month } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import { type Comparison, compare } from './comparison'
import { type CountedArea, type KnownRelease, seriesOf, sumUpTo } from './count'
import { countedAreas, countsOf, releaseKnownOn } from './count.store'
import type { CrimeType } from './crime-type'
import { crimeTypes } from './crime-type.store'
import type { Population } from './inhabitants'
import { populationOf } from './inhabitants.verbs'
import { monthShown } from './picture'

/** The municipalities of the region beside each other: one type, twelve months. */
export type RegionComparison = Comparison & {
  readonly release: KnownRelease
  readonly type: CrimeType
  readonly types: readonly CrimeType[]
  readonly last: Month
  readonly residents: Population
  /** The municipalities and the wholes they add up to. */
  readonly areas: readonly CountedArea[]
}

/** Compares the municipalities of a region in one type; null when there are no figures or there is no such type. */
export async function compareMunicipalities(
  tx: Reader,
  asked: {
    readonly region: string
    readonly on: Day
    readonly knownOn: Day
    readonly type: string
    readonly month: Month | null
  },
): Promise<RegionComparison | null> {
  const { region, on, knownOn } = asked
  const release = await releaseKnownOn(tx, knownOn)
  const types = await crimeTypes(tx)
  const type = types.find(({ code }) => code === asked.type)
  if (!release || !type) return null
  const last = monthShown(asked.month, release)
  const areas = await countedAreas(tx, release, { region, on })
  const municipalities = areas.filter(({ kind }) => kind === 'gemeente')
  const counts = await countsOf(tx, release, municipalities, { first: addMonths(last, -11), last })
  const residents = await populationOf(tx, release, municipalities, last, knownOn)
  const rows = municipalities.map((area) => {
    const own = counts.get(area.code)
    const count = own ? sumUpTo(seriesOf(own, type.code, addMonths(last, -11), last), last, 12) : null
    return { area, count, inhabitants: residents.of.get(area.code) ?? null }
  })
  return { ...compare(rows), release, type, types, last, residents, areas }
}
