import type { Day } from '../../kernel/day'
import { addMonths, type Month } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import {
  type CountedArea,
  type CrimeType,
  countedAreas,
  countsOf,
  crimeTypes,
  type KnownRelease,
  monthShown,
  releaseKnownOn,
  seriesOf,
  sumUpTo,
} from '../crime'
import { type Population, populationOf } from '../population'
import { type Comparison, compare } from './comparison'

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

type AskedComparison = {
  readonly region: string
  readonly on: Day
  readonly knownOn: Day
  readonly type: string
  readonly month: Month | null
}

/** Compares the municipalities of a region in one type; null when there are no figures or there is no such type. */
export async function compareMunicipalities(tx: Reader, asked: AskedComparison): Promise<RegionComparison | null> {
  const release = await releaseKnownOn(tx, asked.knownOn)
  return release && compareIn(tx, release, asked)
}

/** The same of one release. */
export async function compareIn(
  tx: Reader,
  release: KnownRelease,
  asked: AskedComparison,
): Promise<RegionComparison | null> {
  const { region, on, knownOn } = asked
  const types = await crimeTypes(tx)
  const type = types.find(({ code }) => code === asked.type)
  if (!type) return null
  const last = monthShown(asked.month, release)
  const areas = await countedAreas(tx, release, { region, on })
  const municipalities = areas.filter(({ kind }) => kind === 'gemeente')
  const counts = await countsOf(tx, release, municipalities, {
    first: addMonths(last, -11),
    last,
    type: type.code,
  })
  const residents = await populationOf(tx, release, municipalities, last, knownOn)
  const rows = municipalities.map((area) => {
    const own = counts.get(area.code)
    const count = own ? sumUpTo(seriesOf(own, type.code, addMonths(last, -11), last), last, 12) : null
    return { area, count, inhabitants: residents.of.get(area.code) ?? null }
  })
  return { ...compare(rows), release, type, types, last, residents, areas }
}

/** What a municipality and the district around it counted over one, three and five years. */
export type LongerSums = {
  readonly district: CountedArea | null
  readonly rows: readonly { readonly years: number; readonly own: number | null; readonly district: number | null }[]
}

/** In a small municipality a year says little: the sums of more years, and the district beside them. */
export async function longerSums(
  tx: Reader,
  { release, areas, type, last }: RegionComparison,
  area: CountedArea,
): Promise<LongerSums> {
  const first = addMonths(last, -59)
  const district = areas.find(({ kind, parts }) => kind === 'district' && parts.includes(area.code)) ?? null
  const counts = await countsOf(tx, release, district ? [area, district] : [area], { first, last, type: type.code })
  const sumOver = (code: string | undefined, years: number) => {
    const own = code === undefined ? undefined : counts.get(code)
    return own ? sumUpTo(seriesOf(own, type.code, first, last), last, 12 * years) : null
  }
  return {
    district,
    rows: [1, 3, 5].map((years) => ({
      years,
      own: sumOver(area.code, years),
      district: sumOver(district?.code, years),
    })),
  }
}
