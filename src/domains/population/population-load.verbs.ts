import { createHash } from 'node:crypto'
import { addDays, type Day, day, dayInAmsterdam } from '../../kernel/day'
import { type Database, type Owner, owning } from '../../platform/db/database'
import type { Loader, Unusable } from '../../platform/load/loader'
import { momentOf } from '../../platform/load/moment'
import { loadInParts, type PartedLoad, type Prepared } from '../../platform/load/parted-load'
import { newestLoad } from '../../platform/load/parted-load.store'
import type { ODataClient } from '../../platform/odata/client'
import { regionName } from '../../platform/pack/region.store'
import { changesOf, municipalitiesOn } from '../territory'
import { type Merger, refusalToStorePopulation } from './inhabitants'
import { addPopulationRelease, inhabitantCounts } from './inhabitants.store'
import {
  holesIn,
  jumpsIn,
  largestJump,
  missingOn,
  municipalityOf,
  type PopulationPart,
  readPopulationPart,
  type SourceArea,
  sourceAreasOf,
} from './population-part'
import {
  dayOfTitle,
  type PopulationColumns,
  type PopulationTable,
  periodColumn,
  populationColumnsOf,
  populationTables,
  yearEnds,
} from './population-table'

/** What is loaded from CBS. `source` is the address the client asks. */
export function populationLoaders(db: Database, client: ODataClient, source: string): readonly Loader[] {
  return populationTables.map((table) => ({
    id: table.id,
    group: 'inwoners',
    holds: table.holds,
    source,
    async look() {
      const { modified } = await client.info(table.id)
      return owning(db, async (tx) => {
        const modifiedAt = await momentOf(tx, modified)
        const known = await newestLoad(tx, table.id, ['volledig', 'geweigerd'])
        return { modifiedAt, wanted: known && known.stand >= modifiedAt ? null : { from: null } }
      })
    },
    load: (wish, watch) => loadInParts(db, table.id, () => preparedLoad(db, client, table), wish, watch),
  }))
}

/** A day for what has no days: nothing is asked then. */
const beforeAll = day('2011-01-01')

type Asked = {
  readonly name: string
  readonly areas: readonly SourceArea[]
  readonly on: Day
  readonly key: string | null
  readonly filter: string
}

/** Reads what the source says about itself and works out what to ask, or says why that cannot be done. */
async function preparedLoad(
  db: Database,
  client: ODataClient,
  table: PopulationTable,
): Promise<Prepared<PopulationPart>> {
  const info = await client.info(table.id)
  const columns = populationColumnsOf(table, await client.properties(table.id))
  if ('because' in columns) return columns
  const { asked, around } =
    table.geo === 'RegioS' ? await byYear(db, client, table) : await byMunicipality(db, client, table, info.title)
  if ('because' in asked) return asked
  const stand = await owning(db, (tx) => momentOf(tx, info.modified))
  return {
    source: table.id,
    title: info.title,
    stand,
    plan: fingerprint(JSON.stringify([asked, columns])),
    parts: asked.map((part) => ({ name: part.name, ask: () => askPart(client, table, columns, part) })),
    isUnchanged: async () => (await client.info(table.id)).modified === info.modified,
    store: (tx, parts) => storeParts(tx, { table, title: info.title, stand }, [...parts.values()], around),
  }
}

/** SHA-256 of a text. */
export const fingerprint = (text: string) => createHash('sha256').update(text).digest('hex')

async function askPart(
  client: ODataClient,
  table: PopulationTable,
  columns: PopulationColumns,
  { name, areas, on, key, filter }: Asked,
): Promise<PopulationPart | Unusable> {
  const select = [columns.geo, ...(key === null ? [] : [periodColumn]), columns.measure]
  const rows = await client.rows(table.id, { filter, select }, areas.length)
  return readPopulationPart(rows, name, areas, { on, key }, columns)
}

/** The municipalities that must be there, and what is known of how they changed. */
type Around = { readonly must: readonly string[]; readonly on: Day; readonly mergers: readonly Merger[] }
type Plan = { readonly asked: readonly Asked[] | Unusable; readonly around: Around }

/** All municipalities at the end of a year, year by year. One that ended keeps its rows at CBS, and they stop. */
async function byYear(db: Database, client: ODataClient, table: PopulationTable): Promise<Plan> {
  const days = yearEnds((await client.list(table.id, periodColumn)).map(({ key }) => key))
  const last = days.at(-1)
  const around = await regionOn(db, last?.on ?? beforeAll)
  if (!last) return { asked: { because: 'De bron heeft geen jaren.' }, around }
  const codes = [...new Set([...around.must, ...around.mergers.map(({ from }) => from)])]
  const areas = sourceAreasOf(
    (await client.list(table.id, table.geo)).map(({ key }) => key),
    codes,
  )
  const missing = absent(around.must, areas)
  if (missing) return { asked: missing, around }
  const which = areas.map(({ key }) => `(${table.geo} eq '${key}')`).join(' or ')
  const asked = days.map(({ on, key }) => ({
    name: on.slice(0, 4),
    areas,
    on,
    key,
    filter: `(${which}) and (${periodColumn} eq '${key}')`,
  }))
  return { asked, around }
}

/** One municipality with its neighbourhoods after the other, of the year that the title says. */
export async function byMunicipality(
  db: Database,
  client: ODataClient,
  table: PopulationTable,
  title: string,
): Promise<Plan> {
  const on = dayOfTitle(title)
  const around = await regionOn(db, on ?? beforeAll)
  if (!on) return { asked: { because: `De tabel heet anders dan wij kennen: ${title}.` }, around }
  const areas = sourceAreasOf(
    (await client.list(table.id, table.geo)).map(({ key }) => key),
    around.must,
  )
  const missing = absent(around.must, areas)
  if (missing) return { asked: missing, around }
  const asked = [...Map.groupBy(areas, ({ code }) => municipalityOf(code))].map(([code, own]) => ({
    name: code,
    areas: own,
    on,
    key: null,
    filter: `(substring(${table.geo},2,4) eq '${code.slice(2)}')`,
  }))
  return { asked, around }
}

async function regionOn(db: Database, on: Day): Promise<Around> {
  return owning(db, async (tx) => {
    const groups = await municipalitiesOn(tx, (await regionName(tx)).code, on)
    const must = groups.flatMap(({ municipalities }) => municipalities.map(({ code }) => code)).sort()
    const changes = await changesOf(tx)
    const mergers = changes.map(({ from, to, effectiveOn }) => ({ from: from.code, to: to.code, on: effectiveOn }))
    return { must, on, mergers }
  })
}

function absent(must: readonly string[], areas: readonly SourceArea[]): Unusable | null {
  const inSource = new Set(areas.map(({ code }) => code))
  const missing = must.filter((code) => !inSource.has(code))
  if (must.length > 0 && missing.length === 0) return null
  return { because: `Deze gemeenten staan niet in de lijst van de bron: ${missing.join(', ') || 'geen enkele wel'}.` }
}

/** Stores the parts as a release beside the earlier ones, or says why they cannot be right. */
async function storeParts(
  tx: Owner,
  { table, title, stand }: { readonly table: PopulationTable; readonly title: string; readonly stand: string },
  parts: readonly PopulationPart[],
  around: Around,
): ReturnType<PartedLoad<PopulationPart>['store']> {
  const rows = parts
    .flatMap((part) => part.rows)
    .toSorted((one, other) => (`${one.area} ${one.on}` < `${other.area} ${other.on}` ? -1 : 1))
  if (refusalToStorePopulation(rows)) return { because: 'De bron geeft geen aantallen inwoners.' }
  const missing = missingOn(rows, around, around.must)
  if (missing.length > 0)
    return { because: `Van deze gemeenten is op ${around.on} geen aantal: ${missing.join(', ')}.` }
  const days = [...new Set(rows.map(({ on }) => on))].sort()
  const holes = holesIn(rows, days)
  if (holes.length > 0) return { because: `Er ontbreekt een aantal tussen twee jaren: ${holes.join(', ')}.` }
  const [first = around.on, last = around.on] = [days[0], days.at(-1)]
  const municipal = [...new Set(rows.map(({ area }) => area).filter((area) => area.startsWith('GM')))]
  const span = { first: addDays(first, -400), last: addDays(last, 400) }
  const known = await inhabitantCounts(tx, municipal, span, dayInAmsterdam(new Date(stand)))
  const jumps = jumpsIn(rows, known, around.mergers)
  if (jumps.length > 0) {
    const told = jumps.slice(0, 5).map(({ area, from, to, on }) => `${area} van ${from} naar ${to} (${on})`)
    return {
      because: `Meer dan ${largestJump * 100}% erbij of eraf in een jaar: ${told.join(', ')}. Is er een herindeling, leg die dan eerst vast bij de gebieden.`,
    }
  }
  const differences = parts.flatMap((part) => part.differences)
  const hash = fingerprint(rows.map(({ area, on, inhabitants }) => `${area} ${on} ${inhabitants}\n`).join(''))
  const release = { sourceTable: table.id, title, modified: new Date(stand), hash }
  const id = await addPopulationRelease(tx, release, rows, differences)
  return { isNew: id !== null, hash, differences: differences.length }
}
