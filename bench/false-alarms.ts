import { readFileSync } from 'node:fs'
import { judgedInR, versionInR } from './farrington-in-r'
import { errorRates, errorRatesOn } from './series'

// Promise 6: how often each rule calls a rise where nothing changed, and where something did. See bench/series.ts.
const allowed = 0.5

const version = versionInR()
const inR =
  version === null
    ? []
    : [
        {
          name: `Farrington in R ${version}`,
          calls: (series: readonly number[][]) => judgedInR(series).answers.map(({ alarm }) => alarm),
        },
      ]
// A file with a header and `month,count` lines, oldest first, of a whole country: then the rules are tried on real months too.
const [file] = process.argv.slice(2)
const real = file
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => Number(line.split(',')[1]))
  : null
const table = [...errorRates(inR), ...(real ? errorRatesOn(real, inR) : [])]

const width = Math.max(...table.flatMap(({ rules }) => rules.map(({ name }) => name.length)))
for (const { situation, rules } of table) {
  console.log(`\n${situation}`)
  for (const { name, rates } of rules) {
    console.log(`  ${name.padEnd(width)}  ${rates.map((rate) => `${rate.toFixed(1)} %`.padStart(7)).join('')}`)
  }
}

// The mean over the seeds, ours against R's, in points: more false alarms, or less found.
const worse = table.map(({ situation, rules }) => {
  const mean = (name: string) => {
    const rates = rules.find((rule) => rule.name.startsWith(name))?.rates ?? []
    return rates.reduce((sum, rate) => sum + rate, 0) / rates.length
  }
  const difference = mean('Farrington, month') - mean('Farrington in R')
  return /unchanged|nothing/.test(situation) ? difference : -difference
})
if (version === null) console.log('\nR with the package surveillance is not here: nothing to hold it against')
const most = Math.max(...worse)
const isWithin = version !== null && most <= allowed
console.log(`\nworse than R by at most ${most.toFixed(2)} points (at most ${allowed}): ${isWithin ? 'kept' : 'MISSED'}`)
process.exitCode = isWithin ? 0 : 1
