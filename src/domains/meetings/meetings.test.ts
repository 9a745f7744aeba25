import ICAL from 'ical.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { planFields, planMeeting, postOf, seatCollege, seatFields } from '../../../test/environment/meetings'
import { addPerson, signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning, writing } from '../../platform/db/database'
import { prepareExamplePeople } from '../identity'

type Headers = { cookie: string }

let region: Opened
let now = new Date('2026-11-24T09:00:00Z')
let [manager, secretary, mayor, motor, other]: Headers[] = []
let college = ''
let meeting = ''

beforeAll(async () => {
  region = await openRegion({ clock: () => now })
  manager = await signInAs(region, 'programmamanager')
  secretary = await signInAs(region, 'hoofd-bureau')
  mayor = await signInAs(region, 'burgemeester-houten')
  motor = await signInAs(region, 'oov-utrecht')
  other = await signInAs(region, 'oov-renswoude')
  college = await seatCollege(region)
})
afterAll(() => region.close())

const main = async (path: string, headers?: Headers) => mainText(await region.text(path, headers))

describe('a seat', () => {
  test('is given by the programme manager of a bureau and by nobody else', async () => {
    for (const headers of [secretary, other, undefined]) {
      expect((await region.get(`${college}/zetels`, headers)).status).toBe(404)
      const form = await seatFields(region, 'oov-renswoude', 'lid')
      expect((await region.post(`${college}/zetels`, form, headers)).status).toBe(404)
      expect((await region.post('/gremia/DVC/beginnen', { gebied: 'FL' }, headers)).status).toBe(404)
    }
    const audit = await region.rows(
      sql<{ object: string }>`select object from identity.audit_log where event = 'zetel gegeven' order by at`,
    )
    expect(audit[0]?.object).toBe('DVC-WU, voorzitter, Burgemeester, GM0321')
  })

  test('is on the page of the body as a function, and never as a name', async () => {
    const page = await main('/gremia/DVC')
    expect(page).toContain('West-Utrecht')
    expect(page).toContain('voorzitter: Burgemeester')
    expect(await main(college)).toContain('Ambtelijk motorblok')
    const id = await addPerson(region, { email: 'lid@utrecht.example', organisation: 'GM0344' })
    const [post] = await region.rows(sql<{ id: string }>`select id from identity.posts where person = ${id}::uuid`)
    const form = await seatFields(region, 'hoofd-bureau', 'lid', { functie: post?.id ?? '' })
    expect(await region.text(`${college}/zetels`, manager)).toContain('(Iemand)')
    expect((await region.post(`${college}/zetels`, form, manager)).status).toBe(303)
    for (const headers of [undefined, other, mayor]) {
      for (const path of ['/gremia/DVC', college]) expect(await main(path, headers)).not.toContain('Iemand')
      expect(await main(college, headers)).toContain('Adviseur, Utrecht')
    }
  })

  test('of a function nobody here holds is given too; a doubled click gives one', async () => {
    const form = {
      sleutel: 'zetel-zonder-account',
      soort: 'lid',
      functie: '',
      organisatie: 'OM-MN',
      naam: 'Gebiedsofficier van justitie',
      ...dayFields('vanaf', '2026-01-01'),
      ...dayFields('tot', '2027-02-01'),
    }
    for (let click = 0; click < 2; click++)
      expect((await region.post(`${college}/zetels`, form, manager)).status).toBe(303)
    expect(await region.rows(sql`select from meetings.seats where form_key = 'zetel-zonder-account'`)).toHaveLength(1)
  })

  test('is still held after the next start, by an example person too', async () => {
    const held = () =>
      region.rows(sql<{ post: string }>`select post from meetings.seats where post is not null order by id`)
    const before = await held()
    await prepareExamplePeople(region.db, true)
    expect(before.length).toBeGreaterThan(3)
    expect(await held()).toEqual(before)
  })

  test('that ends within 90 days is announced', async () => {
    expect(await main(college)).toContain('Binnen 90 dagen loopt een termijn af.')
    expect(await main(college)).toContain('Gebiedsofficier van justitie, Openbaar Ministerie')
  })

  test('that cannot be is refused, and nothing typed is lost', async () => {
    const form = {
      ...(await seatFields(region, 'oov-renswoude', 'plaatsvervanger')),
      ...dayFields('tot', '2025-01-01'),
    }
    const answer = await region.post(`${college}/zetels`, form, manager)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Kies wie deze functie vervangt.')
    expect(page).toContain('Het einde ligt voor het begin.')
    expect(page).toContain('value="2025"')
  })
})

describe('a meeting', () => {
  test('is planned by the secretary or the programme manager', async () => {
    for (const headers of [mayor, motor, other, undefined]) {
      expect((await region.get('/vergaderingen/plannen?overleg=DVC-WU', headers)).status).toBe(404)
      expect(
        (await region.post('/vergaderingen/plannen', { overleg: 'DVC-WU', ...planFields('2026-12-08') }, headers))
          .status,
      ).toBe(404)
    }
    meeting = await planMeeting(region)
    expect(meeting).toBe('/vergaderingen/DVC-WU-2026-1')
  })

  test('once, however often the form arrives', async () => {
    const form = { overleg: 'DVC-WU', ...planFields('2026-12-15') }
    const both = await Promise.all([1, 2].map(() => region.post('/vergaderingen/plannen', form, manager)))
    expect(both.map((answer) => answer.headers.get('location'))).toEqual([
      '/vergaderingen/DVC-WU-2026-2',
      '/vergaderingen/DVC-WU-2026-2',
    ])
  })

  test('shows everybody its day, and its time and place only to who sits there or plans it', async () => {
    for (const headers of [undefined, other]) {
      const page = await main(meeting, headers)
      expect(page).toContain('Dinsdag 8 december 2026')
      expect(page).not.toContain('9.30')
      expect(page).not.toContain('Stadhuis')
    }
    for (const headers of [mayor, motor, secretary, manager]) {
      const page = await main(meeting, headers)
      expect(page).toContain('9.30 tot 11.00 uur')
      expect(page).toContain('Stadhuis van Houten')
    }
  })

  test('that moves says why, and what it was is kept', async () => {
    const silent = { versie: '1', ...planFields('2026-12-10') }
    const refused = await region.post(`${meeting}/plannen`, silent, secretary)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Schrijf waarom de vergadering verzet is')
    const told = { ...silent, reden: 'De zaal is bezet.' }
    expect((await region.post(`${meeting}/plannen`, told, secretary)).status).toBe(303)
    const page = await main(meeting)
    expect(page).toContain('Deze vergadering is verzet. De zaal is bezet.')
    expect(page).toContain('gepland: dinsdag 8 december 2026')
  })

  test('moved by two at once keeps the first, and shows the second both', async () => {
    const late = await region.post(
      `${meeting}/plannen`,
      { versie: '1', ...planFields('2026-12-11'), reden: 'Anders.' },
      manager,
    )
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('Er is nog niets bewaard.')
    expect(page).toContain('donderdag 10 december 2026')
    expect(page).toContain('value="Anders."')
  })

  test('of a body that is not public does not exist for others', async () => {
    await region.post('/gremia/CASRAD/beginnen', { gebied: 'FL' }, manager)
    const planned = await region.post(
      '/vergaderingen/plannen',
      { overleg: 'CASRAD-FL', ...planFields('2026-12-09') },
      manager,
    )
    const address = planned.headers.get('location') ?? ''
    for (const headers of [mayor, other, undefined]) {
      for (const path of [address, '/gremia/CASRAD/FL', '/gremia/CASRAD/FL/agenda.ics'])
        expect((await region.get(path, headers)).status).toBe(404)
      expect(await main('/vergaderingen', headers)).not.toContain('radicalisering')
    }
    expect((await region.get(address, manager)).status).toBe(200)
  })
})

describe('the year', () => {
  test('shows what returns each month, without a date that nobody set', async () => {
    const page = await main('/vergaderingen/jaar/2027')
    expect(page).toContain('Strategie, jaarplan en jaarverslag vaststellen')
    expect(page).not.toContain('Wat er wringt')
    expect((await region.get('/vergaderingen/jaar/hallo')).status).toBe(404)
  })

  test('says in words what does not fit, to who plans', async () => {
    await region.post('/gremia/RVC/beginnen', { gebied: 'MNL', openbaar: 'ja' }, manager)
    await region.post('/gremia/RVC/MNL/zetels', await seatFields(region, 'burgemeester-houten', 'lid'), manager)
    await region.post('/vergaderingen/plannen', { overleg: 'RVC-MNL', ...planFields('2026-12-15') }, manager)
    const page = await main('/vergaderingen/jaar/2026', manager)
    expect(page).toContain('In beide zit: Burgemeester, ')
    expect(page).toContain(
      'De stukken van Regionaal Veiligheidscollege Midden-Nederland gaan al uit op zaterdag 5 december 2026',
    )
    expect(page).toContain('Dat is in een stille tijd')
    expect(await main('/vergaderingen/jaar/2026', other)).not.toContain('Wat er wringt')
  })
})

describe('what is older or of another year', () => {
  const plan = (instance: string, on: string, more: Record<string, string> = {}) =>
    region.post('/vergaderingen/plannen', { overleg: instance, ...planFields(on, more) }, manager)

  test('stands with its year, and not in the lists', async () => {
    await plan('DVC-WU', '2025-09-02')
    await plan('DVC-WU', '2026-03-03')
    for (const path of [college, `${college}/agenda.ics`]) {
      const page = await region.text(path, manager)
      expect(page).toMatch(/3 maart 2026|20260303/)
      expect(page).not.toMatch(/2 september 2025|20250902/)
    }
    expect(await main('/vergaderingen', manager)).not.toContain('3 maart 2026')
    expect(await main('/vergaderingen/jaar/2025')).toContain('2 september 2025')
  })

  test('counts where a district prepares in December what the region decides in January', async () => {
    await plan('DVC-WU', '2027-12-20')
    await plan('DVC-WU', '2028-01-10')
    await plan('RVC-MNL', '2028-01-12')
    const page = await main('/vergaderingen/jaar/2028', manager)
    expect(page).toContain('2 vergaderingen')
    expect(page).not.toContain('20 december 2027')
    expect(page).not.toContain('dan kan het district er niets meer over zeggen')
  })

  test('takes two days of which the last ends earlier than the first began', async () => {
    const times = { begin: '13.00', einde: '12.00' }
    expect((await plan('RVC-MNL', '2028-06-08', { ...times, ...dayFields('tot-en-met', '2028-06-09') })).status).toBe(
      303,
    )
    expect((await plan('RVC-MNL', '2028-06-08', times)).status).toBe(422)
  })

  test('is not made provisional once it stood fast, past the form neither', async () => {
    const at = (await plan('RVC-MNL', '2028-09-07')).headers.get('location') ?? ''
    expect(
      (
        await region.post(
          `${at}/plannen`,
          { versie: '1', ...planFields('2028-09-07', { stand: 'voorlopig' }) },
          manager,
        )
      ).status,
    ).toBe(422)
    expect(await region.text(`${at}/plannen`, manager)).not.toContain('Nee, voorlopig')
    const said = { held_on: '2028-09-07', begins: '09:30', ends: '11:00', state: 'voorlopig' }
    await expect(
      writing(region.db, { sessionId: manager?.cookie.split('=')[1] ?? null }, (tx) =>
        sql`select meetings.replan(${at.split('/').at(-1)}, 1, ${JSON.stringify(said)}::jsonb, 'x', 'x', 'x')`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow('a meeting that moves says why')
  })
})

describe('a calendar', () => {
  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  const find = (text: string, uid: string) => events(text).find((event) => event.uid.startsWith(`${uid}@`))
  const open = 'dvc-wu-2026-1.openbaar'
  const closed = 'dvc-wu-2026-1'
  let feed = ''

  test('of a body is public, as whole days, without time, place or subject', async () => {
    const answer = await region.get(`${college}/agenda.ics`)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await answer.text()
    const event = find(text, open)
    expect(event?.startDate.isDate).toBe(true)
    expect(event?.startDate.toString()).toBe('2026-12-10')
    expect(event?.endDate.toString()).toBe('2026-12-11')
    expect(event?.sequence).toBe(1)
    expect(text).not.toMatch(/Stadhuis|LOCATION|T0930/)
  })

  test('of a person has the times in Amsterdam and no place, behind an address that is shown once', async () => {
    const made = await region.post('/vergaderingen/agendas', { functie: 'alles' }, mayor)
    feed = /\/agenda\/[\w-]{43}\.ics/.exec(await made.text())?.[0] ?? ''
    expect(await region.text('/vergaderingen/agendas', mayor)).not.toContain('/agenda/')
    const text = await region.text(feed)
    const event = find(text, closed)
    expect(event?.startDate.toString()).toBe('2026-12-10T09:30:00')
    expect(event?.startDate.zone?.tzid).toBe('Europe/Amsterdam')
    expect(event?.startDate.toJSDate().toISOString()).toBe('2026-12-10T08:30:00.000Z')
    expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(event?.sequence).toBe(1)
    expect(text).not.toMatch(/Stadhuis|LOCATION/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  test('of a function has what that function sits in', async () => {
    const made = await region.post('/vergaderingen/agendas', { functie: await postOf(region, 'oov-utrecht') }, motor)
    const address = /\/agenda\/[\w-]{43}\.ics/.exec(await made.text())?.[0] ?? ''
    expect(find(await region.text(address), 'rvc-mnl-2026-1')).toBeUndefined()
    expect(find(await region.text(address), closed)).toBeDefined()
    // Of somebody else's function none is made.
    expect(
      (await region.post('/vergaderingen/agendas', { functie: await postOf(region, 'oov-utrecht') }, mayor)).status,
    ).toBe(404)
  })

  test('takes over a change and a cancellation under the same name', async () => {
    await region.post(
      `${meeting}/plannen`,
      { versie: '2', ...planFields('2026-12-10', { begin: '14.00', einde: '15.00' }) },
      secretary,
    )
    const moved = find(await region.text(feed), closed)
    expect(moved?.sequence).toBe(2)
    expect(moved?.startDate.toString()).toBe('2026-12-10T14:00:00')
    // Of a change of time nobody else learns anything.
    expect(find(await region.text(`${college}/agenda.ics`), open)?.sequence).toBe(1)
    await region.post(
      `${meeting}/plannen`,
      { versie: '3', ...planFields('2026-12-10', { stand: 'afgelast', reden: 'Te weinig punten.' }) },
      secretary,
    )
    for (const [path, uid, sequence] of [
      [feed, closed, 3],
      [`${college}/agenda.ics`, open, 2],
    ] as const) {
      const event = find(await region.text(path), uid)
      expect(event?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
      expect(event?.sequence).toBe(sequence)
    }
    expect((await region.get(`${meeting}/plannen`, secretary)).status).toBe(404)
    // Called off twice is called off once; nothing else comes after it.
    const again = (stand: string) =>
      region.post(
        `${meeting}/plannen`,
        { versie: '3', ...planFields('2026-12-10', { stand, reden: 'Te laat.' }) },
        secretary,
      )
    expect((await again('afgelast')).status).toBe(303)
    expect((await again('gepland')).status).toBe(404)
    expect(await region.rows(sql`select from meetings.days where meeting = 'DVC-WU-2026-1'`)).toHaveLength(4)
  })

  test('that was taken back, or is made up, does not exist', async () => {
    const made = await region.post('/vergaderingen/agendas', { functie: 'alles' }, mayor)
    const address = /\/agenda\/[\w-]{43}\.ics/.exec(await made.text())?.[0] ?? ''
    const [newest] = await region.rows(
      sql<{ id: string }>`select id from meetings.calendar_keys order by made_at desc, id limit 1`,
    )
    expect((await region.post(`/vergaderingen/agendas/${newest?.id}`, {}, other)).status).toBe(404)
    const all = await region.rows(sql<{
      id: string
    }>`select k.id from meetings.calendar_keys k join identity.people p on p.id = k.person
      where p.email like 'burgemeester-houten%' order by k.made_at`)
    for (const { id } of all.slice(1))
      for (let click = 0; click < 2; click++)
        expect((await region.post(`/vergaderingen/agendas/${id}`, {}, mayor)).status).toBe(303)
    const statuses = [(await region.get(address)).status, (await region.get(feed)).status].sort()
    expect(statuses).toContain(404)
    expect((await region.get(`/agenda/${'a'.repeat(43)}.ics`)).status).toBe(404)
  })
})

describe('what follows from a seat', () => {
  test('ends at midnight in Amsterdam, over page and calendar', async () => {
    const made = await region.post('/vergaderingen/agendas', { functie: await postOf(region, 'oov-utrecht') }, motor)
    const feed = /\/agenda\/[\w-]{43}\.ics/.exec(await made.text())?.[0] ?? ''
    const next = '/vergaderingen/DVC-WU-2026-2'
    const seat =
      (await region.rows(sql<{ id: string }>`select id from meetings.seats where kind = 'motorblok'`))[0]?.id ?? ''
    await region.post(`${college}/zetels/${seat}`, dayFields(`einde-${seat}`, '2026-11-26'), manager)
    now = new Date('2026-11-25T22:59:00Z')
    motor = await signInAs(region, 'oov-utrecht')
    expect(await main(next, motor)).toContain('Stadhuis')
    expect(await region.text(feed)).toContain('BEGIN:VEVENT')
    now = new Date('2026-11-25T23:00:00Z')
    expect(await main(next, motor)).not.toContain('Stadhuis')
    expect(await region.text(feed)).not.toContain('BEGIN:VEVENT')
  })

  test('ends with the post too', async () => {
    await owning(region.db, (tx) =>
      sql`update identity.posts set valid_to = '2026-11-27' where id = (select p.id from identity.posts p join identity.people h
        on h.id = p.person where h.email like 'burgemeester-houten%')`.execute(tx),
    )
    now = new Date('2026-11-26T22:30:00Z')
    mayor = await signInAs(region, 'burgemeester-houten')
    const made = await region.post(
      '/vergaderingen/agendas',
      { functie: await postOf(region, 'burgemeester-houten') },
      mayor,
    )
    const feed = /\/agenda\/[\w-]{43}\.ics/.exec(await made.text())?.[0] ?? ''
    expect(await main('/vergaderingen/DVC-WU-2026-2', mayor)).toContain('Stadhuis')
    now = new Date('2026-11-26T23:00:00Z')
    expect(await main('/vergaderingen/DVC-WU-2026-2', mayor)).not.toContain('Stadhuis')
    expect((await region.get(feed)).status).toBe(404)
  })
})
