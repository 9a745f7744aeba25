import { describe, expect, test } from 'vitest'
import { hasRealBoundaries, realBuurten, realWijken } from '../../../test/environment/features/real'
import type { GeoFeature } from '../../../test/environment/features/server'
import { type Outline, outlinesOf, type Position, type Shape } from './outline'
import { lightOutlines } from './outline-light'

const stored = (shapes: readonly Shape[]): readonly Outline[] => {
  const outlines = outlinesOf(shapes)
  if (typeof outlines === 'string') throw new Error(outlines)
  return outlines
}
const size = (outlines: readonly Outline[] | null) => outlines?.reduce((sum, { path }) => sum + path.length, 0) ?? 0

/** A border between two places that bends as borders do, the same from both sides. */
function bent([ax, ay]: Position, [bx, by]: Position): Position[] {
  const isTurned = ax > bx || (ax === bx && ay > by)
  const [[fx, fy], [tx, ty]] = isTurned
    ? [[bx, by] as const, [ax, ay] as const]
    : [[ax, ay] as const, [bx, by] as const]
  const line = Array.from({ length: 30 }, (_, at): Position => {
    const part = at / 30
    const aside = 0.0014 * Math.sin(part * Math.PI) * Math.sin(at * 0.5 + fx * 900 + fy * 700)
    return [
      fx + (tx - fx) * part + aside * (ty - fy === 0 ? 0 : 1),
      fy + (ty - fy) * part + aside * (tx - fx === 0 ? 0 : 1),
    ]
  })
  return isTurned ? [[ax, ay], ...line.slice(1).toReversed()] : line
}

/** A municipality of so many by so many areas, each of about a square kilometre. */
function municipality(wide: number, high: number): Shape[] {
  const corner = (x: number, y: number): Position => [5 + x * 0.012, 52 + y * 0.008]
  return Array.from({ length: wide * high }, (_, at) => {
    const [x, y] = [at % wide, Math.floor(at / wide)]
    const corners = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)]
    const ring = corners.flatMap((from, nth) => bent(from, corners[(nth + 1) % 4] ?? from))
    return { code: `BU${at}`, polygons: [[[...ring, ring[0] ?? [5, 52]]]] }
  })
}

describe('the outlines of one map', () => {
  test('stay as they are stored when they fit', () => {
    const small = stored(municipality(3, 3))
    expect(lightOutlines(small)).toBe(small)
  })

  test('of a municipality with 240 areas take 10 kB at most, each area still there with its sign inside its box', () => {
    const large = stored(municipality(16, 15))
    expect(size(large)).toBeGreaterThan(10_240)
    const light = lightOutlines(large) ?? []
    expect(size(light)).toBeGreaterThan(0)
    expect(size(light)).toBeLessThanOrEqual(10_240)
    expect(light.map(({ code }) => code)).toEqual(large.map(({ code }) => code))
    for (const { path, box, mark } of light) {
      expect(path).toMatch(/^(M-?\d+ -?\d+l(-?\d+ ?)+z)+$/)
      expect(mark[0] > box[0] && mark[0] < box[2] && mark[1] > box[1] && mark[1] < box[3]).toBe(true)
    }
  })

  test('are none where even bare corners do not fit', () => {
    expect(lightOutlines(stored(municipality(40, 40)))).toBeNull()
  })
})

test.skipIf(!hasRealBoundaries)('every real municipality of the region fits, by wijk and by buurt', () => {
  const shapeOf = ({ properties, geometry }: GeoFeature): Shape => ({
    code: String(properties.statcode),
    polygons: (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Position[][][],
  })
  for (const features of [realWijken(2026), realBuurten(2026)]) {
    const byMunicipality = Map.groupBy(stored(features.map(shapeOf)), ({ code }) => code.slice(2, 6))
    expect(byMunicipality.size).toBeGreaterThan(30)
    for (const outlines of byMunicipality.values()) {
      const light = lightOutlines(outlines)
      expect(light).toHaveLength(outlines.length)
      expect(size(light)).toBeLessThanOrEqual(10_240)
    }
  }
})
