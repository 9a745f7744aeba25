import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hiddenIn, newKey, sendForm } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { itemFields, planMeeting, seatCollege } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { endOf, periodsAhead, readForeseen } from './foreseen'

type Headers = { cookie: string }

describe('when a subject comes', () => {
  test.each([
    ['2026-Q4', '2027-01-01'],
    ['2027-Q1', '2027-04-01'],
    ['2026-12', '2027-01-01'],
    ['2027-02', '2027-03-01'],
  ])('%s is over on %s', (period, on) => {
    expect(endOf({ period, meeting: null })).toBe(on)
  })
  test('is chosen from this month and this quarter on', () => {
    const { months, quarters } = periodsAhead(day('2026-11-24'))
    expect(months.slice(0, 3)).toEqual(['2026-11', '2026-12', '2027-01'])
    expect(quarters.slice(0, 2)).toEqual(['2026-Q4', '2027-Q1'])
    expect([months.length, quarters.length]).toEqual([18, 8])
  })
  test('moves with a reason, and stays without one', () => {
    const before = {
      version: 1,
      title: 'x',
      byWhom: 'y',
      isDropped: false,
      reason: null,
      at: '',
      actedAs: '',
      period: '2026-Q4',
      meeting: null,
    }
    const typed = { title: 'z', byWhom: 'y', when: '2026-Q4', isClosed: false, isDropped: false, reason: 'weg' }
    const choices = { periods: new Set(['2027-Q1']), meetings: new Set<string>() }
    expect(readForeseen(typed, before, choices)).toMatchObject({ title: 'z', period: '2026-Q4', reason: null })
    expect(readForeseen({ ...typed, when: '2027-Q1', reason: ' ' }, before, choices)).toHaveProperty('faults')
    expect(readForeseen({ ...typed, isDropped: true, reason: '' }, before, choices)).toHaveProperty('faults')
    expect(readForeseen({ ...typed, when: '2027-Q1' }, before, choices)).toMatchObject({ reason: 'weg' })
    expect(readForeseen({ ...typed, when: '2030-Q1' }, before, choices)).toHaveProperty('faults')
  })
})

describe('the long-term agenda of a college', () => {
  let region: Opened
  let [manager, secretary, mayor, motor, other]: Headers[] = []
  let [college, meeting, subject, closed] = ['', '', '', '']
  beforeAll(async () => {
    region = await openRegion()
    manager = await signInAs(region, 'programmamanager')
    secretary = await signInAs(region, 'hoofd-bureau')
    mayor = await signInAs(region, 'burgemeester-houten')
    motor = await signInAs(region, 'oov-utrecht')
    other = await signInAs(region, 'oov-renswoude')
    college = await seatCollege(region)
    meeting = await planMeeting(region)
  })
  afterAll(() => region.close())
  const main = async (path: string, headers?: Headers) => mainText(await region.text(path, headers))
  const fields = (titel: string, more: Record<string, string> = {}) => ({
    sleutel: newKey('onderwerp'),
    titel,
    door: 'District West-Utrecht',
    wanneer: '2027-Q1',
    ...more,
  })

  test('is kept by the secretary and the programme manager, and by nobody else', async () => {
    const address = `${college}/onderwerpen/nieuw`
    for (const headers of [undefined, mayor, motor, other]) {
      expect((await region.get(address, headers)).status).toBe(404)
      expect((await region.post(address, fields('Nee'), headers)).status).toBe(404)
    }
    const form = fields('Evaluatie flexteams')
    subject = await sendForm(region, address, form, manager as Headers)
    expect(await sendForm(region, address, form, manager as Headers)).toBe(subject)
    closed = await sendForm(region, address, fields('Dossier Kraanvogel', { besloten: 'ja' }), secretary as Headers)
    const wrong = await region.post(address, fields('', { wanneer: '1999-Q1' }), secretary)
    expect(wrong.status).toBe(422)
    expect(mainText(await wrong.text())).toContain('Kies wanneer het aan de orde komt.')
    // The programme manager has no seat: to him nothing is closed.
    expect((await region.post(address, fields('Geheim', { besloten: 'ja' }), manager)).status).toBe(404)
  })

  test('is on the page of the instance and of the year for who sits there or plans; what is closed for who prepares only', async () => {
    for (const path of [college, '/vergaderingen/jaar/2027']) {
      for (const headers of [manager, secretary, mayor, motor])
        expect(await main(path, headers)).toContain('Evaluatie flexteams')
      for (const headers of [undefined, other]) expect(await main(path, headers)).not.toContain('flexteams')
      for (const headers of [secretary, motor]) expect(await main(path, headers)).toContain('Kraanvogel')
      for (const headers of [undefined, other, manager, mayor])
        expect(await main(path, headers)).not.toContain('Kraanvogel')
    }
    for (const headers of [undefined, other, manager, mayor]) {
      expect((await region.get(closed, headers)).status).toBe(404)
      expect((await region.post(closed, { versie: '1' }, headers)).status).toBe(404)
    }
    expect((await region.get(subject, other)).status).toBe(404)
    expect(await main(subject, mayor)).not.toContain('Verschuif of wijzig')
  })

  test('moves with a reason, in versions; two writers lose nothing; when its time is over that is said', async () => {
    const moved = fields('Evaluatie flexteams', { versie: '1', wanneer: '2027-03' })
    const silent = await region.post(subject, moved, manager)
    expect(silent.status).toBe(422)
    for (let click = 0; click < 2; click++)
      await sendForm(region, subject, { ...moved, reden: 'De cijfers komen later.' }, manager as Headers)
    expect(await main(subject, mayor)).toContain(
      'maart 2027: Evaluatie flexteams, door District West-Utrecht. De cijfers komen later.',
    )
    expect(await main(subject, mayor)).toContain('eerste kwartaal van 2027')
    const late = await region.post(subject, fields('Iets anders', { versie: '1', wanneer: '2027-03' }), secretary)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Iets anders')
    expect(
      await region.rows(sql`select from meetings.foreseen_versions where title = 'Evaluatie flexteams'`),
    ).toHaveLength(2)
  })

  test('becomes an item with one tap, with its title filled in, and then says where it went to who may read that', async () => {
    const page = await region.text(subject, secretary)
    const link = `${meeting}/punten/nieuw?voorzien=${subject.split('/').at(-1)}`
    expect(page).toContain(`href="${link}"`)
    const form = await region.text(link, secretary)
    expect(form).toContain('value="Evaluatie flexteams"')
    const voorzien = hiddenIn(form, 'voorzien')
    await sendForm(
      region,
      `${meeting}/punten/nieuw`,
      itemFields('Evaluatie flexteams', { voorzien }),
      secretary as Headers,
    )
    expect(await main(college, secretary)).toContain('punt 1 op 8 december 2026')
    // A draft is for who prepares; to the others it is foreseen still.
    expect(await main(college, mayor)).not.toContain('punt 1 op')
    expect(await main(subject, secretary)).not.toContain('Verschuif of wijzig')
    await sendForm(region, `${meeting}/verzenden`, {}, secretary as Headers)
    expect(await main(college, mayor)).toContain('punt 1 op 8 december 2026')
    expect(await main(college, manager)).not.toContain('punt 1 op')
  })

  test('a closed subject fills in a closed item', async () => {
    const form = await region.text(`${meeting}/punten/nieuw?voorzien=${closed.split('/').at(-1)}`, secretary)
    expect(form).toContain('value="Dossier Kraanvogel"')
    expect(form).toMatch(/name="besloten"[^>]*checked/)
  })
})
