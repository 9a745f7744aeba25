import { type Month, monthRange } from '../../kernel/month'
import { allCrimes, type ExampleSeason } from './crime-type'

/** What example figures are made of. */
export type ExampleMunicipality = { readonly code: string; readonly name: string; readonly inhabitants: number }
export type ExampleType = {
  readonly code: string
  readonly isPublishedMonthly: boolean
  /** A year, per 100,000 inhabitants. */
  readonly rate: number
  readonly season: ExampleSeason
}
/** An invented area below a municipality, or the municipality itself; codes start with V, as none of CBS does. */
export type ExampleArea = {
  readonly code: string
  readonly name: string
  readonly kind: 'gemeente' | 'wijk' | 'buurt'
  readonly municipality: string
  readonly wijk: string | null
  /** The share of the crimes of the municipality. */
  readonly share: number
}
export type ExampleCounts = {
  readonly area: string
  readonly month: Month
  readonly counts: readonly (number | null)[]
}

/** The month example figures begin with: enough years to tell a change from chance. */
export const firstExampleMonth = '2019-01' as Month

const wijkNames = ['Noord', 'Zuid', 'Oost', 'West', 'Midden', 'Buitengebied']

/** The invented neighbourhoods of a municipality, each wijk before its buurten; the same every time. */
export function exampleAreas({ code, name, inhabitants }: ExampleMunicipality): ExampleArea[] {
  const wijken = Math.min(wijkNames.length, Math.max(2, Math.round(Math.sqrt(inhabitants / 10_000))))
  const own = { municipality: code, wijk: null }
  const areas: ExampleArea[] = [{ ...own, code, name, kind: 'gemeente', share: 1 }]
  const weights = Array.from({ length: wijken * 2 }, (_, at) => 0.3 + random(`${code}/${at}`)())
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  for (let at = 0; at < wijken; at++) {
    const wijk = `VW-${code}-${at + 1}`
    const shares = [weights[2 * at] ?? 0, weights[2 * at + 1] ?? 0].map((weight) => weight / total)
    const wijkName = `Voorbeeldwijk ${wijkNames[at]}`
    areas.push({ ...own, code: wijk, name: wijkName, kind: 'wijk', share: (shares[0] ?? 0) + (shares[1] ?? 0) })
    for (const [part, share] of shares.entries()) {
      const letter = 'AB'[part]
      const buurtName = `Voorbeeldbuurt ${wijkNames[at]} ${letter}`
      areas.push({
        code: `VB-${code}-${at + 1}${letter}`,
        name: buurtName,
        kind: 'buurt',
        municipality: code,
        wijk,
        share,
      })
    }
  }
  return areas
}

/**
 * Example counts of a municipality and its neighbourhoods from the first month to the last, in the order of `types`:
 * with season, trend and chance, the same every time, and every whole the sum of its parts.
 */
export function exampleCounts(
  municipality: ExampleMunicipality,
  types: readonly ExampleType[],
  lastMonth: Month,
): ExampleCounts[] {
  const areas = exampleAreas(municipality)
  const buurten = areas.filter(({ kind }) => kind === 'buurt')
  return monthRange(firstExampleMonth, lastMonth).flatMap((month) => {
    const drawn = new Map(
      buurten.map((buurt) => [
        buurt.code,
        types.map((type) => (type.code === allCrimes ? 0 : draw(municipality, buurt, type, month))),
      ]),
    )
    return areas.map((area) => {
      const parts = buurten.filter(
        ({ code, wijk }) => area.kind === 'gemeente' || code === area.code || wijk === area.code,
      )
      const sums = types.map((_, at) => parts.reduce((sum, { code }) => sum + (drawn.get(code)?.[at] ?? 0), 0))
      const all = sums.reduce((sum, count) => sum + count, 0)
      // What is hidden by itself does count in the total, as in the real figures.
      const counts = types.map((type, at) =>
        type.code === allCrimes ? all : type.isPublishedMonthly ? (sums[at] ?? 0) : null,
      )
      return { area: area.code, month, counts }
    })
  })
}

function draw(municipality: ExampleMunicipality, buurt: ExampleArea, type: ExampleType, month: Month): number {
  const years = Number(month.slice(0, 4)) - 2019 + Number(month.slice(5)) / 12
  // Each municipality has its own level and slope for each type.
  const own = random(`${municipality.code}/${type.code}`)
  const level = 0.75 + 0.5 * own()
  const slope = 1 + (own() - 0.5) * 0.06
  const expected =
    (municipality.inhabitants / 100_000) *
    (type.rate / 12) *
    buurt.share *
    level *
    slope ** years *
    season(type.season, month)
  return poisson(expected, random(`${buurt.code}/${type.code}/${month}`))
}

function season(kind: ExampleSeason, month: Month): number {
  const number = Number(month.slice(5))
  const wave = Math.cos(((number - 1) / 12) * 2 * Math.PI)
  if (kind === 'winter') return 1 + 0.35 * wave
  if (kind === 'zomer') return 1 - 0.3 * wave
  if (kind === 'oudejaar') return number === 12 || number === 1 ? 1.8 : 0.85
  return 1
}

/** Numbers from 0 up to 1 that are the same for the same text (FNV-1a and mulberry32). */
function random(seed: string): () => number {
  let state = 0x811c9dc5
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A draw from the Poisson distribution, by inversion: what is expected of a neighbourhood in a month is small. */
function poisson(mean: number, next: () => number): number {
  let left = next()
  let chance = Math.exp(-mean)
  let count = 0
  while (left > chance && count < 10_000) {
    left -= chance
    count++
    chance *= mean / count
  }
  return count
}
