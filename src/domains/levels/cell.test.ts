import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields } from '../../../test/environment/forms'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { loadPack } from '../../platform/pack/load'
import { packFiles } from '../../region/pack'
import { answerOf, asTypedCell, readCell, type TypedCell } from './cell'

const today = day('2026-11-24')

describe('a cell of an execution plan', () => {
  test.each([
    [null, 'onbekend'],
    [{ participates: 'onbekend', startPosition: null }, 'onbekend'],
    [{ participates: 'nee', startPosition: null }, 'niet-gekozen'],
    [{ participates: 'ja', startPosition: null }, 'gekozen'],
    [{ participates: 'ja', startPosition: 'zicht krijgen' }, 'startpositie'],
  ] as const)('%j is %s', (cell, answer) => {
    expect(answerOf(cell)).toBe(answer)
  })
  const typed: TypedCell = { ...asTypedCell('gekozen', null, today), reason: 'Zo afgesproken.' }
  test.each<[string, Partial<TypedCell>, string[]]>([
    ['as it should', {}, []],
    ['no answer', { answer: 'misschien' }, ['antwoord']],
    ['a start position without words', { answer: 'startpositie' }, ['start']],
    ['no reason', { reason: ' ' }, ['reden']],
    ['no day', { decidedOn: { day: '', month: '', year: '' } }, ['datum']],
    ['tomorrow', { decidedOn: { day: '25', month: '11', year: '2026' } }, ['datum']],
  ])('typed with %s', (_, change, fields) => {
    const read = readCell({ ...typed, ...change }, today)
    expect('faults' in read ? read.faults.map(({ field }) => field) : []).toEqual(fields)
  })
})

describe('the execution plan of a district', () => {
  let region: Opened
  type Headers = { cookie: string }
  let city: Headers
  let bureau: Headers
  const page = '/deelname/SU/uitvoeringsplan'
  beforeAll(async () => {
    region = await openRegion()
    city = await signInAs(region, 'oov-utrecht')
    bureau = await signInAs(region, 'programmamanager')
  })
  afterAll(() => region.close())
  let sent = 0
  const say = (given: Record<string, string>, headers = city, of = page) => {
    sent += 1
    const fields = {
      versie: '0',
      sleutel: `vak-sleutel-${sent}`,
      thema: 'Mensenhandel',
      partner: 'GM0344',
      antwoord: 'startpositie',
      start: 'Zicht krijgen op het probleem',
      reden: 'Er is nu plek voor.',
      ...dayFields('datum', '2026-11-20'),
    }
    return region.post(`${of}/vak`, { ...fields, ...given }, headers)
  }
  const cells = async (headers?: Headers) =>
    (await (await region.get('/api/v1/deelname/MX-SU-04-GM0344', headers)).json()) as Record<string, unknown>

  test('begins as the documents have it, with every theme and partner', async () => {
    const text = await region.text(page, city)
    expect(text).toContain('niet gekozen in dit plan')
    expect(text).toContain('alles staat er zoals in de documenten')
    expect(text).toContain('/uitvoeringsplan/vak?thema=Mensenhandel&amp;partner=GM0344')
    expect((await region.get(page)).status).toBe(404)
    expect(await region.text('/deelname/SU', city)).toContain(page)
    expect(await region.text('/deelname/SU')).not.toContain(page)
  })

  test('is changed by its people, once, with why and when; and everybody sees what was chosen', async () => {
    const both = await Promise.all([1, 2].map(() => say({ sleutel: 'dezelfde-sleutel' })))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const text = await region.text(page, bureau)
    expect(text).toContain('startpositie: Zicht krijgen op het probleem')
    expect(text).toContain('Er is nu plek voor.')
    expect(text).toContain('20 november 2026')
    expect(await cells()).toMatchObject({
      deelname: 'ja',
      startpositie: 'Zicht krijgen op het probleem',
      grond: 'opgave',
    })
    const open = await region.text('/deelname/SU')
    expect(open).toContain('Zicht krijgen op het probleem')
    expect(open).not.toContain('Er is nu plek voor.')
  })

  test('kept by two: the second sees what the first said, and keeps his own words', async () => {
    const late = await say({ reden: 'Te laat.' }, bureau)
    expect(late.status).toBe(409)
    const text = await late.text()
    expect(text).toContain('Er is nu plek voor.')
    expect(text).toContain('Te laat.')
    expect((await say({ versie: '1', reden: '' })).status).toBe(422)
  })

  test('hides again from the public what is not chosen, and why', async () => {
    expect((await say({ versie: '1', antwoord: 'niet-gekozen', start: '', reden: 'Toch niet.' }, bureau)).status).toBe(
      303,
    )
    // Unknown like many others: a cell that disappears would tell.
    expect(await cells()).toMatchObject({ deelname: 'onbekend', startpositie: null })
    expect(await region.text('/deelname/SU')).not.toContain('niet gekozen')
    expect(await cells(city)).toMatchObject({ deelname: 'nee', startpositie: null })
    expect(await region.text(page, city)).toContain('Toch niet.')
  })

  test('changes nothing at all for the public when what is not chosen was unknown', async () => {
    const of = '/deelname/FL/uitvoeringsplan'
    const code = '/api/v1/deelname/MX-FL-01-GM0034'
    const before = await region.text(code)
    const fields = { thema: 'Bedrijventerreinen', partner: 'GM0034', antwoord: 'niet-gekozen', start: '' }
    expect((await say(fields, bureau, of)).status).toBe(303)
    expect(await region.text(code)).toBe(before)
    expect(await region.text(code, bureau)).toContain('"nee"')
    expect(await region.text('/api/v1/deelname?deelname=nee', bureau)).toContain('MX-FL-01-GM0034')
    expect(await region.text('/api/v1/deelname?deelname=nee')).not.toContain('MX-FL-01-GM0034')
  })

  test('is not overwritten by the next load of the region', async () => {
    const chosen = { thema: 'Jonge aanwas', antwoord: 'onbekend', start: '' }
    expect((await say(chosen)).status).toBe(303)
    const report = await loadPack(region.db, 'region/midden-nederland', packFiles)
    expect(report.loaded && report.conflicts).toEqual([])
    expect(await cells(city)).toMatchObject({ deelname: 'nee' })
    expect(await region.text(page, city)).toMatch(/Jonge aanwas[\s\S]*onbekend/)
  })

  test('gets a cell for a theme and a partner that were not yet together', async () => {
    const fields = { thema: 'Jonge aanwas', partner: 'GM0339', antwoord: 'gekozen', start: '' }
    const adviser = await signInAs(region, 'oov-renswoude')
    expect((await say(fields, adviser, '/deelname/OU/uitvoeringsplan')).status).toBe(303)
    expect(await region.text('/gemeenten/GM0339')).toContain('Jonge aanwas')
    expect((await region.get('/api/v1/deelname/MX-OU-8f5cf293')).status).toBe(200)
  })

  test.each([
    ['the adviser of another partner', 'oov-renswoude', 'GM0340'],
    ['the police', 'analist-politie', 'GM0339'],
  ])('is not changed by %s', async (_, person, partner) => {
    const headers = await signInAs(region, person)
    const of = '/deelname/OU/uitvoeringsplan'
    expect((await say({ thema: 'Weerbare overheid', partner }, headers, of)).status).toBe(404)
    expect((await region.get(`${of}/vak?thema=Weerbare+overheid&partner=${partner}`, headers)).status).toBe(404)
  })

  test('has no theme or partner that is made up', async () => {
    expect((await say({ thema: 'Bestaat niet' })).status).toBe(404)
    expect((await say({ partner: 'GM0339' })).status).toBe(404)
    expect((await region.get('/deelname/MNL/uitvoeringsplan', bureau)).status).toBe(404)
  })
})
