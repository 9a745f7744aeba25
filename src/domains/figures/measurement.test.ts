import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { anonymous, reading } from '../../platform/db/database'
import { latestOutcome, targetsFor } from './measurement'
import { measurementsOf } from './measurement.store'

let region: Opened
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

const known = (indicator: string, on = '2026-11-24') =>
  reading(region.db, anonymous, (tx) => measurementsOf(tx, { indicator, knownOn: day(on) }))

describe('the figures of the region', () => {
  test('the latest outcome leads and has its target', async () => {
    const crimes = await known('crime_total')
    const outcome = latestOutcome(crimes, { area: 'MNL' })
    expect(outcome).toMatchObject({ code: 'M-271', value: 103_579, knownOn: '2017-01-01', knownOnEstimated: true })
    expect(outcome && targetsFor(crimes, outcome).map(({ code }) => code)).toEqual(['M-270'])
  })
  test('what was published later was not known before', async () => {
    expect(await known('crime_total', '2016-12-31')).toEqual([])
    expect((await known('crime_total', '2019-12-31')).map(({ period }) => period)).not.toContain('2019')
  })
})
