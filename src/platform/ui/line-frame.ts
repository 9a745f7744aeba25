import { scaleLinear } from 'd3-scale'
import type { ChartModel, ChartNote, Placed } from './chart-model'
import { textWidth } from './label-places'
import { number } from './wording'

export type Drawing = {
  readonly model: ChartModel
  readonly width: number
  readonly height: number
  readonly unit?: string
  readonly name: string
  readonly look: string
  /** Drawn for a file: nothing in it can be followed. */
  readonly still?: boolean
}

/** A value or a moment to a place on the drawing. */
type Scale = (value: number) => number
/** The field within the axes. */
export type Frame = {
  readonly x: Scale
  readonly y: Scale
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly ticks: readonly number[]
  /** The rings of the notes: where they stand, those too close to the one before a row lower. */
  readonly rings: readonly { readonly note: Placed<ChartNote>; readonly x: number; readonly y: number }[]
}

const ringHeight = 21
/** The middle of the highest ring. */
const ringTop = 21

/** Scales for a drawing: counts start at zero, and the left margin fits the widest number. */
export function frameOf({ model, width, height, unit }: Drawing): Frame {
  const values = [
    ...model.points.flatMap(({ value, margin }) => [value, margin?.low ?? null, margin?.high ?? null]),
    ...model.targets.flatMap((target) => [target.min ?? null, target.max ?? null]),
  ].filter((value) => value !== null)
  const highest = Math.max(0, ...values)
  const lowest = Math.min(0, ...values)
  const y = scaleLinear([lowest, highest === lowest ? 1 : highest], [0, 1]).nice(4)
  // Of what is counted there is no half.
  const ticks = y.ticks(4).filter((tick) => unit !== 'aantal' || Number.isInteger(tick))
  const left = Math.max(...ticks.map((tick) => textWidth(tickText(tick, unit)))) + 12
  const [right, bottom] = [width - 14, height - 28]
  const x = scaleLinear([model.from, model.to], [left, right])
  const rings = ringsOf(model, x)
  const top = rings.length > 0 ? Math.max(...rings.map((ring) => ring.y)) + 23 : 26
  y.range([bottom, top])
  return { x, y, left, right, top, bottom, ticks, rings }
}

function ringsOf(model: ChartModel, x: Scale): Frame['rings'] {
  const rings: { note: Placed<ChartNote>; x: number; y: number }[] = []
  for (const note of model.notes) {
    const at = x(note.middle)
    const close = rings.filter((ring) => at - ring.x < ringHeight).map((ring) => (ring.y - ringTop) / ringHeight)
    const level = [0, 1, 2].find((one) => !close.includes(one)) ?? 0
    rings.push({ note, x: at, y: ringTop + level * ringHeight })
  }
  return rings
}

export function tickText(tick: number, unit: string | undefined): string {
  return unit === 'procent' ? `${number(tick)}%` : number(tick)
}
