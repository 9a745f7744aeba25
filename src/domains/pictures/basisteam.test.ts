import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { addWholeRelease } from '../../../test/environment/releases'
import type { Month } from '../../kernel/month'

const last = '2026-09' as Month
const areas = [
  { code: 'GM0344', name: 'Utrecht' },
  { code: 'WK034401', name: 'Wijk 01 West', municipality: 'GM0344' },
  { code: 'BU03440101', name: 'Welgelegen', municipality: 'GM0344', wijk: 'WK034401' },
  { code: 'BU03440102', name: 'Oog in Al', municipality: 'GM0344', wijk: 'WK034401' },
  { code: 'WK034402', name: 'Wijk 02 Noordwest', municipality: 'GM0344' },
  { code: 'GM0355', name: 'Zeist' },
]
const perMonth: Record<string, number> = {
  GM0344: 100,
  WK034401: 62,
  BU03440101: 40,
  BU03440102: 20,
  WK034402: 37,
  GM0355: 7,
}
const released = (region: Opened, modified: string, without: string[] = []) =>
  addWholeRelease(region, {
    modified,
    last,
    months: 24,
    areas: areas.filter(({ code }) => !without.includes(code)),
    counts: (code) => (without.includes(code) ? undefined : [perMonth[code] ?? 0, 1, null]),
  })

let region: Opened
let administrator: { cookie: string }
beforeAll(async () => {
  region = await openRegion()
  administrator = await signInAs(region, 'functioneel-beheerder')
})
afterAll(() => region.close())

const form = '/beheer/basisteamwijken/GM0344'
const from = (year: string) => ({ 'vanaf-dag': '1', 'vanaf-maand': '1', 'vanaf-jaar': year })
const divide = (chosen: Record<string, string>, year = '2025', headers = administrator) =>
  region.post(
    form,
    { ...from(year), ...Object.fromEntries(Object.entries(chosen).map(([code, team]) => [`team-${code}`, team])) },
    headers,
  )
type List = { items: { waarde: number | null }[] }
const count = async (gebied: string, query = '') =>
  (
    await region.json<List>(`/api/v1/misdrijfcijfers?gebied=${gebied}&misdrijfsoort=0.0.0&periode=${last}${query}`)
  ).items.map(({ waarde }) => waarde)

describe('a municipality in which more basisteams work', () => {
  test('has no wijken to divide before the police gave any', async () => {
    expect(await region.text('/beheer/basisteamwijken', administrator)).toContain('Er zijn nog geen wijken.')
    expect(await region.text(form, administrator)).toContain('Er zijn nog geen wijken.')
    expect((await divide({ WK034401: 'BT01' })).status).toBe(404)
    expect((await region.get('/beheer/basisteamwijken/FL', administrator)).status).toBe(404)
    await released(region, '2026-10-15T08:00:00Z')
    const list = await region.text('/beheer/basisteamwijken', administrator)
    expect(list).toContain('niet verdeeld per wijk')
    expect(list).not.toContain('Er zijn nog geen wijken.')
  })

  test('is divided per wijk, and per buurt that differs', async () => {
    const answer = await divide({ WK034401: 'BT01', BU03440102: 'BT02', WK034402: 'BT02' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/beheer/basisteamwijken?bewaard=GM0344'])
    expect(await count('BT01')).toEqual([40])
    expect(await count('BT02')).toEqual([57])
    expect(await region.text('/beheer/basisteamwijken', administrator)).toContain('Basisteam 1, Basisteam 2')
    expect(await region.text('/gebieden/BT02')).toContain('Oog in Al')
    expect(await region.text('/gebieden/BT02?geldigOp=2024-12-31')).not.toContain('Oog in Al')
    const picture = await region.text('/veiligheidsbeelden/BT02')
    expect(picture).toContain('Gemeenten, wijken en buurten')
    expect(picture).toContain('/veiligheidsbeelden/WK034402')
    expect(picture).not.toContain('onbekend</th>')
  })

  test('is shown as it was: each day has its own division', async () => {
    expect((await divide({ WK034401: 'BT01', WK034402: 'BT02' }, '2026')).status).toBe(303)
    // The wijk as a whole, and so also what is known of no buurt.
    expect(await count('BT01')).toEqual([62])
    expect(await count('BT01', '&geldigOp=2025-12-31')).toEqual([40])
    expect(await count('BT02', '&geldigOp=2025-12-31')).toEqual([57])
    expect(await count('BT01', '&geldigOp=2024-12-31')).toEqual([])
  })

  test('is no part of a team as a whole, and the other way round', async () => {
    const fill = (gemeente: string) =>
      region.post(
        '/beheer/basisteams/BT03',
        { naam: 'Basisteam Drie', gemeenten: gemeente, ...from('2026') },
        administrator,
      )
    const whole = await fill('GM0344')
    expect(whole.status).toBe(422)
    expect(await whole.text()).toContain('Utrecht is op of na die dag verdeeld over basisteams')
    expect((await divide({}, '2026')).status).toBe(303)
    expect((await fill('GM0344')).status).toBe(303)
    expect(await count('BT03')).toEqual([100])
    const divided = await divide({ WK034401: 'BT01' }, '2026')
    expect(divided.status).toBe(422)
    const page = await divided.text()
    expect(page).toContain('hoort op of na die dag als geheel bij Basisteam Drie')
    expect(page).toMatch(/value="BT01" selected/)
    expect((await fill('GM0355')).status).toBe(303)
  })

  test('has an unknown sum, and says so, when a wijk is not in the figures any more', async () => {
    expect((await divide({ WK034401: 'BT01', WK034402: 'BT01' }, '2026')).status).toBe(303)
    expect(await count('BT01')).toEqual([99])
    await released(region, '2026-11-15T08:00:00Z', ['WK034402'])
    expect(await count('BT01')).toEqual([null])
    expect(await region.text('/veiligheidsbeelden/BT01')).toContain('van dit basisteam zijn er geen cijfers')
    expect(await count('BT01', '&bekendOp=2026-10-20')).toEqual([99])
  })

  test.each([
    ['a day that is none', { 'vanaf-dag': '31', 'vanaf-maand': '2' }],
    ['no day', { 'vanaf-dag': '' }],
  ])('keeps what was chosen with %s', async (_, wrong) => {
    const answer = await region.post(form, { ...from('2026'), ...wrong, 'team-WK034401': 'BT04' }, administrator)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Vul een datum in die bestaat')
    expect(page).toMatch(/value="BT04" selected/)
  })

  test.each([['oov-renswoude'], ['programmamanager'], [null]])('is not divided by %s', async (person) => {
    const headers = person ? await signInAs(region, person) : { cookie: '' }
    expect((await region.get('/beheer/basisteamwijken', headers)).status).toBe(404)
    expect((await region.get(form, headers)).status).toBe(404)
    expect((await divide({ WK034401: 'BT05' }, '2026', headers)).status).toBe(404)
    expect(await count('BT05')).toEqual([])
  })
})
