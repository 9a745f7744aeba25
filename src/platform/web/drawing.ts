import { pngOf } from '../images/raster'
import type { Ask } from './ask'
import { publicPage, type Route } from './route'

/** A drawing that stands alone, and what its file is called, without the end. */
export type Drawn = { readonly svg: string; readonly name: string; readonly headers?: Readonly<Record<string, string>> }

/** A drawing as lines and as dots, each at an address of its own. */
export const drawingPages = (path: string, draw: (ask: Ask) => Promise<Response | Drawn>): Route[] =>
  (['svg', 'png'] as const).map((kind) =>
    publicPage(`${path}.${kind}`, async (ask) => drawingFile(ask, await draw(ask), kind)),
  )

async function drawingFile(ask: Ask, drawn: Response | Drawn, kind: 'svg' | 'png'): Promise<Response> {
  if (drawn instanceof Response) return drawn
  const headers = { ...drawn.headers, 'content-disposition': `inline; filename="${drawn.name}.${kind}"` }
  if (kind === 'svg') return ask.file(drawn.svg, 'image/svg+xml; charset=utf-8', headers)
  const png = await pngOf(drawn.svg)
  return png
    ? ask.file(png, 'image/png', headers)
    : new Response('Te druk. Probeer het over een paar seconden opnieuw.', {
        status: 503,
        headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' },
      })
}

/** The address of the page that a drawing is of, as it stands below it, with what that page reads of the question. */
export function pageOfDrawing(ask: Ask, read: readonly string[]): string {
  const address = new URL(ask.path.replace(/\/\w+\.\w+$/, ''), ask.installation.baseUrl)
  address.search = String(new URLSearchParams([...ask.query].filter(([name]) => read.includes(name))))
  return address.href
}
