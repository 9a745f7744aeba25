import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import { addWholeRelease } from '../../../test/environment/releases'
import { addMonths, type Month, monthRange, monthsBetween } from '../../kernel/month'
import { restOf } from './picture'

describe('what a whole counts more than its parts', () => {
  const year = (now: number | null, before: number | null) => ({ type: '0.0.0', now, before })
  test.each([
    ['is what nobody knows the place of', year(10, 8), [year(6, 5), year(3, 3)], year(1, 0)],
    ['is nothing when they are the same', year(9, 8), [year(6, 5), year(3, 3)], null],
    ['is a difference in the source when it is below zero', year(8, 8), [year(6, 5), year(3, 3)], null],
    ['cannot be known when a part is hidden', year(10, 8), [year(null, 5), year(3, 3)], null],
    ['is not said of an area without parts', year(10, 8), [], null],
  ])('%s', (_, whole, parts, rest) => expect(restOf(whole, parts)).toEqual(rest))
})

const areas = [
  { code: 'GM0327', name: 'Leusden' },
  { code: 'WK032700', name: 'Achterveld', municipality: 'GM0327' },
  { code: 'GM0339', name: 'Renswoude' },
]
const newest = '2026-10' as Month
// A month counts 80, 100 and 110 in its first three releases, and then 110.
const grown = [80, 100, 110, 110]

let region: Opened
beforeAll(async () => {
  region = await openRegion()
  for (const last of monthRange(addMonths(newest, -9), newest)) {
    await addWholeRelease(region, {
      modified: `${addMonths(last, 1)}-15T08:00:00Z`,
      last,
      months: 60 - monthsBetween(last, newest),
      areas,
      counts: (area, month) => {
        const count = grown[monthsBetween(month, last)] ?? (last === addMonths(newest, -9) ? 110 : undefined)
        if (count === undefined) return undefined
        return area === 'GM0327' ? [count, 1, null] : area === 'GM0339' ? [0, 0, null] : [count - 10, 0, null]
      },
    })
  }
})
afterAll(() => region.close())

describe('the page of an area', () => {
  test('says what the newest months will come to, with the limits', async () => {
    const page = await region.text('/veiligheidsbeelden/GM0327')
    expect(page).toContain('Waar de nieuwste maanden naartoe groeien')
    // 80 becomes 80 x 1.25 x 1.1.
    expect(page).toContain('ongeveer 110')
  })

  test('leaves them marked, with the reason, when too few releases are known', async () => {
    const page = await region.text('/veiligheidsbeelden/GM0327?bekendOp=2026-07-20')
    expect(page).toContain('nog te weinig leveringen bewaard')
    expect(page).toContain('U kijkt terug: dit zijn de cijfers zoals bekend op 20 juli 2026.')
  })

  test('of one type in a wijk leads to how we judge', async () => {
    const page = await region.text('/veiligheidsbeelden/WK032700?soort=1.1.1')
    expect(page).toMatch(/id="uitleg".*href="\/veiligheidsbeelden\/werkwijze"/s)
  })

  test('shows the crimes of which the wijk is not known', async () => {
    const page = await region.text('/veiligheidsbeelden/GM0327')
    expect(page).toMatch(/Wijk onbekend.*?120/s)
  })

  test('has words and longer sums where little happens, with the larger areas beside them', async () => {
    const page = await region.text('/veiligheidsbeelden/GM0339')
    expect(page).toContain('Te weinig voorvallen om iets over te zeggen.')
    expect(page).toContain('Laatste 5 jaar')
    expect(page).toMatch(/id="langer".*Oost-Utrecht.*id="jaren"/s)
    expect(await region.text('/veiligheidsbeelden/GM0327')).not.toContain('Laatste 5 jaar')
  })
})

describe('the history of a figure', () => {
  test('holds every value it had, with the release, and what changed', async () => {
    const page = await region.text('/veiligheidsbeelden/GM0327/herzieningen?maand=2026-07')
    expect(page).toContain('Dit cijfer werd 2 keer bijgesteld: eerst 80, nu 110.')
    for (const words of ['15 augustus 2026', '15 september 2026', '+20', '15 oktober 2026', '+10', 'in 1 levering'])
      expect(page).toContain(words)
  })

  test('ends at the day of knowledge', async () => {
    const page = await region.text('/veiligheidsbeelden/GM0327/herzieningen?maand=2026-07&bekendOp=2026-09-20')
    expect(page).toContain('eerst 80, nu 100.')
  })

  test.each([
    ['/veiligheidsbeelden/GM0327/herzieningen?maand=ooit', 400],
    ['/veiligheidsbeelden/GM0327/herzieningen?soort=9.9.9', 400],
    ['/veiligheidsbeelden/GM9999/herzieningen', 404],
    ['/veiligheidsbeelden/GM9999/grafiek.svg', 404],
    ['/veiligheidsbeelden/GM0327/grafiek.png?bekendOp=2026-02-30', 400],
  ])('%s answers %d', async (path, status) => expect((await region.get(path)).status).toBe(status))
})

describe('the drawing as a file', () => {
  test('is an SVG that stands alone, with title, source and period', async () => {
    const answer = await region.get('/veiligheidsbeelden/GM0327/grafiek.svg?tot=2026-09')
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    const svg = await answer.text()
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    for (const words of [
      'Leusden',
      'tabel 47022NED',
      'oktober 2024 tot en met september 2026',
      'zoals bekend op 15 november 2026',
    ])
      expect(svg).toContain(words)
    expect(svg).not.toMatch(/class=|style=|<a |href=/)
    expect(svg).not.toContain('Voorbeeldcijfers')
  })

  test('is a PNG of twice its size', async () => {
    const answer = await region.get('/veiligheidsbeelden/GM0327/grafiek.png')
    expect(answer.headers.get('content-type')).toBe('image/png')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBe(1320)
  })
})
