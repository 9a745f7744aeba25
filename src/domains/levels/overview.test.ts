import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields } from '../../../test/environment/forms'
import { keepLocalPlan, planFields } from '../../../test/environment/levels'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { owning } from '../../platform/db/database'
import { asTypedPlan, besideKept, type LocalPlan, readPlan, type TypedPlan } from './local-plan'
import type { NationalItem } from './national'
import { coverOf, gapsOf } from './overview'

const today = day('2026-11-24')

describe('what is typed of a safety plan', () => {
  const typed = asTypedPlan(null, 0, 'X')
  const first = (change: Partial<TypedPlan['priorities'][number]>) => ({
    priorities: [{ number: 1, text: 'x', chosen: [], action: '', ...change }],
  })
  const known = { priority: (code: string) => code === 'P', action: (code: string) => code === 'A' }
  const faultsAt = (change: Partial<TypedPlan>) => {
    const read = readPlan({ ...typed, ...change }, today, known)
    return 'faults' in read ? read.faults.map(({ field }) => field) : []
  }
  test.each<[string, Partial<TypedPlan>, string[]]>([
    ['nothing but a title', {}, []],
    ['no title', { title: ' ' }, ['titel']],
    ['a year of two figures', { from: '23' }, ['van']],
    ['an end before the beginning', { from: '2026', to: '2023' }, ['tot']],
    ['adopted tomorrow', { adoptedOn: { day: '25', month: '11', year: '2026' } }, ['vastgesteld']],
    ['an address that is none', { address: 'ivp.pdf' }, ['adres']],
    ['a link without words', first({ text: '', chosen: ['P'] }), ['prioriteit-1']],
    ['a priority and none', first({ chosen: ['P', 'geen'] }), ['regionaal-1']],
    ['an action that is not there', first({ action: 'B' }), ['actie-1']],
    ['an action that is', first({ action: 'A', chosen: ['P'] }), []],
  ])('%s', (_, change, fields) => {
    expect(faultsAt(change)).toEqual(fields)
  })
  test.each<[string[], string]>([
    [[], 'onbekend'],
    [['geen'], 'geen'],
    [['P'], 'ja'],
  ])('%j is %s', (chosen, answered) => {
    expect(readPlan({ ...typed, ...first({ chosen }) }, today, known)).toMatchObject({ priorities: [{ answered }] })
  })
})

describe('what two people typed of a safety plan at the same time', () => {
  const priority = (number: number, text: string) => ({ number, text, chosen: [], action: '' })
  test('stands beside each other, each new priority under a number of its own', () => {
    const typed = {
      ...asTypedPlan(null, 0, 'X'),
      priorities: [priority(1, 'Eerste'), priority(2, 'Van mij'), priority(3, ''), priority(4, '')],
    }
    const kept = {
      priorities: [
        { number: 1, text: 'Was eerste', answered: 'onbekend', priorities: [], action: null },
        { number: 2, text: 'Van hem', answered: 'geen', priorities: [], action: null },
      ],
    } as unknown as LocalPlan
    const both = besideKept(typed, [1], { plan: kept, highest: 2 })
    expect(both.priorities.map(({ number, text }) => [number, text])).toEqual([
      [1, 'Eerste'],
      [2, 'Van hem'],
      [3, 'Van mij'],
      [4, ''],
      [5, ''],
    ])
    expect(both.priorities[1]?.chosen).toEqual(['geen'])
  })
})

describe('what is missing between the levels', () => {
  const plan = (given: Partial<LocalPlan>) =>
    ({
      area: { code: 'D', name: 'D', kind: 'district' },
      from: null,
      to: null,
      adoptedOn: '2024-02-06',
      priorities: [],
      ...given,
    }) as unknown as LocalPlan
  const item = (links: NationalItem['links'], to: number | null = null) => ({ to, links }) as unknown as NationalItem
  const priority = { code: 'P', title: 'P' }
  const link = { priority, linked: true, reason: '', ground: 'bron', saidBy: null } as const
  const known = {
    municipalities: [{ code: 'M' }, { code: 'N' }],
    plans: [] as LocalPlan[],
    named: [],
    within: new Map([['D', ['M']]]),
    priorities: [priority],
    national: [] as NationalItem[],
    year: 2026,
  }
  test.each<[string, Partial<typeof known>, string]>([
    ['nothing', {}, 'onbekend'],
    ['a plan of its district', { plans: [plan({})] }, 'geldt'],
    ['one that ends this year', { plans: [plan({ to: 2026 })] }, 'geldt'],
    ['one that ended', { plans: [plan({ to: 2025 })] }, 'voorbij'],
    ['one that ended and one that runs', { plans: [plan({ to: 2025 }), plan({ to: 2030 })] }, 'geldt'],
    ['a draft', { plans: [plan({ adoptedOn: null })] }, 'nog-niet'],
    ['one that begins next year', { plans: [plan({ from: 2027, to: 2030 })] }, 'nog-niet'],
    ['a draft and one that runs', { plans: [plan({ adoptedOn: null }), plan({ from: 2026 })] }, 'geldt'],
    ['one that is only named', { named: [plan({})] as never }, 'genoemd'],
  ])('a municipality with %s', (_, given, cover) => {
    expect(coverOf({ ...known, ...given }, 'M')).toBe(cover)
    expect(coverOf({ ...known, ...given }, 'N')).toBe('onbekend')
  })
  test('is found in both directions', () => {
    const nothing = gapsOf(known)
    expect([nothing.unmentioned, nothing.withoutNational]).toEqual([[priority], [priority]])
    const answered = {
      number: 1,
      text: 'x',
      answered: 'ja',
      priorities: [priority],
      action: null,
      saidAt: '',
      saidAs: '',
    } as const
    const all = gapsOf({
      ...known,
      national: [item([link])],
      plans: [plan({ priorities: [answered, { ...answered, answered: 'geen', priorities: [] }] })],
    })
    expect([all.unmentioned, all.withoutNational, all.nationalUnanswered]).toEqual([[], [], []])
    expect(all.unanswered).toHaveLength(1)
    const draft = gapsOf({ ...known, plans: [plan({ adoptedOn: null, priorities: [answered] })] })
    expect(draft.unmentioned).toEqual([priority])
    const undone = gapsOf({ ...known, national: [item([{ ...link, linked: false }])] })
    expect([undone.nationalUnanswered.length, undone.withoutNational.length]).toEqual([1, 1])
    expect(gapsOf({ ...known, national: [item([link], 2022)] }).withoutNational).toEqual([priority])
  })
})

describe('local safety plans and the national agenda', () => {
  let region: Opened
  let plan = ''
  type Headers = { cookie: string }
  let adviser: Headers
  let bureau: Headers
  beforeAll(async () => {
    region = await openRegion()
    adviser = await signInAs(region, 'oov-renswoude')
    bureau = await signInAs(region, 'programmamanager')
  })
  afterAll(() => region.close())

  test('begin with what the documents name, and say where that stops', async () => {
    const page = await region.text('/doorwerking')
    expect(page).toContain('is nog geen veiligheidsplan bekend')
    expect(page).toContain('Mensenhandel')
    expect(page).toContain('Kinderporno (Landelijke politiespeerpunten, 2017 tot en met 2018)')
    expect(page).toContain('zijn hier niet geladen')
    const plans = await region.text('/veiligheidsplannen')
    expect(plans).toContain('De adviseur van de gemeente kan het hier invullen')
    expect(plans).toContain('Integraal veiligheidsplan van Gooi en Vechtstreek')
    expect(plans).toContain('alleen genoemd in een document')
  })

  test('a plan is filled in by the adviser, once, with both sides linked', async () => {
    const fields = planFields()
    const both = await Promise.all([1, 2].map(() => region.post('/veiligheidsplannen/nieuw', fields, adviser)))
    const [to, again] = both.map((answer) => answer.headers.get('location'))
    expect(to).toBe(again)
    plan = to?.split('?')[0] ?? ''
    const page = await region.text(plan)
    expect(page).toContain('Ondermijning in het buitengebied')
    expect(page).toContain('/doorwerking/P23-GOC')
    expect(page).toContain('Adviseur openbare orde en veiligheid, Renswoude')
    expect(page).toContain('geen regionale prioriteit gaat hierover')
    const level = await region.text('/doorwerking/P23-GOC')
    expect(level).toContain('Ondermijning in het buitengebied')
    expect(level).toContain(plan)
    expect(await region.text('/doorwerking')).toContain('Verkeer in de dorpskern')
    expect(await region.text('/gemeenten/GM0339')).toContain(plan)
    expect(await region.text('/prioriteiten/P23-GOC')).toContain('/doorwerking/P23-GOC')
    expect(await region.text('/acties/S23-022')).toContain(plan)
    expect(await region.text('/gemeenten/GM0402')).toContain('Gooi en Vechtstreek: alleen genoemd in een document')
  })

  test('keeps who said a link, and since when, while it stays the same', async () => {
    const form = `${plan}/wijzigen`
    const changed = planFields({ versie: '1', 'prioriteit-3': 'Van het bureau', 'regionaal-2': 'P23-MO' })
    expect((await region.post(form, changed, bureau)).status).toBe(303)
    const page = await region.text(plan)
    expect(page).toContain('Adviseur openbare orde en veiligheid, Renswoude')
    expect(page).toContain('Programmamanager, Bureau Regionale Veiligheidsstrategie')
    const mine = planFields({ versie: '1', titel: 'Te laat', 'prioriteit-3': 'Van de gemeente' })
    const late = await region.post(form, mine, adviser)
    expect(late.status).toBe(409)
    const both = await late.text()
    expect(both).toContain('Er is nog niets bewaard.')
    expect(both).toContain('Te laat')
    expect(both).toMatch(/name="prioriteit-3"[^>]*value="Van het bureau"/)
    expect(both).toMatch(/name="prioriteit-4"[^>]*value="Van de gemeente"/)
    const wrong = await region.post(form, planFields({ versie: '2', van: 'x', titel: 'Blijft staan' }), adviser)
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Blijft staan')
  })

  test('what no council adopted is a draft, and the adopted version stays what everybody reads', async () => {
    const draft = planFields({ versie: '2', titel: 'Nieuw ontwerp', ...dayFields('vastgesteld', '--') })
    expect((await region.post(`${plan}/wijzigen`, draft, adviser)).status).toBe(303)
    expect(await region.text(plan, bureau)).toContain('Nieuw ontwerp')
    expect(await region.text(plan)).not.toContain('Nieuw ontwerp')
    // Who words a priority anew, says it.
    const worded = planFields({ versie: '3', 'prioriteit-1': 'Ondermijning', ...dayFields('vastgesteld', '--') })
    expect((await region.post(`${plan}/wijzigen`, worded, bureau)).status).toBe(303)
    const { rows } = await owning(region.db, (tx) =>
      sql<{ said_as: string }>`
        select l.said_as from levels.local_priorities l join levels.local_plan_versions v on v.id = l.entry
         where v.version = 4 order by l.number`.execute(tx),
    )
    expect(rows.map(({ said_as }) => said_as.split(',')[0])).toEqual([
      'Programmamanager',
      'Adviseur openbare orde en veiligheid',
    ])
  })

  test.each([
    ['of another municipality', 'oov-utrecht'],
    ['of the police', 'analist-politie'],
  ])('is not filled in by somebody %s', async (_, person) => {
    const headers = await signInAs(region, person)
    expect((await region.get(`${plan}/wijzigen`, headers)).status).toBe(404)
    expect((await region.get('/veiligheidsplannen/nieuw?gebied=GM0339', headers)).status).toBe(404)
    expect((await region.post(`${plan}/wijzigen`, planFields({ versie: '4' }), headers)).status).toBe(404)
  })

  test('a national item is linked by the bureau, with why, who and when; the newest word counts', async () => {
    const path = '/doorwerking/landelijk/LP17-KP'
    const say = (given: Record<string, string>, headers = bureau) =>
      region.post(
        `${path}/koppelen`,
        { prioriteit: 'P23-DV', hoort: 'ja', reden: 'Digitaal gepleegd.', sleutel: 'sleutel-een', ...given },
        headers,
      )
    expect((await say({}, adviser)).status).toBe(404)
    expect(await region.text(path, adviser)).not.toContain('name="reden"')
    expect((await say({ reden: '' })).status).toBe(422)
    expect((await Promise.all([say({}), say({})])).map(({ status }) => status)).toEqual([303, 303])
    expect(await region.text(path)).toContain('Digitaal gepleegd.')
    expect(await region.text('/doorwerking/P23-DV')).toContain('Kinderporno')
    expect((await say({ hoort: 'nee', reden: 'Toch niet.', sleutel: 'sleutel-twee' })).status).toBe(303)
    expect(await region.text(path)).toContain('hoort er niet bij')
    expect(await region.text('/doorwerking/P23-DV')).not.toContain('Kinderporno')
  })

  test('a plan of a basisteam is filled in by its only municipality, and holds there', async () => {
    expect(await region.text('/gemeenten/GM0339')).not.toContain('Plan van het team')
    await region.post(
      '/beheer/basisteams/BT01',
      [
        ...Object.entries({ naam: 'Basisteam Renswoude', ...dayFields('vanaf', '2026-01-01') }),
        ['gemeenten', 'GM0339'],
      ],
      await signInAs(region, 'functioneel-beheerder'),
    )
    const fields = planFields({ gebied: 'BT01', titel: 'Plan van het team' })
    expect((await region.post('/veiligheidsplannen/nieuw', fields, await signInAs(region, 'oov-utrecht'))).status).toBe(
      404,
    )
    const kept = await region.post('/veiligheidsplannen/nieuw', fields, adviser)
    expect(kept.status).toBe(303)
    const page = await region.text(kept.headers.get('location')?.split('?')[0] ?? '')
    expect(page).toContain('Basisteam Renswoude')
    expect(await region.text('/gemeenten/GM0339')).toContain('Plan van het team')
  })

  test('a plan that ends stays, and its municipality is counted apart', async () => {
    const over = planFields({ gebied: 'GM0344', van: '2019', tot: '2022', titel: 'Oud plan' })
    expect((await region.post('/veiligheidsplannen/nieuw', over, bureau)).status).toBe(303)
    expect(await region.text('/doorwerking')).toContain('is de periode van het plan voorbij')
    expect(await keepLocalPlan(region)).not.toBe(plan)
  })
})
