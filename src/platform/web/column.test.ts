import { expect, test } from 'vitest'
import { z } from 'zod'
import { columnsOf, inUnit, inUnitOf } from './column'

const item = z.object({
  code: z.string().meta({ description: 'De code.' }),
  aantalActies: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'Hoeveel.', ...inUnit('acties') }),
  waarde: z.number().meta({ description: 'Het getal.', title: 'Het getal zelf', ...inUnitOf('eenheid') }),
  soort: z.enum(['a', 'b']).nullable().meta({ description: 'Het soort.' }),
  dag: z.iso.date().refine(() => true),
  gebieden: z.array(z.string()),
  bron: z.object({ document: z.string().meta({ description: 'Het document.' }) }).nullable(),
  cbs: z.boolean(),
})

test('a field is a column, and a field with parts is a column for each', () => {
  expect(columnsOf(item).map(({ name }) => name)).toEqual([
    'code',
    'aantalActies',
    'waarde',
    'soort',
    'dag',
    'gebieden',
    'bron.document',
    'cbs',
  ])
})

test.each<[string, object]>([
  ['code', { title: 'Code', description: 'De code.', type: 'text', mayBeEmpty: false, unit: null, isList: false }],
  ['aantalActies', { title: 'Aantal acties', type: 'integer', unit: 'acties', mayBeEmpty: true }],
  ['waarde', { title: 'Het getal zelf', type: 'number', unit: { column: 'eenheid' } }],
  ['soort', { type: 'text', choices: ['a', 'b'], mayBeEmpty: true }],
  ['dag', { type: 'day', description: '' }],
  ['gebieden', { type: 'text', isList: true, mayBeEmpty: true }],
  ['bron.document', { title: 'Bron: document', description: 'Het document.', mayBeEmpty: true }],
  ['cbs', { title: 'CBS', type: 'yes-no' }],
])('the column %s says what it holds', (name, expected) => {
  expect(columnsOf(item).find((column) => column.name === name)).toMatchObject(expected)
})
