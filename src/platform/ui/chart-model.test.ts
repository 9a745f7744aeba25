import { describe, expect, test } from 'vitest'
import { chartModel, segments, span } from './chart-model'
import { placeLabels } from './label-places'

const burglary = chartModel({
  id: 'inbraak',
  points: [
    { period: '2016', value: 7813 },
    { period: '2011', value: 12_564 },
    { period: '2015', value: 8510 },
  ],
  targets: [
    { period: '2016', max: 11_093 },
    { period: '2018', max: 10_000 },
  ],
})

describe('a series in time', () => {
  test('a period is a stretch of years', () => {
    expect(span('2016')).toEqual({ start: 2016, end: 2017 })
    expect(span('2017/2018')).toEqual({ start: 2017, end: 2019 })
    expect(span('2016-H2').start).toBeCloseTo(2016.497, 2)
    expect(() => span('ooit')).toThrow('not a period')
  })

  test('years without a value are holes, also before a target', () => {
    expect([burglary.from, burglary.to]).toEqual([2011, 2019])
    expect(burglary.gaps).toEqual([
      { start: 2012, end: 2015 },
      { start: 2017, end: 2019 },
    ])
  })

  test('a value that is unknown is a hole too', () => {
    const model = chartModel({
      id: 'x',
      points: [
        { period: '2015', value: 1 },
        { period: '2016', value: null },
      ],
    })
    expect(model.gaps).toEqual([{ start: 2016, end: 2017 }])
  })

  test('the table has a row for every value, target and hole', () => {
    expect(burglary.rows.map((row) => [row.period, row.point?.value ?? null, row.target?.max ?? null])).toEqual([
      ['2011', 12_564, null],
      ['2012', null, null],
      ['2013', null, null],
      ['2014', null, null],
      ['2015', 8510, null],
      ['2016', 7813, 11_093],
      ['2017', null, null],
      ['2018', null, 10_000],
    ])
    expect(burglary.points.map((point) => point.rowId)).toEqual(['inbraak-rij-1', 'inbraak-rij-5', 'inbraak-rij-6'])
  })

  test('a line joins only values that touch in time, never across a hole or a break', () => {
    expect(segments(burglary, burglary.points).map(([a, b]) => [a.period, b.period])).toEqual([['2015', '2016']])
    const broken = chartModel({
      id: 'x',
      points: ['2015', '2016', '2017'].map((period) => ({ period, value: 1 })),
      breaks: [{ before: '2016', label: 'telling veranderd' }],
    })
    expect(segments(broken, broken.points).map(([a]) => a.period)).toEqual(['2016'])
    expect(broken.rows.map((row) => row.note)).toEqual(['', 'telling veranderd', ''])
  })

  test('half years and months keep their place', () => {
    const model = chartModel({
      id: 'x',
      points: [
        { period: '2015-H1', value: 1 },
        { period: '2015-H2', value: 2 },
        { period: '2016-11', value: 3 },
      ],
    })
    expect(segments(model, model.points)).toHaveLength(1)
    expect(model.gaps).toEqual([])
    expect(model.rows.map((row) => row.period)).toEqual(['2015-H1', '2015-H2', '2016-11'])
  })
})

describe('labels', () => {
  const inside = { left: 0, right: 200, top: 0, bottom: 100 }

  test('take the first free place, and are left out when there is none', () => {
    const at = (text: string, x: number) => ({ text, x, y: 50, anchor: 'middle' as const })
    const placed = placeLabels(
      [[at('eerste', 100)], [at('tweede', 105), at('tweede', 30)], [at('derde', 100)]],
      [],
      inside,
    )
    expect(placed.map((label) => [label.text, label.x])).toEqual([
      ['eerste', 100],
      ['tweede', 30],
    ])
  })

  test('stay inside the drawing', () => {
    expect(placeLabels([[{ text: 'te lang', x: 195, y: 50, anchor: 'start' }]], [], inside)).toEqual([])
  })
})
