import type { Day } from '../../kernel/day'
import { type Database, type Owner, owning } from '../../platform/db/database'
import type { Loader } from '../../platform/load/loader'
import { momentOf } from '../../platform/load/moment'
import { loadInParts, type PartedLoad, type Prepared } from '../../platform/load/parted-load'
import { newestLoad } from '../../platform/load/parted-load.store'
import type { ODataClient } from '../../platform/odata/client'
import { keyFigures } from './key-figure'
import { addKeyFigureRelease } from './key-figure.store'
import { type KeyFigurePart, keyFigureColumnsOf, readKeyFigurePart } from './key-figure-part'
import { byMunicipality, fingerprint } from './population-load.verbs'
import { neighbourhoodTables, type PopulationTable } from './population-table'

/** The name of a load of key figures: the same table is also loaded for its inhabitants, and each stands or is refused by itself. */
const loadNameOf = ({ year }: { readonly year: number }) => `kerncijfers${year}`

/** The key figures of every year that CBS made a table of. `source` is the address the client asks. */
export function keyFigureLoaders(db: Database, client: ODataClient, source: string): readonly Loader[] {
  return neighbourhoodTables.map((table) => ({
    id: loadNameOf(table),
    group: 'kerncijfers',
    holds: `kerncijfers van ${table.year}, per gemeente, wijk en buurt (${table.id})`,
    source,
    async look() {
      const { modified } = await client.info(table.id)
      return owning(db, async (tx) => {
        const modifiedAt = await momentOf(tx, modified)
        const known = await newestLoad(tx, loadNameOf(table), ['volledig', 'geweigerd'])
        return { modifiedAt, wanted: known && known.stand >= modifiedAt ? null : { from: null } }
      })
    },
    load: (wish, watch) =>
      loadInParts(db, loadNameOf(table), () => preparedLoad(db, client, table, loadNameOf(table)), wish, watch),
  }))
}

async function preparedLoad(
  db: Database,
  client: ODataClient,
  table: PopulationTable,
  name: string,
): Promise<Prepared<KeyFigurePart>> {
  const info = await client.info(table.id)
  const columns = keyFigureColumnsOf(table.geo, await client.properties(table.id))
  if ('because' in columns) return columns
  const { asked, around } = await byMunicipality(db, client, table, info.title)
  if ('because' in asked) return asked
  const stand = await owning(db, (tx) => momentOf(tx, info.modified))
  const without = keyFigures.filter(({ id }) => !(id in columns.of)).map((figure) => figure.name)
  const title = without.length === 0 ? info.title : `${info.title} (zonder: ${without.join(', ')})`
  const select = [columns.geo, ...Object.values(columns.of)]
  return {
    source: name,
    title,
    stand,
    plan: fingerprint(JSON.stringify([asked, columns])),
    parts: asked.map((part) => ({
      name: part.name,
      async ask() {
        const rows = await client.rows(table.id, { filter: part.filter, select }, part.areas.length)
        return readKeyFigurePart(rows, part.name, part.areas, columns)
      },
    })),
    isUnchanged: async () => (await client.info(table.id)).modified === info.modified,
    store: (tx, parts) => storeParts(tx, { table: table.id, title, stand, ...around }, [...parts.values()]),
  }
}

/** Stores the parts as a release beside the earlier ones, or says why they cannot be right. */
async function storeParts(
  tx: Owner,
  release: {
    readonly table: string
    readonly title: string
    readonly stand: string
    readonly on: Day
    readonly must: readonly string[]
  },
  parts: readonly KeyFigurePart[],
): ReturnType<PartedLoad<KeyFigurePart>['store']> {
  const areas = parts.flatMap((part) => part.areas).toSorted((one, other) => (one.area < other.area ? -1 : 1))
  const municipal = areas.filter(({ area }) => area.startsWith('GM'))
  const known = new Set(municipal.filter(({ values }) => values.inwoners !== null).map(({ area }) => area))
  const missing = release.must.filter((code) => !known.has(code))
  if (missing.length > 0)
    return { because: `Van deze gemeenten is op ${release.on} geen aantal inwoners: ${missing.join(', ')}.` }
  // CBS makes a table with empty columns and fills them in the course of years: what is wholly empty is not said yet.
  const figures = keyFigures
    .map(({ id }) => id)
    .filter((id) => municipal.some(({ values }) => (values[id] ?? null) !== null))
  const lines = areas.map(({ area, values }) => `${area} ${figures.map((id) => values[id] ?? '').join(' ')}\n`)
  const hash = fingerprint([figures.join(' '), ...lines].join('\n'))
  const differences = parts.flatMap((part) => part.differences)
  const { table: sourceTable, title, stand, on } = release
  const id = await addKeyFigureRelease(
    tx,
    { sourceTable, title, on, modified: new Date(stand), hash, figures },
    areas,
    differences,
  )
  return { isNew: id !== null, hash, differences: differences.length }
}
