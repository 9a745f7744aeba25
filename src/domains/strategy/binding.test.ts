import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { anonymous, reading } from '../../platform/db/database'
import { promiseCount } from './action'
import { type Binding, byWay } from './binding'
import { actionsBinding, resultsMentioning } from './binding.store'

let region: Opened
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

const binding = (areas: readonly string[], on = '2026-11-24') =>
  reading(region.db, anonymous, (tx) => actionsBinding(tx, { areas, on: day(on) }))
const led = (bindings: readonly Binding[], plan: string) =>
  bindings.filter(({ action, role }) => role === 'trekker' && action.plan.code === plan).map(({ action }) => action)

describe('what binds a municipality', () => {
  test('that no action names is what binds all and what binds its district', async () => {
    const bindings = await binding(['GM0339'])
    const ways = byWay(bindings)
    expect(ways.naam).toEqual([])
    expect(ways['alle-gemeenten'].length).toBeGreaterThan(0)
    expect(new Set(ways.district.map(({ through }) => through))).toEqual(new Set(['OU']))
    const latest = led(bindings, 'UP2023')
    expect([latest.length, promiseCount(latest)]).toEqual([17, 13])
    expect(led(bindings, 'AA2022')).toHaveLength(13)
  })
  test('is said once per action, by its nearest way', async () => {
    const bindings = await binding(['GM0344'])
    expect(new Set(bindings.map(({ action }) => action.code)).size).toBe(bindings.length)
    expect(byWay(bindings).naam.some(({ role }) => role === 'trekker')).toBe(true)
  })
  test('stops when the municipality ended, and keeps what bound it before', async () => {
    const plans = new Set((await binding(['GM0457'])).map(({ action }) => action.plan.code))
    expect(plans).toContain('AA2022')
    expect(plans).not.toContain('UP2023')
  })
  test('can be asked together with the one it came from', async () => {
    const alone = await binding(['GM1961'])
    const together = await binding(['GM1961', 'GM0620'])
    expect(byWay(together).naam.length).toBeGreaterThan(byWay(alone).naam.length)
  })
  test('is nothing for a code nobody has', async () => {
    expect(await binding(['GM9999'])).toEqual([])
    expect(await binding([])).toEqual([])
  })
})

describe('results that name an area', () => {
  test('are found by the area they name themselves', async () => {
    const { items } = await reading(region.db, anonymous, (tx) => resultsMentioning(tx, ['GM0344']))
    expect(items.length).toBeGreaterThan(0)
    expect(items.every(({ areas }) => areas.some(({ code }) => code === 'GM0344'))).toBe(true)
  })
})
