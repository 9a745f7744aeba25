import { type ChartBreak, type ChartNote, type ChartPoint, type ChartTarget, chartModel } from './chart-model'
import { onSheet, type Sheet, sheetWidth } from './chart-sheet'
import { FunnelDrawing, type FunnelPoint, type FunnelStep } from './funnel-drawing'
import { LineDrawing } from './line-drawing'
import { period } from './wording'

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
