import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day'
import { type FileCell, guessMapping, importColumns, ownMapping } from './import-columns'
import { type Decimals, type Known, readImport } from './import-row'

const known: Known = {
  indicators: [
    { code: 'robbery', title: 'Overvallen', units: ['aantal'] },
    { code: 'seized_eur', title: 'Afpakken', units: ['euro'] },
    { code: 'seized_keur', title: 'Afpakken', units: ['duizend euro', 'euro'] },
  ],
  areas: [
    { code: 'MNL', name: 'Midden-Nederland' },
    { code: 'GM0344', name: 'Utrecht' },
  ],
  publishedOn: day('2026-02-03'),
}
const header: FileCell[] = [...importColumns]
const row = (changes: Partial<Record<(typeof importColumns)[number], FileCell>> = {}): FileCell[] =>
  importColumns.map(
    (column) =>
      (
        ({
          indicator: 'robbery',
          gebied: 'MNL',
          periode: '2025',
          soort: 'realisatie',
          waarde: 3,
          eenheid: 'aantal',
          ...changes,
        }) as Record<string, FileCell>
      )[column] ?? null,
  )
const read = (rows: FileCell[][], decimals: Decimals | null = null) => {
  const mapping = ownMapping(header.map(String))
  if (!mapping) throw new Error('these are our own columns')
  return readImport([header, ...rows], mapping, known, decimals)
}
const first = (changes: Parameters<typeof row>[0], decimals: Decimals | null = null) => {
  const outcome = read([row(changes)], decimals)
  return 'rows' in outcome ? outcome.rows[0] : outcome
}

describe('a row of a file', () => {
  test('says what its cells say, and is exact when it does not say otherwise', () => {
    expect(first({})).toEqual({
      row: 2,
      code: null,
      indicator: 'robbery',
      area: 'MNL',
      period: '2025',
      basePeriod: null,
      kind: 'realisatie',
      value: 3,
      unit: 'aantal',
      qualifier: 'exact',
      printed: '3',
      note: null,
      margin: null,
      respondents: null,
    })
  })
  test('of a survey has its margin and how many answered', () => {
    expect(first({ waarde: '18,5', ondergrens: '17,1', bovengrens: '19,9', deelnemers: '1.200' })).toMatchObject({
      value: 18.5,
      margin: { low: 17.1, high: 19.9 },
      respondents: 1200,
    })
  })
  test.each<[string, Parameters<typeof row>[0], string]>([
    ['half a margin', { waarde: 18, ondergrens: 17 }, 'Vul beide in, of geen.'],
    ['a number outside its margin', { waarde: 20, ondergrens: 17, bovengrens: 19 }, 'tussen de ondergrens en de'],
    ['a margin of nothing', { waarde: null, ondergrens: 17, bovengrens: 19 }, 'Zonder getal is er geen marge.'],
    ['half a person', { waarde: 18, deelnemers: 1.5 }, 'Schrijf een heel aantal mensen'],
  ])('refuses %s', (_, changes, words) => {
    const outcome = first(changes)
    expect(outcome && 'faults' in outcome ? outcome.faults.join() : '').toContain(words)
  })
  test.each<[FileCell, number | null, string]>([
    [null, null, 'leeg'],
    ['', null, 'leeg'],
    ['  ', null, 'leeg'],
    [0, 0, '0'],
    ['0', 0, '0'],
    [12.5, 12.5, '12,5'],
    ['12,5', 12.5, '12,5'],
    ['0.333', 0.333, '0.333'],
    ['1.234,5', 1234.5, '1.234,5'],
    ['1.234.567', 1234567, '1.234.567'],
    ['-20%', -20, '-20%'],
    ["'-20%", -20, '-20%'],
    ['+3 %', 3, '+3 %'],
    ['−7,8', -7.8, '−7,8'],
    ['€ 1.234.000,-', 1234000, '€ 1.234.000,-'],
  ])('with %j as number is %j', (cell, value, printed) => {
    expect(first({ waarde: cell })).toMatchObject({ value, printed })
  })
  test.each<[Decimals, string, number]>([
    ['komma', '1.234', 1234],
    ['punt', '1.234', 1.234],
  ])('with decimals after a %s reads %s as %d', (decimals, cell, value) => {
    expect(first({ waarde: cell }, decimals)).toMatchObject({ value })
  })
  test('shows by its other numbers how it writes decimals', () => {
    const values = (...cells: string[]) => {
      const outcome = read(cells.map((waarde, at) => row({ waarde, periode: String(2000 + at) })))
      return 'rows' in outcome ? outcome.rows.map(({ value }) => value) : outcome
    }
    expect(values('1.234', '7,8')).toEqual([1234, 7.8])
    expect(values('1.234', '7.8')).toEqual([1.234, 7.8])
    expect(values('1.234', '7')).toEqual({ unclear: '1.234' })
    expect(values('7.8', '7,8')).toEqual({
      faults: [expect.stringContaining('rij 2, kolom waarde: "7.8" is geen getal')],
    })
  })
  test('may name a figure and an area by their exact names, when only one has it', () => {
    expect(first({ indicator: 'overvallen', gebied: 'utrecht' })).toMatchObject({
      indicator: 'robbery',
      area: 'GM0344',
    })
    expect(first({ indicator: 'Afpakken', eenheid: 'euro' })).toEqual({
      faults: [
        'rij 2, kolom indicator: "Afpakken" kan meer dan één ding zijn. Schrijf de code: seized_eur, seized_keur.',
      ],
    })
  })
  test('may say in words how exact it is', () => {
    expect(first({ grens: 'Ten hoogste' })).toMatchObject({ qualifier: 'max' })
    expect(first({ grens: 'approx' })).toMatchObject({ qualifier: 'approx' })
    expect(first({ soort: 'beginstand' })).toMatchObject({ kind: 'nulmeting' })
  })
  test('may be a change in percent, whatever is counted', () => {
    expect(first({ soort: 'verandering', basisPeriode: 2024, eenheid: 'procent' })).toMatchObject({
      basePeriod: '2024',
    })
    expect(first({ eenheid: 'procent' })).toHaveProperty('faults')
  })
  test('with a day that a spreadsheet made of a month says so', () => {
    expect(first({ periode: new Date('2025-11-01') })).toEqual({
      faults: [
        expect.stringContaining('rij 2, kolom periode: Het rekenprogramma maakte hier de datum 2025-11-01 van.'),
      ],
    })
  })
  test('with more faults names them all, and an empty row is none', () => {
    const outcome = read([row({ gebied: 'Mars', waarde: true }), [], row({ periode: null })])
    expect(outcome).toEqual({
      faults: [
        expect.stringMatching(/^rij 2, kolom gebied/),
        expect.stringMatching(/^rij 2, kolom waarde: "true"/),
        expect.stringMatching(/^rij 4, kolom periode: Deze cel mag niet leeg zijn/),
      ],
    })
  })
})

describe('the columns of a file', () => {
  test('are known in any order, capitals and company', () => {
    expect(
      ownMapping(['Extra', 'WAARDE', 'eenheid', 'soort', 'periode', 'gebied', 'indicator'])?.get('waarde'),
    ).toEqual({ at: 1 })
  })
  test('are asked for when one is missing or there twice', () => {
    expect(ownMapping(['waarde', 'eenheid', 'soort', 'periode', 'gebied'])).toBe(null)
    expect(ownMapping(['waarde', 'waarde', 'eenheid', 'soort', 'periode', 'gebied', 'indicator'])).toBe(null)
  })
  test('are guessed from usual names', () => {
    expect([...guessMapping(['Jaar', 'Gemeente', 'Aantal overvallen', 'iets'])]).toEqual([
      ['gebied', { at: 1 }],
      ['periode', { at: 0 }],
      ['waarde', { at: 2 }],
    ])
  })
})
