import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { anonymous, reading } from '../../platform/db/database'
import { areaSumsOf, changesOf, formulaChecksOf } from './change'
import {
  findIndicator,
  judge,
  latestOutcome,
  listIndicators,
  type Measurement,
  measurementsOf,
  targetsFor,
} from './index'
import { judgedTargets } from './judging'
import { otherMentions } from './measurement'
import { findMeasurement } from './measurement.store'
import { mainAreaOf, standingOf } from './standing'

let region: Opened
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

const known = (indicator: string, on = '2026-11-24') =>
  reading(region.db, anonymous, (tx) => measurementsOf(tx, { indicator, knownOn: day(on) }))
const codes = (measurements: readonly Measurement[]) => measurements.map(({ code }) => code).sort()
const districts = ['FL', 'GV', 'OU', 'SU', 'WU']

describe('all mentions of a number', () => {
  test('are 452, of which 392 lead', async () => {
    const all = await reading(region.db, anonymous, (tx) => measurementsOf(tx, { knownOn: day('2026-11-24') }))
    expect(all).toHaveLength(452)
    expect(all.filter(({ leads }) => leads)).toHaveLength(392)
  })
  test('stand beside the one that leads', async () => {
    const crimes = await known('crime_total')
    const leader = crimes.find(({ code }) => code === 'M-271')
    expect(leader && codes(otherMentions(crimes, leader))).toEqual(['M-249', 'M-252'])
  })
  test('of which one leads feed the latest outcome and its target', async () => {
    const crimes = await known('crime_total')
    const outcome = latestOutcome(crimes, { area: 'MNL' })
    expect(outcome).toMatchObject({ code: 'M-271', value: 103_579, knownOn: '2017-01-01', knownOnEstimated: true })
    const [target, ...others] = outcome ? targetsFor(crimes, outcome) : []
    expect([target?.code, others]).toEqual(['M-270', []])
    expect(judge(outcome, target ?? null)).toEqual({ is: 'met' })
  })
  test('belong to an indicator that says which side is good', async () => {
    const { total, found } = await reading(region.db, anonymous, async (tx) => ({
      total: (await listIndicators(tx, { theme: 'VB', text: 'misdrijven' })).total,
      found: await findIndicator(tx, 'crime_total'),
    }))
    expect(total).toBe(2)
    expect(found).toMatchObject({ favourable: 'lager', themeName: 'Veilige buurten', formula: null })
  })
})

describe('what was known on a day', () => {
  test('holds nothing that was published later', async () => {
    expect(await known('crime_total', '2016-12-31')).toEqual([])
    expect((await known('crime_total', '2019-12-31')).map(({ period }) => period)).not.toContain('2019')
    expect((await known('crime_total', '2020-01-01')).map(({ period }) => period)).toContain('2019')
  })
  test('begins with the adoption of the document, which is no estimate', async () => {
    const found = await reading(region.db, anonymous, (tx) => findMeasurement(tx, 'M-242'))
    expect(found).toMatchObject({ knownOn: '2023-04-12', knownOnEstimated: false })
  })
})

describe('the five districts', () => {
  test('add up to the region in 2015 and 2016', async () => {
    const sums = areaSumsOf(await known('crime_total'), 'MNL', districts)
    expect(sums.map(({ period, sum, comparison }) => [period, sum.is === 'derived' && sum.value, comparison])).toEqual([
      ['2015', 107_000, { agrees: 'exactly', difference: 0 }],
      ['2016', 103_579, { agrees: 'exactly', difference: 0 }],
    ])
  })
  test('never add up percentages', async () => {
    const [first] = areaSumsOf(await known('burglary_clearance_pct'), 'MNL', districts)
    expect(first?.sum).toEqual({ is: 'underived', because: 'not-summable' })
  })
  test('do not add up when one is missing', async () => {
    const withoutUtrecht = (await known('crime_total')).filter(({ area }) => area !== 'SU')
    expect(areaSumsOf(withoutUtrecht, 'MNL', districts)[0]?.sum).toEqual({ is: 'underived', because: 'unknown' })
  })
})

describe('changes', () => {
  const inRegion = async (indicator: string) => (await known(indicator)).filter(({ area }) => area === 'MNL')
  test('are computed and stand beside the printed one', async () => {
    const changes = changesOf(await inRegion('crime_total'), [])
    expect(changes.map(({ from, to, printed, comparison }) => [from, to, printed?.code, comparison?.agrees])).toEqual([
      ['2015', '2016', 'M-001', 'rounded'],
      ['2018', '2019', 'M-107', undefined],
    ])
  })
  test('are also checked from a starting point further back', async () => {
    const change = changesOf(await inRegion('street_robbery'), []).find(
      ({ from, to }) => from === '2011' && to === '2016',
    )
    expect(change).toMatchObject({ printed: { code: 'M-068' }, comparison: { agrees: 'rounded' } })
  })
  test('are not computed over a change in counting', async () => {
    const change = changesOf(await inRegion('cybercrime_investigations'), ['2019']).find(({ to }) => to === '2019')
    expect(change?.difference).toEqual({ is: 'underived', because: 'counted-otherwise' })
  })
})

describe('a formula of an indicator', () => {
  test('checks a rounded amount with the exact one', async () => {
    const measurements = [...(await known('asset_seizure_eur')), ...(await known('asset_seizure_keur'))]
    const formula = { kind: 'ratio', numerator: 'asset_seizure_eur', denominator: null, factor: 0.001 } as const
    const made = { code: 'asset_seizure_keur', unit: 'duizend euro', formula }
    expect(formulaChecksOf(made, measurements, 'MNL').find(({ period }) => period === '2016')).toMatchObject({
      derived: { value: 16_390.666, inputs: [{ code: 'M-057', value: 16_390_666 }] },
      printed: { code: 'M-391', value: 16_391 },
      comparison: { agrees: 'rounded' },
    })
  })
  test('gives a number where the source has none', async () => {
    const parts = ['car_burglary', 'bicycle_theft', 'vandalism']
    const measurements = (await Promise.all(parts.map((part) => known(part)))).flat()
    const [newest] = formulaChecksOf(
      { code: 'vvc_total', unit: 'aantal', formula: { kind: 'sum', parts } },
      measurements,
      'MNL',
    )
    expect(newest).toMatchObject({ period: '2016', derived: { value: 34_991 }, printed: null })
  })
})

describe('Burgernet', () => {
  test('is never judged across years', async () => {
    const judged = judgedTargets(await known('burgernet_success_pct'))
    expect(
      judged.map(({ target: { period, value, qualifier }, verdict }) => [period, value, qualifier, verdict]),
    ).toEqual([
      ['2018', 8, 'exact', { is: 'unjudged', because: 'no-outcome' }],
      ['2020', 14, 'exact', { is: 'unjudged', because: 'no-outcome' }],
      ['2022', 15, 'more_than', { is: 'unjudged', because: 'no-outcome' }],
    ])
  })
  test('says the latest outcome, the one before, and what was agreed for later', async () => {
    expect(standingOf(await known('burgernet_success_pct'), 'MNL', [])).toMatchObject({
      outcome: { period: '2021', value: 14 },
      previous: { period: '2019', value: 11.6 },
      targets: [],
      laterTargets: [{ period: '2022' }],
    })
  })
  test('does not compare participation over a change in counting', async () => {
    expect(standingOf(await known('burgernet_participation_pct'), 'MNL', ['2019', '2021'])).toMatchObject({
      outcome: { period: '2021' },
      previous: null,
      isCountedOtherwise: true,
    })
  })
})

test('a figure is told about the region, or about the area that has it', async () => {
  expect(mainAreaOf(await known('crime_total'), 'MNL')).toBe('MNL')
  expect(mainAreaOf(await known('flevoland_standard_pct'), 'MNL')).toBe('FL')
  expect(mainAreaOf([], 'MNL')).toBe('MNL')
})
