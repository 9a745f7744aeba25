import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openEmptyDatabase } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { anonymous, reading } from '../../platform/db/database'
import { type Outline, outlinesOf, type Position, refusalToOutline, type Shape } from './outline'
import { boundariesOn } from './outline.store'
import { saveBoundaries } from './outline.verbs'

const shape = (code: string, ...ring: Position[]): Shape => ({ code, polygons: [[ring]] })
const made = (shapes: readonly Shape[]): readonly Outline[] => {
  const outlines = outlinesOf(shapes)
  if (typeof outlines === 'string') throw new Error(outlines)
  return outlines
}
/** The lines of a path, each as `x y x y` with the lower end first, and how often each is drawn. */
function linesOf(outlines: readonly Outline[]): Map<string, number> {
  const lines = new Map<string, number>()
  for (const { path } of outlines) {
    for (const ring of path.split('M').slice(1)) {
      const [start = '', steps = ''] = ring.replace('z', '').split('l')
      let [x = 0, y = 0] = start.split(' ').map(Number)
      const cells = [[x, y]]
      const numbers = steps.split(' ').map(Number)
      for (let at = 0; at < numbers.length; at += 2) {
        x += numbers[at] ?? 0
        y += numbers[at + 1] ?? 0
        cells.push([x, y])
      }
      for (const [at, cell] of cells.entries()) {
        const next = cells[(at + 1) % cells.length] ?? cell
        const line = [cell.join(' '), next.join(' ')].sort().join(' ')
        lines.set(line, (lines.get(line) ?? 0) + 1)
      }
    }
  }
  return lines
}

// A border in waves between two neighbours, drawn downwards by one and upwards by the other.
const border: Position[] = Array.from({ length: 41 }, (_, at) => [5.1 + 0.01 * Math.sin(at / 3), 52.3 - at / 400])
const west = shape('W', [5, 52.3], ...border, [5, 52.2], [5, 52.3])
const east = shape('O', [5.2, 52.3], [5.2, 52.2], ...border.toReversed(), [5.2, 52.3])

describe('outlines', () => {
  test('lie on whole numbers, north up, with fewer points', () => {
    const [one] = made([west])
    expect(one?.path).toMatch(/^M-?\d+ -?\d+l(-?\d+ ?)+z$/)
    expect(one?.path.split(' ').length).toBeLessThan(41)
    const [left = 0, top = 0, right = 0, bottom = 0] = one?.box ?? []
    expect(top).toBeLessThan(bottom)
    const [x = 0, y = 0] = one?.mark ?? []
    expect(x > left && x < right && y > top && y < bottom).toBe(true)
  })

  test('bent around another area have their sign in themselves and not in that other', () => {
    const bent = shape('U', [5, 52.3], [5.02, 52.3], [5.02, 52.12], [5.3, 52.12], [5.3, 52.1], [5, 52.1], [5, 52.3])
    const [one] = made([bent])
    const perDegree = (111_240 / 25) * Math.cos((52.2 / 180) * Math.PI)
    const [x = 0] = one?.mark ?? []
    expect(x > 5 * perDegree && x < 5.02 * perDegree).toBe(true)
  })

  test('of neighbours share their border line for line', () => {
    const shared = [...linesOf(made([west, east])).values()].filter((times) => times === 2).length
    expect(shared).toBeGreaterThan(5)
    // The border is as simple alone as beside the other, so each line of it is drawn twice and none a little off.
    const middle = [...linesOf(made([west, east]))].filter(([line]) => {
      const [x1 = 0, , x2 = 0] = line.split(' ').map(Number)
      const between = (x: number) => x > made([west])[0]!.box[0] + 50 && x < made([east])[0]!.box[2] - 50
      return between(x1) && between(x2)
    })
    expect(middle.map(([, times]) => times)).toEqual(middle.map(() => 2))
  })

  test('of a part too small to see are left out, but never the whole area', () => {
    const island: Position[] = [
      [5.5, 52],
      [5.5001, 52],
      [5.5001, 52.0001],
      [5.5, 52],
    ]
    const [both] = made([{ code: 'W', polygons: [...west.polygons, [island]] }])
    expect(both?.path.match(/M/g)).toHaveLength(1)
    expect(made([shape('I', [5.5, 52], [5.501, 52], [5.501, 52.001])])[0]?.path).toMatch(/^M/)
  })
})

test.each([
  [[], 'empty'],
  [[shape('A', [5, 52], [5.1, 52])], 'empty'],
  [[west, west], 'twice'],
  [[shape('A', [155_000, 463_000], [156_000, 463_000], [156_000, 464_000])], 'not-degrees'],
  [[west, east], null],
])('shapes %#: %s', (shapes, refusal) => expect(refusalToOutline(shapes as Shape[])).toBe(refusal))

test('are kept per release, and a map is whole or there is none', async () => {
  const { db, close } = await openEmptyDatabase()
  const save = (validFrom: string, shapes: readonly Shape[]) =>
    saveBoundaries(db, { source: 'toets', title: 'CBS, Kadaster', validFrom: day(validFrom), shapes })
  const on = (text: string, ...codes: string[]) => reading(db, anonymous, (tx) => boundariesOn(tx, codes, day(text)))
  expect(await save('2025-01-01', [west, east])).toEqual({ isNew: true })
  expect(await save('2025-01-01', [east, west])).toEqual({ isNew: false })
  expect(await save('2027-01-01', [west])).toEqual({ isNew: true })
  expect(await save('2027-01-01', [])).toEqual({ refusal: 'empty' })
  expect((await on('2026-11-24', 'W', 'O'))?.outlines.map(({ code }) => code)).toEqual(['O', 'W'])
  expect(await on('2026-11-24', 'W')).toMatchObject({ title: 'CBS, Kadaster', validFrom: '2025-01-01' })
  expect(await on('2027-06-01', 'W', 'O')).toBeNull()
  expect(await on('2024-12-31', 'W')).toBeNull()
  await close()
})

const real = ['midden-nederland_gemeenten_2022', 'nederland_gemeenten_2025_vereenvoudigd'].map(
  (name) => `../shared/data/grenzen-gemeenten/${name}.geojson`,
)
describe.skipIf(!real.every((path) => existsSync(path)))(
  'real municipalities (files of CBS and Kadaster, not kept here)',
  () => {
    type Feature = { properties: { statcode: string }; geometry: { type: string; coordinates: unknown } }
    const shapesOf = (path: string): Shape[] =>
      (JSON.parse(readFileSync(path, 'utf8')) as { features: Feature[] }).features.map(({ properties, geometry }) => ({
        code: properties.statcode,
        polygons: (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Position[][][],
      }))

    test.each(real)('%s: each well under 10 kB, and no border is drawn nearly twice', (path) => {
      const shapes = shapesOf(path)
      const outlines = made(shapes)
      expect(outlines).toHaveLength(shapes.length)
      expect(Math.max(...outlines.map((one) => one.path.length))).toBeLessThan(6000)
      const times = [...linesOf(outlines).values()]
      expect(times.filter((count) => count > 2)).toEqual([])
      const points = (path: string) => (path.match(/-?\d+/g) ?? []).length / 2
      const before = shapes.flatMap(({ polygons }) => polygons.flat(2)).length
      expect(outlines.reduce((sum, one) => sum + points(one.path), 0)).toBeLessThan(before)
    })
  },
)
