import { describe, expect, test } from 'vitest'
import type { Measurement } from '../figures'
import type { Found } from './bound'
import { seriesChart } from './series.parts'

const measured = (period: string, more: Partial<Measurement> = {}, breaks: readonly string[] = ['2015']): Found => ({
  kind: 'meting',
  breaks,
  measurement: {
    indicator: 'burglary',
    indicatorTitle: 'Woninginbraken',
    area: 'MNL',
    areaName: 'Midden-Nederland',
    period,
    basePeriod: null,
    value: Number(period),
    unit: 'aantal',
    kind: 'realisatie',
    qualifier: 'exact',
    margin: null,
    ...more,
  } as Measurement,
})
const counted = (from: string, until: string, value: number | null = 12): Found => ({
  kind: 'misdrijf',
  figure: { question: { resource: 'misdrijfcijfers', area: 'GM0344', type: '1.1.1', from, until }, value } as never,
  areaName: 'Utrecht',
  typeName: 'Woninginbraak',
  isProvisional: from.startsWith('2026'),
  isExample: true,
})

describe('figures that are the same one at several times', () => {
  test('are a chart in the order of time, that says the lowest and highest and nothing of a rise', () => {
    const chart = seriesChart([measured('2018'), measured('2016'), measured('2017', { value: null })])
    expect(chart).toMatchObject({
      title: 'Woninginbraken, Midden-Nederland, 2016 tot en met 2018.',
      measure: 'Aantal',
      description:
        'Kolommen. Woninginbraken, Midden-Nederland, 2016 tot en met 2018. Het laagste is 2.016 (2016), het hoogste 2.018 (2018). Alle getallen staan in de tabel eronder.',
    })
    expect(chart?.points.map(({ period, value, worded }) => [period, value, worded])).toEqual([
      ['2016', 2016, '2.016'],
      ['2017', null, 'onbekend'],
      ['2018', 2018, '2.018'],
    ])
  })

  test('may be months or whole years of registered crime, provisional and invented ones marked', () => {
    const months = seriesChart(['2025-11', '2025-12', '2026-01'].map((month) => counted(month, month)))
    expect(months?.points.map(({ short, provisional }) => [short, provisional])).toEqual([
      ['nov ’25', false],
      ['dec ’25', false],
      ['jan ’26', true],
    ])
    expect(months?.measure).toBe('Geregistreerde misdrijven, voorbeeldcijfers')
    const years = seriesChart(['2023', '2024', '2025'].map((year) => counted(`${year}-01`, `${year}-12`)))
    expect(years?.points.map(({ label }) => label)).toEqual(['2023', '2024', '2025'])
  })

  test.each([
    ['are two', [measured('2016'), measured('2017')]],
    ['are of several areas', [measured('2016'), measured('2017'), measured('2018', { area: 'GM0344' })]],
    ['have several units', [measured('2016'), measured('2017'), measured('2018', { unit: 'procent' })]],
    ['are of several subjects', [measured('2016'), measured('2017'), measured('2018', { indicator: 'robbery' })]],
    ['name one year twice', [measured('2016'), measured('2016'), measured('2018')]],
    ['skip a year', [measured('2016'), measured('2018'), measured('2019')]],
    ['were counted otherwise meanwhile', ['2016', '2017', '2018'].map((year) => measured(year, {}, ['2017']))],
    ['skip a month', ['2025-01', '2025-02', '2025-04'].map((month) => counted(month, month))],
    ['hold a target', [measured('2016'), measured('2017'), measured('2018', { kind: 'doel' })]],
    ['hold a change', [measured('2016'), measured('2017'), measured('2018', { basePeriod: '2017' })]],
    ['hold a limit', [measured('2016'), measured('2017'), measured('2018', { qualifier: 'min' })]],
    ['hold one below zero', [measured('2016'), measured('2017'), measured('2018', { value: -3 })]],
    ['hold one that nobody knows', [measured('2016'), measured('2017'), measured('2018'), null]],
    ['are half a year', ['2023', '2024', '2025'].map((year) => counted(`${year}-01`, `${year}-06`))],
    [
      'mix months and years',
      [counted('2024-01', '2024-12'), counted('2025-01', '2025-01'), counted('2025-02', '2025-02')],
    ],
  ])('are no chart when they %s', (_, found) => expect(seriesChart(found)).toBeNull())
})
