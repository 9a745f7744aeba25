import type { Day } from '../../kernel/day'
import { addMonths } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import {
  allCrimes,
  comparison,
  countedAreas,
  countedWhole,
  countsOf,
  crimeTypes,
  findRelease,
  isProvisional,
  judgeAlone,
  judgeTogether,
  type KnownRelease,
} from '../crime'
import {
  answerOf,
  type CrimeRules,
  compared,
  type Figure,
  firstMonthOf,
  type Question,
  type Recomputed,
  type Report,
  type ReportPeriod,
  reportOf,
} from './report'

const rules: CrimeRules = {
  allCrimes,
  isProvisional,
  judgeAlone: (series, length) => judgeAlone(comparison(series, length)),
  judgeTogether: (list, length) => judgeTogether(list.map((series) => comparison(series, length))),
}

type Asked = { readonly release: KnownRelease; readonly divisionOn: Day }

/** The areas that get a report: the region, its districts and its municipalities. */
export async function reportedAreas(tx: Reader, region: string, { release, divisionOn }: Asked) {
  const areas = await countedAreas(tx, release, { region, on: divisionOn })
  return areas.flatMap((area) => (isReported(area) ? [area] : []))
}

const isReported = <T extends { readonly kind: string }>(
  area: T,
): area is T & { readonly kind: Report['area']['kind'] } => ['regio', 'district', 'gemeente'].includes(area.kind)

/** The report of an area over a period, as a release has it; null when the release has no such area or months. */
export async function makeReport(
  tx: Reader,
  asked: Asked & { readonly area: string; readonly period: ReportPeriod },
): Promise<Report | null> {
  const { release, period, divisionOn } = asked
  const area = await countedWhole(tx, release, asked.area, divisionOn)
  if (
    !area ||
    !isReported(area) ||
    addMonths(period.first, -12) < release.firstMonth ||
    period.last > release.lastMonth
  )
    return null
  const first = firstMonthOf(period, release)
  const counts = (await countsOf(tx, release, [area], { first, last: period.last })).get(area.code)
  return counts ? reportOf(area, period, { release, divisionOn, counts, types: await crimeTypes(tx), rules }) : null
}

/** Asks every figure again, as of its own date, and says of each whether it is equal. Figures of one area and release are read together. */
export async function recompute(tx: Reader, figures: readonly Figure[]): Promise<Recomputed[]> {
  const byKey = new Map<string, Answers | null>()
  for (const { question } of figures) {
    const key = keyOf(question)
    if (byKey.has(key)) continue
    const alike = figures.map((one) => one.question).filter((other) => keyOf(other) === key)
    byKey.set(key, await answersTo(tx, alike))
  }
  return figures.map((figure) => {
    const answer = byKey.get(keyOf(figure.question))
    return answer ? compared(figure, answer(figure.question)) : { is: 'gone' }
  })
}

type Answers = (question: Question) => number | null
const keyOf = ({ area, release, divisionOn }: Question) => `${area} ${release.id} ${divisionOn}`

async function answersTo(tx: Reader, questions: readonly Question[]): Promise<Answers | null> {
  const [one] = questions
  const release = one ? await findRelease(tx, one.release.id) : null
  if (!one || !release || release.sourceTable !== one.release.table || release.knownOn !== one.release.knownOn)
    return null
  const area = await countedWhole(tx, release, one.area, one.divisionOn)
  if (!area) return null
  const first = questions.map(({ from }) => from).reduce((a, b) => (a < b ? a : b))
  const last = questions.map(({ until }) => until).reduce((a, b) => (a > b ? a : b))
  const counts = (await countsOf(tx, release, [area], { first, last })).get(one.area)
  return counts ? (question) => answerOf(counts, question) : null
}
