import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendForm } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { itemFields, planFields, planMeeting, seatCollege } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'

type Headers = { cookie: string }

let region: Opened
let [manager, secretary, mayor, other]: Headers[] = []
let meeting = ''

beforeAll(async () => {
  region = await openRegion({ clock: () => new Date('2026-11-24T09:00:00Z') })
  manager = await signInAs(region, 'programmamanager')
  secretary = await signInAs(region, 'hoofd-bureau')
  mayor = await signInAs(region, 'burgemeester-houten')
  other = await signInAs(region, 'oov-renswoude')
})
afterAll(() => region.close())

const main = async (path: string, headers?: Headers) => mainText(await region.text(path, headers))
const mails = async (subject: string) =>
  (
    await owning(region.db, (tx) =>
      sql<{ recipient: string; subject: string; body: string }>`
        select recipient, subject, body from mail.outbox where subject like ${`${subject}: %`} order by recipient`.execute(
        tx,
      ),
    )
  ).rows
const field = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
/** Says something on the page as it was read. */
const say = (page: string, answer: string) => {
  const seat = field(page, 'zetel')
  return region.post(
    `${meeting}/aanwezig`,
    { zetel: seat, versie: field(page, 'versie'), [`antwoord-${seat}`]: answer },
    mayor,
  )
}
const replan = async (on: string, more: Record<string, string>) => {
  const versie = field(await region.text(`${meeting}/plannen`, secretary), 'versie')
  const answer = await region.post(`${meeting}/plannen`, { ...planFields(on, more), versie }, secretary)
  expect(answer.status).toBe(303)
}

describe('planning a meeting', () => {
  test('begins at the meetings with a choice, and where there is no instance with the bodies', async () => {
    expect(await region.text('/vergaderingen', manager)).toContain('href="/vergaderingen/plannen"')
    const empty = await region.text('/vergaderingen/plannen', manager)
    expect(empty).toContain('href="/gremia/DVC#overleggen"')
    expect((await region.get('/vergaderingen/plannen', secretary)).status).toBe(404)
    await seatCollege(region)
    expect(await region.text('/vergaderingen', secretary)).toContain('href="/vergaderingen/plannen"')
    const choice = await region.text('/vergaderingen/plannen', secretary)
    expect(choice).toContain('href="/vergaderingen/plannen?overleg=DVC-WU"')
    expect(choice).not.toContain('#overleggen')
  })

  test('is not offered to who may not', async () => {
    for (const headers of [mayor, other, undefined]) {
      expect(await region.text('/vergaderingen', headers)).not.toContain('href="/vergaderingen/plannen"')
      expect((await region.get('/vergaderingen/plannen', headers)).status).toBe(404)
    }
  })
})

describe('the next meeting', () => {
  test('stands first on the start page of who sits there, before the agenda is sent', async () => {
    expect(await main('/mijn', mayor)).toContain('Waar u zit, staat nog geen vergadering gepland.')
    meeting = await planMeeting(region, '2026-12-10')
    const page = await region.text('/mijn', mayor)
    expect(/<h2[^>]*>(?:\s*<[^>]*>)*([^<]*)/.exec(page.slice(page.indexOf('<main')))?.[1]).toContain(
      'Uw volgende vergadering',
    )
    expect(mainText(page)).toContain('donderdag 10 december 2026, 09.30 tot 11.00 uur')
    expect(mainText(page)).toContain('Laat weten of u er bent')
    expect(await main('/mijn', other)).not.toContain('Uw volgende vergadering')
  })

  test('stays there after an answer, with what was answered', async () => {
    await sendForm(region, `${meeting}/punten/nieuw`, itemFields('Flexteams in de zomer'), secretary as Headers)
    await sendForm(region, `${meeting}/verzenden`, {}, secretary as Headers)
    expect(await main('/mijn', mayor)).toContain('Of u bij een vergadering bent')
    expect((await say(await region.text(meeting, mayor), 'aanwezig')).status).toBe(303)
    const page = await main('/mijn', mayor)
    expect(page).toContain('U liet weten: aanwezig.')
    expect(page).not.toContain('Of u bij een vergadering bent')
  })
})

describe('a meeting that moves', () => {
  test('to another place only keeps what was answered, and mails nobody', async () => {
    await replan('2026-12-10', { plaats: 'Stadhuis van Nieuwegein' })
    expect(await main(meeting, mayor)).toContain('U liet weten: aanwezig.')
    expect(await mails('Verzet')).toEqual([])
  })

  test('to another day asks again who comes, and says what was answered before', async () => {
    const before = await region.text(meeting, mayor)
    await replan('2026-12-17', { reden: 'De zaal is bezet.' })
    const page = await main(meeting, secretary)
    expect(page).toContain('0 aanwezig, 0 afwezig')
    expect(page).toContain('onbekend (was aanwezig op 10 december 2026)')
    const start = await main('/mijn', mayor)
    expect(start).toContain('Of u bij een vergadering bent')
    expect(start).toContain('Onbekend: de vergadering is verzet (was aanwezig op 10 december 2026).')
    // A page from before the move does not answer for the day after it.
    const late = await say(before, 'aanwezig')
    expect(await main(late.headers.get('location') ?? '', mayor)).toContain('Uw antwoord is nog niet bewaard.')
    expect(await main(meeting, secretary)).toContain('0 aanwezig, 0 afwezig')
  })

  test('mails whoever has a seat, without place, reason or titles', async () => {
    const sent = await mails('Verzet')
    expect(sent.map(({ recipient }) => recipient.split('@')[0])).toEqual([
      'burgemeester-houten',
      'hoofd-bureau',
      'oov-utrecht',
    ])
    expect(sent[0]?.subject).toBe('Verzet: Districtelijk Veiligheidscollege West-Utrecht, donderdag 17 december 2026')
    expect(sent[0]?.body).toContain('op donderdag 10 december 2026, 09.30 tot 11.00 uur, is verzet.')
    expect(sent[0]?.body).toContain('Zij is nu op donderdag 17 december 2026, 09.30 tot 11.00 uur.')
    expect(sent[0]?.body).not.toMatch(/Stadhuis|bezet|Flexteams/)
  })

  test('to another time asks again too', async () => {
    expect((await say(await region.text(meeting, mayor), 'aanwezig')).status).toBe(303)
    expect(await main(meeting, secretary)).toContain('1 aanwezig, 0 afwezig')
    await replan('2026-12-17', { begin: '10.00' })
    expect(await main(meeting, secretary)).toContain('onbekend (was aanwezig om 09.30 uur)')
    expect(await mails('Verzet')).toHaveLength(6)
  })

  test('or is called off is told by mail', async () => {
    await replan('2026-12-17', { begin: '10.00', stand: 'afgelast', reden: 'Te weinig punten.' })
    const sent = await mails('Afgelast')
    expect(sent).toHaveLength(3)
    expect(sent[0]?.body).toContain('gaat niet door.')
    expect(await main('/mijn', mayor)).toContain('Waar u zit, staat nog geen vergadering gepland.')
  })

  test('while it is provisional and nobody was asked mails nobody', async () => {
    meeting = await sendForm(
      region,
      '/vergaderingen/plannen',
      { overleg: 'DVC-WU', ...planFields('2027-01-12', { stand: 'voorlopig' }) },
      secretary as Headers,
    )
    await replan('2027-01-14', { stand: 'voorlopig' })
    expect(await mails('Verzet')).toHaveLength(6)
  })
})

test('an item that asks for a decision leads to the form of a decision, filled in, for who records it, from the day itself', async () => {
  const decides = itemFields('Vaststellen van het rooster', { soort: 'besluitvorming' })
  await sendForm(region, `${meeting}/punten/nieuw`, decides, secretary as Headers)
  expect(await region.text(`${meeting}/punten/1`, secretary)).not.toContain('/besluiten/nieuw?vergadering=')
  const today = await planMeeting(region, '2026-11-24')
  await sendForm(
    region,
    `${today}/punten/nieuw`,
    itemFields('Vaststellen van het rooster', { soort: 'besluitvorming' }),
    secretary as Headers,
  )
  await sendForm(region, `${today}/punten/nieuw`, itemFields('Ter bespreking'), secretary as Headers)
  await sendForm(region, `${today}/verzenden`, {}, secretary as Headers)
  await sendForm(region, `${today}/openbaar`, {}, secretary as Headers)
  const page = await region.text(`${today}/punten/1`, manager)
  const address = /href="(\/besluiten\/nieuw[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const form = await region.text(address, manager)
  expect(form).toContain('<option value="DVC" selected')
  expect(form).toContain('<option value="WU" selected')
  expect(form).toContain('value="Vaststellen van het rooster"')
  expect(form).toMatch(/name="genomen-dag"[^>]*value="24"/)
  expect(await region.text(`${today}/punten/1`, secretary)).toContain('/besluiten/nieuw?vergadering=')
  for (const headers of [mayor, undefined])
    expect(await region.text(`${today}/punten/1`, headers)).not.toContain('/besluiten/nieuw')
  expect(await region.text(`${today}/punten/2`, manager)).not.toContain('/besluiten/nieuw?')
})

test('the functional administrator is not sent to himself', async () => {
  const administrator = await signInAs(region, 'functioneel-beheerder')
  for (const path of ['/mijn', '/mijn/gegevens']) {
    expect(await main(path, mayor)).toContain('Vraag het de functioneel beheerder')
    expect(await main(path, administrator)).not.toContain('Vraag het de functioneel beheerder')
  }
})
