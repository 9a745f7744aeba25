import { releaseKnownOn } from '../src/domains/crime'
import { type Figure, figuresOf, makeReport, periodsOf, recompute, reportedAreas } from '../src/domains/publications'
import { canonicalJson, type Json } from '../src/kernel/canonical'
import { dayInAmsterdam } from '../src/kernel/day'
import { anonymous, overseeing, reading } from '../src/platform/db/database'
import { exampleRegion } from './region'

// Promise 4: every figure of the reports of all areas asked again as of its date, each on its own, as a visitor. The question
// and the answer as canonical JSON must be the same text. Absolute, because nobody else does this: see docs/performance.md.
const region = 'MNL'
const barMs = 50
const db = await exampleRegion()
const today = dayInAmsterdam(db.clock())

const texts = await overseeing(db, async (tx) => {
  const release = await releaseKnownOn(tx, today)
  const [period] = release ? periodsOf(release) : []
  if (!release || !period) throw new Error('there are no figures')
  const found: string[] = []
  for (const { code } of await reportedAreas(tx, region, { release, divisionOn: today })) {
    const report = await makeReport(tx, { release, divisionOn: today, area: code, period })
    if (report) found.push(...figuresOf(report).map(({ figure }) => canonicalJson(figure as unknown as Json)))
  }
  return found
})

const cpu = process.cpuUsage()
const taken: number[] = []
let equal = 0
for (const text of texts) {
  const figure = JSON.parse(text) as Figure
  const since = performance.now()
  const [outcome] = await reading(db, anonymous, (tx) => recompute(tx, [figure]))
  const again = outcome?.is === 'different' ? { ...figure, value: outcome.value } : figure
  if (outcome?.is !== 'gone' && canonicalJson(again as unknown as Json) === text) equal += 1
  taken.push(performance.now() - since)
}
const { user, system } = process.cpuUsage(cpu)
taken.sort((a, b) => a - b)
const p95 = taken[Math.floor(taken.length * 0.95)] ?? 0
const middle = taken[Math.floor(taken.length / 2)] ?? 0
const isKept = equal === texts.length && p95 <= barMs
console.log(`processor ${((user + system) / 1000 / taken.length).toFixed(1)} ms a figure`)
console.log(`${equal} of ${texts.length} figures equal`)
console.log(
  `median ${middle.toFixed(1)} ms a figure, p95 ${p95.toFixed(1)} ms (at most ${barMs}): ${isKept ? 'kept' : 'MISSED'}`,
)
await db.close()
process.exit(isKept ? 0 : 1)
