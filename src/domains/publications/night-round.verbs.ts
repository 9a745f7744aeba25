import { canonicalJson, type Json } from '../../kernel/canonical'
import { dayInAmsterdam } from '../../kernel/day'
import { type Database, type Owner, overseeing, owning } from '../../platform/db/database'
import type { Log } from '../../platform/log/log'
import type { Seal } from '../../platform/proof/seal'
import { type Rounds, rounds } from '../../platform/rounds/rounds'
import { releaseKnownOn } from '../crime'
import { type Difference, isAlarm } from './difference'
import { noteDifferences, noteRecomputation, reportsToCompare, reportsToRecompute } from './difference.store'
import { boundFigures, entryOf } from './entry'
import { findEntry } from './entry.store'
import { hashOfJson, sealNewest } from './entry.verbs'
import { figuresOf, type Report } from './report'
import { findReport, hashesOfFiles } from './report.store'
import { makeReport, recompute } from './report.verbs'

/** Lays a report as it would be now beside what was published: the page layer knows the words. */
export type Compare = (published: Report, now: Report) => { sentences: readonly Difference[]; figures: number }

/**
 * Signs what of the log was not signed, asks every published figure again that was not asked today, and lays the newest
 * figures beside what was published. One report at a time; ends when `isOver` says so.
 */
export async function watchPublications(
  db: Database,
  { seal, compare, log }: { readonly seal: Seal | null; readonly compare: Compare; readonly log: Log },
  isOver: () => boolean,
): Promise<void> {
  if (seal) {
    const sealed = await sealNewest((work) => overseeing(db, work), seal, db.clock())
    if ('brokenAt' in sealed)
      log.error('ledger of publications', new Error('an entry is not what was signed'), { entry: sealed.brokenAt })
  }
  const today = dayInAmsterdam(db.clock())
  for (const code of await overseeing(db, (tx) => reportsToRecompute(tx, today))) {
    if (isOver()) return
    const found = await owning(db, (tx) => recomputeReport(tx, code))
    if (found && isAlarm(found))
      log.error('published figures', new Error('recomputed otherwise'), { report: code, different: found.different })
  }
  const release = await overseeing(db, (tx) => releaseKnownOn(tx, today))
  if (!release) return
  for (const code of await overseeing(db, (tx) => reportsToCompare(tx, release))) {
    if (isOver()) return
    await owning(db, async (tx) => {
      const stored = await findReport(tx, code)
      if (!stored) return
      const { area, period, total } = stored.report
      const asked = { release, divisionOn: total.now.question.divisionOn, area: area.code, period }
      const now = await makeReport(tx, asked)
      // An area or a month that the newest figures do not have says nothing of what was published.
      if (now) await noteDifferences(tx, code, release, compare(stored.report, now))
    })
  }
}

async function recomputeReport(tx: Owner, code: string) {
  const stored = await findReport(tx, code)
  if (!stored) return null
  const figures = figuresOf(stored.report).map(({ figure }) => figure)
  const outcomes = await recompute(tx, figures)
  const of = (is: 'equal' | 'different' | 'gone') => outcomes.filter((one) => one.is === is).length
  const row = await findEntry(tx, code)
  const entry = row && entryOf(row)
  // What is kept must be what was entered: the figures with their questions, and the bytes of each file.
  const isKept =
    hashOfJson(boundFigures(figures)) === entry?.getallen &&
    canonicalJson(await hashesOfFiles(tx, code)) === canonicalJson(entry.bestanden as Json)
  const found = {
    equal: of('equal'),
    different: of('different'),
    gone: of('gone'),
    // Example figures go with the first real ones, and their reports are not public any more.
    isSame: isKept && of('different') === 0 && (of('gone') === 0 || stored.report.isExample),
  }
  await noteRecomputation(tx, code, found)
  return { at: '', ...found }
}

/** Watches every quarter of an hour, so that each figure is asked once a day, soon after midnight; until stopped. */
export const startPublicationWatch = (
  db: Database,
  means: { readonly seal: Seal | null; readonly compare: Compare; readonly log: Log },
  pauseMs = 900_000,
): Rounds =>
  rounds('watch of publications', means.log, { pauseMs, firstAfterMs: Math.min(pauseMs, 20_000) }, (signal) =>
    watchPublications(db, means, () => signal.aborted),
  )
