import type { GeoFeature } from './server'

/** A square of so many degrees; `at` says where in rows of three. */
export function square(code: string, at: number, year: number, size = 0.1): GeoFeature {
  const [west, south] = [5 + 0.1 * (at % 3), 52 + 0.1 * Math.floor(at / 3)]
  const [east, north] = [west + size, south + size]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return {
    type: 'Feature',
    properties: { statcode: code, statnaam: code, jrstatcode: `${year}${code}` },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }
}

/** Invented municipalities of two wijken and a buurt, as the collections of PDOK are called. */
export function squares(codes: readonly string[], year: number): Record<string, GeoFeature[]> {
  const inside = (start: string, size: number) =>
    codes.map((code, at) => square(start.replace('0000', code.slice(2)), at, year, size))
  return {
    gemeente_gegeneraliseerd: inside('GM0000', 0.1),
    wijk_gegeneraliseerd: [...inside('WK000001', 0.05), ...inside('WK000002', 0.1)],
    buurt_gegeneraliseerd: inside('BU00000101', 0.05),
  }
}
