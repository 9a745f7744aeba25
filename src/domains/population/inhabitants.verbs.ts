import type { Day } from '../../kernel/day'
import type { Month } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import { areasApart, type CountedArea, type KnownRelease } from '../crime'
import { changesOf } from '../territory'
import {
  daysAround,
  examplePopulation,
  type Merger,
  middleOfYear,
  type Population,
  populationNear,
} from './inhabitants'
import { exampleSizes, inhabitantCounts } from './inhabitants.store'

/**
 * The inhabitants that belong to twelve months of figures: real ones beside figures of the police, invented ones beside
 * example figures, and never one beside the other.
 */
export async function populationOf(
  tx: Reader,
  release: KnownRelease,
  areas: readonly CountedArea[],
  last: Month,
  knownOn: Day,
): Promise<Population> {
  const middle = middleOfYear(last)
  if (release.isExample) return examplePopulation(await exampleSizes(tx), areas, middle)
  const mergers = await mergersIn(tx, release)
  const parts = [...new Set([...areas.flatMap((area) => area.parts), ...mergers.map(({ from }) => from)])]
  return populationNear(await inhabitantCounts(tx, parts, daysAround(middle), knownOn), areas, middle, mergers)
}

/** Which municipalities went over into another in a release: what still has figures of its own in it has not. */
export async function mergersIn(tx: Reader, release: KnownRelease): Promise<Merger[]> {
  const changes = await changesOf(tx)
  const apart = await areasApart(
    tx,
    release,
    changes.map(({ from }) => from.code),
  )
  return changes.flatMap(({ kind, from, to, effectiveOn }) =>
    kind === 'samenvoeging' && !apart.has(from.code) ? [{ from: from.code, to: to.code, on: effectiveOn }] : [],
  )
}
