import { describe, expect, test } from 'vitest'
import type { Line } from './call'
import { type FileCell, fileColumns, fileRows, readFile } from './exchange'

const deed = { at: '2026-11-24T09:00:00.000Z', actedAs: 'Hoofd, Bureau RIEC' }
const line = (code: string, more: Partial<Line> = {}): Line => ({
  code,
  block: 'Casussen',
  title: `Titel ${code}`,
  unit: 'aantal',
  definition: 'Wat er geteld wordt.',
  countingRule: null,
  holder: { code: 'RIEC', name: 'Bureau RIEC' },
  due: null,
  indicator: null,
  measurement: null,
  leftEmpty: null,
  parts: [],
  note: null,
  sources: [],
  answers: [],
  conflicts: [],
  ...more,
})
const lines = [
  line('A'),
  line('B', {
    unit: 'euro',
    answers: [
      {
        ...deed,
        id: '1',
        line: 'B',
        version: 1,
        content: { kind: 'getal', value: 7.5, note: 'zonder btw' },
        signature: null,
        importId: null,
        undoes: null,
        byMail: null,
      },
    ],
  }),
  line('P', { measurement: { code: 'M-1', value: 103 } }),
]
const head: FileCell[] = [...fileColumns]
const row = (
  code: string,
  value: FileCell,
  more: Partial<Record<(typeof fileColumns)[number], FileCell>> = {},
): FileCell[] =>
  fileColumns.map((column) => {
    if (column in more) return more[column] ?? null
    if (column === 'code') return code
    if (column === 'waarde') return value
    if (column === 'eenheid') return code === 'B' ? 'euro' : 'aantal'
    return null
  })
const faultsOf = (rows: FileCell[][]) => {
  const read = readFile(rows, lines)
  return 'faults' in read ? read.faults : []
}

describe('a file of answers', () => {
  test('holds what is asked, and says nothing when it comes back as it went', () => {
    const rows = fileRows(lines)
    expect(rows.map(([code]) => code)).toEqual(['A', 'B'])
    const read = readFile([head, ...rows], lines)
    expect('entries' in read && read.entries.map(({ content, seen }) => [content, seen])).toEqual([
      [{ kind: 'leeg' }, 0],
      [{ kind: 'getal', value: 7.5, note: 'zonder btw' }, 1],
    ])
  })

  test.each<[string, FileCell, object]>([
    ['a number', 12, { kind: 'getal', value: 12, note: null }],
    ['a number as text', '1.234', { kind: 'getal', value: 1234, note: null }],
    ['zero', 0, { kind: 'getal', value: 0, note: null }],
    ['nothing', null, { kind: 'leeg' }],
    ['blanks', '  ', { kind: 'leeg' }],
  ])('with %s is read', (_, value, content) => {
    const read = readFile([head, row('A', value)], lines)
    expect('entries' in read && read.entries[0]?.content).toEqual(content)
  })
  test('may have its columns in another order, more columns, capitals and empty rows', () => {
    const shuffled = [
      ['Extra', ...[...head].reverse().map((name) => String(name).toUpperCase())],
      [],
      ['x', ...row('A', 3).reverse()],
    ]
    const read = readFile(shuffled, lines)
    expect('entries' in read && read.entries.map(({ line, content }) => [line.code, content])).toEqual([
      ['A', { kind: 'getal', value: 3, note: null }],
    ])
  })
  test('says that a figure cannot be given, with the reason behind a guard against formulas', () => {
    const read = readFile(
      [head, row('A', null, { 'kan niet geleverd worden': 'Ja', toelichting: "'-niet geteld" })],
      lines,
    )
    expect('entries' in read && read.entries[0]?.content).toEqual({ kind: 'kan-niet', note: '-niet geteld' })
  })

  test.each<[string, FileCell[][], string[]]>([
    [
      'another header',
      [['naam', 'getal']],
      fileColumns.map((column) => `rij 1, kolom ${column}: Deze kolom ontbreekt`),
    ],
    ['a column twice', [[...head, 'waarde']], ['rij 1, kolom waarde: Deze kolom staat er twee keer']],
    ['no rows', [head], ['rij 2: Onder de kop staat geen enkele regel']],
    ['a code of another holder', [head, row('Z', 1)], ['rij 2, kolom code: De code "Z" hoort niet']],
    ['a line that a document answered', [head, row('P', 1)], ['rij 2, kolom code: De code "P" hoort niet']],
    ['a code twice', [head, row('A', 1), row('A', 1)], ['rij 3, kolom code: De code A staat ook al in rij 2']],
    ['words for a number', [head, row('A', 'veel')], ['rij 2, kolom waarde: "veel" is geen getal']],
    [
      'a day that a spreadsheet made of a number',
      [head, row('A', new Date('2026-05-01'))],
      ['rij 2, kolom waarde: "2026-05-01" is geen getal'],
    ],
    ['another unit', [head, row('B', 16, { eenheid: 'duizend euro' })], ['rij 2, kolom eenheid: De eenheid is "euro"']],
    ['a version that is not there yet', [head, row('A', 1, { versie: 1 })], ['rij 2, kolom versie: "1" kan niet']],
    ['a version that is no number', [head, row('A', 1, { versie: 'x' })], ['rij 2, kolom versie: "x" kan niet']],
    [
      'another word than yes',
      [head, row('A', null, { 'kan niet geleverd worden': 'misschien' })],
      ['rij 2, kolom kan niet geleverd worden: "misschien" kan niet'],
    ],
    [
      'no reason',
      [head, row('A', null, { 'kan niet geleverd worden': 'ja' })],
      ['rij 2, kolom toelichting: Schrijf waarom'],
    ],
    [
      'faults in two rows: both are said',
      [head, row('A', -1), row('B', 'x')],
      ['rij 2, kolom waarde: Dit cijfer kan niet onder nul', 'rij 3, kolom waarde: "x" is geen getal'],
    ],
  ])('with %s is refused whole', (_, rows, starts) => {
    const faults = faultsOf(rows)
    expect(faults).toHaveLength(starts.length)
    for (const [at, start] of starts.entries()) expect(faults[at]).toContain(start)
  })
})
