import { createHash } from 'node:crypto'
import type { Day } from '../../kernel/day'
import type { Month } from '../../kernel/month'
import { type Database, owning, type Reader } from '../../platform/db/database'
import { changesOf } from '../territory'
import type { CountedArea, KnownRelease } from './count'
import {
  daysAround,
  examplePopulation,
  type Merger,
  middleOfYear,
  type Population,
  type PopulationRefusal,
  populationNear,
  refusalToStorePopulation,
} from './inhabitants'
import { addPopulationRelease, exampleSizes, inhabitantCounts } from './inhabitants.store'
import { areasApart } from './merger.store'

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
  const mergers: Merger[] = []
  const changes = await changesOf(tx)
  const apart = await areasApart(
    tx,
    release,
    changes.map(({ from }) => from.code),
  )
  for (const { kind, from, to, effectiveOn } of changes) {
    // What still has figures of its own in this release has not gone over in it.
    if (kind === 'samenvoeging' && !apart.has(from.code))
      mergers.push({ from: from.code, to: to.code, on: effectiveOn })
  }
  const parts = [...new Set([...areas.flatMap((area) => area.parts), ...mergers.map(({ from }) => from)])]
  return populationNear(await inhabitantCounts(tx, parts, daysAround(middle), knownOn), areas, middle, mergers)
}

/** One publication of numbers of inhabitants. */
export type PopulationRelease = {
  readonly sourceTable: string
  readonly title: string
  /** When the source says it was changed. */
  readonly modified: Date
  readonly rows: readonly { readonly area: string; readonly on: Day; readonly inhabitants: number }[]
}

/** Stores a release of inhabitants beside the earlier ones. The same release again changes nothing: `isNew` is false then. */
export async function savePopulationRelease(
  db: Database,
  release: PopulationRelease,
): Promise<{ readonly isNew: boolean } | { readonly refusal: PopulationRefusal }> {
  const refusal = refusalToStorePopulation(release.rows)
  if (refusal) return { refusal }
  const rows = release.rows.toSorted((one, other) => (`${one.area} ${one.on}` < `${other.area} ${other.on}` ? -1 : 1))
  const hash = createHash('sha256')
  for (const { area, on, inhabitants } of rows) hash.update(`${area} ${on} ${inhabitants}\n`)
  const id = await owning(db, (tx) => addPopulationRelease(tx, { ...release, hash: hash.digest('hex') }, rows))
  return { isNew: id !== null }
}
