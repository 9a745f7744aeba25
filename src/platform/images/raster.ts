import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const fromHere = createRequire(import.meta.url)
const file = (name: string) => readFile(fromHere.resolve(name))

/** Loaded once, when the first picture is asked for. A font that cannot be read is a fault: letters would be missing. */
let loading: Promise<readonly Uint8Array[]> | null = null

async function load(): Promise<readonly Uint8Array[]> {
  await initWasm(await file('@resvg/resvg-wasm/index_bg.wasm'))
  return Promise.all([
    file('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
    file('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
  ])
}

/** An SVG as PNG, at twice its size: sharp on a phone and in print. */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  loading ??= load()
  const fontBuffers = await loading
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: { fontBuffers: [...fontBuffers], defaultFontFamily: 'Source Sans 3' },
  })
  try {
    return Uint8Array.from(resvg.render().asPng())
  } finally {
    resvg.free()
  }
}
