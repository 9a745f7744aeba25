import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import type { Money } from '../../kernel/money'
import { anonymous, reading } from '../../platform/db/database'
import { type Budget, type BudgetLine, budgetsFrom, totalsOf } from './budget'
import { listBudgetLines } from './budget.store'
import { checkBudget } from './budget-check'

const line = (direction: string, euro: number | null, more: Partial<BudgetLine> = {}): BudgetLine => ({
  code: `${direction}-${euro}`,
  bureau: { code: 'B', name: 'Bureau' },
  year: 2017,
  status: 'begroting',
  direction,
  block: null,
  line: 'Post',
  amount: euro === null ? null : (Math.round(euro * 100) as Money),
  fte: null,
  stream: null,
  printed: null,
  readable: euro === null ? 'nee' : 'ja',
  note: null,
  sources: [],
  withdrawnOn: null,
  ...more,
})
const budget = (...lines: BudgetLine[]): Budget => ({
  bureau: { code: 'B', name: 'Bureau' },
  year: 2017,
  status: 'begroting',
  lines,
})

describe('a printed total beside our sum', () => {
  test.each<[string, BudgetLine[], number | null, string]>([
    ['is equal', [line('baten', 100), line('baten', 50), line('totaal baten', 150)], 0, 'equal'],
    ['adds cents exactly', [line('baten', 0.1), line('baten', 0.2), line('totaal baten', 0.3)], 0, 'equal'],
    [
      'differs by rounding',
      [line('baten', 75_107.36), line('baten', 75_107.36), line('totaal baten', 150_215)],
      28,
      'rounding',
    ],
    [
      'differs by the most that rounding can bring',
      [line('baten', 1), line('baten', 1), line('totaal baten', 3.5)],
      150,
      'rounding',
    ],
    ['differs by more', [line('baten', 1), line('baten', 1), line('totaal baten', 3.51)], 151, 'different'],
    [
      'cannot be told with a line that is lost',
      [line('baten', 1), line('baten', null), line('totaal baten', 9)],
      null,
      'unreadable',
    ],
    [
      'leaves out what stands beside the total',
      [line('baten', 5), line('extra baten', 4), line('totaal baten', 5)],
      0,
      'equal',
    ],
  ])('%s', (_, lines, difference, verdict) => {
    expect(checkBudget(budget(...lines))).toMatchObject([{ what: 'Totaal baten', difference, verdict }])
  })
  test('is not there when the source prints none', () => {
    expect(checkBudget(budget(line('lasten', 94_000)))).toEqual([])
  })
  test('says that a line was mended', () => {
    const mended = line('baten', 5, { readable: 'deels' })
    expect(checkBudget(budget(mended, line('totaal baten', 5)))[0]).toMatchObject({ verdict: 'equal', isMended: true })
  })
})

describe('rows that repeat their streams', () => {
  const block = { block: 'werk' }
  const split = budget(
    line('lasten', 30, { ...block, stream: 'totaal', fte: 150 }),
    line('lasten', 10, { ...block, stream: 'a' }),
    line('lasten', 20, { ...block, stream: 'b' }),
    line('lasten', 5, { ...block, stream: 'a', fte: 100 }),
    line('bloktotaal', 35, { ...block, line: 'Totaal werk', stream: 'totaal', fte: 250 }),
    line('bloktotaal', 15, { ...block, stream: 'a' }),
    line('bloktotaal', 20, { ...block, stream: 'b' }),
    line('totaal lasten', 35, { stream: 'totaal', fte: 250 }),
    line('totaal lasten', 15, { stream: 'a' }),
    line('totaal lasten', 20, { stream: 'b' }),
  )
  test('are never counted twice', () => {
    const checks = checkBudget(split)
    expect(checks.map(({ what, ours, verdict }) => [what, ours, verdict])).toEqual([
      ['werk, a', 1500, 'equal'],
      ['werk, b', 2000, 'equal'],
      ['werk, alle stromen', 3500, 'equal'],
      ['Totaal lasten, a', 1500, 'equal'],
      ['Totaal lasten, b', 2000, 'equal'],
      ['Totaal lasten, alle stromen', 3500, 'equal'],
      ['werk, fte', 250, 'equal'],
      ['Totaal fte', 250, 'equal'],
    ])
  })
  test('of which the stream is lost leave the block undecided, and not the whole', () => {
    const lost = budget(...split.lines, line('lasten', 7, { ...block, stream: 'onbekend' }))
    const of = (what: string) => checkBudget(lost).find((check) => check.what === what)?.verdict
    expect([of('werk, a'), of('werk, alle stromen'), of('Totaal lasten, a')]).toEqual(['unreadable', 'equal', 'equal'])
  })
})

describe('of Midden-Nederland', () => {
  let region: Opened
  let budgets: Budget[]
  beforeAll(async () => {
    region = await openRegion()
    budgets = budgetsFrom((await reading(region.db, anonymous, (tx) => listBudgetLines(tx))).items)
  })
  afterAll(() => region.close())
  const of = (bureau: string, year: number) => budgets.find((one) => one.bureau.code === bureau && one.year === year)

  test.each([
    ['RIEC-MN', 2017, 1_413_000],
    ['RVS', 2017, 834_818],
    ['BN-MN', 2017, 150_215],
    ['RIEC-MN', 2023, 7_056_398],
  ])('the budget of %s for %i is € %i on both sides', (bureau, year, euro) => {
    const found = of(bureau, year)
    expect(found && totalsOf(found)).toMatchObject({ income: euro * 100, expense: euro * 100 })
  })

  test('every total adds up or says why not', () => {
    const checks = budgets.flatMap((one) =>
      checkBudget(one).map((check) => ({ year: one.year, bureau: one.bureau.code, ...check })),
    )
    expect(checks.filter(({ verdict }) => verdict === 'different')).toMatchObject([
      { bureau: 'RIEC-MN', year: 2023, unit: 'fte', ours: 1029, printed: 1033 },
    ])
    expect(checks.filter(({ verdict }) => verdict === 'rounding').map(({ difference }) => difference)).toEqual([
      100, 100, 28,
    ])
    expect(checks.filter(({ verdict }) => verdict === 'unreadable').length).toBe(4)
  })

  test('the differences of 2023 cancel out: 27 and 158 and minus 185', () => {
    const found = of('RIEC-MN', 2023)
    const checks = found
      ? checkBudget(found).filter(
          ({ what }) => what.startsWith('Baten min lasten') || what.startsWith('De verschillen'),
        )
      : []
    expect(checks.map(({ ours, verdict }) => [ours, verdict])).toEqual([
      [0, 'equal'],
      [2700, 'equal'],
      [15_800, 'equal'],
      [-18_500, 'equal'],
      [0, 'equal'],
    ])
  })

  test('the pages say it in words', async () => {
    const riec = await region.text('/begroting/RIEC-MN-2017')
    expect(riec.replaceAll('\u00a0', ' ')).toContain('€ 1.413.000 erin en € 1.413.000 eruit: in evenwicht')
    const burgernet = await region.text('/begroting/BN-MN-2017')
    expect(burgernet).toContain('0,28')
    expect(burgernet).toContain('verschil door afronding')
    const split = await region.text('/begroting/RIEC-MN-2023')
    expect(split).toContain('67,33 fte')
    expect(split).toContain('onleesbaar in de bron')
    const lost = await region.text('/begroting/RVS-2022')
    expect(lost).toContain('verloren gegaan')
    expect(lost).toContain('onleesbaar in de bron')
  })

  test('every line has a place on the page of its budget, and every budget is in the list', async () => {
    const list = await region.text('/begroting')
    for (const { bureau, year, lines } of budgets) {
      expect(list).toContain(`href="/begroting/${bureau.code}-${year}"`)
      const html = await region.text(`/begroting/${bureau.code}-${year}`)
      for (const { code } of lines) expect(html).toContain(`id="${code}"`)
    }
    expect(budgets.flatMap(({ lines }) => lines).length).toBe(113)
  })

  test.each([
    ['/begroting/RIEC-MN', 400],
    ['/begroting/RIEC-MN-17', 400],
    ['/begroting/RIEC-MN-1999', 404],
    ['/begroting/XXX-2017', 404],
    ['/api/v1/begrotingsregels?bureau=XXX', 400],
    ['/api/v1/begrotingsregels?jaar=vorig', 400],
    ['/api/v1/begrotingsregels/XXX', 404],
  ])('%s is answered with %i', async (path, status) => expect((await region.get(path)).status).toBe(status))

  test('the API gives cents as they are, and unreadable as nothing', async () => {
    expect(await region.json('/api/v1/begrotingsregels/B17B-I1')).toMatchObject({
      bedrag: 75_107.36,
      bron: { document: '002_e295dfe805d16fbd.txt', regels: '1156' },
    })
    expect(await region.json('/api/v1/begrotingsregels/B22V-X1')).toMatchObject({ bedrag: null, leesbaar: 'nee' })
    expect(await region.json('/api/v1/begrotingsregels/B23R-ET')).toMatchObject({ bedrag: 7_056_398, fte: 67.33 })
    const { aantal } = await region.json<{ aantal: number }>('/api/v1/begrotingsregels?bureau=RIEC-MN&jaar=2023')
    expect(aantal).toBe(79)
  })
})

test('a budget of another region has its pages too', async () => {
  const region = await openRegion({ region: 'voorbeeld' })
  const list = await region.text('/begroting')
  const [, address] = /href="(\/begroting\/[^"]+)"/.exec(list) ?? []
  expect(await region.text(address ?? '')).toContain('Nagerekend')
  await region.close()
})
