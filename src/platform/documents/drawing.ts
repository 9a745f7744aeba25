import { scaleBand, scaleLinear } from 'd3-scale'
import type { ChartBlock } from './document'

const size = { width: 640, height: 220, right: 4, top: 12, bottom: 34 }
const ink = '#26334d'
const quiet = '#5b6475'

/** A chart as a drawing on paper: a column per period, the provisional ones open. Numbers are in the table beside it. */
export function drawing({ points }: ChartBlock): string {
  const { width, height, right, top, bottom } = size
  const highest = Math.max(1, ...points.map(({ value }) => value ?? 0))
  const y = scaleLinear([0, highest], [height - bottom, top]).nice(4)
  // A count has no halves.
  const ticks = y.ticks(4).filter(Number.isInteger)
  const left = Math.max(44, 8 + 7 * Math.max(...ticks.map((tick) => grouped(tick).length)))
  const x = scaleBand(
    points.map(({ label }) => label),
    [left, width - right],
  ).padding(0.25)
  const grid = ticks.map(
    (tick) =>
      `<path d="M${left} ${round(y(tick))}H${width - right}" stroke="${tick === 0 ? ink : '#d5d9e0'}" stroke-width="1"/>` +
      text(left - 6, y(tick) + 4, grouped(tick), 'end'),
  )
  const columns = points.map(({ label, short, value, provisional }, at) => {
    const place = x(label) ?? 0
    const middle = place + x.bandwidth() / 2
    const name = at % (points.length > 8 ? 3 : 1) === 0 ? text(middle, height - bottom + 16, short, 'middle') : ''
    if (value === null) return name + text(middle, height - bottom - 4, '?', 'middle')
    const look = provisional ? `fill="#ffffff" stroke="${ink}" stroke-width="1.2"` : `fill="${ink}"`
    return `<rect x="${round(place)}" y="${round(y(value))}" width="${round(x.bandwidth())}" height="${round(y(0) - y(value))}" ${look}/>${name}`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${grid.join('')}${columns.join('')}</svg>`
}

const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, '.')
const round = (value: number) => Number(value.toFixed(1))
const text = (x: number, y: number, words: string, anchor: string) =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-family="Source Sans 3" font-size="12" fill="${quiet}">${words}</text>`
