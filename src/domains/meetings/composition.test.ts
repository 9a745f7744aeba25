import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, hiddenIn, newKey, sendForm } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { planMeeting, seatCollege } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { compareMembers, deviates, type Member } from '../governance'
import { meetingsBesideFrequency } from './instance-about.parts'
import { needsSuccessor, type Seat } from './seat'

type Headers = { cookie: string }

describe('who sits somewhere, beside the rule', () => {
  const rule = (party: 'gemeente' | 'om', per: 'overleg' | 'gemeente' | 'district') => ({
    code: party,
    body: 'X',
    role: 'x',
    party,
    per,
    count: 1,
    validity: { from: null, until: null },
    note: null,
    sources: [],
  })
  const area = (code: string, district: string) => ({ code, name: code, district: { code: district, name: district } })
  const member = (code: string, kind = 'gemeente'): Member => ({
    title: 'Burgemeester',
    organisation: { code, name: code, kind },
  })
  const areas = [area('A', 'N'), area('B', 'N'), area('C', 'Z')]
  const told = (...args: Parameters<typeof compareMembers>) =>
    compareMembers(...args).map((one) => [
      one.place,
      one.agreed,
      one.actual,
      one.verdict,
      one.missing.join(),
      deviates(one),
    ])

  test('asks one of every municipality and names those without', () => {
    expect(told([rule('gemeente', 'gemeente')], [member('A'), member('B')], areas)).toEqual([
      ['gemeenten', 3, 2, 'fewer', 'C', true],
    ])
    // Two of one and none of another is as many, and not as agreed.
    expect(told([rule('gemeente', 'gemeente')], [member('A'), member('A'), member('B')], areas)).toEqual([
      ['gemeenten', 3, 3, 'as-agreed', 'C', true],
    ])
  })
  test('asks one of each district', () => {
    expect(
      told(
        [rule('gemeente', 'district'), rule('om', 'overleg')],
        [member('A'), member('B'), member('OM', 'om')],
        areas,
      ),
    ).toEqual([
      ['gemeenten in N', 1, 2, 'more', '', true],
      ['gemeenten in Z', 1, 0, 'fewer', '', true],
      ['Openbaar Ministerie', 1, 1, 'as-agreed', '', false],
    ])
  })
  test('is unknown, and not missing, while nobody says who sits there or which municipalities there are', () => {
    expect(told([rule('gemeente', 'gemeente')], [], areas)).toEqual([['gemeenten', 3, null, 'unknown', '', false]])
    expect(told([rule('gemeente', 'gemeente')], [member('A')], [])).toEqual([['gemeenten', 0, 1, 'unknown', '', false]])
  })
})

test('a body that meets less than it should is told so, and one of which nobody says how often is not', () => {
  const often = (min: number | null) => ({ timesAYear: { min, max: min } })
  expect(meetingsBesideFrequency(1, often(4))).toBe('dit jaar staat er 1 vergadering: 3 vergaderingen minder dan dat')
  expect(meetingsBesideFrequency(5, often(4))).toBe('dit jaar staan er 5 vergaderingen')
  expect(meetingsBesideFrequency(0, often(null))).toBe('dit jaar staan er geen vergaderingen')
})

test('a term that ends soon asks for a successor until one sits there without a gap', () => {
  const seat = (id: string, from: string, until: string | null, organisation = 'A'): Seat => ({
    id,
    kind: 'lid',
    title: 'x',
    organisation: { code: organisation, name: organisation },
    deputyFor: null,
    validity: { from: day(from), until: until === null ? null : day(until) },
  })
  const today = day('2026-11-24')
  const ending = seat('1', '2026-01-01', '2027-01-01')
  expect(needsSuccessor(ending, [ending], today)).toBe(true)
  expect(needsSuccessor(ending, [ending, seat('2', '2027-01-02', null)], today)).toBe(true)
  expect(needsSuccessor(ending, [ending, seat('2', '2027-01-01', null, 'B')], today)).toBe(true)
  expect(needsSuccessor(ending, [ending, seat('2', '2027-01-01', null)], today)).toBe(false)
  expect(needsSuccessor(seat('3', '2026-01-01', '2028-01-01'), [], today)).toBe(false)
})

describe('of a college', () => {
  let region: Opened
  let [manager, mayor, other]: Headers[] = []
  let college = ''
  beforeAll(async () => {
    region = await openRegion()
    manager = await signInAs(region, 'programmamanager')
    mayor = await signInAs(region, 'burgemeester-houten')
    other = await signInAs(region, 'oov-renswoude')
    college = await seatCollege(region)
    await planMeeting(region)
  })
  afterAll(() => region.close())
  const main = async (path: string, headers?: Headers) => mainText(await region.text(path, headers))
  const give = (organisatie: string, naam: string, until: Record<string, string> = {}) =>
    sendForm(
      region,
      `${college}/zetels`,
      {
        sleutel: newKey('zetel'),
        soort: 'lid',
        functie: '',
        organisatie,
        naam,
        ...dayFields('vanaf', '2026-01-01'),
        ...until,
      },
      manager as Headers,
    )

  test('the page says its ground, powers, how often it meets, who keeps it going and how it is composed', async () => {
    const page = await main(college)
    for (const words of [
      'Wettelijke grond noemen onze bronnen niet',
      'voorbereiden',
      'Vier keer per jaar; dit jaar staat er 1 vergadering: 3 vergaderingen minder dan dat',
      'Secretaris Hoofd, Bureau',
      'Ambtelijk motorblok Adviseur openbare orde en veiligheid, Utrecht',
      'anders dan afgesproken voor gemeenten, Openbaar Ministerie en politie',
    ])
      expect(page).toContain(words)
    expect(page).not.toContain('besluiten: ')
  })

  test('what differs is shown to everybody and never as a fault; on a day before anybody sat there it is unknown', async () => {
    const page = await main(`${college}/samenstelling`)
    expect(page).toContain('Een afwijking is geen fout')
    expect(page).toContain('Een reden is niet gegeven')
    expect(page).toContain('zonder zetel: ')
    expect(page).not.toContain('zonder zetel: Houten')
    const before = await main(`${college}/samenstelling?geldigOp=2025-06-01`)
    expect(before).toContain('nog geen zetels ingevuld')
    expect(before).toContain('onbekend')
    expect(before).not.toContain('zonder zetel')
    expect(await main(`${college}/samenstelling?geldigOp=2015-06-01`)).toContain('kennen wij op deze dag geen regel')
    expect((await region.get(`${college}/samenstelling?geldigOp=ooit`)).status).toBe(400)
    await give('POL-WU', 'Districtschef')
    expect(await main(`${college}/samenstelling`)).toContain('politie 1 1 zoals afgesproken')
  })

  test('the programme manager gives a reason until a day; others cannot; two at once lose nothing', async () => {
    const address = `${college}/samenstelling`
    const page = await region.text(address, manager)
    const place = hiddenIn(page, 'plaats')
    const form = {
      plaats: place,
      versie: '0',
      'reden-0': 'Burgemeesters wisselen elkaar af.',
      ...dayFields('tot-0', '2027-06-01'),
    }
    for (const headers of [undefined, mayor, other])
      expect((await region.post(`${address}/reden`, form, headers)).status).toBe(404)
    expect(await main(address, mayor)).not.toContain('Waarom is het anders')
    const empty = await region.post(
      `${address}/reden`,
      { ...form, 'reden-0': '', ...dayFields('tot-0', '2020-01-01') },
      manager,
    )
    expect(empty.status).toBe(422)
    expect(mainText(await empty.text())).toContain('Schrijf waarom')
    for (let click = 0; click < 2; click++)
      expect((await region.post(`${address}/reden`, form, manager)).status).toBe(303)
    expect(await region.rows(sql`select from meetings.deviations`)).toHaveLength(1)
    expect(await main(address)).toContain('Burgemeesters wisselen elkaar af. (tot 1 juni 2027)')
    expect(await main(college)).toContain('gemeenten (met een reden)')
    const late = await region.post(`${address}/reden`, { ...form, 'reden-0': 'Iets anders.' }, manager)
    expect(late.status).toBe(409)
    const shown = await late.text()
    expect(shown).toContain('Iets anders.')
    expect(mainText(shown)).toContain('Burgemeesters wisselen elkaar af. (tot 1 juni 2027)')
    // Once its day passed it is no reason any more.
    expect(await main(`${address}?geldigOp=2027-06-01`)).toContain('De reden gold tot 1 juni 2027')
    await sendForm(region, `${address}/reden`, { plaats: place, versie: '1', terug: 'ja' }, manager as Headers)
    expect(await main(address)).not.toContain('wisselen elkaar af')
    expect(await region.rows(sql`select from meetings.deviations`)).toHaveLength(2)
  })

  test('terms that end are listed over all instances for the programme manager alone, and wait for him', async () => {
    for (const headers of [undefined, mayor, other])
      expect((await region.get('/vergaderingen/termijnen', headers)).status).toBe(404)
    expect(await main('/mijn', manager)).not.toContain('zonder opvolger')
    await give('OM-MN', 'Gebiedsofficier', dayFields('tot', '2027-02-01'))
    expect(await main('/mijn', manager)).toContain('1 termijn loopt binnen 90 dagen af, zonder opvolger')
    expect(await main('/mijn', mayor)).not.toContain('zonder opvolger')
    const list = await main('/vergaderingen/termijnen', manager)
    expect(list).toContain('Gebiedsofficier, Openbaar Ministerie Midden-Nederland')
    expect(list).toContain('1 februari 2027')
    expect(list).toContain('nog geen reden gegeven')
    await sendForm(
      region,
      `${college}/zetels`,
      {
        sleutel: newKey('zetel'),
        soort: 'lid',
        functie: '',
        organisatie: 'OM-MN',
        naam: 'Gebiedsofficier',
        ...dayFields('vanaf', '2027-02-01'),
      },
      manager as Headers,
    )
    expect(await main('/mijn', manager)).not.toContain('zonder opvolger')
    expect(await main('/vergaderingen/termijnen', manager)).toContain('opvolger is bekend')
  })
})
