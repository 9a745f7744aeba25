import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { typedDay } from '../../kernel/typed-day'
import { owning } from '../../platform/db/database'
import { membershipChanges, readEntry, type Surroundings, type TeamMembership } from './basisteam'

const on = (year: string, month: string, theDay: string) => ({ year, month, day: theDay })
const membership = (
  municipality: string,
  from: string | null,
  until: string | null = null,
  team = 'BT01',
): TeamMembership => ({
  code: `${team}-${municipality}-${from}`,
  team,
  municipality,
  validity: { from: from === null ? null : day(from), until: until === null ? null : day(until) },
})

describe('a typed day', () => {
  test.each([
    ['2026', '1', '3', '2026-01-03'],
    ['2026', '01', ' 03 ', '2026-01-03'],
    ['2026', '2', '30', null],
    ['26', '1', '3', null],
    ['2026', 'mei', '3', null],
    ['', '', '', null],
  ])('%s %s %s is %s', (year, month, theDay, expected) => {
    expect(typedDay(on(year, month, theDay))).toBe(expected)
  })
})

describe('what is typed for a basisteam', () => {
  const around: Surroundings = {
    team: 'BT01',
    teamNames: new Map([
      ['BT01', 'Basisteam 1'],
      ['BT02', 'Basisteam Heuvelrug'],
    ]),
    municipalityNames: new Map([
      ['GM1', 'Zeist'],
      ['GM2', 'De Bilt'],
      ['GM3', 'Utrecht'],
    ]),
    memberships: [membership('GM2', null, '2026-06-01', 'BT02')],
    divided: [{ municipality: 'GM3', validity: { from: day('2025-01-01'), until: day('2026-03-01') } }],
  }
  const typed = { name: ' Basisteam  Zeist ', municipalities: ['GM1'], from: on('2026', '1', '1') }

  test('is read with its spaces mended', () => {
    expect(readEntry(typed, around)).toEqual({ name: 'Basisteam Zeist', municipalities: ['GM1'], from: '2026-01-01' })
  })
  test.each([
    ['no name', { ...typed, name: ' ' }, ['naam']],
    ['a name of 81 letters', { ...typed, name: 'a'.repeat(81) }, ['naam']],
    ['the name of another team', { ...typed, name: 'basisteam heuvelrug' }, ['naam']],
    ['a day that is none', { ...typed, from: on('2026', '13', '1') }, ['vanaf']],
    ['a municipality that does not exist then', { ...typed, municipalities: ['GM9'] }, ['gemeenten']],
    ['a municipality of another team', { ...typed, municipalities: ['GM1', 'GM2'] }, ['gemeenten']],
    ['a municipality that is divided by wijk', { ...typed, municipalities: ['GM3'] }, ['gemeenten']],
    ['everything wrong', { name: '', municipalities: [], from: on('', '', '') }, ['naam', 'vanaf']],
  ])('is refused with %s', (_, wrong, fields) => {
    const outcome = readEntry(wrong, around)
    expect('faults' in outcome ? outcome.faults.map(({ field }) => field) : []).toEqual(fields)
  })
  test('may take a municipality from the day another team lets it go', () => {
    expect(readEntry({ ...typed, municipalities: ['GM2'], from: on('2026', '6', '1') }, around)).not.toHaveProperty(
      'faults',
    )
  })
})

describe('from a day on these municipalities, and only these', () => {
  const change = (own: TeamMembership[], municipalities: string[]) =>
    membershipChanges(own, { name: 'x', municipalities, from: day('2026-01-01') })
  const nothing = { added: [], ended: [], continued: [], withdrawn: [] }
  test.each<[string, TeamMembership[], string[], object]>([
    ['nothing was there: they begin', [], ['GM1'], { added: ['GM1'] }],
    ['they were there: nothing changes', [membership('GM1', null)], ['GM1'], {}],
    ['one leaves: it ends', [membership('GM1', null)], [], { ended: ['BT01-GM1-null'] }],
    [
      'one that began that very day leaves: it never held',
      [membership('GM1', '2026-01-01')],
      [],
      { withdrawn: ['BT01-GM1-2026-01-01'] },
    ],
    [
      'one would end later: it goes on',
      [membership('GM1', null, '2027-01-01')],
      ['GM1'],
      { continued: ['BT01-GM1-null'] },
    ],
    [
      'one would begin later: it begins now',
      [membership('GM1', '2026-03-01')],
      ['GM1'],
      { added: ['GM1'], withdrawn: ['BT01-GM1-2026-03-01'] },
    ],
    ['one ended before: it begins again', [membership('GM1', null, '2025-01-01')], ['GM1'], { added: ['GM1'] }],
  ])('%s', (_, own, chosen, expected) => {
    expect(change(own, chosen)).toEqual({ ...nothing, ...expected })
  })
})

describe('filling in a basisteam', () => {
  let region: Opened
  let administrator: { cookie: string }
  beforeAll(async () => {
    region = await openRegion()
    administrator = await signInAs(region, 'functioneel-beheerder')
  })
  afterAll(() => region.close())
  const fill = (code: string, gemeenten: string[], extra: Record<string, string> = {}, headers = administrator) =>
    region.post(
      `/beheer/basisteams/${code}`,
      [
        ...Object.entries({
          naam: `Basisteam ${code}-naam`,
          'vanaf-dag': '1',
          'vanaf-maand': '1',
          'vanaf-jaar': '2026',
          ...extra,
        }),
        ...gemeenten.map((gemeente) => ['gemeenten', gemeente] as const),
      ],
      headers,
    )

  test('starts with eighteen that nobody invented a name for', async () => {
    const page = await region.text('/beheer/basisteams', administrator)
    expect(page).toContain('18 van de 18 basisteams zijn nog niet ingevuld')
    expect(await region.text('/beheer/basisteams/BT03', administrator)).toMatch(/name="naam"[^>]*value=""/)
  })

  test('shows everybody its name and municipalities from that day on', async () => {
    const answer = await fill('BT01', ['GM0339', 'GM0340'])
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/beheer/basisteams?bewaard=BT01'])
    expect(await region.text('/beheer/basisteams?bewaard=BT01', administrator)).toContain('is bewaard')
    const page = await region.text('/gebieden/BT01')
    expect(page).toContain('Basisteam BT01-naam')
    expect(page).toContain('Renswoude')
    expect(await region.text('/gebieden/BT01?geldigOp=2025-12-31')).not.toContain('Renswoude')
  })

  test('refuses a municipality of another team, and keeps what was typed', async () => {
    const answer = await fill('BT02', ['GM0339', 'GM0355'], { naam: 'Basisteam Twee' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Renswoude hoort op of na die dag al bij Basisteam BT01-naam')
    expect(page).toContain('href="#veld-gemeenten"')
    expect(page).toContain('value="Basisteam Twee"')
    expect(page).toMatch(/value="GM0355" checked/)
  })

  test('lets a municipality go and another team take it', async () => {
    expect((await fill('BT01', ['GM0340'], { 'vanaf-maand': '6' })).status).toBe(303)
    expect((await fill('BT02', ['GM0339'], { 'vanaf-maand': '6', naam: 'Basisteam Twee' })).status).toBe(303)
    expect(await region.text('/gebieden/BT01?geldigOp=2026-05-31')).toContain('Renswoude')
    expect(await region.text('/gebieden/BT01?geldigOp=2026-06-01')).not.toContain('Renswoude')
    expect(await region.text('/gebieden/BT02?geldigOp=2026-06-01')).toContain('Renswoude')
  })

  test('is a line in the log, with who did it', async () => {
    const log = await region.text('/beheer/logboek', administrator)
    expect(log).toContain('basisteam ingevuld')
    expect(log).toContain('BT02: Basisteam Twee, vanaf 2026-06-01 GM0339')
    expect(log).toContain('Functioneel beheerder, Bureau Regionale Veiligheidsstrategie Midden-Nederland')
  })

  test('of a team that is none is not there', async () => {
    expect((await fill('BT99', [])).status).toBe(404)
    expect((await fill('GM0339', [])).status).toBe(404)
  })

  test.each([['oov-renswoude'], [null]])('is not there for %s', async (person) => {
    const headers = person ? await signInAs(region, person) : { cookie: '' }
    expect((await fill('BT05', ['GM0355'], {}, headers)).status).toBe(404)
    expect((await region.get('/beheer/basisteams', headers)).status).toBe(404)
    expect(await region.text('/gebieden/BT05')).not.toContain('Zeist')
  })

  test('is kept when the region is loaded again', async () => {
    const { loadPack } = await import('../../platform/pack/load')
    const { packFiles } = await import('../../region/pack')
    expect((await loadPack(region.db, 'region/midden-nederland', packFiles)).loaded).toBe(true)
    expect(await region.text('/gebieden/BT02')).toContain('Basisteam Twee')
  })

  test('of a municipality that two people give to two teams at once is kept once', async () => {
    const before = await owning(region.db, (tx) => sql`select from territory.memberships`.execute(tx))
    const answers = await Promise.all([fill('BT07', ['GM0355']), fill('BT08', ['GM0355'])])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    const after = await owning(region.db, (tx) => sql`select from territory.memberships`.execute(tx))
    expect(after.rows).toHaveLength(before.rows.length + 1)
  })
})
