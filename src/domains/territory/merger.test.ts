import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import { loadPack } from '../../platform/pack/load'
import { packFiles } from '../../region/pack'

// The law that adds Wijdemeren to Hilversum is announced. This rehearses the day it is settled: one cell of one row.
let region: Opened
beforeAll(async () => {
  region = await openRegion()
  const folder = mkdtempSync(join(tmpdir(), 'herindeling-'))
  cpSync('region/midden-nederland', folder, { recursive: true })
  const changes = join(folder, 'gebiedswijzigingen.csv')
  writeFileSync(changes, readFileSync(changes, 'utf8').replace('2027-01-01,aangekondigd', '2027-01-01,vastgesteld'))
  const report = await loadPack(region.db, folder, packFiles)
  expect(report.loaded).toBe(true)
  rmSync(folder, { recursive: true })
})
afterAll(() => region.close())

const count = async (path: string) => (await region.json<{ aantal: number }>(path)).aantal

describe('when Wijdemeren goes to Hilversum on 1 January 2027', () => {
  test.each([
    ['2026-12-31', 38, 6],
    ['2027-01-01', 37, 5],
  ])('on %s the region has %i municipalities and the district %i', async (day, inRegion, inDistrict) => {
    expect(await count(`/api/v1/gebieden?soort=gemeente&geldigOp=${day}`)).toBe(inRegion)
    expect(await count(`/api/v1/gebieden?soort=gemeente&binnen=GV&geldigOp=${day}`)).toBe(inDistrict)
  })

  test('its page says where it went, and stays', async () => {
    expect(await region.json('/api/v1/gebieden/GM1696')).toMatchObject({ naam: 'Wijdemeren', geldigTot: '2027-01-01' })
  })
})
