import { type ChartModel, segments } from './chart-model'
import { type Box, boxOf, type Label, placeLabels } from './label-places'
import type { Drawing, Frame } from './line-frame'
import { qualified, quantity } from './wording'

export type TonedLabel = Label & { readonly tone: string }

/** The words on a drawing: what changed, the target and as many values as fit. */
export function labelsOf({ model, unit, width }: Drawing, frame: Frame): TonedLabel[] {
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
  const strokes = strokeBoxes(model, frame)
  const rings: Box[] = model.notes.map((note) => ({
    left: frame.x(note.middle) - 10,
    right: frame.x(note.middle) + 10,
    top: 11,
    bottom: 31,
  }))
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
  return placeLabels(wishes, [...dots, ...marks, ...strokes, ...gaps, ...rings], inside).map((label) => ({
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
  const low = typeof last.min === 'number' ? frame.y(last.min) : y
  const places: Label[] = [
    { text, x, y: y - 9, anchor: 'end' },
    { text, x, y: low + 18, anchor: 'end' },
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
