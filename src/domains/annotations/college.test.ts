import { afterAll, beforeAll, expect, test } from 'vitest'
import { adviserOf, annotate, inSeat, seatWithAdviser, sendCollege } from '../../../test/environment/annotations'
import { type Opened, openRegion, testMoment } from '../../../test/environment/region'
import { dayInAmsterdam } from '../../kernel/day'
import { anonymous, reading } from '../../platform/db/database'
import { municipalitiesOn } from '../territory'

let region: Opened
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

test('ten days before a college 38 annotations stand ready, each seen by its own municipality only', async () => {
  const groups = await reading(region.db, anonymous, (tx) => municipalitiesOn(tx, 'MNL', dayInAmsterdam(testMoment)))
  const municipalities = groups.flatMap(({ municipalities: of }) => of.map(({ code }) => code))
  expect(municipalities).toHaveLength(38)
  const meeting = await sendCollege(region, '2026-12-04')
  for (const code of municipalities) await seatWithAdviser(region, code, 'RVC-MNL')
  for (const code of municipalities)
    await annotate(region, `${meeting}/punten/1`, await adviserOf(region, code), `Raad van ${code}.`)
  for (const code of municipalities) {
    const page = await region.text(`${meeting}/annotaties`, await inSeat(region, code))
    expect([...page.matchAll(/Raad van (GM\d+)\./g)].map(([, whose]) => whose)).toEqual([code])
  }
}, 400_000)
