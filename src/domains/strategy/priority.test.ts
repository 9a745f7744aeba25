import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { anonymous, reading } from '../../platform/db/database'
import { stateOn } from './priority'
import { prioritiesOn } from './priority.store'
import { precedes } from './strategy'

let region: Opened
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

describe('the life of a priority', () => {
  const stage = (state: 'actief' | 'volgend', from: string, until: string | null) => ({
    state,
    validity: { from: day(from), until: until === null ? null : day(until) },
    reason: null,
    sources: [],
  })
  const life = [stage('actief', '2015-01-01', '2017-01-01'), stage('volgend', '2017-01-01', null)]
  test.each([
    ['2014-12-31', null],
    ['2015-01-01', 'actief'],
    ['2016-12-31', 'actief'],
    ['2017-01-01', 'volgend'],
    ['2099-01-01', 'volgend'],
  ])('on %s is %s', (on, state) => expect(stateOn(life, day(on))?.state ?? null).toBe(state))
})

describe('the priorities that were active', () => {
  test.each([
    ['2014-06-01', []],
    ['2016-06-01', ['P15-VB', 'P15-MMGI', 'P15-GOC', 'P15-PGA', 'P15-INF']],
    ['2018-06-01', ['P15-VB', 'P15-GOC', 'P15-PGA', 'P15-INF']],
    ['2022-12-31', ['P19-VZ', 'P19-GOC', 'P19-DV']],
    ['2023-01-01', ['P23-GOC', 'P23-DV', 'P23-MO']],
  ])('on %s', async (on, codes) => {
    const found = await reading(region.db, anonymous, (tx) => prioritiesOn(tx, day(on)))
    expect(found.map(({ code }) => code)).toEqual(codes)
  })

  test('are asked for by state and day', async () => {
    const answer = await region.json<{ items: { code: string }[] }>(
      '/api/v1/prioriteiten?stand=overgedragen&geldigOp=2024-01-01',
    )
    expect(answer.items.map(({ code }) => code)).toEqual(['P19-VZ'])
  })

  test('carry their life in the API', async () => {
    expect(await region.json('/api/v1/prioriteiten/P15-MMGI')).toMatchObject({
      strategie: 'S2015',
      groep: 'TF-MMGI',
      standen: [
        { stand: 'actief', van: '2015-01-01', tot: '2017-01-01' },
        { stand: 'volgend', van: '2017-01-01', tot: '2019-01-01' },
        { stand: 'afgesloten', van: '2019-01-01', tot: null },
      ],
    })
  })
})

describe('the page of a priority', () => {
  test('shows the state on the day that is asked', async () => {
    expect(await region.text('/prioriteiten/P15-MMGI?geldigOp=2018-06-01')).toContain('volgend: wij kijken mee')
  })
  test('says why work stopped and where that stands', async () => {
    const page = await region.text('/prioriteiten/P15-MMGI')
    expect(page).toContain('kijkt naar de cijfers en maakt niets nieuws meer')
    expect(page).toContain('633')
  })
  test('refuses a day that cannot be', async () => {
    expect((await region.get('/prioriteiten/P15-MMGI?geldigOp=31-12-2018')).status).toBe(400)
  })
})

describe('a trend inventory', () => {
  test.each([
    ['Trendinventarisatie 2022', 2023, true],
    ['Trendinventarisatie 2022', 2019, false],
    ['Strategie 2023-2026', 2023, true],
    ['Trends zonder jaar', 2023, false],
  ])('%s goes before the strategy from %i: %s', (inventory, from, does) => {
    expect(precedes(inventory, { from })).toBe(does)
  })
})
