import { judgedMonth } from '../src/domains/crime'
import { judgedInR, versionInR } from './farrington-in-r'
import { compare, summary } from './harness'
import { chanceFrom, situations, trialSeries } from './series'

// Promise 5: the attenderingen of a month, 38 municipalities × 59 types, against R's surveillance. Equal answers first.
const municipalities = 38
const types = 59
const atMost = 1 / 20

const chance = chanceFrom(5)
const series = Array.from({ length: municipalities * types }, (_, at) => {
  const situation = situations[at % situations.length]
  if (!situation) throw new Error('there are no situations')
  return trialSeries(chance, situation)
})
const judged = () => series.map((counts) => judgedMonth(counts, counts.length - 1))

const ours = {
  name: 'ours',
  async round() {
    const before = process.cpuUsage()
    const since = performance.now()
    judged()
    const seconds = (performance.now() - since) / 1000
    const { user, system } = process.cpuUsage(before)
    return { seconds, cpu: (user + system) / 1e6 }
  },
}

const version = versionInR()
if (version === null) {
  console.log(summary('ours', [await ours.round()]))
  console.log('R with the package surveillance is not here: nothing to measure against')
  process.exitCode = 1
} else {
  const { answers } = judgedInR(series)
  const different = judged().filter(({ upperbound, alarm }, at) => {
    const theirs = answers[at]
    if (!theirs || alarm !== theirs.alarm) return true
    if (upperbound === null || theirs.upperbound === null) return upperbound !== theirs.upperbound
    return Math.abs(upperbound - theirs.upperbound) > 1e-6 * theirs.upperbound
  }).length
  const alarms = answers.filter(({ alarm }) => alarm).length
  console.log(
    `${series.length} series, ${alarms} alarms in R (surveillance ${version}), ${different} answers that differ`,
  )
  const theirs = { name: 'R', round: async () => judgedInR(series).round }
  const { verdict, isWithin } = await compare(ours, theirs, { atMost })
  process.exitCode = isWithin && different === 0 ? 0 : 1
  console.log(verdict)
}
