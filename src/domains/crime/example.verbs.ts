import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { dayInAmsterdam } from '../../kernel/day'
import { addMonths, type Month } from '../../kernel/month'
import { type Database, owning } from '../../platform/db/database'
import { regionName } from '../../platform/pack/region.store'
import { exampleAreas, exampleCounts } from './example'
import {
  addToExample,
  beginExample,
  exampleMunicipalities,
  exampleTypes,
  finishExample,
  isBeingMade,
  needsNoExample,
  removeExample,
} from './example.store'

/**
 * Makes example figures up to the month before today, unless there are real ones. Municipality by municipality, so that
 * requests go on meanwhile; what was half made is made again. Ends early when `isOver` says so.
 */
export async function makeExampleFigures(db: Database, isOver: () => boolean): Promise<void> {
  const lastMonth = addMonths(dayInAmsterdam(db.clock()).slice(0, 7) as Month, -1)
  const begun = await owning(db, async (tx) => {
    if (await needsNoExample(tx, lastMonth)) return null
    // The embedded database has one process: what is half made there was left by one that is gone.
    if (db.kind === 'postgresql' && (await isBeingMade(tx))) return null
    await removeExample(tx)
    const types = await exampleTypes(tx)
    const { code: region } = await regionName(tx)
    const municipalities = await exampleMunicipalities(tx, region)
    if (municipalities.length === 0) return null
    return { types, municipalities, release: await beginExample(tx, types, lastMonth) }
  })
  if (!begun) return
  const hash = createHash('sha256')
  let seq = 0
  for (const municipality of begun.municipalities) {
    if (isOver()) return
    const areas = exampleAreas(municipality).map((area) => ({ ...area, seq: ++seq }))
    const counts = exampleCounts(municipality, begun.types, lastMonth)
    hash.update(JSON.stringify(counts))
    await owning(db, (tx) => addToExample(tx, begun.release, areas, counts))
    await turn()
  }
  await owning(db, (tx) => finishExample(tx, begun.release, hash.digest('hex')))
}
