import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { type ChartModel, type ChartPoint, type Placed, segments } from './chart-model'
import { type Box, boxOf, type Label, placeLabels, textWidth } from './label-places'
import { number, period, qualified, quantity, shortPeriod } from './wording'

export type Drawing = {
  readonly model: ChartModel
  readonly width: number
  readonly height: number
  readonly unit?: string
  readonly name: string
  readonly look: string
}

type Scale = (value: number) => number
type Frame = { x: Scale; y: Scale; left: number; right: number; top: number; bottom: number; ticks: readonly number[] }

const round = (value: number) => Number(value.toFixed(1))
const path = line<readonly [number, number]>((point) => round(point[0]), (point) => round(point[1]))

function frameOf({ model, width, height, unit }: Drawing): Frame {
  const values = [
    ...model.points.map((point) => point.value),
    ...model.targets.flatMap((target) => [target.min ?? null, target.max ?? null]),
  ].filter((value) => value !== null)
  const highest = Math.max(0, ...values)
  const lowest = Math.min(0, ...values)
  const y = scaleLinear([lowest, highest === lowest ? 1 : highest], [0, 1]).nice(4)
  const ticks = y.ticks(4)
  const left = Math.max(...ticks.map((tick) => textWidth(tickText(tick, unit)))) + 12
  const top = model.notes.length > 0 ? 44 : 26
  const [right, bottom] = [width - 14, height - 28]
  y.range([bottom, top])
  return { x: scaleLinear([model.from, model.to], [left, right]), y, left, right, top, bottom, ticks }
}

function tickText(tick: number, unit: string | undefined): string {
  return unit === 'procent' ? `${number(tick)}%` : number(tick)
}

/** A series of values in time with targets, breaks and holes. Every point is a link to its row in the table. */
export function LineDrawing(drawing: Drawing) {
  const { model, unit } = drawing
  const frame = frameOf(drawing)
  const labels = labelsOf(drawing, frame)
  const spacing = smallestDistance(model, frame)
  return (
    <svg
      class={`sv-grafiek ${drawing.look}`}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      role="group"
      aria-label={drawing.name}
    >
      <g aria-hidden="true">
        <Axes frame={frame} model={model} unit={unit} />
        {model.gaps.map((gap) => (
          <Gap start={frame.x(gap.start)} end={frame.x(gap.end)} frame={frame} />
        ))}
        {model.breaks.map((item) => (
          <path class="g-breuk" d={`M${round(frame.x(item.at)) - 1.5} 8V${frame.bottom}M${round(frame.x(item.at)) + 1.5} 8V${frame.bottom}`} />
        ))}
        <Targets model={model} frame={frame} />
        {model.notes.map((note, index) => (
          <g>
            <path class="g-breuk" d={`M${round(frame.x(note.middle))} 32V${frame.bottom}`} />
            <circle class="g-nootring" cx={round(frame.x(note.middle))} cy="21" r="9.5" />
            <text class="g-tekst g-tekst--inkt" x={round(frame.x(note.middle))} y="25.5" text-anchor="middle">
              {index + 1}
            </text>
          </g>
        ))}
        {segments(model, model.points).map(([a, b]) => (
          <path
            class={`g-lijn${b.provisional ? ' g-lijn--vl' : ''}`}
            d={
              path([
                [frame.x(a.middle), frame.y(a.value ?? 0)],
                [frame.x(b.middle), frame.y(b.value ?? 0)],
              ]) ?? ''
            }
          />
        ))}
        {labels.map((label) => (
          <text class={`g-tekst ${label.tone} g-halo`} x={round(label.x)} y={round(label.y)} text-anchor={label.anchor}>
            {label.text}
          </text>
        ))}
      </g>
      {model.points.map((point) => (
        <Point point={point} frame={frame} unit={unit} linked={spacing >= 25} width={drawing.width} />
      ))}
    </svg>
  )
}

function smallestDistance(model: ChartModel, frame: Frame): number {
  const places = model.points.filter((point) => point.value !== null).map((point) => frame.x(point.middle))
  return Math.min(Number.POSITIVE_INFINITY, ...places.slice(1).map((place, index) => place - (places[index] ?? 0)))
}

function Axes({ frame, model, unit }: { frame: Frame; model: ChartModel; unit?: string }) {
  const years = Array.from({ length: model.to - model.from }, (_, index) => model.from + index)
  const room = frame.x(model.from + 1) - frame.x(model.from)
  const every = Math.max(1, Math.ceil((room >= 34 ? 34 : 27) / room))
  return (
    <>
      {frame.ticks.map((tick) => (
        <>
          <path class={tick === 0 ? 'g-as' : 'g-raster'} d={`M${round(frame.left)} ${round(frame.y(tick))}H${frame.right}`} />
          <text class="g-tekst" x={round(frame.left - 8)} y={round(frame.y(tick) + 4)} text-anchor="end">
            {tickText(tick, unit)}
          </text>
        </>
      ))}
      {years.map((year, index) =>
        (years.length - 1 - index) % every === 0 ? (
          <text class="g-tekst" x={round(frame.x(year + 0.5))} y={frame.bottom + 20} text-anchor="middle">
            {room * every >= 34 ? year : `’${String(year).slice(2)}`}
          </text>
        ) : null,
      )}
    </>
  )
}

/** A hole is a hole: never a line through it. */
function Gap({ start, end, frame }: { start: number; end: number; frame: Frame }) {
  const [left, width] = [round(start + 5), round(end - start - 10)]
  const top = round(frame.top + (frame.bottom - frame.top) * 0.42)
  const [middle, height] = [round((start + end) / 2), round(frame.bottom - 6 - top)]
  const y = round(top + height / 2 + 4)
  const turned = width < 66
  if (width < 14) return null
  return (
    <>
      <rect class="g-leeg" x={left} y={top} width={width} height={height} />
      <text
        class="g-tekst g-halo"
        text-anchor="middle"
        x={turned ? undefined : middle}
        y={turned ? undefined : y}
        transform={turned ? `translate(${middle + 4} ${y - 4}) rotate(-90)` : undefined}
      >
        onbekend
      </text>
    </>
  )
}

function Targets({ model, frame }: { model: ChartModel; frame: Frame }) {
  const marks = (['min', 'max'] as const).flatMap((side) => {
    const known = model.targets.filter((target) => typeof target[side] === 'number')
    return known.map((target, index) => ({ target, value: target[side] as number, previous: known[index - 1], side }))
  })
  return (
    <>
      {marks.map(({ target, value, previous, side }) => {
        const [x, y] = [round(frame.x(target.middle)), round(frame.y(value))]
        const from = previous && Math.abs(previous.end - target.start) < 0.01 ? previous : null
        return (
          <>
            {from ? <path class="g-doel" d={`M${round(frame.x(from.middle))} ${round(frame.y(from[side] as number))}L${x} ${y}`} /> : null}
            <path class="g-doelpunt" d={`M${x - 8} ${y}h16`} />
          </>
        )
      })}
      {model.targets.map((target) =>
        typeof target.min === 'number' && typeof target.max === 'number' ? (
          <path class="g-doelband" d={`M${round(frame.x(target.middle))} ${round(frame.y(target.min))}V${round(frame.y(target.max))}`} />
        ) : null,
      )}
    </>
  )
}

function Point(props: {
  point: Placed<ChartPoint> & { rowId: string }
  frame: Frame
  unit?: string
  linked: boolean
  width: number
}) {
  const { point, frame } = props
  if (point.value === null) return null
  const [x, y] = [round(frame.x(point.middle)), round(frame.y(point.value))]
  const dot = <circle class={point.provisional ? 'g-punt--open' : 'g-punt'} cx={x} cy={y} r="4.5" />
  if (!props.linked) return <g aria-hidden="true">{dot}</g>
  const worded = qualified(point.qualifier, quantity(point.value, props.unit))
  const shown = `${shortPeriod(point.period)}: ${worded}`
  const width = textWidth(shown) + 16
  const left = round(Math.min(Math.max(2, x - width / 2), props.width - width - 2))
  const top = y < 54 ? y + 16 : y - 42
  return (
    <a class="g-link" href={`#${point.rowId}`} aria-label={`${period(point.period)}: ${worded}${point.provisional ? ', voorlopig' : ''}`}>
      <circle class="g-raak" cx={x} cy={y} r="13" />
      {dot}
      <g class="g-waarde" aria-hidden="true">
        <rect class="g-waardevlak" x={left} y={top} width={round(width)} height="26" rx="2" />
        <text class="g-waardetekst" x={round(left + width / 2)} y={top + 17.5} text-anchor="middle">
          {shown}
        </text>
      </g>
    </a>
  )
}

type TonedLabel = Label & { readonly tone: string }

function labelsOf({ model, unit, width }: Drawing, frame: Frame): TonedLabel[] {
  const dots: Box[] = model.points.flatMap((point) => {
    if (point.value === null) return []
    const [x, y] = [frame.x(point.middle), frame.y(point.value)]
    return [{ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }]
  })
  const marks: Box[] = model.targets.flatMap((target) =>
    [target.min, target.max].flatMap((value) => {
      if (typeof value !== 'number') return []
      const [x, y] = [frame.x(target.middle), frame.y(value)]
      return [{ left: x - 8, right: x + 8, top: y - 3, bottom: y + 3 }]
    }),
  )
  const gaps: Box[] = model.gaps.map((gap) => ({
    left: frame.x(gap.start) + 6,
    right: frame.x(gap.end) - 6,
    top: frame.top + (frame.bottom - frame.top) * 0.42,
    bottom: frame.bottom,
  }))
  const rings: Box[] = model.notes.map((note) => ({ left: frame.x(note.middle) - 10, right: frame.x(note.middle) + 10, top: 11, bottom: 31 }))
  const inside: Box = { left: frame.left, right: width - 1, top: 0, bottom: frame.bottom - 1 }
  const tones = new Map<string, string>()
  const wish = (tone: string, options: Label[]) => {
    for (const option of options) tones.set(`${option.text}:${option.x}:${option.y}`, tone)
    return options
  }
  const wishes = [
    ...model.breaks.map((item) => wish('', breakPlaces(item.label, frame.x(item.at)))),
    ...targetPlaces(model, frame).map((options) => wish('g-tekst--accent', options)),
    ...valuePlaces(model, frame, unit).map((options) => wish('g-tekst--inkt', options)),
  ]
  return placeLabels(wishes, [...dots, ...marks, ...gaps, ...rings], inside).map((label) => ({
    ...label,
    tone: tones.get(`${label.text}:${label.x}:${label.y}`) ?? '',
  }))
}

function breakPlaces(text: string, x: number): Label[] {
  return [
    { text, x: x - 6, y: 18, anchor: 'end' },
    { text, x: x + 6, y: 18, anchor: 'start' },
  ]
}

function targetPlaces(model: ChartModel, frame: Frame): Label[][] {
  const last = model.targets.at(-1)
  if (!last) return []
  const isRange = typeof last.min === 'number' && typeof last.max === 'number'
  const text = isRange ? 'doel: tussen' : typeof last.min === 'number' ? 'doel: ten minste' : 'doel: ten hoogste'
  const value = last.max ?? last.min
  if (typeof value !== 'number') return []
  const [x, y] = [frame.x(last.middle) + 8, frame.y(value)]
  const places: Label[] = [
    { text, x, y: y - 9, anchor: 'end' },
    { text, x, y: y + 18, anchor: 'end' },
    { text, x: x - 16, y: y - 9, anchor: 'start' },
    { text, x: x - 22, y: y + 4, anchor: 'end' },
    { text, x, y: y - 24, anchor: 'end' },
    { text: 'doel', x: x + 3, y: y - 9, anchor: 'end' },
  ]
  return [places]
}

/** The last value first, then the first, the highest and the lowest, then the rest: when room is short these stay. */
function valuePlaces(model: ChartModel, frame: Frame, unit: string | undefined): Label[][] {
  const known = model.points.filter((point) => point.value !== null)
  const byValue = [...known].sort((a, b) => (a.value ?? 0) - (b.value ?? 0))
  const order = [...new Set([known.at(-1), known[0], byValue.at(-1), byValue[0], ...known])]
  return order.flatMap((point) => {
    if (!point || point.value === null) return []
    const text = qualified(point.qualifier, quantity(point.value, unit))
    const [x, y] = [frame.x(point.middle), frame.y(point.value)]
    const index = known.indexOf(point)
    const around = [known[index - 1], known[index + 1]].flatMap((other) => other?.value ?? [])
    const isLow = around.length > 0 && around.every((value) => value > (point.value ?? 0))
    const above: Label = { text, x, y: y - 11, anchor: 'middle' }
    const below: Label = { text, x, y: y + 21, anchor: 'middle' }
    const sides: Label[] = [
      { text, x: x - 9, y: y + 5, anchor: 'end' },
      { text, x: x + 9, y: y + 5, anchor: 'start' },
    ]
    const tight: Label[] = boxOf(above).right > frame.right + 12 ? [{ text, x: x + 8, y: y - 11, anchor: 'end' }] : []
    return [isLow ? [below, above, ...sides] : [...tight, above, below, ...sides]]
  })
}
