import type { Day } from '../../kernel/day'
import { addMonths, type Month, monthRange, monthsBetween } from '../../kernel/month'
import type { CountedArea, Counts, CrimeType, KnownRelease, Verdict } from '../crime'

/** The question a figure answers: with it anybody can ask again, and must get the same. */
export type Question = {
  readonly resource: 'misdrijfcijfers'
  readonly area: string
  readonly type: string
  readonly from: Month
  readonly until: Month
  readonly release: { readonly id: number; readonly table: string; readonly knownOn: Day }
  /** The day of the division of areas that was used. */
  readonly divisionOn: Day
}

/** A number that is bound to its question. Null is not known: hidden by the source, or not there. */
export type Figure = { readonly question: Question; readonly value: number | null }

/** A crime type in the period and in the same months of the year before. */
export type TypeLine = {
  readonly type: string
  readonly name: string
  readonly followsPoliceEffort: boolean
  readonly now: Figure
  readonly before: Figure
  readonly verdict: Verdict
}

export type ReportPeriod = { readonly text: string; readonly first: Month; readonly last: Month }

/** The figures of a report of one area over six or twelve months, as they were known when it was made. */
export type Report = {
  readonly area: { readonly code: string; readonly name: string; readonly kind: 'regio' | 'district' | 'gemeente' }
  readonly period: ReportPeriod
  readonly isExample: boolean
  readonly source: { readonly table: string; readonly knownOn: Day }
  /** The newest of these months may still change a lot. */
  readonly provisionalFrom: Month | null
  readonly total: TypeLine
  readonly groups: readonly { readonly title: string; readonly lines: readonly TypeLine[] }[]
  /** Per month from a year before the period up to its end, all crimes together. */
  readonly months: readonly { readonly month: Month; readonly figure: Figure }[]
  /** Names of types that were not registered in either period. */
  readonly absent: readonly string[]
  /** Names of types that are in the total and not published by themselves. */
  readonly notPublished: readonly string[]
}

/** Reads `2025` or `2026-H1`, the two lengths a report has; null for any other text. */
export function parseReportPeriod(text: string): ReportPeriod | null {
  const found = /^([12]\d{3})(?:-H([12]))?$/.exec(text)
  if (!found) return null
  const [, year, half] = found
  const first = `${year}-${half === '2' ? '07' : '01'}` as Month
  return { text, first, last: addMonths(first, half ? 5 : 11) }
}

/** The periods a release has all months of, and the same months a year before, the newest first. */
export function periodsOf({ firstMonth, lastMonth }: Pick<KnownRelease, 'firstMonth' | 'lastMonth'>): ReportPeriod[] {
  const years = Number(lastMonth.slice(0, 4)) - Number(firstMonth.slice(0, 4)) + 1
  return Array.from({ length: years }, (_, at) => String(Number(lastMonth.slice(0, 4)) - at))
    .flatMap((year) => [`${year}-H2`, year, `${year}-H1`])
    .flatMap((text) => parseReportPeriod(text) ?? [])
    .filter(({ first, last }) => last <= lastMonth && addMonths(first, -12) >= firstMonth)
}

/** The code of a report: the area, the period, and which of them it is. */
export const reportCode = (area: string, period: string, version: number) => `${area}-${period}-${version}`

// The police's types in groups that a reader knows. Ours, and said so; the longest beginning counts.
const groups: readonly (readonly [title: string, beginnings: readonly string[]])[] = [
  ['Inbraak en diefstal', ['1.1.', '1.2.', '1.5.', '2.5.', '1.6.2']],
  ['Geweld en seksuele misdrijven', ['1.4.']],
  ['Vernieling, brand en openbare orde', ['1.6.', '2.1.', '2.2.', '2.4.', '3.6.']],
  ['Verkeer', ['1.3.', '3.3.', '3.4.', '3.5.']],
  ['Drugs, wapens en uitbuiting', ['3.1.', '3.2.', '1.6.3']],
  ['Fraude en misdrijven online', ['3.9.', '3.7.4']],
  ['Milieu en leefomgeving', ['2.6.', '2.7.']],
  ['Samenleving', ['3.7.']],
]
const otherGroup = 'Andere soorten'

/** The group of a crime type. */
export function groupOf(type: string): string {
  const fits = groups
    .flatMap(([title, beginnings]) => beginnings.map((beginning) => ({ title, beginning })))
    .filter(({ beginning }) => type === beginning || (beginning.endsWith('.') && type.startsWith(beginning)))
  return fits.toSorted((a, b) => b.beginning.length - a.beginning.length)[0]?.title ?? otherGroup
}

/** The rules of registered crime that a report needs, from the domain that owns them. */
export type CrimeRules = {
  readonly allCrimes: string
  isProvisional(month: Month, release: Pick<KnownRelease, 'lastMonth'>): boolean
  /** What is said of one series, and of those of one list. Each holds the same months of some years, the newest last. */
  judgeAlone(series: readonly (number | null)[], length: number): Verdict
  judgeTogether(list: readonly (readonly (number | null)[])[], length: number): Verdict[]
}

/** So many years before the one of the period tell how much the months scatter of themselves. */
const yearsBefore = 4

/** The first month a report looks at: years back as far as the release goes, at least one. */
export function firstMonthOf({ first }: ReportPeriod, { firstMonth }: Pick<KnownRelease, 'firstMonth'>): Month {
  const years = Math.min(yearsBefore, Math.floor(monthsBetween(firstMonth, first) / 12))
  return addMonths(first, -12 * years)
}

/** Makes the report of an area out of its counts, from `firstMonthOf` its period up to its end. */
export function reportOf(
  { code, name, kind }: Pick<CountedArea, 'code' | 'name'> & { readonly kind: Report['area']['kind'] },
  period: ReportPeriod,
  given: {
    readonly release: KnownRelease
    readonly divisionOn: Day
    readonly counts: Counts
    readonly types: readonly CrimeType[]
    readonly rules: CrimeRules
  },
): Report {
  const { release, divisionOn, counts, types, rules } = given
  const figure = (type: string, from: Month, until: Month): Figure => ({
    question: {
      resource: 'misdrijfcijfers',
      area: code,
      type,
      from,
      until,
      release: { id: release.id, table: release.sourceTable, knownOn: release.knownOn },
      divisionOn,
    },
    value: answerOf(counts, { type, from, until }),
  })
  const { length } = monthRange(period.first, period.last)
  const sameMonths = (type: string) => {
    const back = monthsBetween(firstMonthOf(period, release), period.first) / 12
    return Array.from({ length: back + 1 }, (_, at) => addMonths(period.first, 12 * (at - back)))
      .flatMap((from) => monthRange(from, addMonths(from, length - 1)))
      .map((month) => answerOf(counts, { type, from: month, until: month }))
  }
  const line = ({ code: type, name: typeName, followsPoliceEffort }: CrimeType, verdict: Verdict): TypeLine => ({
    type,
    name: typeName,
    followsPoliceEffort,
    now: figure(type, period.first, period.last),
    before: figure(type, addMonths(period.first, -12), addMonths(period.last, -12)),
    verdict,
  })
  const listed = types.filter((type) => type.isPublishedMonthly && type.code !== rules.allCrimes)
  const verdicts = rules.judgeTogether(
    listed.map(({ code: type }) => sameMonths(type)),
    length,
  )
  const lines = listed.map((type, at) => line(type, verdicts[at] ?? 'unknown'))
  const happened = lines.filter(({ now, before }) => now.value !== 0 || before.value !== 0)
  const all = types.find((type) => type.code === rules.allCrimes)
  if (!all) throw new Error('there is no type of all crimes together')
  return {
    area: { code, name, kind },
    period,
    isExample: release.isExample,
    source: { table: release.sourceTable, knownOn: release.knownOn },
    provisionalFrom: monthRange(period.first, period.last).find((month) => rules.isProvisional(month, release)) ?? null,
    total: line(all, rules.judgeAlone(sameMonths(all.code), length)),
    groups: [...groups.map(([title]) => title), otherGroup]
      .map((title) => ({ title, lines: happened.filter(({ type }) => groupOf(type) === title) }))
      .filter(({ lines: own }) => own.length > 0),
    months: monthRange(addMonths(period.first, -12), period.last).map((month) => ({
      month,
      figure: figure(rules.allCrimes, month, month),
    })),
    absent: lines.filter((one) => !happened.includes(one)).map(({ name: typeName }) => typeName),
    notPublished: types.filter((type) => !type.isPublishedMonthly).map(({ name: typeName }) => typeName),
  }
}

/** The answer to a question out of counts: the sum of its months, or null when one of them is not known. */
export function answerOf(
  { types, months }: Counts,
  { type, from, until }: Pick<Question, 'type' | 'from' | 'until'>,
): number | null {
  const at = types.indexOf(type)
  return monthRange(from, until).reduce<number | null>((sum, month) => {
    const count = months.get(month)?.[at] ?? null
    return sum === null || count === null ? null : sum + count
  }, 0)
}

/** Every figure of a report with what it is about, in the order it stands there. */
export function figuresOf(report: Report): { readonly about: string; readonly figure: Figure }[] {
  const lines = [report.total, ...report.groups.flatMap(({ lines: own }) => own)]
  return [
    ...lines.flatMap(({ name, now, before }) => [
      { about: name, figure: now },
      { about: name, figure: before },
    ]),
    ...report.months.map(({ figure }) => ({ about: report.total.name, figure })),
  ]
}

/** What a figure is when it is asked again. */
export type Recomputed =
  | { readonly is: 'equal' }
  | { readonly is: 'different'; readonly value: number | null }
  /** The release is not there any more: example figures go when there are others. */
  | { readonly is: 'gone' }

export const compared = ({ value }: Pick<Figure, 'value'>, again: number | null): Recomputed =>
  value === again ? { is: 'equal' } : { is: 'different', value: again }

/** A month as years with a fraction, so many months on: near enough for a drawing. */
export function monthOfYears(month: Month, on: number): number {
  const at = addMonths(month, on)
  return Number(at.slice(0, 4)) + (Number(at.slice(5)) - 1) / 12
}
