import type { Day } from '../../kernel/day'
import { addMonths, type Month, monthsBetween } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import {
  type CountedArea,
  type Counts,
  type CrimeType,
  countedAreas,
  countsOf,
  crimeTypes,
  type Difference,
  differencesIn,
  type IndicatorMatch,
  isProvisional,
  type KnownRelease,
  lastApart,
  longSums,
  matchesOf,
  monthsToJudge,
  municipalityOf,
  noCounts,
  releaseKnownOn,
  seriesOf,
  smallAreas,
  verdictOf,
  yearOnYear,
} from '../crime'
import { type AreaChange, type Boundaries, boundariesOn, changesOf } from '../territory'
import { type Estimate, estimate, growthOf, stepsOf } from './late'
import { divisionOf, mergedAway } from './merger'
import { mergersOf, type ShownMerger } from './merger.verbs'
import type { Note } from './note'
import { mayExplain, notesOn } from './note.store'
import { hasPartsMap, type ShownPart } from './parts-map'
import { areasBelow, growingMonths } from './picture'
import { saidByReleases } from './revision.store'

export type Asked = { readonly code: string; readonly region: string; readonly on: Day; readonly knownOn: Day }

/** An area as a release has it on a day, with what lies above and below it. */
export type Placed = {
  readonly release: KnownRelease
  readonly area: CountedArea
  /** The day of the division it is shown in: the last of a municipality that was merged by the day asked for. */
  readonly on: Day
  readonly below: readonly CountedArea[]
  /** The district and the region it lies in. */
  readonly above: readonly CountedArea[]
  readonly municipality: CountedArea | null
  readonly mergers: readonly ShownMerger[]
}

/** A municipality that has no figures of its own any more: the source counts it with its successor in all years. */
export type Former = { readonly former: AreaChange; readonly release: KnownRelease; readonly lastApart: Day | null }

/** Finds an area among the figures known on a day; null when nothing is known of it. */
export async function placeArea(tx: Reader, { code, region, on, knownOn }: Asked): Promise<Placed | Former | null> {
  const release = await releaseKnownOn(tx, knownOn)
  if (!release) return null
  const changes = await changesOf(tx)
  const merged = mergedAway(changes, code)
  const shownOn = divisionOf(changes, code, on)
  const within = await municipalityOf(tx, release, code, shownOn)
  const wholes = await countedAreas(tx, release, { region, on: shownOn })
  const areas = within ? await countedAreas(tx, release, { region, on: shownOn, within }) : wholes
  const area = areas.find((one) => one.code === code)
  if (!area) return merged ? { former: merged, release, lastApart: await lastApart(tx, release, code) } : null
  const municipality = areas.find(({ kind, code: other }) => kind === 'gemeente' && other === within) ?? null
  const inside = municipality?.parts[0]
  return {
    release,
    area,
    on: shownOn,
    below: areasBelow(area, area.kind === 'basisteam' ? [...areas, ...(await smallAreas(tx, release))] : areas),
    above: wholes.filter(
      ({ kind, code: other, parts }) =>
        (kind === 'regio' || kind === 'district') && other !== code && inside !== undefined && parts.includes(inside),
    ),
    municipality,
    mergers: await mergersOf(tx, { release, area: (municipality ?? area).code, on: shownOn, changes }),
  }
}

/** Everything the page of an area tells, up to and including a month. */
export type Picture = {
  /** Of the type that is shown, in all months: the area, what lies below it, and what it lies in. */
  readonly counts: ReadonlyMap<string, Counts>
  /** Of the area itself every type, as far back as is needed to judge a change. */
  readonly own: Counts
  readonly types: readonly CrimeType[]
  readonly matches: readonly IndicatorMatch[]
  readonly differences: readonly Difference[]
  readonly late: Late
  readonly notes: readonly Note[]
  readonly mayExplain: boolean
  /** Of what lies below it; null when an outline is missing. */
  readonly boundaries: Boundaries | null
}

/** What the newest months will come to; `months` are those that still grow. */
export type Late = {
  readonly months: readonly Month[]
  /** Null when too few releases are kept to say; then the months only stand marked. */
  readonly estimates: readonly Estimate[] | null
}

export async function pictureOf(
  tx: Reader,
  placed: Placed,
  { type, last, today }: { readonly type: string; readonly last: Month; readonly today: Day },
): Promise<Picture> {
  const { release, area, below, above, municipality } = placed
  const beside = municipality && municipality.code !== area.code ? [municipality, ...above] : above
  const counts = await countsOf(tx, release, [area, ...below, ...beside], { first: release.firstMonth, last, type })
  const own = await countsOf(tx, release, [area], { first: addMonths(last, 1 - monthsToJudge), last })
  return {
    counts,
    own: own.get(area.code) ?? noCounts,
    types: await crimeTypes(tx),
    matches: await matchesOf(tx, type),
    differences: await differencesIn(tx, release, { area: area.code, type, first: addMonths(last, -23), last }),
    late: await lateIn(tx, placed, counts.get(area.code) ?? noCounts, { type, last }),
    notes: await notesOn(tx, { area: area.code, type, on: today }),
    mayExplain: await mayExplain(tx, area.code),
    boundaries: hasPartsMap(area)
      ? await boundariesOn(
          tx,
          below.map(({ code }) => code),
          placed.on,
        )
      : null,
  }
}

/** What a part of an area counted up to a month, and what can be said of it on its own. */
export function shownPart(
  area: CountedArea,
  counts: ReadonlyMap<string, Counts>,
  { type, last, release }: { readonly type: string; readonly last: Month; readonly release: KnownRelease },
): ShownPart {
  const own = counts.get(area.code) ?? noCounts
  return {
    area,
    ...yearOnYear(own, type, last),
    verdict: verdictOf(own, type, last),
    sums: longSums(seriesOf(own, type, release.firstMonth, last), last),
  }
}

/** How much counts grow after their month is over hardly differs within a region; an area alone is too small to tell. */
async function lateIn(
  tx: Reader,
  { release, area, above, on }: Placed,
  counts: Counts,
  { type, last }: { readonly type: string; readonly last: Month },
): Promise<Late> {
  const months = growingMonths(release.lastMonth).filter((month) => month <= last && isProvisional(month, release))
  const whole = above.find(({ kind }) => kind === 'regio') ?? area
  if (release.isExample || months.length === 0) return { months, estimates: null }
  const window = { first: addMonths(release.lastMonth, -27), last: release.lastMonth }
  const steps = stepsOf(growthOf(await saidByReleases(tx, release, { parts: whole.parts, on, type }, window)))
  if (!steps) return { months, estimates: null }
  const estimates = seriesOf(counts, type, months[0] ?? last, last).flatMap(({ month, count }) => {
    const found = count === null ? null : estimate(month, count, monthsBetween(month, release.lastMonth), steps)
    return found ?? []
  })
  return { months, estimates }
}
