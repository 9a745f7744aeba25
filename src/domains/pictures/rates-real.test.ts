import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mainText } from '../../../test/environment/html'
import { realInhabitants, realNeighbourhoods, realYearEnds } from '../../../test/environment/odata/inhabitants'
import { hasRealData, realMonthly, realMonths } from '../../../test/environment/odata/real'
import { type ODataServer, serveOData } from '../../../test/environment/odata/server'
import type { ServedTable } from '../../../test/environment/odata/table'
import { type Opened, openRegion } from '../../../test/environment/region'
import type { LoadOutcome } from '../../platform/load/loader'
import { openOData } from '../../platform/odata/client'
import { policeLoaders } from '../crime'
import { populationLoaders } from '../population'

if (!hasRealData) console.warn('SKIPPED: the real figures are not here, so their rates are not tested.')

const months = ['2022MM12', ...Array.from({ length: 11 }, (_, at) => `2023MM${String(at + 1).padStart(2, '0')}`)]
const types = ['0.0.0', '1.1.1', '1.4.1']

/** The real table with three types only: a load of all would take minutes. */
function fewTypes(): ServedTable {
  const table = realMonthly(months)
  const [list, ...others] = table.lists
  return {
    ...table,
    lists: [{ ...list, entries: list.entries.filter(({ Key }) => types.includes(Key.trim())) }, ...others],
  }
}

describe.runIf(hasRealData)('real figures beside real inhabitants', () => {
  let region: Opened
  let server: ODataServer
  beforeAll(async () => {
    region = await openRegion()
    server = await serveOData([fewTypes(), realInhabitants(), realNeighbourhoods()])
    const client = openOData(server.url, { paceMs: 0 })
    const all = [...policeLoaders(region.db, client, server.url), ...populationLoaders(region.db, client, server.url)]
    const outcomes: (LoadOutcome | undefined)[] = []
    for (const table of ['47022NED', '37230ned', '85984NED'])
      outcomes.push(await all.find(({ id }) => id === table)?.load({}, {}))
    expect(outcomes.map((one) => one?.outcome)).toEqual(['whole', 'whole', 'whole'])
  }, 300_000)
  afterAll(async () => {
    await region.close()
    await server.close()
  })

  const figures = hasRealData ? realMonths() : new Map<string, number>()
  const yearEnds = hasRealData ? realYearEnds() : new Map<string, number>()
  const counted = (type: string) =>
    months.reduce((sum, month) => sum + (figures.get(`${type} GM1581 ${month}`) ?? Number.NaN), 0)
  const inhabitants = yearEnds.get('GM1581 2022') ?? Number.NaN
  const dutch = (value: number) => value.toLocaleString('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const denominator = 'Bron: CBS, tabel 37230ned. Inwoners op 31 december 2022.'

  // The middle of December 2022 to November 2023 is nearer to the last day of 2022 than to that of 2023.
  test.each(types.slice(0, 2))(
    'the list of type %s divides by the inhabitants of the day nearest to its middle',
    async (type) => {
      const { items } = await region.json<{ items: Record<string, unknown>[] }>(
        `/api/v1/misdrijfvergelijkingen?misdrijfsoort=${type}`,
      )
      expect(items).toHaveLength(38)
      for (const item of items) expect(item.inwoners).toBe(yearEnds.get(`${item.gebied} 2022`))
      const own = items.find(({ gebied }) => gebied === 'GM1581')
      expect(own).toMatchObject({ waarde: counted(type), inwonersOp: '2022-12-31', inwonersBron: '37230ned' })
      expect(own?.perDuizendInwoners).toBeCloseTo((counted(type) / inhabitants) * 1000, 3)
    },
  )

  test.each(['/veiligheidsbeelden/vergelijken', '/veiligheidsbeelden/soorten/0.0.0'])(
    '%s shows the rate, and below it the day people were counted on',
    async (path) => {
      const text = mainText(await region.text(path))
      expect(text).toContain(denominator)
      expect(text).toContain(dutch((counted('0.0.0') / inhabitants) * 1000))
      expect(text).not.toContain('verzonnen')
    },
  )
})
