import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { anonymous, reading } from '../../platform/db/database'
import { checkFormation, type FormationRow } from './formation'
import { listFormation } from './formation.store'

const row = (kind: FormationRow['kind'], posts: readonly [number, number, number, number]): FormationRow => {
  const [operational, trainees, nonOperational, total] = posts
  const sumOfKinds = operational + trainees + nonOperational
  return {
    code: `${kind}-${total}`,
    organisation: { code: 'P', name: 'Politie' },
    asOf: day('2022-10-24'),
    operational,
    trainees,
    nonOperational,
    total,
    sumOfKinds,
    difference: total - sumOfKinds,
    kind,
    note: null,
    sources: [],
    withdrawnOn: null,
  }
}

describe('a formation recomputed', () => {
  test.each<[string, FormationRow[], object]>([
    [
      'that is exact',
      [row('onderdeel', [10, 2, 1, 13]), row('onderdeel', [20, 3, 1, 24]), row('totaal', [30, 5, 2, 37])],
      { ours: { total: 37 }, difference: { operational: 0, trainees: 0, nonOperational: 0, total: 0 }, roundedRows: 0 },
    ],
    [
      'that was rounded',
      [row('onderdeel', [10, 2, 1, 12]), row('onderdeel', [20, 3, 1, 24]), row('totaal', [30, 4, 2, 36])],
      { ours: { trainees: 5, total: 36 }, difference: { trainees: -1, total: 0 }, roundedRows: 1 },
    ],
    [
      'never counts a total or a control with the parts',
      [row('onderdeel', [1, 0, 0, 1]), row('totaal', [1, 0, 0, 1]), row('controle', [1, 0, 0, 1])],
      { ours: { total: 1 }, roundedRows: 0 },
    ],
    ['without a printed total', [row('onderdeel', [1, 0, 0, 1])], { printed: null, difference: null }],
  ])('%s', (_, rows, expected) => expect(checkFormation(rows)).toMatchObject(expected))
})

describe('of Midden-Nederland', () => {
  let region: Opened
  beforeAll(async () => {
    region = await openRegion()
  })
  afterAll(() => region.close())

  test('is 5.030, with two columns that rounding moved by one and six rows too', async () => {
    const { items } = await reading(region.db, anonymous, (tx) => listFormation(tx))
    expect(checkFormation(items)).toEqual({
      ours: { operational: 4405, trainees: 424, nonOperational: 203, total: 5030 },
      printed: { operational: 4405, trainees: 423, nonOperational: 202, total: 5030 },
      difference: { operational: 0, trainees: -1, nonOperational: -1, total: 0 },
      roundedRows: 6,
    })
  })
  test('has the control row of the pack right', async () => {
    const { items } = await reading(region.db, anonymous, (tx) => listFormation(tx))
    const { ours } = checkFormation(items)
    expect(items.find(({ kind }) => kind === 'controle')).toMatchObject(ours)
  })
  test('is shown with what it is not', async () => {
    const html = await region.text('/formatie')
    for (const word of [
      '5.030',
      'Bezetting',
      'Inzetbaarheid',
      'Onze eigen som',
      'afronding',
      'id="F-01"',
      'id="F-CHECK"',
    ])
      expect(html).toContain(word)
    expect(html).toContain('niet wie er is')
  })
  test('is in the API, row by row', async () => {
    expect((await region.json<{ aantal: number }>('/api/v1/formatie')).aantal).toBe(15)
    expect(await region.json('/api/v1/formatie/F-01')).toMatchObject({ totaal: 749, som: 750, verschil: -1 })
    expect((await region.json<{ aantal: number }>('/api/v1/formatie?soort=totaal')).aantal).toBe(1)
    expect((await region.get('/api/v1/formatie?organisatie=XXX')).status).toBe(400)
    expect((await region.get('/api/v1/formatie/XXX')).status).toBe(404)
  })
})
