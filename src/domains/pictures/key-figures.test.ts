import { afterAll, beforeAll, expect, test } from 'vitest'
import { mainText } from '../../../test/environment/html'
import { addKeyFigures } from '../../../test/environment/key-figures'
import { type Opened, openRegion } from '../../../test/environment/region'
import { addRelease } from '../../../test/environment/releases'

let real: Opened
let examples: Opened
beforeAll(async () => {
  real = await openRegion()
  await addRelease(real, { modified: '2026-11-15T12:00:00Z', state: 'volledig' })
  examples = await openRegion({ figures: true })
})
afterAll(async () => {
  await real.close()
  await examples.close()
})

const block = async (opened: Opened, code = 'GM0327', query = '') => {
  const text = mainText(await opened.text(`/veiligheidsbeelden/${code}${query}`))
  return text.slice(text.indexOf('Wat voor gebied dit is'), text.indexOf('Per soort'))
}
const year2024 = { year: 2024, table: '85984NED' }

test('a picture says that there are no key figures, and why', async () => {
  expect(await block(real)).toContain('De kerncijfers van het CBS zijn nog niet geladen.')
  await addKeyFigures(examples, { ...year2024, modified: '2025-03-31T12:00:00Z' }, { GM0327: { inwoners: 29_000 } })
  const beside = await block(examples)
  expect(beside).toContain('Naast verzonnen cijfers staan hier geen kerncijfers van het CBS')
  expect(beside).not.toContain('29.000')
})

test('of an area each stands with unit, day and source, beside the same of the region', async () => {
  await addKeyFigures(
    real,
    { ...year2024, modified: '2025-03-31T12:00:00Z' },
    {
      GM0327: { inwoners: 30_000, jongeren: 3000, 'woz-waarde': 455, stedelijkheid: 3, bedrijfsvestigingen: null },
      GM0339: { inwoners: 5000, jongeren: 600, 'woz-waarde': 512, stedelijkheid: 5, bedrijfsvestigingen: 700 },
    },
  )
  const text = await block(real)
  expect(text).toContain('30.000 inwoners')
  expect(text).toMatch(/3\.000 inwoners\s+10,0% van de inwoners/)
  expect(text).toMatch(/klasse 3\s+matig stedelijk/)
  expect(text).toContain('455 × 1.000 euro')
  expect(text).toMatch(/Bedrijfsvestigingen.*onbekend/s)
  expect(text).toContain('1 januari 2024')
  expect(text).toContain('CBS, Kerncijfers wijken en buurten, tabel 85984NED (2024), stand per 31 maart 2025')
  expect(text).toContain('Niet gegeven: huishoudens, woningen, omgevingsadressendichtheid.')
})

test('what was known on a day is shown for that day', async () => {
  const revised = { GM0327: { inwoners: 30_100 }, GM0339: { inwoners: 5000 } }
  await addKeyFigures(real, { ...year2024, modified: '2026-11-20T12:00:00Z' }, revised)
  expect(await block(real)).toContain('30.100 inwoners')
  expect(await block(real, 'GM0327', '?bekendOp=2026-11-16')).toContain('30.000 inwoners')
})
