import { line } from 'd3-shape'
import type { Child } from 'hono/jsx'
import { type ChartModel, type ChartPoint, type Placed, type Span, segments } from './chart-model'
import { textWidth } from './label-places'
import { type Drawing, type Frame, frameOf, tickText } from './line-frame'
import { gapBox, labelsOf } from './line-labels'
import { marginText, period, qualified, quantity, shortPeriod } from './wording'

const round = (value: number) => Number(value.toFixed(1))
const path = line<readonly [number, number]>(
  (point) => round(point[0]),
  (point) => round(point[1]),
)

/** A series of values in time with targets, breaks and holes. Every point is a link to its row in the table. */
export function LineDrawing(drawing: Drawing) {
  const { model, unit } = drawing
  const frame = frameOf(drawing)
  const labels = labelsOf(drawing, frame)
  const spacing = smallestDistance(model, frame)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links inside is a group, not an image
    <svg
      class={`sv-grafiek ${drawing.look}`}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      role="group"
      aria-label={drawing.name}
    >
      <Silent>
        <Axes frame={frame} model={model} unit={unit} />
        {model.gaps.map((gap) => (
          <Gap gap={gap} frame={frame} />
        ))}
        {model.breaks.map((item) => (
          <path
            class="g-breuk"
            d={`M${round(frame.x(item.at)) - 1.5} 8V${frame.bottom}M${round(frame.x(item.at)) + 1.5} 8V${frame.bottom}`}
          />
        ))}
        <Targets model={model} frame={frame} />
        {frame.rings.map(({ x, y }, index) => (
          <g>
            <path class="g-noot" d={`M${round(x)} ${y + 10}V${frame.bottom}`} />
            <circle class="g-nootring" cx={round(x)} cy={y} r="9.5" />
            <text class="g-tekst g-tekst--inkt" x={round(x)} y={y + 4.5} text-anchor="middle">
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
          <text
            class={`g-tekst g-halo${label.tone ? ` ${label.tone}` : ''}`}
            x={label.turned ? undefined : round(label.x)}
            y={label.turned ? undefined : round(label.y)}
            transform={label.turned ? `translate(${round(label.x + 4)} ${round(label.y)}) rotate(-90)` : undefined}
            text-anchor={label.anchor}
          >
            {label.text}
          </text>
        ))}
      </Silent>
      {model.points.map((point) => (
        <Point point={point} frame={frame} unit={unit} still={drawing.still} spacing={spacing} width={drawing.width} />
      ))}
    </svg>
  )
}

/** What the table says better: not read aloud. */
function Silent({ look, children }: { look?: string; children: Child }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing takes no focus
    <g class={look} aria-hidden="true">
      {children}
    </g>
  )
}

function smallestDistance(model: ChartModel, frame: Frame): number {
  const places = model.points.filter((point) => point.value !== null).map((point) => frame.x(point.middle))
  return Math.min(Number.POSITIVE_INFINITY, ...places.slice(1).map((place, index) => place - (places[index] ?? 0)))
}

function Axes({ frame, model, unit }: { frame: Frame; model: ChartModel; unit?: string }) {
  const first = Math.floor(model.from)
  // Of a year that is only begun or nearly over there is no room for its number.
  const years = Array.from({ length: Math.ceil(model.to) - first }, (_, index) => first + index)
    .map((year) => ({ year, start: Math.max(year, model.from), end: Math.min(year + 1, model.to) }))
    .filter(({ start, end }) => end - start > 0.15)
  const room = frame.x(model.from + 1) - frame.x(model.from)
  const every = Math.max(1, Math.ceil((room >= 34 ? 34 : 27) / room))
  return (
    <>
      {frame.ticks.map((tick) => (
        <>
          <path
            class={tick === 0 ? 'g-as' : 'g-raster'}
            d={`M${round(frame.left)} ${round(frame.y(tick))}H${frame.right}`}
          />
          <text class="g-tekst" x={round(frame.left - 8)} y={round(frame.y(tick) + 4)} text-anchor="end">
            {tickText(tick, unit)}
          </text>
        </>
      ))}
      {years.map(({ year, start, end }, index) =>
        (years.length - 1 - index) % every === 0 ? (
          <text class="g-tekst" x={round(frame.x((start + end) / 2))} y={frame.bottom + 20} text-anchor="middle">
            {room * every >= 34 ? year : `’${String(year).slice(2)}`}
          </text>
        ) : null,
      )}
    </>
  )
}

/** A hole is a hole: never a line through it. */
function Gap({ gap, frame }: { gap: Span; frame: Frame }) {
  const { left, right, top, bottom } = gapBox(gap, frame)
  if (right - left < 4) return null
  return <rect class="g-leeg" x={round(left)} y={round(top)} width={round(right - left)} height={round(bottom - top)} />
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
            {from ? (
              <path
                class="g-doel"
                d={`M${round(frame.x(from.middle))} ${round(frame.y(from[side] as number))}L${x} ${y}`}
              />
            ) : null}
            <path class="g-doelpunt" d={`M${x - 8} ${y}h16`} />
          </>
        )
      })}
      {model.targets.map((target) =>
        typeof target.min === 'number' && typeof target.max === 'number' ? (
          <path
            class="g-doelband"
            d={`M${round(frame.x(target.middle))} ${round(frame.y(target.min))}V${round(frame.y(target.max))}`}
          />
        ) : null,
      )}
    </>
  )
}

function Point(props: {
  point: Placed<ChartPoint> & { rowId: string }
  frame: Frame
  unit?: string
  still?: boolean
  spacing: number
  width: number
}) {
  const { point, frame } = props
  if (point.value === null) return null
  const [x, y] = [round(frame.x(point.middle)), round(frame.y(point.value))]
  const margin = point.margin ? (
    <path
      class="g-marge"
      d={`M${x - 4} ${round(frame.y(point.margin.high))}h8M${x} ${round(frame.y(point.margin.high))}V${round(frame.y(point.margin.low))}M${x - 4} ${round(frame.y(point.margin.low))}h8`}
    />
  ) : null
  const dot = <circle class={point.provisional ? 'g-punt--open' : 'g-punt'} cx={x} cy={y} r="4.5" />
  if (props.still) {
    return (
      <Silent>
        {margin}
        {dot}
      </Silent>
    )
  }
  const number = qualified(point.qualifier, quantity(point.value, props.unit))
  const worded = point.margin ? `${number}, marge ${marginText(point.margin, props.unit)}` : number
  const shown = `${shortPeriod(point.period)}: ${worded}`
  const width = textWidth(shown) + 16
  const left = round(Math.min(Math.max(2, x - width / 2), props.width - width - 2))
  const top = y < 40 ? y + 10 : y - 36
  return (
    <a
      class="g-link"
      href={`#${point.rowId}`}
      aria-label={`${period(point.period)}: ${worded}${point.provisional ? ', voorlopig' : ''}`}
    >
      {props.spacing >= 26 ? (
        <circle class="g-raak" cx={x} cy={y} r="13" />
      ) : (
        // Points that stand close take the whole height of the field instead: easy to hit, and never over each other.
        <rect
          class="g-raak"
          x={round(x - props.spacing / 2)}
          y={frame.top}
          width={round(props.spacing)}
          height={frame.bottom - frame.top}
        />
      )}
      {margin}
      {dot}
      <Silent look="g-waarde">
        <rect class="g-waardevlak" x={left} y={top} width={round(width)} height="26" rx="2" />
        <text class="g-waardetekst" x={round(left + width / 2)} y={top + 17.5} text-anchor="middle">
          {shown}
        </text>
      </Silent>
    </a>
  )
}
