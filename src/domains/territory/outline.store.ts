import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Owner, Reader } from '../../platform/db/database'
import type { Boundaries, Outline } from './outline'

/**
 * The outlines of areas in the division of a day: of the newest release with areas of this kind that began on or before it.
 * Null unless every one of them is in it: a map with a hole says that nobody lives there.
 */
export async function boundariesOn(tx: Reader, areas: readonly string[], on: Day): Promise<Boundaries | null> {
  const { rows } = await sql<{
    title: string
    valid_from: string
    code: string
    path: string
    box: number[]
    mark: number[]
  }>`
    with newest as (
      select r.id, r.title, r.valid_from from territory.boundary_releases r
       where r.valid_from <= ${on}
         and exists (select from territory.boundaries b where b.release = r.id and b.area = any (${areas}::text[]))
       order by r.valid_from desc, r.id desc limit 1
    )
    select n.title, n.valid_from::text, b.area as code, b.path, b.box, b.mark
      from newest n join territory.boundaries b on b.release = n.id
     where b.area = any (${areas}::text[]) order by b.area`.execute(tx)
  const [first] = rows
  if (!first || rows.length < new Set(areas).size) return null
  return {
    title: first.title,
    validFrom: first.valid_from,
    outlines: rows.map(({ code, path, box, mark }) => ({
      code,
      path,
      box: box as unknown as Outline['box'],
      mark: mark as unknown as Outline['mark'],
    })),
  }
}

/** Stores outlines; null when they are the same as the newest of that source and division. */
export async function addBoundaryRelease(
  tx: Owner,
  release: { readonly source: string; readonly title: string; readonly validFrom: Day; readonly hash: string },
  outlines: readonly Outline[],
): Promise<number | null> {
  const newest = await tx
    .selectFrom('territory.boundary_releases')
    .select('content_hash')
    .where('source', '=', release.source)
    .where('valid_from', '=', release.validFrom)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (newest?.content_hash === release.hash) return null
  const { id } = await tx
    .insertInto('territory.boundary_releases')
    .values({
      source: release.source,
      title: release.title,
      valid_from: release.validFrom,
      content_hash: release.hash,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into territory.boundaries (release, area, path, box, mark)
    select ${id}::integer, code, path, box, mark
      from jsonb_to_recordset(${JSON.stringify(outlines)}::jsonb)
        as o (code text, path text, box integer[], mark integer[])`.execute(tx)
  return id
}
