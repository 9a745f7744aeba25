import { type ChartPoint, chartModel } from './chart-model'
import { LineDrawing } from './line-drawing'

export type ChartFile = {
  /** The finding, in a sentence. */
  readonly title: string
  readonly measure: string
  readonly points: readonly ChartPoint[]
  readonly unit: string
  readonly from: number
  readonly to: number
  readonly breaks?: readonly { readonly before: string; readonly label: string }[]
  /** Said large above the drawing, so that it goes where the drawing goes. */
  readonly warning?: string | undefined
  /** Source, period and what the signs mean: each its own line. */
  readonly footer: readonly string[]
}

const width = 660
const margin = 30
const papier = '#fffdf9'
const inkt = '#201c19'
const grey = '#564e46'

/**
 * A line chart as an SVG that stands alone: with its title, source and colours, and no style of ours around it. Colours are
 * attributes, because a style within it would not count under our own security policy.
 */
export async function lineChartFile(chart: ChartFile): Promise<string> {
  const title = wrapped(chart.title, 72)
  const footer = chart.footer.flatMap((line) => wrapped(line, 96))
  const top = chart.warning ? 58 : 20
  const drawingTop = top + title.length * 23 + 30
  const height = drawingTop + 300 + footer.length * 18 + 16
  const { id, ...rest } = { id: 'grafiek', ...chart }
  const drawing = await (
    <LineDrawing
      model={chartModel({ id, ...rest })}
      unit={chart.unit}
      name={chart.measure}
      width={600}
      height={290}
      look=""
      still
    />
  )
  const file = await (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      font-family="Source Sans 3, Noto Sans, Segoe UI, sans-serif"
      font-size="13"
    >
      <title>{[chart.warning, chart.title].filter(Boolean).join(' ')}</title>
      <rect width={width} height={height} fill={papier} />
      {chart.warning ? (
        <g>
          <rect x={margin} y="18" width={width - 2 * margin} height="30" fill="none" stroke={inkt} stroke-width="1.5" />
          <text x={margin + 12} y="38" font-size="15" font-weight="600" fill={inkt}>
            {chart.warning}
          </text>
        </g>
      ) : null}
      {title.map((line, index) => (
        <text x={margin} y={top + 20 + index * 23} font-size="18" font-weight="600" fill={inkt}>
          {line}
        </text>
      ))}
      <text x={margin} y={top + 20 + title.length * 23} fill={grey}>
        {chart.measure}
      </text>
      <g transform={`translate(${margin} ${drawingTop})`}>DRAWING</g>
      {footer.map((line, index) => (
        <text x={margin} y={drawingTop + 312 + index * 18} fill={grey}>
          {line}
        </text>
      ))}
    </svg>
  )
  // A drawing within a drawing takes the size of the outer one, unless it has its own.
  const inner = coloured(String(drawing)).replace('<svg', '<svg width="600" height="290"')
  return String(file).replace('DRAWING', () => inner)
}

/** What the classes of the stylesheet look like on light paper, as attributes; the later of two classes wins. */
const looks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'g-tekst': { fill: grey, 'font-size': '13' },
  'g-tekst--inkt': { fill: inkt, 'font-weight': '600' },
  'g-tekst--accent': { fill: '#6d1f54', 'font-weight': '600' },
  'g-halo': { 'paint-order': 'stroke', stroke: papier, 'stroke-width': '4', 'stroke-linejoin': 'round' },
  'g-as': { stroke: inkt, 'stroke-width': '1', fill: 'none' },
  'g-raster': { stroke: '#ddd5c7', 'stroke-width': '1', fill: 'none' },
  'g-lijn': { stroke: inkt, 'stroke-width': '2', fill: 'none', 'stroke-linecap': 'round' },
  'g-lijn--vl': { 'stroke-dasharray': '4 4', 'stroke-linecap': 'butt' },
  'g-doel': { stroke: '#6d1f54', 'stroke-width': '1.5', 'stroke-dasharray': '9 4 2 4', fill: 'none' },
  'g-breuk': { stroke: grey, 'stroke-width': '1', 'stroke-dasharray': '3 3', fill: 'none' },
  'g-leeg': { fill: 'none', stroke: '#8a8074', 'stroke-dasharray': '3 3' },
  'g-punt': { fill: inkt, stroke: papier, 'stroke-width': '1.5' },
  'g-punt--open': { fill: papier, stroke: inkt, 'stroke-width': '1.75' },
}

function coloured(drawing: string): string {
  return drawing.replace(/ class="([^"]*)"/g, (_, classes: string) => {
    const look = Object.assign({}, ...classes.split(' ').map((name) => looks[name] ?? {}))
    return Object.entries(look)
      .map(([name, value]) => ` ${name}="${value}"`)
      .join('')
  })
}

/** A text in lines of at most so many signs, broken between words. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (longer.length > most && lines.at(-1) !== '') lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}
