import { type ChartModel, type Span, segments } from './chart-model'
import { type Box, boxOf, type Label, placeLabels } from './label-places'
import type { Drawing, Frame } from './line-frame'
import { qualified, quantity } from './wording'

/** The part of the field that a hole takes: its lower half, so that a target above it stays readable. */
export function gapBox(gap: Span, frame: Frame): Box {
  const top = frame.top + (frame.bottom - frame.top) * 0.42
  return { left: frame.x(gap.start) + 5, right: frame.x(gap.end) - 5, top, bottom: frame.bottom - 6 }
}

/** The words on a drawing: what changed, the target, the holes and as many values as fit. */
export function labelsOf({ model, unit, width }: Drawing, frame: Frame): Label[] {
  const drawn = [...drawnBoxes(model, frame), ...ringBoxes(frame), ...strokeBoxes(model, frame)]
  const inside: Box = { left: frame.left - 6, right: width - 1, top: 0, bottom: frame.bottom - 1 }
  const breaks = model.breaks.map((item) => breakPlaces(item.label, frame.x(item.at)))
  const holes = model.gaps.map((gap) => gapBox(gap, frame))
  const first = placeLabels([...breaks, ...targetPlaces(model, frame)], [...drawn, ...holes.flatMap(borders)], inside)
  const taken = [...drawn, ...first.map(boxOf)]
  const unknown = placeLabels(holes.map(unknownPlaces), taken, inside, true)
  const values = placeLabels(valuePlaces(model, frame, unit), [...taken, ...holes], inside)
  return [...first, ...unknown, ...values]
}

/** Dots and marks of targets. */
function drawnBoxes(model: ChartModel, frame: Frame): Box[] {
  const dots = model.points.flatMap((point) => {
    if (point.value === null) return []
    const [x, y] = [frame.x(point.middle), frame.y(point.value)]
    const [high, low] = point.margin ? [frame.y(point.margin.high), frame.y(point.margin.low)] : [y, y]
    return [{ left: x - 6, right: x + 6, top: Math.min(y, high) - 6, bottom: Math.max(y, low) + 6 }]
  })
  const marks = model.targets.flatMap((target) =>
    [target.min, target.max].flatMap((value) => {
      if (typeof value !== 'number') return []
      const [x, y] = [frame.x(target.middle), frame.y(value)]
      return [{ left: x - 8, right: x + 8, top: y - 3, bottom: y + 3 }]
    }),
  )
  return [...dots, ...marks]
}

const ringBoxes = ({ rings }: Frame): Box[] =>
  rings.map(({ x, y }) => ({ left: x - 10, right: x + 10, top: y - 10, bottom: y + 10 }))

/** The edge of a hole: text may stand within it, not on it. */
function borders({ left, right, top, bottom }: Box): Box[] {
  return [
    { left, right, top: top - 1, bottom: top + 1 },
    { left: left - 1, right: left + 1, top, bottom },
    { left: right - 1, right: right + 1, top, bottom },
  ]
}

function unknownPlaces(hole: Box): Label[] {
  const text = 'onbekend'
  const x = (hole.left + hole.right) / 2
  const height = hole.bottom - hole.top
  const isTurned = hole.right - hole.left < 58
  return [0.5, 0.75, 0.3, 0.62, 0.4].map((share) => {
    const y = hole.top + height * share
    return isTurned ? { text, x, y, anchor: 'middle', turned: true } : { text, x, y: y + 4, anchor: 'middle' }
  })
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
  const low = typeof last.min === 'number' ? frame.y(last.min) : y
  const tone = 'g-tekst--accent'
  const first = model.targets.find((target) => typeof (target.max ?? target.min) === 'number') ?? last
  const [firstX, firstY] = [frame.x(first.middle) - 8, frame.y(first.max ?? first.min ?? value)]
  const places: Label[] = [
    ...[9, 18, 27].map((rise): Label => ({ text, x, y: y - rise, anchor: 'end', tone })),
    { text, x: firstX, y: firstY - 9, anchor: 'start', tone },
    { text, x, y: low + 18, anchor: 'end', tone },
    { text, x: x - 16, y: y - 9, anchor: 'start', tone },
    { text, x: x - 22, y: y + 4, anchor: 'end', tone },
    { text, x: firstX, y: low + 18, anchor: 'start', tone },
    ...model.targets.flatMap((target) => {
      const [middle, height] = [frame.x(target.middle), frame.y(target.max ?? target.min ?? value)]
      return ['doel', text].flatMap((words): Label[] => [
        { text: words, x: middle, y: height - 9, anchor: 'middle', tone },
        { text: words, x: middle, y: height + 18, anchor: 'middle', tone },
      ])
    }),
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
    const tone = 'g-tekst--inkt'
    const index = known.indexOf(point)
    const around = [known[index - 1], known[index + 1]].flatMap((other) => other?.value ?? [])
    const isLow = around.length > 0 && around.every((value) => value > (point.value ?? 0))
    const above: Label = { text, x, y: y - 11, anchor: 'middle', tone }
    const below: Label = { text, x, y: y + 21, anchor: 'middle', tone }
    const sides: Label[] = [
      { text, x: x - 9, y: y + 5, anchor: 'end', tone },
      { text, x: x + 9, y: y + 5, anchor: 'start', tone },
    ]
    const tight: Label[] = []
    if (boxOf(above).right > frame.right + 12) tight.push({ text, x: x + 8, y: y - 11, anchor: 'end', tone })
    if (boxOf(above).left < frame.left - 6) tight.push({ text, x: x - 6, y: y - 11, anchor: 'start', tone })
    return [isLow ? [below, above, ...sides] : [...tight, above, below, ...sides]]
  })
}

/** The lines of values, targets and breaks as a row of small boxes, so that no label lies on them. */
function strokeBoxes(model: ChartModel, frame: Frame): Box[] {
  const values = segments(model, model.points).map(([a, b]) => [a.middle, a.value, b.middle, b.value] as const)
  const goals = (['min', 'max'] as const).flatMap((side) =>
    model.targets.slice(1).flatMap((target, index) => {
      const previous = model.targets[index]
      if (!previous || Math.abs(previous.end - target.start) > 0.01) return []
      return [[previous.middle, previous[side], target.middle, target[side]] as const]
    }),
  )
  const boxes = [...values, ...goals].flatMap(([fromTime, from, toTime, to]) => {
    if (typeof from !== 'number' || typeof to !== 'number') return []
    const steps = 16
    return Array.from({ length: steps - 1 }, (_, step) => {
      const share = (step + 1) / steps
      const x = frame.x(fromTime + (toTime - fromTime) * share)
      const y = frame.y(from + (to - from) * share)
      return { left: x - 1, right: x + 1, top: y - 1, bottom: y + 1 }
    })
  })
  const breaks = model.breaks.map((item) => {
    const x = frame.x(item.at)
    return { left: x - 3, right: x + 3, top: 0, bottom: frame.bottom }
  })
  return [...boxes, ...breaks]
}
