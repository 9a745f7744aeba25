import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { compareSeats, type Seat, seatsPerDistrict } from './composition'
import { isSameGroup, type WorkingGroup } from './working-group'

const organisations = {
  GEM: { code: 'GEM', name: 'De gezamenlijke gemeenten', kind: 'overig', standsForAll: true },
  POL: { code: 'POL', name: 'Politie', kind: 'politie', standsForAll: false },
  DRR: { code: 'DRR', name: 'Recherche', kind: 'politie', standsForAll: false },
  HU: { code: 'HU', name: 'Hogeschool', kind: 'overig', standsForAll: false },
}
const seat = (
  organisation: keyof typeof organisations,
  district: string,
  count = 1,
  note: string | null = null,
): Seat => ({
  code: `${organisation}-${district}`,
  seat: 1,
  ground: 'werkelijk',
  role: 'lid',
  count,
  district: { code: district, name: district, kind: 'district' },
  municipality: null,
  organisation: organisations[organisation],
  note,
  sources: [],
})

describe('seats beside what was agreed', () => {
  test.each([
    ['as agreed', [seat('GEM', 'FL')], [seat('GEM', 'FL')], 'as-agreed'],
    ['more', [seat('GEM', 'FL')], [seat('GEM', 'FL'), seat('GEM', 'FL')], 'more'],
    ['more, in one row', [seat('GEM', 'FL')], [seat('GEM', 'FL', 2)], 'more'],
    ['fewer', [seat('GEM', 'FL')], [seat('POL', 'MNL')], 'fewer'],
    ['by another part of the same organisation', [seat('POL', 'MNL')], [seat('DRR', 'MNL')], 'as-agreed'],
    ['unknown when nobody says who sits there', [seat('GEM', 'FL')], [], 'unknown'],
  ])('are %s', (_, agreed, actual, verdict) => {
    expect(compareSeats(agreed, actual)[0]?.verdict).toBe(verdict)
  })
  test('of a district say nothing about those of another', () => {
    const rows = compareSeats([seat('GEM', 'FL'), seat('GEM', 'SU')], [seat('GEM', 'FL'), seat('GEM', 'FL')])
    expect(rows.map(({ place, agreed, actual, verdict }) => [place, agreed, actual, verdict])).toEqual([
      ['gemeenten in FL', 1, 2, 'more'],
      ['gemeenten in SU', 1, 0, 'fewer'],
    ])
  })
  test('that nobody agreed come last and are no fault', () => {
    const rows = compareSeats([seat('GEM', 'FL')], [seat('HU', 'MNL'), seat('GEM', 'FL')])
    expect(rows.map(({ place, verdict }) => [place, verdict])).toEqual([
      ['gemeenten in FL', 'as-agreed'],
      ['Hogeschool', 'not-agreed'],
    ])
  })
  test('are counted per district, with zero for a district without', () => {
    const counts = seatsPerDistrict([seat('GEM', 'FL', 2), seat('POL', 'FL')], [{ code: 'FL' }, { code: 'SU' }])
    expect(counts.map(({ district, count }) => [district.code, count])).toEqual([
      ['FL', 2],
      ['SU', 0],
    ])
  })
})

describe('two groups', () => {
  const group = (
    code: string,
    kind: WorkingGroup['kind'],
    priority: string | null,
    from: string,
    until: string,
  ): WorkingGroup => ({
    code,
    name: code,
    kind,
    priority: priority === null ? null : { code: priority, title: priority },
    validity: { from: day(from), until: day(until) },
    composition: null,
    alsoActsAs: null,
    reportsTo: null,
    sources: [],
    withdrawnOn: null,
  })
  const taskforce = group('TF', 'taskforce', 'P23', '2023-01-01', '2025-01-01')
  test.each([
    [
      'the same priority in the same years',
      group('BW', 'bestuurlijke werkgroep', 'P23', '2023-01-01', '2027-01-01'),
      true,
    ],
    ['another priority', group('BW', 'bestuurlijke werkgroep', 'P24', '2023-01-01', '2027-01-01'), false],
    ['other years', group('BW', 'bestuurlijke werkgroep', 'P23', '2025-01-01', '2027-01-01'), false],
    ['officials', group('WG', 'ambtelijke werkgroep', 'P23', '2023-01-01', '2025-01-01'), false],
    ['no priority', group('BW', 'bestuurlijke werkgroep', null, '2023-01-01', '2027-01-01'), false],
    ['itself', taskforce, false],
  ])('are one under two names with %s: %s', (_, other, is) => {
    expect(isSameGroup(taskforce, other)).toBe(is)
  })
})

describe('of Midden-Nederland', () => {
  let region: Opened
  beforeAll(async () => {
    region = await openRegion()
  })
  afterAll(() => region.close())

  test('the group of 2023 has two seats of Oost and West where one was agreed, said without blame', async () => {
    const html = await region.text('/werkgroepen/BW-GOC23')
    expect(html.match(/1 zetel meer/g)?.length).toBe(2)
    expect(html).toContain('Een afwijking is geen fout')
    expect(html).toContain('functie directeur OOV')
    expect(html).toContain('href="/werkgroepen/TF-GOC23"')
  })
  test('a taskforce of 2017 has no seat of Stad-Utrecht', async () => {
    const html = await region.text('/werkgroepen/TF-VB')
    expect(html).toContain('geen zetel')
    expect(html).toContain('href="/gemeenten/GM0620"')
  })
  test('a group of which nobody says who sits there stays unknown', async () => {
    expect(await region.text('/werkgroepen/BW-DV23')).toContain('Wie er zitten, noemen onze bronnen niet')
    expect(await region.text('/werkgroepen/TF-DV')).toContain('Onze bronnen noemen geen zetels')
  })
  test('every group has a page and is reached from the list', async () => {
    const html = await region.text('/werkgroepen')
    const codes = [...html.matchAll(/href="\/werkgroepen\/([^"]+)"/g)].map(([, code]) => code)
    expect(new Set(codes).size).toBe(18)
    for (const code of codes) expect((await region.get(`/werkgroepen/${code}`)).status).toBe(200)
  })
  test.each([
    ['/werkgroepen/XXX', 404],
    ['/werkgroepen?geldigOp=ooit', 400],
    ['/api/v1/werkgroepen?prioriteit=XXX', 400],
    ['/api/v1/werkgroepen/TF-VB', 200],
  ])('%s is answered with %i', async (path, status) => expect((await region.get(path)).status).toBe(status))
  test('the seats are in the API, by function and never by name', async () => {
    const { zetels } = await region.json<{ zetels: { rol: string }[] }>('/api/v1/werkgroepen/TF-VB')
    expect(zetels.length).toBe(8)
  })
  test('the principles stand in their sets, newest first, each to be linked to', async () => {
    const html = await region.text('/beginselen')
    expect(html.indexOf('Beginselen van 2023')).toBeLessThan(html.indexOf('Beginselen van 2017'))
    expect(html.match(/id="C\d\d-\d\d"/g)?.length).toBe(19)
    expect((await region.json<{ aantal: number }>('/api/v1/beginselen')).aantal).toBe(22)
    expect((await region.json<{ aantal: number }>('/api/v1/beginselen?set=2023')).aantal).toBe(9)
  })
})
