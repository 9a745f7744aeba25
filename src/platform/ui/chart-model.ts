import { parsePeriod } from '../../kernel/period'
import type { Qualifier } from './wording'

/** One value in time. A period as the data writes it: `2016`, `2016-H2`, `2022-11`. */
export type ChartPoint = {
  readonly period: string
  readonly value: number | null
  readonly qualifier?: Qualifier
  readonly provisional?: boolean
  readonly note?: string
  /** Of a stretch that cannot be held beside the others: it has its row in the table, and no dot. */
  readonly drawn?: false
  /** Between these limits it lies; drawn as a bar through the point, in its own unit. */
  readonly margin?: { readonly low: number; readonly high: number } | null
}

export type ChartTarget = {
  readonly period: string
  readonly min?: number | null
  readonly max?: number | null
  /** As the source says it, where that is more exact than a side: "meer dan 15%". */
  readonly words?: string
}

/** From the start of this period on, values cannot be compared with those before. */
export type ChartBreak = { readonly before: string; readonly label: string }

/** Something that happened; explained below the chart, where `entries` are led to one by one. */
export type ChartNote = {
  readonly period: string
  readonly text: string
  readonly entries?: readonly { readonly label: string; readonly href: string; readonly remark: string }[]
}

/** A stretch of time in years with a fraction: 2016 is 2016 to 2017. */
export type Span = { readonly start: number; readonly end: number }

export type Placed<T> = T & Span & { readonly middle: number }

export type ChartRow = Span & {
  readonly id: string
  readonly period: string
  readonly point: Placed<ChartPoint> | null
  readonly target: Placed<ChartTarget> | null
  readonly note: string
}

export type ChartModel = {
  readonly points: readonly (Placed<ChartPoint> & { readonly rowId: string })[]
  readonly targets: readonly Placed<ChartTarget>[]
  readonly breaks: readonly (ChartBreak & { readonly at: number })[]
  readonly notes: readonly Placed<ChartNote>[]
  /** Whole years in which nothing is known, joined when they touch. */
  readonly gaps: readonly Span[]
  readonly rows: readonly ChartRow[]
  readonly from: number
  readonly to: number
}

function yearOf(day: string): number {
  const year = Number(day.slice(0, 4))
  const start = Date.UTC(year, 0, 1)
  return year + (Date.parse(`${day}T00:00:00Z`) - start) / (Date.UTC(year + 1, 0, 1) - start)
}

/** The stretch of time a period text names. Throws when it names none: a chart cannot guess. */
export function span(text: string): Span {
  const parsed = parsePeriod(text)
  if (!parsed) throw new Error(`not a period: ${text}`)
  return { start: yearOf(parsed.from), end: yearOf(parsed.until) }
}

function place<T extends { readonly period: string }>(items: readonly T[]): Placed<T>[] {
  return items
    .map((item) => {
      const { start, end } = span(item.period)
      return { ...item, start, end, middle: (start + end) / 2 }
    })
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Two moments are the same within a day. */
function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 1 / 400
}

/** Puts values, targets, breaks and holes on one line of time, and makes the rows of the table beside it. */
export function chartModel(input: {
  id: string
  points: readonly ChartPoint[]
  targets?: readonly ChartTarget[]
  breaks?: readonly ChartBreak[]
  notes?: readonly ChartNote[]
  from?: number
  to?: number
  /** What is not measured each year has no holes between its years. */
  holes?: false | undefined
}): ChartModel {
  const points = place(input.points)
  const targets = place(input.targets ?? [])
  const notes = place(input.notes ?? [])
  const breaks = (input.breaks ?? []).map((item) => ({ ...item, at: span(item.before).start }))
  const all = [...points, ...targets]
  const from = input.from ?? Math.floor(Math.min(...all.map((item) => item.start)))
  const to = input.to ?? Math.ceil(Math.max(...all.map((item) => item.end)))
  const gaps = input.holes === false ? [] : unknownYears(points, from, to)
  const rows = tableRows({ id: input.id, points, targets, breaks, notes, gaps })
  const rowOf = (point: Placed<ChartPoint>) => rows.find((row) => row.point === point)?.id ?? ''
  return {
    points: points.filter(({ drawn }) => drawn !== false).map((point) => ({ ...point, rowId: rowOf(point) })),
    targets,
    breaks,
    notes,
    gaps,
    rows,
    from,
    to,
  }
}

function unknownYears(points: readonly Placed<ChartPoint>[], from: number, to: number): Span[] {
  const gaps: { start: number; end: number }[] = []
  for (let year = Math.floor(from); year < to; year++) {
    const known = points.some((point) => point.value !== null && point.start < year + 1 && point.end > year)
    if (known) continue
    const last = gaps.at(-1)
    if (last && last.end === year) last.end = year + 1
    else gaps.push({ start: year, end: year + 1 })
  }
  return gaps
}

function tableRows(input: {
  id: string
  points: readonly Placed<ChartPoint>[]
  targets: readonly Placed<ChartTarget>[]
  breaks: readonly (ChartBreak & { at: number })[]
  notes: readonly Placed<ChartNote>[]
  gaps: readonly Span[]
}): ChartRow[] {
  const { points, targets } = input
  const rows: Omit<ChartRow, 'id' | 'note'>[] = points.map((point) => ({
    period: point.period,
    start: point.start,
    end: point.end,
    point,
    target: targets.find((target) => target.period === point.period) ?? null,
  }))
  for (const target of targets) {
    if (rows.some((row) => row.target === target)) continue
    rows.push({ period: target.period, start: target.start, end: target.end, point: null, target })
  }
  for (const gap of input.gaps) {
    for (let year = gap.start; year < gap.end; year++) {
      if (rows.some((row) => row.start <= year && row.end >= year + 1)) continue
      rows.push({ period: String(year), start: year, end: year + 1, point: null, target: null })
    }
  }
  rows.sort((a, b) => a.start - b.start || a.end - b.end)
  return rows.map((row, index) => {
    const before = rows[index - 1]?.start ?? Number.NEGATIVE_INFINITY
    const broken = input.breaks.filter((item) => item.at <= row.start && item.at > before && index > 0)
    const notes = input.notes.filter((item) => item.start >= row.start && item.start < row.end)
    const words = [...broken.map((item) => item.label), row.point?.note, ...notes.map((item) => item.text)]
    return { ...row, id: `${input.id}-rij-${index + 1}`, note: words.filter(Boolean).join('. ') }
  })
}

/** Pairs of points that a line may join: they touch in time, both are known, and no break lies between. */
export function segments<P extends Placed<ChartPoint>>(
  model: Pick<ChartModel, 'breaks'>,
  points: readonly P[],
): (readonly [P, P])[] {
  const pairs: (readonly [P, P])[] = []
  for (const next of points) {
    const previous = points.find((point) => same(point.end, next.start) && point.value !== null)
    if (!previous || next.value === null) continue
    if (model.breaks.some((item) => same(item.at, next.start))) continue
    pairs.push([previous, next])
  }
  return pairs
}
