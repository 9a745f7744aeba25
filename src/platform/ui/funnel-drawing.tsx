import { scaleLinear, scaleLog } from 'd3-scale'
import { area, line } from 'd3-shape'
import { type Label, placeLabels, textWidth } from './label-places'
import { number, rate } from './wording'

/** A place in a funnel: a value beside what is expected of its size. */
export type FunnelPoint = {
  readonly name: string
  readonly size: number
  readonly value: number
  readonly standing: 'higher' | 'lower' | 'usual' | 'tooFew'
  /** What is expected of it: the middle, and the two pairs of limits. */
  readonly expected: FunnelStep
  /** The place the page is about. */
  readonly here?: boolean
}

/** What is expected at one size: 95 of 100 lie between the inner limits, 998 of 1,000 between the outer. */
export type FunnelStep = {
  readonly size: number
  readonly middle: number
  readonly innerLow: number
  readonly innerHigh: number
  readonly outerLow: number
  readonly outerHigh: number
}

type Drawn = {
  readonly id: string
  readonly points: readonly FunnelPoint[]
  /** By size, small to large. */
  readonly steps: readonly FunnelStep[]
  readonly rowId: (point: FunnelPoint) => string
  readonly width: number
  readonly height: number
  readonly look: string
  readonly name: string
  /** Drawn for a file: nothing in it can be followed. */
  readonly still?: boolean
}

const round = (value: number) => Number(value.toFixed(1))

/** The funnel as a drawing: a band for what is expected, a point per place, and a name at those outside it. */
export function FunnelDrawing(props: Drawn) {
  const { points, steps, width, height } = props
  const frame = frameOf(props)
  const { x, y, left, right, top, bottom } = frame
  const band = area<FunnelStep>(
    ({ size }) => round(x(size)),
    ({ innerLow }) => round(y(innerLow)),
    ({ innerHigh }) => round(y(innerHigh)),
  )
  const curve = (of: (step: FunnelStep) => number) =>
    line<FunnelStep>(
      ({ size }) => round(x(size)),
      (step) => round(y(of(step))),
    )(steps) ?? ''
  const clip = `${props.id}-vlak-${width}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links inside is a group, not an image
    <svg class={`sv-grafiek ${props.look}`} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={props.name}>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing takes no focus */}
      <g aria-hidden="true">
        <clipPath id={clip}>
          <rect x={round(left)} y={top} width={round(right - left)} height={round(bottom - top)} />
        </clipPath>
        <g clip-path={`url(#${clip})`}>
          <path class="g-verwacht" d={band(steps) ?? ''} />
          <path class="g-grens" d={curve(({ outerLow }) => outerLow)} />
          <path class="g-grens" d={curve(({ outerHigh }) => outerHigh)} />
        </g>
        {frame.valueTicks.map((tick) => (
          <>
            <path class={tick === 0 ? 'g-as' : 'g-raster'} d={`M${round(left)} ${round(y(tick))}H${right}`} />
            <text class="g-tekst" x={round(left - 8)} y={round(y(tick) + 4)} text-anchor="end">
              {number(tick)}
            </text>
          </>
        ))}
        <g clip-path={`url(#${clip})`}>
          <path class="g-midden" d={curve(({ middle }) => middle)} />
        </g>
        {frame.sizeTicks.map((tick) => (
          <>
            <path class="g-as" d={`M${round(x(tick))} ${bottom}v4`} />
            <text class="g-tekst" x={round(x(tick))} y={bottom + 19} text-anchor="middle">
              {number(tick)}
            </text>
          </>
        ))}
        {labelsOf(props, frame).map((label) => (
          <text class={`g-tekst g-halo ${label.tone}`} x={round(label.x)} y={round(label.y)} text-anchor={label.anchor}>
            {label.text}
          </text>
        ))}
      </g>
      {points.map((point) =>
        props.still ? (
          <Mark point={point} x={round(x(point.size))} y={round(y(point.value))} />
        ) : (
          <Place
            point={point}
            rowId={props.rowId(point)}
            x={round(x(point.size))}
            y={round(y(point.value))}
            width={width}
          />
        ),
      )}
    </svg>
  )
}

type Frame = ReturnType<typeof frameOf>

function frameOf({ points, steps, width, height }: Drawn) {
  const highest = Math.max(...points.flatMap(({ value, expected }) => [value, expected.innerHigh]))
  const value = scaleLinear([0, highest * 1.04], [0, 1]).nice(5)
  const valueTicks = value.ticks(5)
  const left = Math.max(...valueTicks.map((tick) => textWidth(number(tick)))) + 12
  const [top, right, bottom] = [12, width - 14, height - 28]
  value.range([bottom, top])
  const x = scaleLog([steps[0]?.size ?? 1, steps.at(-1)?.size ?? 10], [left, right])
  // 1, 2 and 5 times a power of ten, as far as there is room for their text.
  const sizeTicks: number[] = []
  for (const tick of x.ticks(20).filter((tick) => /^[125]0*$/.test(String(tick)))) {
    const last = sizeTicks.at(-1)
    const reach = x(tick) + textWidth(number(tick)) / 2
    const room = last === undefined ? Number.POSITIVE_INFINITY : x(tick) - x(last)
    if (reach <= width && room > textWidth(number(tick)) + 8) sizeTicks.push(tick)
  }
  return { x, y: value, left, right, top, bottom, valueTicks, sizeTicks }
}

const tones = { higher: 'g-tekst--hoger', lower: 'g-tekst--lager', usual: 'g-tekst--inkt', tooFew: 'g-tekst--inkt' }

/** Names only for those outside the limits, and for the place the page is about: beside their point, where there is room. */
function labelsOf({ points, width, height }: Drawn, { x, y }: Frame): Label[] {
  const named = points.filter(({ standing, here }) => here || standing === 'higher' || standing === 'lower')
  const places = points.map((point) => ({
    left: x(point.size) - 5,
    right: x(point.size) + 5,
    top: y(point.value) - 5,
    bottom: y(point.value) + 5,
  }))
  const wishes = named
    .toSorted((one, other) => Number(other.here ?? false) - Number(one.here ?? false))
    .map((point) => {
      const [px, py] = [x(point.size), y(point.value)]
      const label = (dx: number, dy: number, anchor: Label['anchor']): Label => ({
        text: point.name,
        x: px + dx,
        y: py + dy,
        anchor,
        tone: tones[point.standing],
      })
      return [label(9, 4, 'start'), label(-9, 4, 'end'), label(0, -10, 'middle'), label(0, 19, 'middle')]
    })
  return placeLabels(wishes, places, { left: 0, right: width, top: 0, bottom: height - 24 })
}

function Mark({ point, x, y }: { point: FunnelPoint; x: number; y: number }) {
  return (
    <>
      {point.here ? <circle class="g-hier" cx={x} cy={y} r="9" /> : null}
      <Sign standing={point.standing} x={x} y={y} />
    </>
  )
}

function Place(props: { point: FunnelPoint; rowId: string; x: number; y: number; width: number }) {
  const { point, x, y } = props
  const shown = `${point.name}: ${rate(point.value)}`
  const width = textWidth(shown) + 16
  const left = round(Math.min(Math.max(2, x - width / 2), props.width - width - 2))
  const top = y < 44 ? y + 12 : y - 38
  return (
    <a class="g-link" href={`#${props.rowId}`} aria-label={`${shown}, ${standingWords[point.standing]}`}>
      <circle class="g-raak" cx={x} cy={y} r="12" />
      <Mark point={point} x={x} y={y} />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing takes no focus */}
      <g class="g-waarde" aria-hidden="true">
        <rect class="g-waardevlak" x={left} y={top} width={round(width)} height="26" rx="2" />
        <text class="g-waardetekst" x={round(left + width / 2)} y={top + 17.5} text-anchor="middle">
          {shown}
        </text>
      </g>
    </a>
  )
}

/** How a place stands, in words. */
export const standingWords = {
  higher: 'hoger dan verwacht',
  lower: 'lager dan verwacht',
  usual: 'vergelijkbaar',
  tooFew: 'te weinig voorvallen om iets over te zeggen',
} as const satisfies Record<FunnelPoint['standing'], string>

/** A form of its own for each standing, so that colour comes last. */
export function Sign({ standing, x, y }: { standing: FunnelPoint['standing']; x: number; y: number }) {
  if (standing === 'higher') return <path class="g-punt--hoger" d={`M${x} ${y - 6.5}l6.5 11.5h-13z`} />
  if (standing === 'lower') return <path class="g-punt--lager" d={`M${x} ${y + 6.5}l6.5 -11.5h-13z`} />
  return <circle class={standing === 'usual' ? 'g-punt' : 'g-punt--open'} cx={x} cy={y} r="4.5" />
}
