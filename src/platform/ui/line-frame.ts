import { scaleLinear } from 'd3-scale'
import type { ChartModel } from './chart-model'
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
}

/** Scales for a drawing: counts start at zero, and the left margin fits the widest number. */
export function frameOf({ model, width, height, unit }: Drawing): Frame {
  const values = [
    ...model.points.map((point) => point.value),
    ...model.targets.flatMap((target) => [target.min ?? null, target.max ?? null]),
  ].filter((value) => value !== null)
  const highest = Math.max(0, ...values)
  const lowest = Math.min(0, ...values)
  const y = scaleLinear([lowest, highest === lowest ? 1 : highest], [0, 1]).nice(4)
  // Of what is counted there is no half.
  const ticks = y.ticks(4).filter((tick) => unit !== 'aantal' || Number.isInteger(tick))
  const left = Math.max(...ticks.map((tick) => textWidth(tickText(tick, unit)))) + 12
  const top = model.notes.length > 0 ? 44 : 26
  const [right, bottom] = [width - 14, height - 28]
  y.range([bottom, top])
  return { x: scaleLinear([model.from, model.to], [left, right]), y, left, right, top, bottom, ticks }
}

export function tickText(tick: number, unit: string | undefined): string {
  return unit === 'procent' ? `${number(tick)}%` : number(tick)
}
