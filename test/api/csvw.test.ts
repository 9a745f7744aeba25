import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { columnsOf } from '../../src/platform/web/column'
import { resources } from '../../src/site/open-data'
import { type Opened, openRegion } from '../environment/region'

type Datatype = string | { base: string; format: string }
type Described = { name: string; titles: string; datatype: Datatype; separator?: string; required?: boolean }
type Metadata = Record<string, unknown> & { url: string; tableSchema: { primaryKey: string; columns: Described[] } }

let opened: Opened
beforeAll(async () => {
  opened = await openRegion({ figures: true })
})
afterAll(() => opened.close())

const isSentence = (text: string) => /^[A-Z].{4,}[.?]$/.test(text)
const columns = resources.flatMap(({ name, item }) => columnsOf(item).map((column) => ({ table: name, ...column })))
const named = ({ table, name }: { table: string; name: string }) => `${table}.${name}`

test('every public table says what it is and what it is for', () => {
  const lacks = resources.filter(({ description, use }) => ![description, use ?? ''].every(isSentence))
  expect(lacks.map(({ name }) => name)).toEqual([])
})

describe('every column of every public table', () => {
  test('has a description that is a sentence', () => {
    expect(columns.filter(({ description }) => !isSentence(description)).map(named)).toEqual([])
  })

  test('has a unit when it is a number, or names the column that has it', () => {
    const numbers = columns.filter(({ type }) => type === 'integer' || type === 'number')
    expect(numbers.length).toBeGreaterThan(25)
    const lacks = numbers.filter(({ table, unit }) =>
      typeof unit === 'string'
        ? unit === ''
        : !columns.some((other) => other.table === table && other.name === unit?.column),
    )
    expect(lacks.map(named)).toEqual([])
  })
})

/** Whether the cell of a CSV is a value of this datatype, by the rules of CSV on the Web. */
function fits(cell: string, datatype: Datatype): boolean {
  if (typeof datatype === 'object' && datatype.base === 'string') return new RegExp(datatype.format).test(cell)
  const patterns: Record<string, RegExp> = {
    string: /^/,
    integer: /^-?\d+$/,
    decimal: /^-?\d+(\.\d+)?$/,
    boolean: /^(true|false)$/,
    date: /^\d{4}-\d\d-\d\d$/,
    datetime: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
  }
  return patterns[typeof datatype === 'string' ? datatype : datatype.base]?.test(cell) ?? false
}

describe.each(resources.map(({ name }) => name))('the metadata of %s.csv', (name) => {
  test('describes the file beside it, cell by cell', async () => {
    const answer = await opened.get(`/api/v1/${name}.csv-metadata.json`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/csvm+json'])
    const metadata = (await answer.json()) as Metadata
    expect(metadata).toMatchObject({
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
      'dc:language': 'nl',
      'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
      'dc:source': expect.stringMatching(/.{10}/),
    })
    const file = await opened.get(new URL(metadata.url, `http://localhost:3000/api/v1/`).pathname)
    expect(file.headers.get('link')).toContain(`<${name}.csv-metadata.json>; rel="describedby"`)
    const [header, ...rows]: string[][] = parse(await file.text())
    const described = metadata.tableSchema.columns
    expect(header).toEqual(described.map(({ titles }) => titles))
    expect(new Set(described.map((column) => column.name)).size).toBe(described.length)

    const faults = rows.flatMap((row, at) =>
      described.flatMap(({ name: column, datatype, separator, required }, index) => {
        const cell = row[index] ?? ''
        if (cell === '') return required ? [`${column} of row ${at + 1} is empty`] : []
        const values = separator ? cell.split(separator) : [cell]
        return values.filter((value) => !fits(value, datatype)).map((value) => `${column} of row ${at + 1}: ${value}`)
      }),
    )
    expect(faults.slice(0, 10)).toEqual([])
    const key = described.findIndex((column) => column.name === metadata.tableSchema.primaryKey)
    expect(new Set(rows.map((row) => row[key])).size).toBe(rows.length)
  })
})

test('figures that are made up say so in the metadata', async () => {
  const { 'dc:description': words } = await opened.json('/api/v1/misdrijfcijfers.csv-metadata.json')
  expect(words).toMatch(/^Voorbeeldcijfers: verzonnen/)
})
