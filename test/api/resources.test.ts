import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { owning } from '../../src/platform/db/database'
import { resources } from '../../src/site/open-data'
import { recordDecision } from '../environment/decisions'
import { holdHearing } from '../environment/hearings'
import { addKeyFigures } from '../environment/key-figures'
import { keepLocalPlan, keepVariant } from '../environment/levels'
import { holdMeeting, planRegional } from '../environment/meetings'
import { type Opened, openRegion } from '../environment/region'
import { addYearRelease } from '../environment/releases'

type Item = Record<string, unknown> & { code: string }
type Listed = { aantal: number; items: Item[]; _links: Record<string, { href: string } | undefined> }

let withExamples: Opened
// There are no example figures per year, and real ones would hide those per month.
let withYears: Opened
beforeAll(async () => {
  withExamples = await openRegion({ figures: true })
  // Wijdemeren into Hilversum on 2027-01-01, as if it were settled, with a month before it that stands out.
  await owning(withExamples.db, async (tx) => {
    await tx.updateTable('territory.changes').set({ state: 'vastgesteld' }).where('code', '=', 'W2027-01').execute()
    await sql`update crime.counts set counts[2] = counts[2] + 500
      where area = 'GM1696' and month = (select max(month) from crime.counts)`.execute(tx)
  })
  await recordDecision(withExamples, { 'genomen-jaar': '2023', plan: 'UP2023', aantekening: 'Eén partner.' })
  await recordDecision(withExamples, { gremium: 'DVC', gebied: 'FL' })
  for (const [plan, year] of [
    ['UP2023', '2026'],
    ['RVS2023', '2023'],
  ] as const) {
    const money = { 'geld-aan': plan, 'geld-bedrag': '12500,50', 'geld-jaar': year, 'geld-waarvoor': 'Toezicht' }
    await recordDecision(withExamples, money)
  }
  await holdHearing(withExamples)
  await holdMeeting(withExamples)
  await planRegional(withExamples)
  await holdHearing(withExamples, 'strategie S2019')
  await keepVariant(withExamples)
  await keepLocalPlan(withExamples)
  const figures = { inwoners: 29_000, jongeren: 3100, 'woz-waarde': 455, stedelijkheid: null }
  await addKeyFigures(
    withExamples,
    { year: 2020, table: '84799NED', modified: '2020-12-15T12:00:00Z' },
    { GM0327: figures },
  )
  const more = { GM0327: figures, BU03270101: { inwoners: 0, jongeren: null, 'woz-waarde': null, stedelijkheid: 5 } }
  await addKeyFigures(withExamples, { year: 2023, table: '85618NED', modified: '2023-12-15T12:00:00Z' }, more)
})
beforeAll(async () => {
  withYears = await openRegion()
  await addYearRelease(withYears)
})
afterAll(async () => {
  await withExamples.close()
  await withYears.close()
})

const inner = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? inner(schema.unwrap() as z.ZodType)
    : schema

// Values for filters that no field of an item answers to; of each list two values must tell items apart.
const known: Record<string, readonly string[]> = {
  bekendOp: ['1900-01-01', '2017-06-01', '2026-01-01', '2026-11-24'],
  binnen: ['FL', 'GV'],
  delenVan: ['MNL', 'FL'],
  gebied: ['GM0327'],
  document: ['002_e295dfe805d16fbd.txt', '001_84b0e5698fd6613d.txt'],
  geldigOp: ['1900-01-01', '2015-01-01', '2022-03-23', '2027-01-02'],
  indicator: ['crime_total', 'csv_tackled'],
  misdrijfsoort: ['0.0.0', '1.1.1', '1.4.1'],
  tot: ['2026-10', '2025-10', '1950-01'],
  jaar: ['2016', '2020', '2023', '2026', '1950'],
  peildatum: ['1900-01-01'],
  prioriteit: ['P23-GOC', 'P23-DV'],
  strategie: ['S2015', 'S2019', 'S2023'],
  zoek: ['misdrijven', 'burgernet', 'zzzzzz'],
  tekst: ['veilig', 'politie', 'zzzzzz'],
}
// A filter that only says how another is read.
const companions: Record<string, Record<string, string>> = { indeling: { binnen: 'FL' } }

describe.each(resources.map((resource) => ({ name: resource.name, resource })))(
  '/api/v1/$name',
  ({ name, resource }) => {
    const path = `/api/v1/${name}`
    let opened: Opened
    beforeAll(() => {
      opened = name === 'misdrijfjaarcijfers' ? withYears : withExamples
    })
    const all: Item[] = []
    const list = (query: Record<string, string>) => opened.json<Listed>(`${path}?${new URLSearchParams(query)}`)

    test('is walked by its links, each item exactly once', async () => {
      const { aantal } = await list({ perPagina: '1' })
      const size = Math.max(2, Math.min(500, Math.ceil(aantal / 4)))
      let next: string | undefined = `${path}?perPagina=${size}`
      for (let page = 1; next; page++) {
        const { aantal: total, items, _links }: Listed = await opened.json<Listed>(next)
        expect(total).toBe(aantal)
        expect(Boolean(_links.vorige)).toBe(page > 1)
        expect(items.length).toBe(Math.min(size, aantal - all.length))
        all.push(...items)
        next = _links.volgende?.href
      }
      expect(all.length).toBe(aantal)
      expect(new Set(all.map(({ code }) => code)).size).toBe(aantal)
      expect((await list({ perPagina: `${size}`, pagina: '9999' })).items).toEqual([])
    })

    test('refuses what it does not understand', async () => {
      const status = async (query: string) => (await opened.get(`${path}?${query}`)).status
      expect(await status('onbekend=1')).toBe(400)
      expect(await status('pagina=nul')).toBe(400)
      expect(await status('perPagina=501')).toBe(400)
      for (const [filter, schema] of Object.entries(resource.filters)) {
        expect(await status(`${filter}=a&${filter}=b`)).toBe(400)
        const isText = inner(schema as z.ZodType) instanceof z.ZodString && !(filter in (resource.codes ?? {}))
        const isFree = isText && !(inner(schema as z.ZodType) as z.ZodString).format
        if (!isFree) expect([filter, await status(`${filter}=bestaat~niet`)]).toEqual([filter, 400])
      }
    })

    const filters = Object.entries(resource.filters)
    test.each(filters)('changes or empties its answer by %s', async (filter, schema) => {
      const type = inner(schema as z.ZodType)
      const isDay = filter in known && filter.endsWith('Op')
      const field = isDay
        ? undefined
        : [filter, `${filter}s`, `${filter}en`].find((name) => name in resource.item.shape)
      const found = all.flatMap((item) => [field ? item[field] : null].flat()).filter((value) => value !== null)
      const options = type instanceof z.ZodEnum ? type.options : [...(known[filter] ?? []), ...found]
      const answers = new Map<string, string>()
      let filled = 0
      for (const value of spread([...new Set(options.map(String))], 8)) {
        const { aantal, items } = await list({ ...companions[filter], [filter]: value, perPagina: '500' })
        const answer = JSON.stringify(items)
        // One value per item: two answers have no item in common.
        if (aantal > 0 && field === filter) expect([value, answers.get(answer)]).toEqual([value, undefined])
        for (const item of field ? items : [])
          expect([item[field ?? '']].flat().map(wordsOf)).toContainEqual(expect.stringContaining(value))
        answers.set(answer, value)
        filled += aantal > 0 ? 1 : 0
      }
      expect(filled).toBeGreaterThan(0)
      answers.set(JSON.stringify((await list({ ...companions[filter], perPagina: '500' })).items), 'none')
      expect(answers.size).toBeGreaterThan(1)
    })

    test('is the same as a table: for machines, for a Dutch spreadsheet and as a workbook', async () => {
      const table = all.map((item) => flat(item, resource.item))
      const header = Object.keys(flat(all[0] as Item, resource.item))
      const text = async (end: string) => (await opened.get(`${path}${end}`)).text()

      const machine: string[][] = parse(await text('.csv'))
      expect(machine[0]).toEqual(header)
      expect(machine.slice(1)).toEqual(table.map((row) => Object.values(row).map(asText)))

      const dutch: string[][] = parse(await text('-excel.csv'), { delimiter: ';', bom: true })
      expect(dutch[0]).toEqual(header)
      expect(dutch.length).toBe(all.length + 1)
      const cells = table.map((row) => Object.values(row).map(asDutch))
      expect(dutch.slice(1)).toEqual(cells)

      const workbook = await opened.get(`${path}.xlsx`)
      expect(workbook.headers.get('content-disposition')).toContain(`${name}.xlsx`)
      const rows = sheetRows(new Uint8Array(await workbook.arrayBuffer()))
      expect(rows.map((row) => header.map((_, at) => row[at] ?? ''))).toEqual([
        header,
        ...table.map((row) => Object.values(row).map(asWorkbook)),
      ])
    })
  },
)

const wordsOf = (value: unknown) => (value && typeof value === 'object' ? JSON.stringify(value) : String(value))

/** At most so many of a list, from all over it. */
function spread<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(list.length / count))
  return list.filter((_, at) => at % step === 0).slice(0, count)
}

/** An item as one row: a nested field becomes a column of its own, a list one cell. */
function flat(item: Item, schema: z.ZodObject): Record<string, unknown> {
  const cells = Object.entries(schema.shape).flatMap(([field, type]): [string, unknown][] => {
    const value = item[field]
    const nested = inner(type as z.ZodType)
    if (nested instanceof z.ZodObject)
      return Object.keys(nested.shape).map((key) => [
        `${field}.${key}`,
        (value as Record<string, unknown> | null)?.[key] ?? null,
      ])
    const cell = Array.isArray(value)
      ? value.map((one) => (one && typeof one === 'object' ? Object.values(one).join(':') : String(one))).join(';')
      : value
    return [[field, cell ?? null]]
  })
  return Object.fromEntries(cells)
}

const asText = (value: unknown) => (value === null ? '' : String(value))
const asDutch = (value: unknown) => {
  if (typeof value === 'number') return String(value).replace('.', ',')
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : asText(value)
}
const asWorkbook = (value: unknown) => (typeof value === 'boolean' ? (value ? 'ja' : 'nee') : asText(value))

/** The cells of the first worksheet, as texts, by column. */
function sheetRows(file: Uint8Array): Record<number, string>[] {
  const parts = unzipSync(file)
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const unescaped = (text: string) =>
    text
      .replace(/_x([0-9A-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
  const texts = (xml: string) =>
    [...xml.matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map(([, text]) => unescaped(text ?? '')).join('')
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, xml]) => texts(xml ?? ''))
  return [...part('xl/worksheets/sheet1.xml').matchAll(/<row[^>]*>([\s\S]*?)<\/row>/g)].map(([, row]) => {
    const cells = [...(row ?? '').matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)]
    return Object.fromEntries(
      cells.map(([, column = '', attributes = '', xml = '']) => {
        const value = /<v>([\s\S]*?)<\/v>/.exec(xml)?.[1] ?? ''
        const text = attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : texts(xml) || unescaped(value)
        return [columnNumber(column), text]
      }),
    )
  })
}

const columnNumber = (letters: string) => [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1
