import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'

let region: Opened
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

const municipalitiesOn = async (day: string) =>
  (await region.json<{ aantal: number }>(`/api/v1/gebieden?soort=gemeente&geldigOp=${day}`)).aantal

describe('the municipalities of the region over time', () => {
  test.each([
    ['2018-12-31', 39],
    ['2019-01-01', 39],
    ['2022-03-23', 39],
    ['2022-03-24', 38],
    ['2026-11-24', 38],
  ])('on %s there are %i', async (day, count) => {
    expect(await municipalitiesOn(day)).toBe(count)
  })
})

describe('the address of an area', () => {
  test('stays when the area has ended', async () => {
    expect(await region.json('/api/v1/gebieden/GM0620')).toMatchObject({ naam: 'Vianen', geldigTot: '2019-01-01' })
  })
  test('is not there for a code nobody gave', async () => {
    expect((await region.get('/api/v1/gebieden/GM9999')).status).toBe(404)
  })
})

describe('a parameter that cannot be', () => {
  test.each(['geldigOp=gisteren', 'binnen=XX', 'kleur=rood', 'soort=dorp', 'perPagina=0'])(
    '%s is refused with 400',
    async (query) => {
      const answer = await region.get(`/api/v1/gebieden?${query}`)
      expect(answer.status).toBe(400)
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
    },
  )
})
