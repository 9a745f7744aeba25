import { canonicalJson, type Json } from '../../kernel/canonical'
import { dayInAmsterdam } from '../../kernel/day'
import { type Database, owning } from '../../platform/db/database'
import type { Log } from '../../platform/log/log'
import { regionName } from '../../platform/pack/region.store'
import { type Rounds, rounds } from '../../platform/rounds/rounds'
import { findRelease, releaseKnownOn } from '../crime'
import { parseReportPeriod } from './report'
import { makeReport, reportedAreas } from './report.verbs'
import { beginRun, endRun, keepDraft, leaveOut, nextArea, takeRun } from './run.store'

/**
 * Does what of the runs is not done, a draft at a time: each is kept at once, so that a program that was killed goes on where
 * it was. Ends when there is nothing more, or when `isOver` says so.
 */
export async function makeDueReports(db: Database, isOver: () => boolean): Promise<void> {
  while (!isOver()) if (!(await oneStep(db))) return
}

/** Begins a run, makes one draft, or ends a run. False when there was nothing to do. */
function oneStep(db: Database): Promise<boolean> {
  return owning(db, async (tx) => {
    const run = await takeRun(tx)
    if (!run) return false
    const today = dayInAmsterdam(db.clock())
    const { code: region } = await regionName(tx)
    const period = parseReportPeriod(run.period)
    const release = await (run.release === null ? releaseKnownOn(tx, today) : findRelease(tx, run.release))
    if (!release || !period) {
      await endRun(tx, run.id, 'De cijfers zijn er niet meer.')
      return true
    }
    const asked = { release, divisionOn: today }
    if (run.release === null) {
      const areas = await reportedAreas(tx, region, asked)
      await beginRun(
        tx,
        run.id,
        release.id,
        areas.map(({ code }) => code),
      )
      return true
    }
    const area = await nextArea(tx, run.id)
    if (area === null) {
      await endRun(tx, run.id, null)
      return true
    }
    const report = await makeReport(tx, { ...asked, area, period })
    if (report)
      await keepDraft(tx, run.id, report, { model: canonicalJson(report as unknown as Json), release: release.id })
    else await leaveOut(tx, run.id, area)
    return true
  })
}

/** Makes what was asked, again and again, until stopped; the draft that is being made then is finished. */
export const startReportMaker = (db: Database, log: Log, pauseMs = 2000): Rounds =>
  rounds('report maker', log, { pauseMs }, (signal) => makeDueReports(db, () => signal.aborted))
