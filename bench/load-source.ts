import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** What the police's server says of its table, and every answer of rows as a file. */
export type Recording = {
  readonly rows: number
  readonly bytes: number
  /** Every answer that holds rows, in the order of a load. */
  readonly files: readonly string[]
  readonly lists: Readonly<Record<string, unknown>>
}

type Area = { code: string; key: string; municipality: string; entry: Record<string, string> }
const pageRows = 10_000
const hidden = new Set(['1.4.1', '3.2.1', '3.2.2', '3.7.3'])

/**
 * Writes what the police's server would answer about the real 2,022 areas and 59 types in so many months, in files: small
 * numbers that add up. A part that does not fit in one answer becomes pages.
 */
export function record(folder: string, data: string, periods: readonly string[], port: number): Recording {
  mkdirSync(folder, { recursive: true })
  const read = (name: string): Record<string, string>[] =>
    parse(readFileSync(join(data, `nscr-misdaadconcentratie-47018ned/47018NED_${name}.csv`)), {
      columns: true,
      bom: true,
    })
  const types = read('SoortMisdrijf')
  const regions = read('WijkenEnBuurten_midden-nederland')
  const groups = new Map<string, Area[]>()
  for (const entry of regions) {
    const code = entry.Key?.trim() ?? ''
    if (code === 'NL00') continue
    const municipality = `GM${code.slice(2, 6)}`
    groups.set(municipality, [...(groups.get(municipality) ?? []), { code, key: entry.Key ?? '', municipality, entry }])
  }
  const files: string[] = []
  let rows = 0
  let bytes = 0
  const numbers = random()
  for (const period of periods)
    for (const [municipality, areas] of groups) {
      const counts = countsOf(areas, types, numbers)
      const lines = types.flatMap((type, t) =>
        areas.map((area, a) => {
          const count = counts[a]?.[t]
          return `{"SoortMisdrijf":"${type.Key}","WijkenEnBuurten":"${area.key}","Perioden":"${period}","GeregistreerdeMisdrijven_1":${count}}`
        }),
      )
      rows += lines.length
      const pages = lines.length > pageRows ? Math.ceil(lines.length / pageRows) : 1
      for (let page = 0; page < pages; page++) {
        const value = pages === 1 ? lines : lines.slice(page * pageRows, (page + 1) * pageRows)
        const next =
          page + 1 < pages
            ? `,"odata.nextLink":"http://127.0.0.1:${port}/ODataFeed/odata/47022NED/TypedDataSet?part=${municipality}-${period}-${page + 1}"`
            : ''
        const text = `{"odata.metadata":"x","value":[${value.join()}]${next}}`
        const file = join(folder, `${municipality}-${period}-${page}.json`)
        writeFileSync(file, text)
        bytes += text.length
        files.push(file)
      }
    }
  const entries = (list: Record<string, string>[]) => ({ value: list })
  return {
    rows,
    bytes,
    files,
    lists: {
      TableInfos: { value: [{ Title: 'Maandcijfers', Modified: '2026-11-15T02:00:00' }] },
      DataProperties: {
        value: [
          { Type: 'Dimension', Key: 'SoortMisdrijf', Title: '' },
          { Type: 'GeoDetail', Key: 'WijkenEnBuurten', Title: '' },
          { Type: 'TimeDimension', Key: 'Perioden', Title: '' },
          { Type: 'Topic', Key: 'GeregistreerdeMisdrijven_1', Title: '' },
        ],
      },
      SoortMisdrijf: entries(types),
      WijkenEnBuurten: entries(regions),
      Perioden: { value: periods.map((Key) => ({ Key, Title: Key })) },
    },
  }
}

function countsOf(areas: readonly Area[], types: readonly Record<string, string>[], next: () => number) {
  const counts: (number | null)[][] = areas.map(() => types.map(() => 0))
  const at = new Map(areas.map(({ code }, index) => [code, index]))
  const add = (code: string, t: number, count: number) => {
    const row = counts[at.get(code) ?? -1]
    if (row) row[t] = (row[t] ?? 0) + count
  }
  for (const { code, municipality } of areas) {
    if (!code.startsWith('BU')) continue
    for (const [t, type] of types.entries()) {
      if (t === 0 || hidden.has(type.Key?.trim() ?? '')) continue
      const draw = next()
      const count = draw < 0.88 ? 0 : draw < 0.97 ? 1 : Math.floor(draw * 6)
      for (const whole of [code, `WK${code.slice(2, 8)}`, municipality]) {
        add(whole, t, count)
        add(whole, 0, count)
      }
    }
  }
  for (const row of counts)
    for (const [t, type] of types.entries()) if (hidden.has(type.Key?.trim() ?? '')) row[t] = null
  return counts
}

/** The same numbers every time (mulberry32). */
function random(): () => number {
  let state = 47_022
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Serves a recording; only what a load asks. `shown` says how many of its periods are published. */
export function play(folder: string, lists: Recording['lists'], port: number): Promise<void> {
  let published = { periods: 0, modified: '' }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x')
    const part = url.pathname.split('/').at(-1) ?? ''
    response.setHeader('content-type', 'application/json')
    if (part === 'publish') {
      published = { periods: Number(url.searchParams.get('periods')), modified: url.searchParams.get('modified') ?? '' }
      return response.end('{}')
    }
    if (part === 'TypedDataSet') {
      const filter = url.searchParams.get('$filter') ?? ''
      const [, municipality] = /2,4\) eq '(\d{4})'/.exec(filter) ?? []
      const [, period] = /Perioden eq '(\w{8})'/.exec(filter) ?? []
      const name = url.searchParams.get('part') ?? `GM${municipality}-${period}-0`
      return response.end(readFileSync(join(folder, `${name}.json`)))
    }
    const list = lists[part] as { value: Record<string, string>[] }
    if (part === 'TableInfos')
      return response.end(JSON.stringify({ value: [{ Title: 'Maandcijfers', Modified: published.modified }] }))
    if (part === 'Perioden') return response.end(JSON.stringify({ value: list.value.slice(0, published.periods) }))
    response.end(JSON.stringify(list))
  })
  return new Promise((ready) => server.listen(port, '127.0.0.1', () => ready(void (server.address() as AddressInfo))))
}
