import { dayInAmsterdam } from '../../kernel/day'
import { type Month, parseMonth } from '../../kernel/month'
import { type Database, owning } from '../../platform/db/database'
import type { Log } from '../../platform/log/log'
import { type ODataClient, openOData } from '../../platform/odata/client'
import { ODataFault } from '../../platform/odata/fault'
import { outcomeText, troubleTexts } from './load'
import { momentOf, noteLook } from './load.store'
import { loadTable } from './load.verbs'
import { addOrder, closeOrder, looksOfToday, newestKnown, nextOrder } from './release.store'
import { type SourceTable, sourceTable, sourceTables } from './source-table'

/** Around this day of the month the police publish the month before. */
const publicationDay = 15

/** Orders what the source has new, once a day from the day of publication. Gives the tables that were looked at. */
export async function lookForNewFigures(db: Database, client: ODataClient): Promise<string[]> {
  if (Number(dayInAmsterdam(db.clock()).slice(8)) < publicationDay) return []
  const looks = await owning(db, looksOfToday)
  const due = sourceTables.filter(({ id }) => !looks.some(({ table, isLookedAt }) => table === id && isLookedAt))
  for (const table of due) await look(db, client, table)
  return due.map(({ id }) => id)
}

async function look(db: Database, client: ODataClient, { id, cadence }: SourceTable): Promise<void> {
  try {
    const { modified } = await client.info(id)
    await owning(db, async (tx) => {
      const modifiedAt = await momentOf(tx, modified)
      await noteLook(tx, id, modifiedAt, null)
      const known = await newestKnown(tx, id)
      if (known && new Date(known.modifiedAt).toISOString() >= modifiedAt) return
      // Whoever began with a later month than the source does wants it that way.
      const from = known && cadence === 'maand' ? parseMonth(known.firstPeriod) : null
      await addOrder(tx, id, from)
    })
  } catch (fault) {
    if (!(fault instanceof ODataFault)) throw fault
    await owning(db, (tx) => noteLook(tx, id, null, troubleTexts[fault.trouble]))
  }
}

/** Does the oldest order, when there is one and no other program is at it. Gives the table. */
export async function doNextOrder(
  db: Database,
  client: ODataClient,
  log: Log,
  isOver: () => boolean,
): Promise<string | null> {
  const order = await owning(db, nextOrder)
  const table = order && sourceTable(order.table)
  if (!order || !table) return null
  const outcome = await loadTable(db, client, table, { from: (order.from as Month | null) ?? undefined }, { isOver })
  log.info('figures load', { table: table.id, outcome: outcome.outcome })
  // An order that was cut off by the end of the program is done after the next start.
  if (outcome.outcome === 'busy' || outcome.outcome === 'stopped') return null
  await owning(db, (tx) => closeOrder(tx, order.id, outcomeText(outcome)))
  return table.id
}

export type FigureLoader = { stop(): Promise<void> }

/** Does orders as they come, and when `looks` also looks for new figures, until stopped; a load goes on after the next start. */
export function startFigureLoader(
  db: Database,
  source: { readonly url: string; readonly paceMs: number; readonly looks: boolean },
  log: Log,
  pauseMs = 3_000,
): FigureLoader {
  const stopping = new AbortController()
  const client = openOData(source.url, { paceMs: source.paceMs }, stopping.signal)
  const isOver = () => stopping.signal.aborted
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const round = () => {
    running = (source.looks ? lookForNewFigures(db, client) : Promise.resolve())
      .then(() => doNextOrder(db, client, log, isOver))
      .catch((fault) => isOver() || log.error('figures load', fault))
      .finally(() => {
        if (!isOver()) timer = setTimeout(round, pauseMs)
      })
  }
  round()
  return {
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
