import { monitorEventLoopDelay } from 'node:perf_hooks'
import { describe, expect, test } from 'vitest'
import { pngOf } from './raster'

const svg = (words: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="660" height="400"><text x="20" y="40" font-family="Source Sans 3">${words}</text></svg>`
const sizeOf = (png: Uint8Array) => new DataView(png.buffer, png.byteOffset).getUint32(16)

const drawn = async (text: string) => {
  const png = await pngOf(text)
  if (!png) throw new Error('too many drawings wait')
  return png
}

describe('a drawing as dots', () => {
  test('is twice its size', async () => {
    expect(sizeOf(await drawn(svg('een')))).toBe(1320)
  })
  test('is the same for who asks again, also at the same moment', async () => {
    const [one, other] = await Promise.all([pngOf(svg('twee')), pngOf(svg('twee'))])
    expect(one).toBe(other)
    expect(await pngOf(svg('twee'))).toBe(one)
    expect(await pngOf(svg('drie'))).not.toBe(one)
  })
  test('that is no drawing is refused, and the next one is made', async () => {
    await expect(pngOf('geen tekening')).rejects.toThrow()
    expect(sizeOf(await drawn(svg('vier')))).toBe(1320)
  })
  test('leaves the thread of the requests free', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    await Promise.all(Array.from({ length: 10 }, (_, at) => pngOf(svg(`vijf ${at}`.repeat(40)))))
    delay.disable()
    // In this thread ten would stand in the way for hundreds of milliseconds together.
    expect(delay.percentile(50) / 1e6).toBeLessThan(30)
  })
  test('is refused when too many wait', async () => {
    const all = await Promise.all(Array.from({ length: 60 }, (_, at) => pngOf(svg(`zes ${at}`))))
    expect(all.filter((png) => png === null).length).toBeGreaterThan(0)
    expect(all.filter((png) => png !== null)).toHaveLength(50)
  })
})
