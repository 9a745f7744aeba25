import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'

const withdrawn = [
  ['strategies', 'S2015', '/strategieen/S2015', 'strategieen'],
  ['priorities', 'P19-DV', '/prioriteiten/P19-DV', 'prioriteiten'],
  ['focus_lines', 'F15-01', '/focuslijnen/F15-01', 'focuslijnen'],
  ['plans', 'WPDG1', '/plannen/WPDG1', 'plannen'],
  ['programmes', 'A22-VA', '/programmas/A22-VA', 'programmas'],
  ['actions', 'A22-041', '/acties/A22-041', 'acties'],
  ['results', 'R16-002', '/resultaten/R16-002', 'resultaten'],
] as const

let region: Opened
beforeAll(async () => {
  region = await openRegion()
  await owning(region.db, async (tx) => {
    for (const [table, code] of withdrawn)
      await sql`update ${sql.table(`strategy.${table}`)} set withdrawn_on = '2026-11-01' where code = ${code}`.execute(
        tx,
      )
  })
})
afterAll(() => region.close())

describe('what was withdrawn', () => {
  test.each(withdrawn)('from %s, %s, keeps its address and leaves the list', async (_, code, address, of) => {
    expect(await region.text(address)).toContain('Ingetrokken op 1 november 2026')
    expect((await region.get(`/api/v1/${of}/${code}`)).status).toBe(200)
    const { items } = await region.json<{ items: { code: string }[] }>(`/api/v1/${of}?perPagina=500`)
    expect(items.map((item) => item.code)).not.toContain(code)
  })

  test('is no neighbour in the chain any more', async () => {
    expect(await region.text('/programmas/A22-DV')).not.toContain('/acties/A22-041')
  })
})
