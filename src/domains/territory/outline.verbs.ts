import { createHash } from 'node:crypto'
import type { Day } from '../../kernel/day'
import { type Database, type Owner, owning } from '../../platform/db/database'
import { type OutlineRefusal, outlinesOf, type Shape } from './outline'
import { addBoundaryRelease } from './outline.store'

type BoundaryRelease = {
  readonly source: string
  /** As it must be named with the map: `CBS, Kadaster`. */
  readonly title: string
  /** The first day of the division. */
  readonly validFrom: Day
  readonly shapes: readonly Shape[]
}

/**
 * Simplifies the shapes of one division and stores them beside earlier ones. All areas of a publication go in at once, for
 * a border belongs to two of them. The same again changes nothing: `isNew` is false then.
 */
export async function storeBoundaries(
  tx: Owner,
  release: BoundaryRelease,
): Promise<{ readonly isNew: boolean; readonly hash: string } | { readonly refusal: OutlineRefusal }> {
  const outlines = outlinesOf(release.shapes.toSorted((one, other) => (one.code < other.code ? -1 : 1)))
  if (typeof outlines === 'string') return { refusal: outlines }
  const hash = createHash('sha256').update(JSON.stringify(outlines)).digest('hex')
  const id = await addBoundaryRelease(tx, { ...release, hash }, outlines)
  return { isNew: id !== null, hash }
}

/** The same in a transaction of its own. */
export async function saveBoundaries(
  db: Database,
  release: BoundaryRelease,
): Promise<{ readonly isNew: boolean } | { readonly refusal: OutlineRefusal }> {
  const stored = await owning(db, (tx) => storeBoundaries(tx, release))
  return 'refusal' in stored ? stored : { isNew: stored.isNew }
}
