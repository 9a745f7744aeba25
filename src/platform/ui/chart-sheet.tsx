import type { Child } from 'hono/jsx'

/** What every drawing that stands alone has around it. */
export type Sheet = {
  /** The finding, in a sentence. */
  readonly title: string
  readonly measure: string
  /** Said large above the drawing, so that it goes where the drawing goes. */
  readonly warning?: string | undefined
  /** Source, period and what the signs mean: each its own line. */
  readonly footer: readonly string[]
}

/** So wide is the drawing on a sheet. */
export const sheetWidth = 600
const margin = 30
const width = sheetWidth + 2 * margin
const papier = '#fffdf9'
const inkt = '#201c19'
const grey = '#564e46'

/**
 * A drawing as an SVG that stands alone: with its title, source and colours, and no style of ours around it. Colours are
 * attributes, because a style within it would not count under our own security policy.
 */
export async function onSheet(sheet: Sheet, drawing: Child, height: number): Promise<string> {
  const title = wrapped(sheet.title, 72)
  const footer = sheet.footer.flatMap((line) => wrapped(line, 96))
  const top = sheet.warning ? 58 : 20
  const drawingTop = top + title.length * 23 + 30
  const footerTop = drawingTop + height + 22
  const whole = footerTop + footer.length * 18 + 4
  const file = await (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${whole}`}
      width={width}
      height={whole}
      font-family="Source Sans 3, Noto Sans, Segoe UI, sans-serif"
      font-size="13"
    >
      <title>{[sheet.warning, sheet.title].filter(Boolean).join(' ')}</title>
      <rect width={width} height={whole} fill={papier} />
      {sheet.warning ? (
        <g>
          <rect x={margin} y="18" width={width - 2 * margin} height="30" fill="none" stroke={inkt} stroke-width="1.5" />
          <text x={margin + 12} y="38" font-size="15" font-weight="600" fill={inkt}>
            {sheet.warning}
          </text>
        </g>
      ) : null}
      {title.map((line, index) => (
        <text x={margin} y={top + 20 + index * 23} font-size="18" font-weight="600" fill={inkt}>
          {line}
        </text>
      ))}
      <text x={margin} y={top + 20 + title.length * 23} fill={grey}>
        {sheet.measure}
      </text>
      <g transform={`translate(${margin} ${drawingTop})`}>DRAWING</g>
      {footer.map((line, index) => (
        <text x={margin} y={footerTop + index * 18} fill={grey}>
          {line}
        </text>
      ))}
    </svg>
  )
  // A drawing within a drawing takes the size of the outer one, unless it has its own.
  const inner = coloured(String(await drawing)).replace('<svg', `<svg width="${sheetWidth}" height="${height}"`)
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
  'g-staaf': { fill: '#8a8074' },
  'g-was': { stroke: inkt, 'stroke-width': '2', fill: 'none' },
  'g-lijn': { stroke: inkt, 'stroke-width': '2', fill: 'none', 'stroke-linecap': 'round' },
  'g-lijn--vl': { 'stroke-dasharray': '4 4', 'stroke-linecap': 'butt' },
  'g-doel': { stroke: '#6d1f54', 'stroke-width': '1.5', 'stroke-dasharray': '9 4 2 4', fill: 'none' },
  'g-breuk': { stroke: grey, 'stroke-width': '1', 'stroke-dasharray': '3 3', fill: 'none' },
  'g-marge': { stroke: grey, 'stroke-width': '1.5', fill: 'none' },
  'g-noot': { stroke: grey, 'stroke-width': '1', fill: 'none' },
  'g-nootring': { fill: papier, stroke: inkt, 'stroke-width': '1.25' },
  'g-doelpunt': { stroke: '#6d1f54', 'stroke-width': '3', fill: 'none' },
  'g-doelband': { stroke: '#6d1f54', 'stroke-width': '1.5', fill: 'none' },
  'g-leeg': { fill: 'none', stroke: '#8a8074', 'stroke-dasharray': '3 3' },
  'g-verwacht': { fill: '#efe8dc' },
  'g-grens': { stroke: '#8a8074', 'stroke-width': '1', 'stroke-dasharray': '3 3', fill: 'none' },
  'g-midden': { stroke: grey, 'stroke-width': '1', fill: 'none' },
  'g-hier': { stroke: '#6d1f54', 'stroke-width': '2', fill: 'none' },
  'g-punt--hoger': { fill: '#8a4600' },
  'g-punt--lager': { fill: '#07575f' },
  'g-tekst--hoger': { fill: '#8a4600', 'font-weight': '600' },
  'g-tekst--lager': { fill: '#07575f', 'font-weight': '600' },
  'g-gebied': { fill: '#fffdf9', stroke: grey },
  'g-gebied--hoger': { fill: '#f6e5cf' },
  'g-gebied--lager': { fill: '#d5eaec' },
  'g-gebied--onbekend': { fill: '#efe8dc' },
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
