import { createHash } from 'node:crypto'
import { day, dayInAmsterdam } from '../../kernel/day'
import { type Database, type Owner, owning } from '../../platform/db/database'
import type { FeaturesClient } from '../../platform/features/client'
import {
  isDone,
  type Loader,
  type LoadOutcome,
  type LoadWish,
  troubleTexts,
  type Unusable,
  type Watch,
} from '../../platform/load/loader'
import { loadInParts, type PartedLoad, type Prepared } from '../../platform/load/parted-load'
import { newestLoad } from '../../platform/load/parted-load.store'
import { ODataFault } from '../../platform/odata/fault'
import { regionName } from '../../platform/pack/region.store'
import { listAreas } from './area.store'
import { type BoundaryKind, boundaryKinds, boxOf, municipalitiesWithout, shapesWithin } from './boundary-part'
import type { OutlineRefusal, Shape } from './outline'
import { storeBoundaries } from './outline.verbs'

const collectionOf = (kind: BoundaryKind) => `${kind}_gegeneraliseerd`
/** As many as the service gives in one answer. */
const pageSize = '1000'
/** As it must be named with the map. */
const title = 'CBS, Kadaster'
const sourceOf = (year: number) => `grenzen ${year}`

const refusals: Readonly<Record<OutlineRefusal, string>> = {
  empty: 'Er is een gebied zonder grens.',
  twice: 'De bron gaf een gebied twee keer.',
  'not-degrees': 'De bron geeft de grenzen niet in graden.',
  'too-long': 'Een grens heeft te veel punten, ook na vereenvoudigen.',
}

/** What is loaded from PDOK. `source` is the address the client asks. */
export function boundaryLoaders(db: Database, client: FeaturesClient, source: string): readonly Loader[] {
  return [
    {
      id: 'grenzen',
      group: 'grenzen',
      holds: 'grenzen van gemeenten, wijken en buurten, per jaar',
      source,
      async look() {
        const year = await newestYear(db, client)
        const known = await owning(db, (tx) => newestLoad(tx, sourceOf(year), ['volledig', 'geweigerd']))
        // The source gives no date of change: a division is published once.
        return { modifiedAt: null, wanted: known ? null : { from: null } }
      },
      load: (wish, watch) => loadYears(db, client, wish, watch),
    },
  ]
}

const thisYear = (db: Database) => Number(dayInAmsterdam(db.clock()).slice(0, 4))

/** The newest division that is published: that of this year, or the one before. */
async function newestYear(db: Database, client: FeaturesClient): Promise<number> {
  const year = thisYear(db)
  const query = { jaarcode: String(year), limit: '1' }
  return (await client.items(collectionOf('gemeente'), query, 'first-page')).length > 0 ? year : year - 1
}

/** Loads the newest division; or every one from the year of a month on, the oldest first. */
async function loadYears(db: Database, client: FeaturesClient, wish: LoadWish, watch: Watch): Promise<LoadOutcome> {
  try {
    const last = await newestYear(db, client)
    const first = wish.from ? Math.min(Number(wish.from.slice(0, 4)), last) : last
    let parts = 0
    let outcome: LoadOutcome = { outcome: 'unchanged', modifiedAt: String(last) }
    for (let year = first; year <= last; year++) {
      outcome = await loadInParts(db, sourceOf(year), () => preparedYear(db, client, year), wish, watch)
      if (!isDone(outcome)) return outcome
      if (outcome.outcome === 'whole') parts += outcome.parts
    }
    return outcome.outcome === 'whole' ? { ...outcome, parts } : outcome
  } catch (fault) {
    if (!(fault instanceof ODataFault)) throw fault
    if (fault.trouble === 'stopped') return { outcome: 'stopped' }
    return { outcome: 'interrupted', because: troubleTexts[fault.trouble] }
  }
}

async function preparedYear(db: Database, client: FeaturesClient, year: number): Promise<Prepared<readonly Shape[]>> {
  const on = day(`${year}-01-01`)
  const municipalities = await owning(db, async (tx) => {
    const { code } = await regionName(tx)
    const { items } = await listAreas(tx, { validOn: on, kind: 'gemeente', within: code })
    return items.map((area) => area.code).sort()
  })
  if (municipalities.length === 0) return { because: `De regio had op ${on} geen gemeenten.` }
  const jaarcode = String(year)
  const whole = {
    name: 'gemeenten',
    async ask(): Promise<readonly Shape[] | Unusable> {
      const drawn = await client.items(collectionOf('gemeente'), { jaarcode, limit: pageSize })
      if (drawn.length === 0) return { because: `De bron heeft geen indeling van ${year}.` }
      const shapes = shapesWithin(drawn, 'gemeente', year, new Set(municipalities))
      const missing = municipalitiesWithout(shapes, municipalities)
      return missing.length > 0 ? { because: `Van deze gemeenten ontbreekt de grens: ${missing.join(', ')}.` } : shapes
    },
  }
  const inside = (['wijk', 'buurt'] as const).flatMap((kind) =>
    municipalities.map((municipality) => ({
      name: `${kind} ${municipality}`,
      async ask(done: ReadonlyMap<string, readonly Shape[]>): Promise<readonly Shape[]> {
        const own = done.get(whole.name)?.find(({ code }) => code === municipality)
        const bbox = own && boxOf(own)
        if (!bbox) return []
        const drawn = await client.items(collectionOf(kind), { jaarcode, limit: pageSize, bbox })
        return shapesWithin(drawn, kind, year, new Set([municipality]))
      },
    })),
  )
  return {
    source: sourceOf(year),
    title,
    stand: jaarcode,
    plan: municipalities.join(),
    parts: [whole, ...inside],
    isUnchanged: async () => true,
    store: (tx, parts) => storeYear(tx, year, municipalities, [...parts.values()].flat()),
  }
}

/** Stores what is there of each kind as a publication of its own; all of it, or nothing. */
async function storeYear(
  tx: Owner,
  year: number,
  municipalities: readonly string[],
  shapes: readonly Shape[],
): ReturnType<PartedLoad<readonly Shape[]>['store']> {
  const hashes: string[] = []
  let isNew = false
  for (const [kind, start] of Object.entries(boundaryKinds)) {
    const own = shapes.filter(({ code }) => code.startsWith(start))
    if (own.length === 0) continue
    const missing = municipalitiesWithout(own, municipalities)
    if (missing.length > 0) return { because: `Van deze gemeenten ontbreekt elke ${kind}: ${missing.join(', ')}.` }
    const release = { source: `cbs/gebiedsindelingen/${kind}`, title, validFrom: day(`${year}-01-01`), shapes: own }
    const stored = await storeBoundaries(tx, release)
    if ('refusal' in stored) return { because: refusals[stored.refusal] }
    hashes.push(stored.hash)
    isNew ||= stored.isNew
  }
  return { isNew, hash: createHash('sha256').update(hashes.join()).digest('hex'), differences: 0 }
}
