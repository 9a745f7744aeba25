import { describe, expect, test } from 'vitest'
import { differencesIn, isWithinTolerance, readPart, refusalOfPart, textOfPart } from './part'
import { areasOf, groupsOf, municipalitiesToAsk } from './source-area'
import { columnsOf, firstAskedOf, periodsOf, type SourceTable, sourceTable } from './source-table'

const monthly = sourceTable('47022NED') as SourceTable
const regions = sourceTable('47013NED') as SourceTable
const types = ['0.0.0 ', '1.1.1 ', '1.4.1 '].map((key) => ({ key, code: key.trim() }))
const period = { period: '2026-10', key: '2026MM10' }
const columns = { geo: 'WijkenEnBuurten', measure: 'GeregistreerdeMisdrijven_1' }
const entries = ['GM0001    ', 'WK000101  ', 'BU00010101', 'BU00010102'].map((key) => ({ key, title: key, more: {} }))
const [group] = groupsOf(monthly, areasOf(entries, ['GM0001'], []), 'MNL')
if (!group) throw new Error('no group')

const row = (type: string, area: string, value: number | string | null, month = '2026MM10') => ({
  SoortMisdrijf: type,
  WijkenEnBuurten: area,
  Perioden: month,
  GeregistreerdeMisdrijven_1: value,
})
const dense = types.flatMap(({ key: type }) => entries.map(({ key }) => row(type, key, 1)))

describe('a part of a release', () => {
  const because = (rows: Parameters<typeof readPart>[0]) => {
    const read = readPart(rows, group, types, period, columns)
    return 'because' in read ? read.because : null
  }
  test('has every type of every area once', () => expect(because(dense)).toBeNull())
  test.each<[string, Parameters<typeof readPart>[0], string]>([
    ['no rows', [], '0 van de 12 rijen'],
    ['a row too few', dense.slice(1), '11 van de 12 rijen'],
    ['a row twice', [...dense.slice(1), ...dense.slice(1, 2)], 'twee keer'],
    ['another area', [...dense.slice(1), row('0.0.0 ', 'GM0002    ', 1)], 'ander gebied'],
    ['a key without its spaces', [...dense.slice(1), row('0.0.0', 'GM0001    ', 1)], 'ander gebied'],
    ['another month', [...dense.slice(1), row('0.0.0 ', 'GM0001    ', 1, '2026MM09')], 'ander gebied'],
    ['less than none', [...dense.slice(1), row('0.0.0 ', 'GM0001    ', -1)], 'geen aantal'],
    ['half a crime', [...dense.slice(1), row('0.0.0 ', 'GM0001    ', 1.5)], 'geen aantal'],
    ['text', [...dense.slice(1), row('0.0.0 ', 'GM0001    ', '       .')], 'geen aantal'],
    ['no column of counts', dense.map(({ GeregistreerdeMisdrijven_1: _, ...rest }) => rest), 'ontbreekt'],
  ])('is refused with %s', (_, rows, why) => expect(because(rows)).toContain(why))

  test('gives the same text in whatever order it came', () => {
    const text = (rows: typeof dense) => textOfPart(readPart(rows, group, types, period, columns) as never)
    expect(text(dense.toReversed())).toBe(text(dense))
    expect(text([row('1.4.1 ', 'GM0001    ', null), ...dense.filter((one) => one !== dense[8])])).not.toBe(text(dense))
  })
})

describe('a total', () => {
  /** The differences when GM0001, its wijk and its two buurten count so many; per area the types 0.0.0, 1.1.1 and 1.4.1. */
  const found = (...counts: [number | null, number | null, number | null][]) =>
    differencesIn(
      counts.map((one, at) => ({ area: (group.areas[at] as { code: string }).code, counts: one })),
      group,
      types,
    ).map(({ area, type, partsKind, whole, parts }) => `${area} ${type} ${partsKind} ${whole} ${parts}`)

  test.each<[string, Parameters<typeof found>, string[]]>([
    [
      'that is the sum of its parts',
      [
        [2, 2, 0],
        [2, 2, 0],
        [1, 1, 0],
        [1, 1, 0],
      ],
      [],
    ],
    [
      'above its parts',
      [
        [3, 3, 0],
        [2, 2, 0],
        [1, 1, 0],
        [1, 1, 0],
      ],
      ['GM0001 0.0.0 wijken 3 2', 'GM0001 1.1.1 wijken 3 2', 'GM0001 0.0.0 buurten 3 2', 'GM0001 1.1.1 buurten 3 2'],
    ],
    [
      'above its parts because a type is hidden',
      [
        [3, 2, null],
        [3, 2, null],
        [2, 1, null],
        [1, 1, null],
      ],
      [],
    ],
    [
      'below its visible parts though a type is hidden',
      [
        [1, 2, null],
        [1, 2, null],
        [1, 1, null],
        [0, 1, null],
      ],
      ['GM0001 0.0.0 soorten 1 2', 'WK000101 0.0.0 soorten 1 2', 'BU00010102 0.0.0 soorten 0 1'],
    ],
    [
      'that is hidden itself',
      [
        [2, null, 0],
        [2, 2, 0],
        [1, 1, 0],
        [1, 1, 0],
      ],
      [],
    ],
  ])('%s', (_, counts, differences) => expect(found(...counts)).toEqual(differences))

  test.each([
    [0, 5, true],
    [0, 6, false],
    [100, 105, true],
    [100, 94, false],
    [1_000, 1_050, true],
    [1_000, 1_051, false],
    [1_000, 950, true],
  ])('of %d beside parts of %d: within the tolerance is %s', (whole, parts, isWithin) =>
    expect(isWithinTolerance(whole, parts)).toBe(isWithin),
  )

  test('that is not there refuses the release; of a neighbourhood it may be hidden', () => {
    const counts = (municipality: number | null, buurt: number | null) =>
      [municipality, 1, buurt, 1].map((all, at) => ({ area: group.areas[at]?.code ?? '', counts: [all, 0, null] }))
    expect(refusalOfPart(counts(null, 1), group, types, period, [])).toContain('geen totaal')
    expect(refusalOfPart(counts(1, null), group, types, period, [])).toBeNull()
  })
})

describe('the municipalities to ask', () => {
  const merger = (isPast: boolean) => [{ from: 'GM1696', to: 'GM0402', isPast }]
  test.each<[string, string[], boolean, string[], string[], string[]]>([
    ['both as always', ['GM0402', 'GM1696'], false, ['GM0402', 'GM1696'], ['GM0402', 'GM1696'], []],
    ['a source that merged them before us', ['GM0402', 'GM1696'], false, ['GM0402'], ['GM0402'], []],
    ['both merged', ['GM0402'], true, ['GM0402'], ['GM0402'], []],
    ['a source that still has them apart', ['GM0402'], true, ['GM0402', 'GM1696'], ['GM0402', 'GM1696'], []],
    [
      'one that is missing, though another will join it',
      ['GM0402', 'GM1696'],
      false,
      ['GM1696'],
      ['GM1696'],
      ['GM0402'],
    ],
    ['one that is nowhere', ['GM0402', 'GM0344'], true, ['GM0402'], ['GM0402'], ['GM0344']],
  ])('%s', (_, current, isPast, inSource, codes, missing) =>
    expect(municipalitiesToAsk(current, merger(isPast), new Set(inSource))).toEqual({ codes, missing }),
  )

  test('a circle of successions ends', () => {
    const circle = [
      { from: 'GM1', to: 'GM2', isPast: true },
      { from: 'GM2', to: 'GM1', isPast: true },
    ]
    expect(municipalitiesToAsk(['GM1'], circle, new Set(['GM2'])).codes).toEqual(['GM2'])
  })
})

describe('a table of the source', () => {
  test('has months or years, also when its list mixes them', () => {
    const keys = ['2025MM12', '2025JJ00', '2025MM01', '2024JJ00', '2025KW01', '2025MM13']
    expect(periodsOf(monthly, keys).map(({ period }) => period)).toEqual(['2025-01', '2025-12'])
    expect(periodsOf(regions, keys).map(({ period }) => period)).toEqual(['2024', '2025'])
    expect(firstAskedOf(regions, '2024-10' as never)).toBe('2024')
  })

  test.each<[string, { type: string; key: string }[], string]>([
    ['without counts', [{ type: 'Topic', key: 'Aangiften_2' }], 'GeregistreerdeMisdrijven'],
    ['of another geography', [{ type: 'GeoDimension', key: 'RegioS' }], 'WijkenEnBuurten'],
  ])('%s is not ours', (_, extra, missing) => {
    const found = columnsOf(monthly, [
      { type: 'Dimension', key: 'SoortMisdrijf' },
      { type: 'TimeDimension', key: 'Perioden' },
      ...extra,
    ])
    expect('because' in found && found.because).toContain(missing)
  })
})
