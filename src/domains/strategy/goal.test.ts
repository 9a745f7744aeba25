import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPage } from '../../../test/environment/html'
import { type Opened, openRegion } from '../../../test/environment/region'
import { judgeAll, type Measurement } from '../figures'
import { districtTable } from './account'
import { accountOf, goalsAmong, metInAdvance, standOf, yearOf } from './goal'

const measurement = (given: Partial<Measurement>): Measurement => ({
  code: 'M',
  indicator: 'inbraken',
  indicatorTitle: 'Inbraken',
  favourable: 'lager',
  area: 'R',
  areaName: 'Regio',
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
  knownOn: '2017-01-01' as Measurement['knownOn'],
  knownOnEstimated: true,
  recordedAt: '2026-11-24T08:00:00.000Z',
  withdrawnOn: null,
  ...given,
})

describe('the year a period is about', () => {
  test.each([
    ['2016', 2016],
    ['2022-H1', 2022],
    ['2022-11', 2022],
    ['2017/2018', 2018],
    ['2022-10-24', 2022],
    ['ooit', null],
  ])('%s is %s', (period, year) => expect(yearOf(period)).toBe(year))
})

describe('goals among numbers', () => {
  const outcome = measurement({ code: 'M1', value: 90 })
  const before = measurement({ code: 'M0', period: '2015', value: 95 })
  const target = measurement({ code: 'M2', kind: 'doel', value: 100, qualifier: 'max' })
  const later = measurement({ code: 'M3', kind: 'doel', period: '2017', value: 80, qualifier: 'max' })

  test('are judged over their own period only', () => {
    const [first, second] = goalsAmong([before, outcome, target, later], judgeAll)
    expect(first).toMatchObject({ period: '2016', outcome, before, verdict: { is: 'met' } })
    expect(second).toMatchObject({ period: '2017', outcome: null, before: outcome, verdict: { is: 'unjudged' } })
  })
  test('with two sides are one goal', () => {
    const range = [target, measurement({ code: 'M4', kind: 'doel', value: 50, qualifier: 'min' })]
    expect(goalsAmong([outcome, ...range], judgeAll)).toHaveLength(1)
  })
  test('leave out repeats of a number', () => {
    expect(goalsAmong([{ ...target, leads: false }], judgeAll)).toEqual([])
  })
  test('about a change want a change from the same base', () => {
    const change = measurement({ code: 'M5', kind: 'doel', basePeriod: '2011', value: -20, unit: 'procent' })
    expect(goalsAmong([outcome, change], judgeAll)[0]).toMatchObject({ outcome: null })
  })
  test('stand in an account by what became of them', () => {
    const missed = measurement({ code: 'M6', indicator: 'roven', kind: 'doel', value: 10, qualifier: 'max' })
    const robbed = measurement({ code: 'M7', indicator: 'roven', value: 12 })
    const account = accountOf(goalsAmong([outcome, target, later, missed, robbed], judgeAll))
    expect(account.met.map(({ indicator }) => indicator.code)).toEqual(['inbraken'])
    expect(account.notMet.map(({ indicator }) => indicator.code)).toEqual(['roven'])
    expect(account.withoutOutcome.map(({ period }) => period)).toEqual(['2017'])
  })
  test('that the year before would have met say little', () => {
    const goals = goalsAmong([before, outcome, target], judgeAll)
    expect(metInAdvance(goals, judgeAll)).toHaveLength(1)
    expect(metInAdvance(goalsAmong([{ ...before, value: 101 }, outcome, target], judgeAll), judgeAll)).toEqual([])
  })
  test('stand beside the latest outcome of a figure', () => {
    const [stand] = standOf([{ code: 'inbraken', title: 'Inbraken' }], [before, outcome, target, later], judgeAll)
    expect(stand).toMatchObject({ outcome: { code: 'M1' }, goal: { period: '2016' } })
    const all = [before, outcome, target, later]
    const ofPlan = (from: number | null, to: number | null) =>
      standOf([{ code: 'inbraken', title: 'Inbraken' }], all, judgeAll, undefined, { from, to })[0]?.goal?.period
    expect([ofPlan(2017, 2018), ofPlan(2015, 2016), ofPlan(2030, 2031), ofPlan(null, null)]).toEqual([
      '2017',
      '2016',
      '2016',
      '2016',
    ])
    const [unknown] = standOf([{ code: 'niets', title: 'Niets' }], [], judgeAll)
    expect(unknown).toMatchObject({ outcome: null, goal: null })
  })
})

describe('the table of districts', () => {
  const at = (area: string, areaKind: 'district' | 'regio', value: number | null, period = '2016') =>
    measurement({ code: `${area}${period}`, area, areaName: area, areaKind, value, period })
  test('puts the region last and keeps a hole a hole', () => {
    const { columns, rows } = districtTable(
      [
        at('R', 'regio', 30),
        at('Zuid', 'district', 20),
        at('Noord', 'district', null),
        at('Zuid', 'district', 25, '2015'),
      ],
      2016,
    )
    expect(columns.map(({ code }) => code)).toEqual(['Noord', 'Zuid', 'R'])
    expect(rows[0]?.cells.get('Zuid')).toMatchObject({ now: { value: 20 }, before: { value: 25 } })
    expect(rows[0]?.cells.get('Noord')).toMatchObject({ now: { value: null }, before: null })
  })
  test('leaves out what only one district reports', () => {
    expect(districtTable([at('Noord', 'district', 1), at('R', 'regio', 1)], 2016).rows).toEqual([])
  })
})

describe('the account of the region', () => {
  let region: Opened
  beforeAll(async () => {
    region = await openRegion()
  })
  afterAll(() => region.close())

  test('over 2016: 13 goals met and 2 not, the two first', async () => {
    const { main } = readPage(await region.text('/verantwoording/2016'))
    expect(main).toContain('13 gehaald en 2 niet')
    expect(main.indexOf('Niet gehaald')).toBeLessThan(main.indexOf('Gehaald'))
    for (const words of ['103.579', '106.920', '107.000', '20.494', '15.795']) expect(main).toContain(words)
  })
  test.each([
    [2019, '2 gehaald en 2 niet'],
    [2021, '3 gehaald en 1 niet'],
    [2017, 'Geen terugblik op 2017'],
    [2026, 'Geen terugblik op 2026'],
  ])('over %i: %s', async (year, words) => {
    expect(await region.text(`/verantwoording/${year}`)).toContain(words)
  })
  test('never judges success of Burgernet across years', async () => {
    const page = readPage(await region.text('/verantwoording/2020')).main
    expect(page).not.toContain('niet gehaald')
  })
  test('has a page for every year of a strategy and for no other', async () => {
    expect((await region.get('/verantwoording/2014')).status).toBe(404)
    expect((await region.get('/verantwoording/2015')).status).toBe(200)
    expect((await region.get('/verantwoording/ooit')).status).toBe(400)
  })
  test('as known on a day holds only what was published then', async () => {
    const page = await region.text('/verantwoording/2021?bekendOp=2020-06-01')
    expect(page).not.toContain('3 gehaald')
  })
})
