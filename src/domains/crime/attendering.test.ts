import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import { byChance, watch } from './attendering'
import { makeExampleFigures } from './example.verbs'

const level = (count: number, months = 61) => Array.from({ length: months }, () => count)

describe('the newest month of many series', () => {
  const calm = Array.from({ length: 40 }, (_, at) => ({ subject: `calm ${at}`, observed: [...level(9), 9] }))

  test('gives an attendering where it counts more than the years before let expect', () => {
    const { judged, unjudged, unknown, attenderingen } = watch([
      ...calm,
      { subject: 'much', observed: [...level(9), 60] },
      { subject: 'just', observed: [...level(9), 18] },
      { subject: 'at the bound', observed: [...level(9), 17] },
      { subject: 'less', observed: [...level(9), 1] },
      { subject: 'few', observed: [...level(0), 3] },
      { subject: 'unknown', observed: [...level(9), null] },
      { subject: 'short', observed: level(9, 30) },
    ])
    expect({ judged, unjudged, unknown }).toEqual({ judged: 44, unjudged: 3, unknown: ['unknown', 'short'] })
    expect(attenderingen.map(({ subject, count, bound, stands }) => [subject, count, bound, stands])).toEqual([
      ['much', 60, 17, true],
      // One month in a hundred counts so many: among 44 series that is to be expected.
      ['just', 18, 17, false],
    ])
    expect(attenderingen[0]?.expected).toBeCloseTo(9, 8)
  })
  test('gives none of nothing', () =>
    expect(watch([])).toEqual({ judged: 0, unjudged: 0, unknown: [], attenderingen: [] }))
  test('has some to be expected by chance alone, from and to as in our trial', () => {
    expect(byChance(0)).toEqual([0, 0])
    expect(byChance(1000)).toEqual([15, 38])
  })
})

describe('the pages', () => {
  let region: Opened
  beforeAll(async () => {
    region = await openRegion()
  })
  afterAll(() => region.close())

  test('say that there are no figures, before there are', async () => {
    expect(await region.text('/veiligheidsbeelden/attenderingen')).toContain('Er zijn nog geen maandcijfers')
  })

  describe('with figures', () => {
    beforeAll(() => makeExampleFigures(region.db, () => false), 60_000)

    test('list what stands out, how much was judged, and how much chance alone gives', async () => {
      const page = await region.text('/veiligheidsbeelden/attenderingen')
      expect(page).toContain('Dit zijn voorbeeldcijfers')
      expect(page).toMatch(/(geen|[1-9]\d*) attendering(en)? bij [1-9][\d.]* beoordeelde reeksen/)
      expect(page).toMatch(/verwachten we er \d+ tot \d+, door toeval alleen/)
      expect(page).toMatch(/Niet beoordeeld: [\d.]+ reeksen/)
      expect(page).toContain('href="/veiligheidsbeelden/werkwijze"')
      expect(page).not.toMatch(/signaal/i)
    })
    test('do so per district and for the region, and refuse another level', async () => {
      for (const level of ['district', 'regio'])
        expect(await region.text(`/veiligheidsbeelden/attenderingen?niveau=${level}`)).toContain('beoordeelde reeksen')
      expect((await region.get('/veiligheidsbeelden/attenderingen?niveau=straat')).status).toBe(400)
      expect((await region.get('/veiligheidsbeelden/attenderingen?bekendOp=gisteren')).status).toBe(400)
    })
    test('are in the API too, the same ones', async () => {
      const { items } = await region.json<{
        items: { gebied: string; misdrijfsoort: string; waarde: number; bovengrens: number; status: string }[]
      }>('/api/v1/attenderingen?perPagina=500')
      const page = await region.text('/veiligheidsbeelden/attenderingen')
      expect(items.length).toBeGreaterThan(0)
      expect(page).toContain(`er ${items.length} attendering`)
      for (const { gebied, misdrijfsoort, waarde, bovengrens, status } of items) {
        expect(page).toContain(`id="attendering-${gebied}-${misdrijfsoort.replaceAll('.', '-')}"`)
        expect(waarde).toBeGreaterThan(bovengrens)
        expect(status).toBe('voorbeeld')
      }
      expect((await region.get('/api/v1/attenderingen?niveau=straat')).status).toBe(400)
    })
    test('of an area say in words whether its twelve months changed, and how many verdicts may be chance', async () => {
      const area = await region.text('/veiligheidsbeelden/GM0344')
      expect(area).toMatch(
        /De 12 maanden ervoor waren het er [\d.]+\. Dat is (geen aantoonbare verandering|aantoonbaar)/,
      )
      expect(area).toContain('naar verwachting hoogstens 1 op de 20 toeval')
      expect(area).toContain('Elk gebied is op zichzelf beoordeeld')
      const all = await region.text('/veiligheidsbeelden')
      expect(all).toMatch(/Dat is (geen aantoonbare verandering|aantoonbaar)/)
      expect(all.match(/gebieden aantoonbaar anders: hier gemiddeld 0,\d\d/g)).toHaveLength(5)
    })
    test('explain the method in the words of the screens, with our own errors beside the habits', async () => {
      const page = await region.text('/veiligheidsbeelden/werkwijze')
      for (const words of [
        'geen aantoonbare verandering',
        'aantoonbaar meer',
        'aantoonbaar minder',
        'te weinig voorvallen om iets over te zeggen',
        '2,0 tot 3,8',
        '36,0 tot 37,8',
        '26 november 2026',
      ])
        expect(page).toContain(words)
      expect(page).not.toMatch(/signaal/i)
    })
  })
})
