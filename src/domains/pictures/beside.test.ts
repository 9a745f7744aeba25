import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mainText } from '../../../test/environment/html'
import { type Opened, openRegion } from '../../../test/environment/region'
import { addWholeRelease } from '../../../test/environment/releases'
import type { Month } from '../../kernel/month'
import { owning } from '../../platform/db/database'

const last = '2026-10' as Month
let region: Opened
beforeAll(async () => {
  region = await openRegion()
  await owning(region.db, async (tx) => {
    const add = (code: string, indicator: string, area: string, period: string, value: number, more: string) =>
      sql`insert into figures.measurements
        (code, indicator, area, period, value, unit, kind, qualifier, printed, leads, sources, margin_low, margin_high, respondents)
        values (${code}, ${indicator}, ${area}, ${period}, ${value}, ${sql.raw(more)})`.execute(tx)
    const limit = `'aantal', 'doel', 'max', '1', true, '{002_e295dfe805d16fbd.txt:344}', null, null, null`
    await add('T-1', 'burglary_total', 'GM0327', '2025', 1000, limit)
    await add('T-2', 'burglary_total', 'GM0327', '2026', 1200, limit)
    await add('T-3', 'burglary_total', 'GM0327', '2030', 900, limit)
    await add('T-4', 'burglary_total', 'GM0339', '2026', 2, limit)
    const answer = (margin: string) =>
      `'procent inwoners', 'realisatie', 'exact', 'x', true, '{002_e295dfe805d16fbd.txt:344}', ${margin}`
    await add('S-1', 'neighbourhood_unsafety_pct', 'GM0327', '2021', 18, answer('16, 20, 750'))
    await add('S-2', 'neighbourhood_unsafety_pct', 'GM0327', '2023', 19, answer('17, 21, 810'))
    const action = (code: string, due: string, area: string, title: string) =>
      sql`insert into strategy.actions (code, plan, programme, track, title, lead, due, sources)
            values (${code}, 'UP2023', 'U23-OU', 'actie', ${title}, 'RVS', ${due}, '{002_e295dfe805d16fbd.txt:344}')`
        .execute(tx)
        .then(() => sql`insert into strategy.action_areas (action, area, seq) values (${code}, ${area}, 1)`.execute(tx))
        .then(() =>
          sql`insert into strategy.action_indicators (action, indicator, seq) values (${code}, 'burglary_total', 1)`.execute(
            tx,
          ),
        )
    await action('A-DAY', '2025-03-12', 'GM0327', 'Proef met sloten')
    await action('A-YEAR', '2025', 'GM0327', 'Zonder dag')
    await action('A-ELSE', '2025-03-12', 'GM0339', 'In een andere gemeente')
    await action('A-LONG-AGO', '2019-03-12', 'GM0327', 'Lang geleden')
  })
  await addWholeRelease(region, {
    modified: '2026-11-15T08:00:00Z',
    last,
    months: 106,
    areas: [
      { code: 'GM0327', name: 'Leusden' },
      { code: 'GM0339', name: 'Renswoude' },
    ],
    counts: (area, month) => {
      const season = month.endsWith('-12') || month.endsWith('-01') ? 20 : 0
      return area === 'GM0327' ? [500 + season, 95 + season + (Number(month.slice(3, 4)) % 3), null] : [3, 0, null]
    },
  })
})
afterAll(() => region.close())

const burglary = '/veiligheidsbeelden/GM0327?soort=1.1.1'
const words = async (path: string) => mainText(await region.text(path))

describe('what was agreed for a day', () => {
  test('is a numbered mark on the axis, with words and a link, in the table and in the drawing', async () => {
    const page = await region.text(burglary)
    expect(page).toContain('href="/acties/A-DAY"')
    expect(page.split('class="g-nootring"')).toHaveLength(3)
    const text = mainText(page)
    expect(text).toContain('12 maart 2025: Proef met sloten (actie,')
    expect(text).toContain('Het laat niet zien dat een actie de aantallen veranderde.')
    expect(page).toMatch(/maart 2025<\/th>[\s\S]*?Proef met sloten \(actie\)/)
    const svg = await (await region.get('/veiligheidsbeelden/GM0327/grafiek.svg?soort=1.1.1')).text()
    expect(svg).toContain('1. 12 maart 2025: Proef met sloten (actie).')
  })
  test('is no mark without a day or month of its own, elsewhere, or outside these months', async () => {
    const text = await words(burglary)
    expect(text).toContain('2025: Zonder dag')
    for (const other of ['In een andere gemeente', 'Lang geleden']) expect(text).not.toContain(other)
  })
  test('does not stand at a type that no figure of the coalition counts', async () => {
    expect(await words('/veiligheidsbeelden/GM0327?soort=1.4.1')).not.toContain('Dit liep in deze tijd')
  })
})

describe('what was agreed for a year', () => {
  test('is said with what came of it, or with the chance in words', async () => {
    const text = await words(burglary)
    expect(text).toContain('Doel voor 2025: ten hoogste 1.000. De politie registreerde er 1.204: meer dan het doel.')
    expect(text).toContain(
      'Doel voor 2026: ten hoogste 1.200. Als het gaat zoals de laatste 12 maanden, worden het er ongeveer 1.185, waarschijnlijk tussen 1.134 en 1.238. De kans dat het doel gehaald wordt, is groter dan de helft (ongeveer 70%).',
    )
    expect(text).toContain('2030 is nog te ver weg om een kans te noemen.')
  })
  test('is a target in the drawing and in the table', async () => {
    const page = await region.text(burglary)
    expect(page).toContain('class="g-doelpunt"')
    expect(mainText(page)).toContain('10 van 12 maanden')
    const svg = await (await region.get('/veiligheidsbeelden/GM0327/jaren.svg?soort=1.1.1')).text()
    expect(svg).toContain('doel')
    expect((await region.get('/veiligheidsbeelden/GM0327/jaren.png?soort=1.1.1')).headers.get('content-type')).toBe(
      'image/png',
    )
  })
  test('says that there are too few where there are', async () => {
    expect(await words('/veiligheidsbeelden/GM0339?soort=1.1.1')).toContain('te weinig om een kans te noemen')
  })
})

describe('what people say', () => {
  test('stands beside what was registered, in two drawings, with the margin', async () => {
    const page = await region.text('/veiligheidsbeelden/GM0327')
    const text = mainText(page)
    expect(text).toContain(
      'Onveilig gevoel in eigen buurt in Leusden: 19% van de inwoners (marge 17% tot 21%) in 2023.',
    )
    expect(text).toContain('Het verschil met 2021 valt binnen de marge (1,0 procentpunt meer dan in 2021)')
    expect(page).toContain('id="beleving-neighbourhood_unsafety_pct"')
    expect(page).toContain('id="beleving-registratie"')
    expect(page).toContain('class="g-marge"')
  })
  test('is that of the area around it where the area has none, and says so', async () => {
    const text = await words('/veiligheidsbeelden/GM0339')
    expect(text).not.toContain('in Leusden')
    expect(text).toContain('Ervaren jongerenoverlast in Midden-Nederland: 28% van de inwoners in 2013, marge onbekend.')
    expect(text).toContain('Dan staat hier het kleinste gebied eromheen')
  })
  test('can be taken along as drawing and numbers, with the margin', async () => {
    const svg = '/veiligheidsbeelden/GM0327/beleving.svg?cijfer=neighbourhood_unsafety_pct'
    expect(await (await region.get(svg)).text()).toContain('valt binnen de marge')
    expect((await region.get('/veiligheidsbeelden/GM0327/beleving.svg?cijfer=robbery')).status).toBe(404)
    const { items } = await region.json<{ items: object[] }>('/api/v1/metingen?indicator=neighbourhood_unsafety_pct')
    expect(items).toContainEqual(expect.objectContaining({ ondergrens: 17, bovengrens: 21, deelnemers: 810 }))
  })
})
