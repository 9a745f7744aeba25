import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, sendForm } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { itemFields, planMeeting, postOf, seatCollege, seatFields } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'
import { tellTerms } from '.'

type Headers = { cookie: string }

let region: Opened
let [manager, secretary, mayor, deputy]: Headers[] = []
let [college, meeting] = ['', '']
const closing = { besloten: 'ja', grond: 'woo-5.1-2-c', ...dayFields('besloten-tot', '2027-12-01') }

beforeAll(async () => {
  region = await openRegion()
  manager = await signInAs(region, 'programmamanager')
  secretary = await signInAs(region, 'hoofd-bureau')
  mayor = await signInAs(region, 'burgemeester-houten')
  deputy = await signInAs(region, 'oov-renswoude')
  college = await seatCollege(region)
  meeting = await planMeeting(region)
  await sendForm(region, `${meeting}/punten/nieuw`, itemFields('Onderzoek Kraanvogel', closing), secretary)
  await sendForm(region, `${meeting}/verzenden`, {}, secretary)
})
afterAll(() => region.close())

const main = async (path: string, headers?: Headers) => mainText(await region.text(path, headers))
const chair = async () =>
  (
    await owning(region.db, (tx) =>
      sql<{ id: string }>`select id from meetings.seats where kind = 'voorzitter'`.execute(tx),
    )
  ).rows[0]?.id ?? ''
const endChair = async (on: string) => {
  const id = await chair()
  await sendForm(region, `${college}/zetels/${id}`, dayFields(`einde-${id}`, on), manager as Headers)
}

describe('a seat given after the agenda was sent', () => {
  test('is told apart from one of nobody with an account', async () => {
    const form = await seatFields(region, 'oov-renswoude', 'plaatsvervanger', { vervangt: await chair() })
    await sendForm(region, `${college}/zetels`, form, manager as Headers)
    const unknown = {
      sleutel: 'zetel-zonder-account',
      soort: 'lid',
      functie: '',
      organisatie: 'OM-MN',
      naam: 'Gebiedsofficier van justitie',
      ...dayFields('vanaf', '2026-01-01'),
    }
    await sendForm(region, `${college}/zetels`, unknown, manager as Headers)
    const page = await main(meeting, secretary)
    expect(page).toContain('Renswoude kreeg zijn zetel na de uitnodiging.')
    expect(page).toMatch(/Niet gemaild, want wij kennen daar niemand: 1 zetel Gebiedsofficier van justitie, /)
    expect(await main(meeting, mayor)).not.toContain('na de uitnodiging')
  })
})

describe('who is there', () => {
  test('is counted by the seats on the day of the meeting', async () => {
    await endChair('2026-12-08')
    const chairs = /Burgemeester, Houten voorzitter/
    expect(await main(meeting, secretary)).not.toMatch(chairs)
    expect(await main(meeting, mayor)).not.toContain('Bent u er op')
    expect(await main('/mijn', mayor)).not.toContain('dinsdag 8 december 2026')
    await endChair('2026-12-09')
    expect(await main(meeting, secretary)).toMatch(chairs)
    expect(await main(meeting, mayor)).toContain('Bent u er op')
  })

  test('stands by what they said where there are many, each group to unfold', async () => {
    expect(await main(meeting, secretary)).not.toContain('Nog onbekend: ')
    await owning(region.db, (tx) =>
      sql`
        insert into meetings.seats (instance, kind, organisation, title, valid_from, valid_to, at, acted_as, form_key)
        select 'DVC-WU', 'lid', 'OM-MN', 'Officier ' || n, '2026-01-01', '2026-12-09', platform.moment(), 'x', 'zetel-met-veel-' || n
          from generate_series(1, 12) n`.execute(tx),
    )
    expect(await main(meeting, secretary)).toMatch(/Nog onbekend: 1\d zetels .*Officier 12, [^(]*\(lid\)/)
  })
})

describe('a term that ends within a quarter', () => {
  const mails = async () =>
    (
      await owning(region.db, (tx) =>
        sql<{ to: string; body: string }>`select split_part(recipient, '@', 1) as to, body from mail.outbox
          where subject like 'Een termijn loopt af: %West-Utrecht' order by put_at, recipient`.execute(tx),
      )
    ).rows

  test('is mailed once to who sits there and to the secretary, and again only for another end', async () => {
    expect(await tellTerms(region.db, 'https://voorbeeld.invalid')).toBe(2)
    expect(await tellTerms(region.db, 'https://voorbeeld.invalid')).toBe(0)
    const told = await mails()
    expect(told.map(({ to }) => to)).toEqual(['burgemeester-houten', 'hoofd-bureau'])
    for (const { body } of told)
      expect(body).toMatch(/Burgemeester, (gemeente )?Houten \(voorzitter\): tot 09-12-2026[\s\S]*\/gremia\/DVC\/WU\./i)
    await endChair('2026-12-16')
    expect(await tellTerms(region.db, 'https://voorbeeld.invalid')).toBe(2)
  })

  test('waits while it is quiet', async () => {
    await endChair('2026-12-17')
    await owning(region.db, (tx) =>
      sql`insert into progress.quiet_times (code, name, begins_on, ends_on, ground)
        values ('x', 'Rust', '2026-11-20', '2026-11-30', 'x')`.execute(tx),
    )
    expect(await tellTerms(region.db, 'https://voorbeeld.invalid')).toBe(0)
    await owning(region.db, (tx) =>
      sql`update progress.quiet_times set withdrawn_on = '2026-11-24' where code = 'x'`.execute(tx),
    )
    expect(await tellTerms(region.db, 'https://voorbeeld.invalid')).toBe(2)
  })
})

describe('a deputy', () => {
  test('reads what is closed until the seat he stands in for ends', async () => {
    expect(await main(`${meeting}/punten/b1`, deputy)).toContain('Onderzoek Kraanvogel')
    const made = await region.post(
      '/vergaderingen/agendas',
      { functie: await postOf(region, 'oov-renswoude') },
      deputy as Headers,
    )
    const feed = /\/agenda\/[\w-]{43}\.ics/.exec(await made.text())?.[0] ?? ''
    expect(await region.text(feed)).toContain('BEGIN:VEVENT')
    await owning(region.db, (tx) =>
      sql`update meetings.seats set valid_to = '2026-11-02' where kind = 'voorzitter'`.execute(tx),
    )
    expect((await region.get(`${meeting}/punten/b1`, deputy)).status).toBe(404)
    expect(await main(meeting, deputy)).not.toContain('Stadhuis')
    expect(await region.text(feed)).not.toContain('BEGIN:VEVENT')
  })
})
