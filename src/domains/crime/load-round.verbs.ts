import { dayInAmsterdam } from '../../kernel/day'
import { type Month, parseMonth } from '../../kernel/month'
import { type Database, owning } from '../../platform/db/database'
import { type Loader, loadersFor, outcomeText, troubleTexts } from '../../platform/load/loader'
import { momentOf } from '../../platform/load/moment'
import type { Log } from '../../platform/log/log'
import type { ODataClient } from '../../platform/odata/client'
import { ODataFault } from '../../platform/odata/fault'
import { type Rounds, rounds } from '../../platform/rounds/rounds'
import { noteLook } from './load.store'
import { loadTable } from './load.verbs'
import { addOrder, closeOrder, looksOfToday, newestKnown, nextOrder } from './release.store'
import { sourceTables } from './source-table'

/** Around this day of the month the police publish the month before. */
const publicationDay = 15

/** What is loaded from the police. `source` is the address the client asks. */
export function policeLoaders(db: Database, client: ODataClient, source: string): readonly Loader[] {
  return sourceTables.map((table) => ({
    id: table.id,
    group: 'politie',
    holds: table.holds,
    source,
    async look() {
      const { modified } = await client.info(table.id)
      return owning(db, async (tx) => {
        const modifiedAt = await momentOf(tx, modified)
        const known = await newestKnown(tx, table.id)
        if (known && new Date(known.modifiedAt).toISOString() >= modifiedAt) return { modifiedAt, wanted: null }
        // Whoever began with a later month than the source does wants it that way.
        const from = known && table.cadence === 'maand' ? parseMonth(known.firstPeriod) : null
        return { modifiedAt, wanted: { from } }
      })
    },
    load: (wish, watch) => loadTable(db, client, table, wish, watch),
  }))
}

/** Orders what the sources have new, once a day from the day of publication. Gives the names of what was looked at. */
export async function lookForNewFigures(db: Database, loaders: readonly Loader[]): Promise<string[]> {
  if (Number(dayInAmsterdam(db.clock()).slice(8)) < publicationDay) return []
  const looks = await owning(db, looksOfToday)
  const due = loaders.filter(({ id }) => !looks.some(({ table, isLookedAt }) => table === id && isLookedAt))
  for (const loader of due) await look(db, loader)
  return due.map(({ id }) => id)
}

async function look(db: Database, loader: Loader): Promise<void> {
  const { id } = loader
  try {
    const { modifiedAt, wanted } = await loader.look()
    await owning(db, async (tx) => {
      await noteLook(tx, id, modifiedAt, null)
      if (wanted) await addOrder(tx, id, wanted.from)
    })
  } catch (fault) {
    if (!(fault instanceof ODataFault)) throw fault
    await owning(db, (tx) => noteLook(tx, id, null, troubleTexts[fault.trouble]))
  }
}

/** Does the oldest order, when there is one and no other program is at it. Gives what it asked for. */
export async function doNextOrder(
  db: Database,
  loaders: readonly Loader[],
  log: Log,
  isOver: () => boolean,
): Promise<string | null> {
  const order = await owning(db, nextOrder)
  if (!order) return null
  const wanted = loadersFor(order.table, loaders)
  const told = new Map<string, string[]>()
  for (const loader of wanted) {
    const outcome = await loader.load({ from: (order.from as Month | null) ?? undefined }, { isOver })
    log.info('figures load', { table: loader.id, outcome: outcome.outcome })
    // An order that was cut off by the end of the program is done after the next start.
    if (outcome.outcome === 'busy' || outcome.outcome === 'stopped') return null
    told.set(outcomeText(outcome), [...(told.get(outcomeText(outcome)) ?? []), loader.id])
  }
  // What several loaders of a group say alike is said once.
  const texts = [...told].map(([text, ids]) => (wanted.length === 1 ? text : `${ids.join(', ')}: ${text}`))
  const outcome = texts.join(' ') || 'Dit kent het programma niet.'
  await owning(db, (tx) => closeOrder(tx, order.id, outcome))
  return order.table
}

/**
 * Does orders as they come, and when it `looks` also looks for new figures, until stopped; a load goes on after the next start.
 * The loaders are made with the signal that stops what they are asking.
 */
export function startFigureLoader(
  db: Database,
  loadersUntil: (signal: AbortSignal) => readonly Loader[],
  looks: boolean,
  log: Log,
  pauseMs = 3_000,
): Rounds {
  let loaders: readonly Loader[] | null = null
  return rounds('figures load', log, { pauseMs }, async (signal) => {
    loaders ??= loadersUntil(signal)
    if (looks) await lookForNewFigures(db, loaders)
    await doNextOrder(db, loaders, log, () => signal.aborted)
  })
}
