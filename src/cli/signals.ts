import { text } from 'node:stream/consumers'
import { judgedYear } from '../domains/crime'

// Reads series, writes bounds. It knows no settings and opens no database, so that anybody can hold it against R.

const usage = `Gebruik: npm run -s signals < reeksen.json

De invoer is een lijst van reeksen, elk met aantallen per maand, de nieuwste als laatste:
  [{"observed":[3,0,5,2]}, {"observed":[…]}]
Een aantal is een geheel getal van 0 tot en met een miljard, of null als het onbekend is.`

/** Beyond this a bound takes seconds, and nothing happens so often. */
const mostInAMonth = 1e9

class InputFault extends Error {}

/** The series of the input. Throws an InputFault that says, in Dutch, which series and which number. */
function seriesIn(input: string): (number | null)[][] {
  let found: unknown
  try {
    found = JSON.parse(input.replace(/^\uFEFF/, ''))
  } catch {
    throw new InputFault('De invoer is geen JSON.')
  }
  if (!Array.isArray(found)) throw new InputFault('De invoer is geen lijst van reeksen.')
  return found.map((one: unknown, at) => {
    const observed = one && typeof one === 'object' && 'observed' in one ? one.observed : null
    if (!Array.isArray(observed)) throw new InputFault(`Reeks ${at + 1} heeft geen lijst "observed".`)
    return observed.map((count: unknown, place) => {
      if (count === null) return null
      if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= mostInAMonth) return count
      throw new InputFault(
        `Reeks ${at + 1}, getal ${place + 1} (${JSON.stringify(count)}) is geen geheel getal van 0 tot en met een miljard.`,
      )
    })
  })
}

try {
  if (process.stdin.isTTY) throw new InputFault('Er is geen invoer.')
  const answers = seriesIn(await text(process.stdin)).map((observed) => {
    const months = judgedYear(observed)
    return { upperbound: months.map(({ upperbound }) => upperbound), alarm: months.map(({ alarm }) => alarm) }
  })
  process.stdout.write(`${JSON.stringify(answers)}\n`)
} catch (fault) {
  if (!(fault instanceof InputFault)) throw fault
  process.stderr.write(`${fault.message}\n\n${usage}\n`)
  process.exitCode = 1
}
