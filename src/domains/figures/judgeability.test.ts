import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { type Judgeability, judgeabilityOf, judgeabilityOfTarget } from './judgeability'
import type { Measurement } from './measurement'

const number = (given: Partial<Measurement>): Measurement => ({
  code: 'M-1',
  indicator: 'robbery',
  indicatorTitle: 'Overvallen',
  favourable: 'lager',
  area: 'MNL',
  areaName: 'Midden-Nederland',
  areaKind: 'regio',
  period: '2016',
  basePeriod: null,
  margin: null,
  respondents: null,
  value: 100,
  unit: 'aantal',
  kind: 'realisatie',
  qualifier: 'exact',
  printed: '100',
  leads: true,
  leadsBecause: null,
  note: null,
  sources: [],
  knownOn: day('2017-01-01'),
  knownOnEstimated: false,
  recordedAt: '2026-11-24T08:00:00.000Z',
  withdrawnOn: null,
  ...given,
})
const target = (given: Partial<Measurement>) =>
  number({ code: 'D-1', kind: 'doel', qualifier: 'max', period: '2018', value: 50, ...given })
const words = (found: Judgeability) =>
  found.is === 'untold' ? found.because : found.is === 'told' ? found.periods : 'reached'

describe('a change that is asked', () => {
  test.each([
    [100, -0.5, 1],
    [100, -0.2, 5],
    [40, -0.2, null],
    [3, -0.9, 5],
    [3, 4, 2],
    [100_000, -0.02, 1],
  ])('of %d events, %d: counting %s periods together tells it from chance', (expected, asked, periods) => {
    expect(judgeabilityOf(expected, asked).periods).toBe(periods)
  })
})

describe('a target', () => {
  test.each<[string, Partial<Measurement>, Partial<Measurement>, number | null | string]>([
    ['is held against the last count before it', {}, {}, 1],
    ['that asks little of few can not be judged in ten years', { value: 90 }, {}, null],
    ['as a change is held against its base', { basePeriod: '2016', unit: 'procent', value: -50 }, {}, 1],
    ['as a change from a year without a count', { basePeriod: '2011', unit: 'procent', value: -50 }, {}, 'no-base'],
    ['against a count of the same year', {}, { period: '2018' }, 'no-base'],
    ['for a year against a count of half a year', {}, { period: '2016-H2' }, 'no-base'],
    ['against a count that is unknown', {}, { value: null }, 'no-base'],
    ['against a repetition of a count', {}, { leads: false }, 'no-base'],
    ['against another area', {}, { area: 'FL' }, 'no-base'],
    ['against another unit', {}, { unit: 'aantal zaken' }, 'no-base'],
    ['that is a percentage', { unit: 'procent' }, { unit: 'procent' }, 'not-a-count'],
    [
      'that is a change of a percentage',
      { basePeriod: '2016', unit: 'procent' },
      { unit: 'procent inwoners' },
      'not-a-count',
    ],
    ['without a number', { value: null }, {}, 'no-value'],
    ['after nothing at all', {}, { value: 0 }, 'base-is-zero'],
    ['on the safe side of what there was', { value: 130 }, {}, 'reached'],
    ['that is what there was', { value: 100 }, {}, 'reached'],
    ['of at least so many, that there already were', { qualifier: 'min', value: 60 }, {}, 'reached'],
    ['of exactly so many takes the good side', { qualifier: 'exact', value: 160 }, {}, 'reached'],
    ['of an indicator without a side asks either way', { qualifier: 'exact', favourable: 'geen', value: 160 }, {}, 1],
  ])('%s', (_, goal, outcome, expected) => {
    expect(words(judgeabilityOfTarget(target(goal), [number(outcome)]))).toBe(expected)
  })
  test('takes the latest of the counts before it', () => {
    const counts = [number({ period: '2015', value: 400 }), number({ value: 100 }), number({ period: '2019' })]
    expect(judgeabilityOfTarget(target({}), counts)).toMatchObject({ expected: 100, asked: -0.5 })
  })
})

describe('on the pages', () => {
  let region: Opened
  beforeAll(async () => {
    region = await openRegion()
  })
  afterAll(() => region.close())
  const address = '/cijfers/doel-en-toeval'

  test('every leading target has its line of advice', async () => {
    const { aantal } = await region.json<{ aantal: number }>('/api/v1/metingen?soort=doel&leidend=true')
    const page = await region.text(address)
    const rows = page.slice(page.indexOf('id="doelen"')).match(/<tr/g) ?? []
    expect(rows.length - 1).toBe(aantal)
  })
  test('street robbery of 2017 was allowed to be more than it already was', async () => {
    expect(await region.text('/indicatoren/street_robbery')).toContain('Kan dit doel worden beoordeeld?')
    expect(await region.text('/metingen/M-020')).toContain('De laatste stand daarvoor is al zo goed als dit doel.')
  })
  test('40 events and 20 percent less cannot be told apart in ten periods', async () => {
    expect(await region.text(`${address}?verwacht=40&verandering=-20`)).toContain('Ook 10 perioden samen zijn te kort.')
  })
  test.each(['−20 %', '-20,5', '+30'])('a change may be typed as %s', async (typed) => {
    const answer = await region.get(`${address}?verwacht=40&verandering=${encodeURIComponent(typed)}`)
    expect(answer.status).toBe(200)
  })
  test.each([
    'verwacht=40',
    'verwacht=0&verandering=-20',
    'verwacht=veel&verandering=-20',
    'verwacht=40&verandering=0',
  ])('%s is refused, and says what to type', async (query) => {
    const answer = await region.get(`${address}?${query}`)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Schrijf een getal')
  })
})
