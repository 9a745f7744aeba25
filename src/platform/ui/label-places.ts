/** Which labels fit on a drawing. Text is 13 px; a digit is about 7 px wide. */

export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

export type Label = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  /** Read from below: x and y are its middle. */
  readonly turned?: boolean
  readonly tone?: string
}

export function textWidth(text: string): number {
  return text.length * 7
}

export function boxOf(label: Label): Box {
  const width = textWidth(label.text)
  if (label.turned) {
    return { left: label.x - 8, right: label.x + 8, top: label.y - width / 2, bottom: label.y + width / 2 }
  }
  const left = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - width : label.x - width / 2
  return { left, right: left + width, top: label.y - 12, bottom: label.y + 4 }
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/**
 * Chooses for each wish, in order of importance, the first place that is free and inside the drawing. A wish without
 * such a place is left out: its value is still in the table. `always` takes the first place then.
 */
export function placeLabels(
  wishes: readonly (readonly Label[])[],
  taken: readonly Box[],
  inside: Box,
  always = false,
): Label[] {
  const boxes = [...taken]
  const placed: Label[] = []
  for (const options of wishes) {
    const free = options.find((label) => {
      const box = boxOf(label)
      const isInside =
        box.left >= inside.left && box.right <= inside.right && box.top >= inside.top && box.bottom <= inside.bottom
      return isInside && !boxes.some((other) => overlaps(box, other))
    })
    const fitting = free ?? (always ? options[0] : undefined)
    if (!fitting) continue
    boxes.push(boxOf(fitting))
    placed.push(fitting)
  }
  return placed
}
