import type { Child } from 'hono/jsx'
import { addMonths, parseMonth } from '../../kernel/month'
import type { ChartBlock, ChartPoint } from '../../platform/documents/document'
import { LineChart } from '../../platform/ui'
import { capital, number, period, shortPeriod } from '../../platform/ui/wording'
import { isCountedOtherwise, numberWords } from '../figures'
import type { Found } from './bound'

/** A figure as one of a row: of what it is a number, and when. */
type Member = ChartPoint & {
  readonly of: string
  readonly about: string
  readonly measure: string
  readonly unit: string
  /** From when it was counted otherwise. */
  readonly breaks: readonly string[]
}

const fewest = 3

/**
 * The same figure of at least three years or months that follow each other, counted in one way, as a chart; null for anything else: years
 * that nobody named would look unknown, or not be missed. It says nothing of rising or falling. The table with every source stands below it.
 */
export function seriesChart(found: readonly (Found | null)[]): ChartBlock | null {
  const members = found
    .map((one) => one && memberOf(one))
    .sort((a, b) => ((a?.period ?? '') < (b?.period ?? '') ? -1 : 1))
  const [first, last] = [members[0], members.at(-1)]
  if (!first || !last || members.length < fewest) return null
  const points = members.flatMap((one) => (one?.of === first.of ? [one] : []))
  if (points.length < members.length) return null
  if (points.some((one, at) => at > 0 && one.period !== after(points[at - 1]?.period ?? ''))) return null
  if (isCountedOtherwise(first.period, last.period, first.breaks)) return null
  const known = points.filter(({ value }) => value !== null).sort((a, b) => (a.value ?? 0) - (b.value ?? 0))
  const [lowest, highest] = [known[0], known.at(-1)]
  const span =
    lowest && highest
      ? `Het laagste is ${lowest.worded} (${lowest.label}), het hoogste ${highest.worded} (${highest.label}).`
      : 'Van deze jaren kennen we geen getallen.'
  const title = `${first.about}, ${first.label} tot en met ${last.label}.`
  return {
    kind: 'chart',
    title,
    measure: first.measure,
    unit: first.unit,
    description: `Kolommen. ${title} ${span} Alle getallen staan in de tabel eronder.`,
    points: points.map(pointOf),
  }
}

/** The year after a year, the month after a month; of other periods nothing. */
function after(text: string): string | null {
  if (/^\d{4}$/.test(text)) return String(Number(text) + 1)
  const month = parseMonth(text)
  return month && addMonths(month, 1)
}

const pointOf = ({ period, label, short, value, worded, provisional }: ChartPoint): ChartPoint => ({
  period,
  label,
  short,
  value,
  worded,
  provisional,
})

/** How pages draw the charts of an account: every point within reach, its numbers below it. Paper draws columns. */
export function chartsOnPage(): (block: ChartBlock) => Child {
  let drawn = 0
  return ({ title, measure, unit, description, points }) => {
    drawn += 1
    return (
      <LineChart
        id={`reeks-${drawn}`}
        title={title}
        measure={measure}
        unit={unit}
        description={description}
        points={points.map(({ period, value, provisional }) => ({ period, value, provisional }))}
      />
    )
  }
}

function memberOf(found: Found): Member | null {
  if (found.kind === 'meting') {
    const { measurement: one, breaks } = found
    if (!breaks) return null
    // A column begins at zero and ends at a number: no target, no change, no "at least".
    if (one.kind === 'doel' || one.basePeriod !== null || one.qualifier !== 'exact' || (one.value ?? 0) < 0) return null
    return {
      of: [one.indicator, one.area, one.unit].join(),
      period: one.period,
      about: `${one.indicatorTitle}, ${one.areaName}`,
      measure: capital(one.unit),
      unit: one.unit,
      breaks,
      label: period(one.period),
      short: shortPeriod(one.period),
      value: one.value,
      worded: numberWords(one),
      provisional: false,
    }
  }
  if (found.kind !== 'misdrijf') return null
  const { from, until, area, type } = found.figure.question
  const isYear = from.endsWith('-01') && until === `${from.slice(0, 4)}-12`
  if (!isYear && from !== until) return null
  const at = isYear ? from.slice(0, 4) : from
  return {
    of: [type, area, isYear ? 'year' : 'month', found.isExample].join(),
    period: at,
    about: `${found.typeName}, ${found.areaName}`,
    measure: `Geregistreerde misdrijven${found.isExample ? ', voorbeeldcijfers' : ''}`,
    unit: 'aantal',
    breaks: [],
    label: period(at),
    short: shortPeriod(at),
    value: found.figure.value,
    worded: found.figure.value === null ? 'onbekend' : number(found.figure.value),
    provisional: found.isProvisional,
  }
}
