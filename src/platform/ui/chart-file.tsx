import { scaleLinear } from 'd3-scale'
import type { Bar } from './bar-comparison'
import { type ChartBreak, type ChartNote, type ChartPoint, type ChartTarget, chartModel } from './chart-model'
import { onSheet, type Sheet, sheetWidth } from './chart-sheet'
import { FunnelDrawing, type FunnelPoint, type FunnelStep } from './funnel-drawing'
import { LineDrawing } from './line-drawing'
import { period, quantity } from './wording'

export type ChartFile = Sheet & {
  readonly points: readonly ChartPoint[]
  readonly unit: string
  readonly from?: number
  readonly to?: number
  readonly holes?: false
  readonly breaks?: readonly ChartBreak[]
  readonly targets?: readonly ChartTarget[]
  readonly notes?: readonly ChartNote[]
}

/** A line chart as a file that stands alone. */
export async function lineChartFile(chart: ChartFile): Promise<string> {
  const model = chartModel({ ...chart, id: 'grafiek' })
  const notes = model.notes.map(({ period: when, text }, at) => `${at + 1}. ${period(when)}: ${text}.`)
  return onSheet(
    { ...chart, footer: [...notes, ...chart.footer] },
    <LineDrawing model={model} unit={chart.unit} name={chart.measure} width={sheetWidth} height={290} look="" still />,
    290,
  )
}

/** A funnel plot as a file that stands alone. */
export async function funnelFile(
  chart: Sheet & { readonly points: readonly FunnelPoint[]; readonly steps: readonly FunnelStep[] },
): Promise<string> {
  const legend =
    'Driehoek omhoog: hoger dan verwacht. Driehoek omlaag: lager. Rondje: vergelijkbaar. Open rondje: te weinig om iets over te zeggen. In het vlak liggen er 95 van de 100, tussen de stippellijnen 998 van de 1.000.'
  return onSheet(
    { ...chart, footer: [legend, ...chart.footer] },
    <FunnelDrawing
      id="trechter"
      points={chart.points}
      steps={chart.steps}
      rowId={() => ''}
      width={sheetWidth}
      height={380}
      look=""
      name={chart.measure}
      still
    />,
    380,
  )
}

const rowHeight = 34
const [barsFrom, barsTo] = [170, 470]

/** Areas beside each other as a file that stands alone, in the order given; the whole below a line and without a bar. */
export async function barFile(
  chart: Sheet & {
    readonly rows: readonly Bar[]
    readonly total: Bar
    readonly unit: string
    /** When the thin strokes were, in words; null when there are none. */
    readonly wasPeriod: string | null
  },
): Promise<string> {
  const { rows, total, unit, wasPeriod } = chart
  const values = rows.flatMap(({ value, was }) => [value ?? 0, was ?? 0])
  const x = scaleLinear([0, Math.max(1, ...values)], [barsFrom, barsTo])
  const height = (rows.length + 1) * rowHeight + 8
  const lineAt = rows.length * rowHeight + 2
  const words = (value: number | null) => (value === null ? 'onbekend' : quantity(value, unit))
  return onSheet(
    { ...chart, footer: [...(wasPeriod ? [`Het dunne streepje: ${wasPeriod}.`] : []), ...chart.footer] },
    <svg viewBox={`0 0 ${sheetWidth} ${height}`}>
      <title>{chart.measure}</title>
      {rows.map(({ name, value, was }, at) => {
        const top = at * rowHeight
        return (
          <g>
            <text class="g-tekst g-tekst--inkt" x="0" y={top + 21}>
              {name}
            </text>
            {value === null ? null : (
              <rect
                class="g-staaf"
                x={barsFrom}
                y={top + 8}
                width={Math.max(1, x(value) - barsFrom).toFixed(1)}
                height="18"
              />
            )}
            {was === null || was === undefined ? null : (
              <path class="g-was" d={`M${x(was).toFixed(1)} ${top + 3}v28`} />
            )}
            <text class="g-tekst g-tekst--inkt" x={sheetWidth} y={top + 21} text-anchor="end">
              {words(value)}
            </text>
          </g>
        )
      })}
      <path class="g-as" d={`M${barsFrom - 0.5} 0V${lineAt - 2}M0 ${lineAt}H${sheetWidth}`} />
      <text class="g-tekst g-tekst--inkt" x="0" y={lineAt + 24}>
        {total.name}
      </text>
      <text class="g-tekst g-tekst--inkt" x={sheetWidth} y={lineAt + 24} text-anchor="end">
        {words(total.value)}
      </text>
    </svg>,
    height,
  )
}
