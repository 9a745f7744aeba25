import { addKeyFigureRelease } from '../../src/domains/population/key-figure.store'
import { day } from '../../src/kernel/day'
import { owning } from '../../src/platform/db/database'
import type { Opened } from './region'

/** Stores a release of key figures of a year as a load does: per area the figures it has. */
export async function addKeyFigures(
  { db }: Opened,
  { year, table, modified }: { readonly year: number; readonly table: string; readonly modified: string },
  areas: Readonly<Record<string, Readonly<Record<string, number | null>>>>,
): Promise<void> {
  const figures = [...new Set(Object.values(areas).flatMap((values) => Object.keys(values)))]
  await owning(db, (tx) =>
    addKeyFigureRelease(
      tx,
      {
        sourceTable: table,
        title: `Kerncijfers wijken en buurten ${year}`,
        on: day(`${year}-01-01`),
        modified: new Date(modified),
        hash: `${modified} ${JSON.stringify(areas)}`,
        figures,
      },
      Object.entries(areas).map(([area, values]) => ({ area, values })),
      [],
    ),
  )
}
