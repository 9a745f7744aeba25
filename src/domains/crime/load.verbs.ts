import { createHash } from 'node:crypto'
import { day } from '../../kernel/day'
import { alone } from '../../platform/db/alone'
import { type Database, owning } from '../../platform/db/database'
import { type LoadOutcome, type LoadWish, troubleTexts, type Unusable, type Watch } from '../../platform/load/loader'
import { momentOf } from '../../platform/load/moment'
import type { DataRow, ODataClient, TableInfo } from '../../platform/odata/client'
import { ODataFault } from '../../platform/odata/fault'
import { regionName } from '../../platform/pack/region.store'
import { type LoadedRelease, type LoadPlan, mayTakeOver } from './load'
import {
  addDifferences,
  addParts,
  areasOfRelease,
  beginRelease,
  finishRelease,
  interruptRelease,
  isStillLoading,
  newestRelease,
  noteLook,
  openRelease,
  partsDone,
  refuseRelease,
  regionAtSource,
  removeRelease,
  resumeRelease,
  type StoredPart,
  sealOf,
  takeOverParts,
} from './load.store'
import { differencesIn, readPart, refusalOfPart, textOfPart } from './part'
import { type AreaGroup, areasOf, filterOf, groupsOf, municipalitiesToAsk } from './source-area'
import {
  type Columns,
  columnsOf,
  firstAskedOf,
  periodColumn,
  periodsOf,
  type SourcePeriod,
  type SourceTable,
  typeColumn,
} from './source-table'

type Job = {
  readonly release: number
  readonly plan: LoadPlan
  readonly columns: Columns
  readonly newest: LoadedRelease | null
  readonly done: ReadonlySet<string>
}

const fingerprint = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * Loads a table of the source as a release of its own; nothing that was there changes. One that was broken off goes on after
 * its last part. One that does not add up beyond the tolerance is refused whole.
 */
export async function loadTable(
  db: Database,
  client: ODataClient,
  table: SourceTable,
  wish: LoadWish = {},
  watch: Watch = {},
): Promise<LoadOutcome> {
  return (await alone(db, `load ${table.id}`, () => load(db, client, table, wish, watch))) ?? { outcome: 'busy' }
}

async function load(
  db: Database,
  client: ODataClient,
  table: SourceTable,
  wish: LoadWish,
  watch: Watch,
): Promise<LoadOutcome> {
  let modifiedAt: string | null = null
  let release: number | null = null
  try {
    const info = await client.info(table.id)
    modifiedAt = await owning(db, (tx) => momentOf(tx, info.modified))
    const newest = await owning(db, (tx) => newestRelease(tx, table.id))
    await owning(db, (tx) => noteLook(tx, table.id, modifiedAt, null))
    if (newest?.modifiedAt === modifiedAt && !wish.again) return { outcome: 'unchanged', modifiedAt }
    if (newest && modifiedAt < newest.modifiedAt)
      return await unusable(db, table, modifiedAt, 'De bron geeft een oudere stand dan de laatste levering.')
    const columns = columnsOf(table, await client.properties(table.id))
    if ('because' in columns) return await unusable(db, table, modifiedAt, columns.because)
    const plan = await planOf(db, client, table, wish, newest)
    if ('because' in plan) return await unusable(db, table, modifiedAt, plan.because)
    const job = await begin(db, table, { info, modifiedAt }, plan, newest, columns)
    release = job.release
    const refused = await loadParts(db, client, table, job, watch)
    if (refused) return refused
    return await finish(db, client, table, info, modifiedAt, job)
  } catch (fault) {
    if (release !== null) {
      const id = release
      await owning(db, (tx) => interruptRelease(tx, id))
    }
    if (!(fault instanceof ODataFault)) throw fault
    if (fault.trouble === 'stopped') return { outcome: 'stopped' }
    const because = troubleTexts[fault.trouble]
    await owning(db, (tx) => noteLook(tx, table.id, modifiedAt, because))
    return { outcome: 'interrupted', because }
  }
}

async function unusable(db: Database, table: SourceTable, modifiedAt: string, because: string): Promise<LoadOutcome> {
  await owning(db, (tx) => noteLook(tx, table.id, modifiedAt, because))
  return { outcome: 'unusable', because }
}

/** Reads the lists of the source and works out what to ask, or says why that cannot be done. */
async function planOf(
  db: Database,
  client: ODataClient,
  table: SourceTable,
  { from }: LoadWish,
  newest: LoadedRelease | null,
): Promise<LoadPlan | Unusable> {
  const types = (await client.list(table.id, typeColumn)).map(({ key }) => ({ code: key.trim(), key }))
  const published = periodsOf(
    table,
    (await client.list(table.id, periodColumn)).map(({ key }) => key),
  )
  const entries = await client.list(table.id, table.geo)
  const last = published.at(-1)
  if (types.length === 0 || !last) return { because: 'De bron heeft geen misdrijfsoorten of geen perioden.' }
  const asked = from ? firstAskedOf(table, from) : null
  const periods = published.filter(({ period }) => asked === null || period >= asked)
  const [first] = periods
  if (!first) return { because: `De bron heeft niets vanaf ${asked}. De laatste periode is ${last.period}.` }

  const on = day(last.period.length === 4 ? `${last.period}-12-01` : `${last.period}-01`)
  const { region, around } = await owning(db, async (tx) => {
    const region = await regionName(tx)
    return { region, around: await regionAtSource(tx, region.code, on) }
  })
  const inSource = new Set(entries.map(({ key }) => key.trim()))
  const { codes, missing } = municipalitiesToAsk(around.municipalities, around.successions, inSource)
  if (codes.length === 0 || missing.length > 0)
    return { because: `Deze gemeenten staan niet in de lijst van de bron: ${missing.join(', ') || 'geen enkele wel'}.` }
  const areas = areasOf(entries, codes, table.geo === 'RegioS' ? around.wholes : [])
  const plan = { types, areas, groups: groupsOf(table, areas, region.code), periods, lastPeriod: last.period }

  if (asked === null || newest === null || first.period <= newest.firstPeriod)
    return { ...plan, firstPeriod: first.period, askedFrom: null }
  const before = { types: newest.types, areas: await owning(db, (tx) => areasOfRelease(tx, newest.id)) }
  if (!mayTakeOver(before, { types: types.map(({ code }) => code), areas: areas.map(({ code }) => code) }))
    return {
      because: 'De indeling of de lijst met soorten is veranderd sinds de laatste levering. Laad alle perioden.',
    }
  const isNew = published.filter(({ period }) => period > newest.lastPeriod)
  if (first.period > newest.lastPeriod && periods.length < isNew.length)
    return { because: `Er zou een gat vallen na ${newest.lastPeriod}. Kies een eerdere maand.` }
  return { ...plan, firstPeriod: newest.firstPeriod, askedFrom: first.period }
}

/** Begins a release, or goes on with the one of the same state of the source and the same plan. */
async function begin(
  db: Database,
  table: SourceTable,
  source: { readonly info: TableInfo; readonly modifiedAt: string },
  plan: LoadPlan,
  newest: LoadedRelease | null,
  columns: Columns,
): Promise<Job> {
  return owning(db, async (tx) => {
    const open = await openRelease(tx, table.id, source.modifiedAt)
    if (open) {
      const isSame =
        open.firstPeriod === plan.firstPeriod &&
        open.lastPeriod === plan.lastPeriod &&
        open.askedFrom === plan.askedFrom &&
        mayTakeOver(
          { types: open.types, areas: await areasOfRelease(tx, open.id) },
          { types: plan.types.map(({ code }) => code), areas: plan.areas.map(({ code }) => code) },
        )
      if (isSame) {
        await resumeRelease(tx, open.id)
        return { release: open.id, plan, columns, newest, done: await partsDone(tx, open.id) }
      }
      await removeRelease(tx, open.id)
    }
    const { title } = source.info
    const release = await beginRelease(tx, table, { title, modifiedAt: source.modifiedAt }, plan)
    if (plan.askedFrom && newest) await takeOverParts(tx, release, newest.id, plan.askedFrom)
    return { release, plan, columns, newest, done: await partsDone(tx, release) }
  })
}

type Asked = { readonly group: AreaGroup; readonly period: SourcePeriod }

/** Asks, checks and stores part after part. Gives an outcome when it ends before the last. */
async function loadParts(
  db: Database,
  client: ODataClient,
  table: SourceTable,
  { release, plan, columns, newest, done }: Job,
  watch: Watch,
): Promise<LoadOutcome | null> {
  const all = plan.periods.flatMap((period) => plan.groups.map((group): Asked => ({ group, period })))
  const waiting = all.filter(({ group, period }) => !done.has(`${group.code} ${period.period}`))
  const ask = ({ group, period }: Asked) =>
    client.rows(
      table.id,
      { filter: filterOf(table, group, period), select: [typeColumn, columns.geo, periodColumn, columns.measure] },
      plan.types.length * group.areas.length,
    )
  let count = all.length - waiting.length
  // The next part is on its way while this one is stored.
  let next = waiting[0] ? quietly(ask(waiting[0])) : null
  try {
    for (const [at, asked] of waiting.entries()) {
      if (watch.isOver?.()) {
        await owning(db, (tx) => interruptRelease(tx, release))
        return { outcome: 'stopped' }
      }
      const rows = await (next as Promise<DataRow[]>)
      const following = waiting[at + 1]
      next = following ? quietly(ask(following)) : null
      const ended = await keep(db, release, newest !== null, checked(rows, asked, plan, columns), asked)
      if (ended) return ended
      watch.told?.({
        table: table.id,
        done: ++count,
        total: all.length,
        at: `${asked.group.code} ${asked.period.period}`,
      })
    }
    return null
  } finally {
    // Nothing is on its way any more when a load has ended.
    await next?.catch(() => {})
  }
}

/** Stores a part, or refuses the release for it. Gives an outcome when the load ends with it. */
async function keep(
  db: Database,
  release: number,
  hasEarlier: boolean,
  part: ReturnType<typeof checked>,
  { period }: Asked,
): Promise<LoadOutcome | null> {
  return owning(db, async (tx) => {
    if (!(await isStillLoading(tx, release))) return { outcome: 'broken-off' }
    if (!('because' in part)) {
      await addParts(tx, release, hasEarlier, [part])
      return null
    }
    await addDifferences(
      tx,
      release,
      part.differences.map((one) => ({ ...one, period: period.period })),
    )
    await refuseRelease(tx, release, part.because)
    return { outcome: 'refused', because: part.because }
  })
}

// A question that fails while nobody waits for it yet is no reason for the program to stop.
function quietly<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {})
  return work
}

function checked(
  rows: readonly DataRow[],
  { group, period }: Asked,
  { types }: LoadPlan,
  columns: Columns,
): StoredPart | (Unusable & Pick<StoredPart, 'differences'>) {
  const counts = readPart(rows, group, types, period, columns)
  if ('because' in counts) return { ...counts, differences: [] }
  const differences = differencesIn(counts, group, types)
  const because = refusalOfPart(counts, group, types, period, differences)
  if (because) return { because, differences }
  return {
    group: group.code,
    period: period.period,
    counts,
    rowCount: rows.length,
    hash: fingerprint(textOfPart(counts)),
    differences,
  }
}

async function finish(
  db: Database,
  client: ODataClient,
  table: SourceTable,
  before: TableInfo,
  modifiedAt: string,
  { release, plan, newest }: Job,
): Promise<LoadOutcome> {
  const after = await client.info(table.id)
  if (after.modified !== before.modified) {
    const because = 'De bron is veranderd terwijl wij laadden: een deel kan oud zijn en een deel nieuw.'
    await owning(db, (tx) => refuseRelease(tx, release, because))
    return { outcome: 'refused', because }
  }
  return owning(db, async (tx) => {
    if (!(await isStillLoading(tx, release))) return { outcome: 'broken-off' }
    const { hashes, differences } = await sealOf(tx, release)
    const areas = plan.areas.map(({ code }) => code).sort()
    const hash = fingerprint(JSON.stringify([plan.types.map(({ code }) => code), areas, hashes]))
    if (newest?.modifiedAt === modifiedAt && newest.contentHash === hash) {
      await removeRelease(tx, release)
      return { outcome: 'same', modifiedAt }
    }
    await finishRelease(tx, release, hash)
    return { outcome: 'whole', release, parts: hashes.length, differences }
  })
}
