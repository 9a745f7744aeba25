import { capital, count, number, period as periodWords } from '../../platform/ui/wording'
import type { Verdict } from '../crime'
import { verdictWords } from '../pictures'
import type { Difference } from './difference'
import { figuresOf, type Report, type TypeLine } from './report'

/** The same period a year before, in words. */
export const earlier = ({ period }: Report) =>
  periodWords(period.text.replace(/^\d{4}/, (year) => String(Number(year) - 1)))
export const inPeriod = (words: string) => (/^\d/.test(words) ? `in ${words}` : `in de ${words}`)

/** A count as it is printed: with a star when it may still change. */
export function shown(value: number | null, isProvisional: boolean): string {
  return value === null ? 'onbekend' : `${number(value)}${isProvisional ? '*' : ''}`
}

export const isStill = (report: Report) => report.provisionalFrom !== null

/** The first sentences: how many there were, how many a year before, and what that says. */
export function headline(report: Report): string {
  const { total, area, period } = report
  const when = capital(inPeriod(periodWords(period.text)))
  if (total.now.value === null)
    return `${when} registreerde de politie misdrijven in ${area.name}. Hoeveel, is niet te zeggen: van een maand ontbreekt het aantal.`
  const now = `${when} registreerde de politie ${count(total.now.value, 'misdrijf', 'misdrijven')} in ${area.name}.`
  const then =
    total.before.value === null
      ? `Hoeveel het er ${inPeriod(earlier(report))} waren, is niet bekend.`
      : `${capital(inPeriod(earlier(report)))} waren het er ${number(total.before.value)}.`
  return `${now} ${then} ${verdict(total)}`.trim()
}

/** What is said of a change, in a sentence. */
function verdict(line: TypeLine): string {
  switch (line.verdict) {
    case 'more':
      return 'Dat is aantoonbaar meer.'
    case 'less':
      return 'Dat is aantoonbaar minder.'
    case 'none':
      return 'Dat is geen aantoonbare verandering.'
    case 'few':
      return 'Dat zijn te weinig voorvallen om iets over een verandering te zeggen.'
    case 'unknown':
      return ''
  }
}

// The counts beside the words.
const change = (report: Report, { now, before }: TypeLine) =>
  `${shown(now.value, isStill(report))}, een jaar eerder ${shown(before.value, false)}`

/** What is said of one type. */
const told = (report: Report, line: TypeLine) =>
  `${line.name}: ${verdictWords[line.verdict]} (${change(report, line)}).`

/** What changed, in words: the types of which that can be shown, and what can be said of the others. */
export function changes(report: Report): string[] {
  const lines = report.groups.flatMap(({ lines: own }) => own)
  const of = (...verdicts: Verdict[]) => lines.filter((line) => verdicts.includes(line.verdict))
  const [changed, same, few, unknown] = [of('more', 'less'), of('none'), of('few'), of('unknown')]
  return [
    ...(changed.length === 0
      ? ['Bij geen enkele soort is aan te tonen dat er iets veranderde.']
      : changed.map((line) => told(report, line))),
    ...(same.length > 0 ? [`Bij ${count(same.length, 'soort', 'soorten')} is er geen aantoonbare verandering.`] : []),
    ...(few.length > 0
      ? [`Bij ${count(few.length, 'soort', 'soorten')} zijn er te weinig voorvallen om iets over te zeggen.`]
      : []),
    ...(unknown.length > 0
      ? [`Bij ${count(unknown.length, 'soort', 'soorten')} ontbreekt een aantal. Daar zeggen we niets over.`]
      : []),
  ]
}

/**
 * The sentences of a published report that would be other ones if it were made again now, and how many of its figures are
 * another number. A sentence is another one when what it says of the change is; another number alone is a smaller thing.
 */
export function differencesOf(published: Report, now: Report): { sentences: Difference[]; figures: number } {
  const [then, later] = [published, now].map(
    ({ groups }) => new Map(groups.flatMap(({ lines }) => lines).map((line) => [line.type, line])),
  ) as [Map<string, TypeLine>, Map<string, TypeLine>]
  const said = (report: Report, line: TypeLine | undefined, name: string) =>
    line ? told(report, line) : `${name}: in beide perioden niet geregistreerd.`
  const types = [...new Set([...then.keys(), ...later.keys()])].flatMap((type) => {
    const [before, after] = [then.get(type), later.get(type)]
    const name = (before ?? after)?.name ?? type
    return before?.verdict === after?.verdict
      ? []
      : [{ about: name, published: said(published, before, name), now: said(now, after, name) }]
  })
  const all =
    published.total.verdict === now.total.verdict
      ? []
      : [{ about: published.total.name, published: headline(published), now: headline(now) }]
  const key = ({ type, from, until }: { type: string; from: string; until: string }) => `${type} ${from} ${until}`
  const values = new Map(figuresOf(now).map(({ figure: { question, value } }) => [key(question), value]))
  const figures = figuresOf(published).filter(({ figure: { question, value } }) => {
    const again = values.get(key(question))
    // What is not in it any more happened in neither period.
    return (again === undefined ? 0 : again) !== value
  })
  return { sentences: [...all, ...types], figures: figures.length }
}
