import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const port = parentPort
if (!port) throw new Error('png.worker runs as a worker thread only')

export type PngCall = { readonly id: number; readonly svg: string }
export type PngAnswer = { readonly id: number; readonly png?: Uint8Array<ArrayBuffer>; readonly fault?: string }

const require = createRequire(import.meta.url)
const file = (name: string) => readFileSync(require.resolve(name))
// A font that cannot be read is a fault: letters would be missing.
const fontBuffers = [
  file('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  file('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
]
const loading = initWasm(file('@resvg/resvg-wasm/index_bg.wasm'))

port.on('message', async ({ id, svg }: PngCall) => {
  try {
    await loading
    const resvg = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: 2 },
      font: { fontBuffers, defaultFontFamily: 'Source Sans 3' },
    })
    const png = Uint8Array.from(resvg.render().asPng())
    resvg.free()
    port.postMessage({ id, png } satisfies PngAnswer)
  } catch (fault) {
    port.postMessage({ id, fault: String((fault as { message?: unknown })?.message ?? fault) } satisfies PngAnswer)
  }
})
