import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, hiddenIn, sendForm } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { attachTo, itemFields, planMeeting, seatCollege } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning, reading } from '../../platform/db/database'

type Headers = { cookie: string }

let region: Opened
let [manager, secretary, mayor, motor, other]: Headers[] = []
let meeting = ''
const closing = { besloten: 'ja', grond: 'woo-5.1-2-c', ...dayFields('besloten-tot', '2027-12-01') }

beforeAll(async () => {
  region = await openRegion()
  manager = await signInAs(region, 'programmamanager')
  secretary = await signInAs(region, 'hoofd-bureau')
  mayor = await signInAs(region, 'burgemeester-houten')
  motor = await signInAs(region, 'oov-utrecht')
  other = await signInAs(region, 'oov-renswoude')
  await seatCollege(region)
  meeting = await planMeeting(region)
})
afterAll(() => region.close())

const main = async (path: string, headers?: Headers) => mainText(await region.text(path, headers))
const add = (title: string, more: Record<string, string> = {}) =>
  sendForm(region, `${meeting}/punten/nieuw`, itemFields(title, more), secretary as Headers)
const status = async (path: string, headers?: Headers) => (await region.get(path, headers)).status
const hidden = async (path: string, headers: Headers | undefined) => {
  const page = await region.text(path, headers)
  return Object.fromEntries(['versie', 'regel', 'sleutel', 'nummer'].map((name) => [name, hiddenIn(page, name)]))
}

describe('an agenda', () => {
  test('is written by the secretary and by nobody else', async () => {
    for (const headers of [manager, mayor, motor, other, undefined]) {
      expect(await status(`${meeting}/punten/nieuw`, headers)).toBe(404)
      expect((await region.post(`${meeting}/punten/nieuw`, itemFields('Nee'), headers)).status).toBe(404)
    }
    expect(await add('Flexteams in de zomer')).toBe(`${meeting}/punten/1?bewaard=ja`)
    expect(await add('Stand van de uitvoering', { soort: 'informatie' })).toBe(`${meeting}/punten/2?bewaard=ja`)
    expect(await add('Onderzoek Kraanvogel', closing)).toBe(`${meeting}/punten/b1?bewaard=ja`)
  })

  test('names what an item is about, by code; with links for who may read it', async () => {
    const unknown = await region.post(
      `${meeting}/punten/nieuw`,
      itemFields('Over iets', { 'gaat-over': 'P23-GOC, X99-1' }),
      secretary,
    )
    expect(unknown.status).toBe(422)
    const refused = await unknown.text()
    expect(mainText(refused)).toContain('Geen plan, prioriteit of actie heeft de code X99-1.')
    for (const code of ['P23-GOC', 'X99-1']) expect(refused).toContain(`value="${code}" checked`)
    // A word gives what can be ticked, and nothing that was typed is lost.
    const search = { 'zoek-onderwerp': 'ondermijning', 'gaat-over': 'P23-DV' }
    const unticked = await region.post(`${meeting}/punten/nieuw`, itemFields('Over iets', search), secretary)
    expect(unticked.status).toBe(422)
    const searched = await region.post(
      `${meeting}/punten/nieuw`,
      itemFields('Over iets', { ...search, zoek: 'ja' }),
      secretary,
    )
    expect(searched.status).toBe(200)
    const choice = await searched.text()
    expect(choice).toContain('value="P23-DV" checked')
    expect(choice).toContain('value="P23-GOC"')
    expect(choice).toContain('value="Over iets"')
    const at = `${meeting}/punten/1`
    const seen = await hidden(`${at}/wijzigen`, secretary as Headers)
    // What is searched for and ticked is chosen; the word is still in its box.
    const ticked = { ...seen, 'zoek-onderwerp': 'ondermijning', 'gaat-over': 'P23-GOC' }
    expect(
      await sendForm(region, `${at}/wijzigen`, itemFields('Flexteams in de zomer', ticked), secretary as Headers),
    ).toBe(`${at}?bewaard=ja`)
    Object.assign(seen, await hidden(`${at}/wijzigen`, secretary as Headers))
    const about = { ...seen, 'gaat-over': 'P23-GOC, A23-016; RVS2023 A23-016' }
    expect(
      await sendForm(region, `${at}/wijzigen`, itemFields('Flexteams in de zomer', about), secretary as Headers),
    ).toBe(`${at}?bewaard=ja`)
    const page = await region.text(at, secretary)
    for (const address of ['/prioriteiten/P23-GOC', '/acties/A23-016', '/plannen/RVS2023'])
      expect(page).toContain(`href="${address}"`)
    const kept = await region.text(`${at}/wijzigen`, secretary)
    for (const code of ['P23-GOC', 'A23-016', 'RVS2023']) expect(kept).toContain(`value="${code}" checked`)
    // Who saw an earlier version takes nothing away from it.
    const stale = await region.post(`${at}/wijzigen`, itemFields('Flexteams in de zomer', seen), secretary)
    expect(stale.status).toBe(409)
    expect(mainText(await stale.text())).toContain('Gaat over: P23-GOC, A23-016, RVS2023.')
  })

  test('holds a form that arrives twice once', async () => {
    const form = itemFields('Dubbel geklikt')
    for (let click = 0; click < 2; click++) await region.post(`${meeting}/punten/nieuw`, form, secretary)
    expect(await region.rows(sql`select from meetings.papers where title = 'Dubbel geklikt'`)).toHaveLength(1)
  })

  test('keeps a note within one A4, and says how much is left', async () => {
    expect(await main(`${meeting}/punten/nieuw`, secretary)).toContain('Nog 2.500 tekens over van één A4')
    const long = await region.post(
      `${meeting}/punten/nieuw`,
      itemFields('Lang', { soort: 'besluitvorming', core: 'x'.repeat(2501), asked: '' }),
      secretary,
    )
    expect(long.status).toBe(422)
    const page = await long.text()
    expect(page).toContain('De oplegnotitie is te lang voor één A4: haal er 1 teken af.')
    expect(page).toContain('Schrijf welk besluit u vraagt')
    expect(page).toContain('x'.repeat(2501))
  })

  test('asks why and until when something is closed', async () => {
    const page = await (
      await region.post(`${meeting}/punten/nieuw`, itemFields('Dicht', { besloten: 'ja' }), secretary)
    ).text()
    expect(page).toContain('Kies waarom het besloten is.')
    expect(page).toContain('Vul in tot welke dag het ten minste besloten is.')
    expect(page).toContain('Alleen bij een besloten punt, dan verplicht.')
    expect(page).not.toMatch(/(Waarom besloten\?|Besloten tot ten minste)<span[^>]*> \(mag leeg blijven\)/)
    const strange = itemFields('Dicht', { ...closing, ...dayFields('besloten-tot', '2027-02-31') })
    expect(await (await region.post(`${meeting}/punten/nieuw`, strange, secretary)).text()).toContain(
      'Vul een datum in die bestaat',
    )
  })

  test('hints when a subject belongs at another level on that day', async () => {
    await add('Bijstand', { onderwerp: 'BT-12' })
    expect(await main(`${meeting}/punten/4`, motor)).toContain(
      'staat “Losse inzet en aanvraag van bijstand” bij gemeente en basisteam',
    )
    // What the guide held in 2017 only cannot be chosen for a meeting of 2026.
    expect(await region.text(`${meeting}/punten/nieuw`, secretary)).not.toContain(
      'Veelvoorkomende criminaliteit en overlast',
    )
    expect(await region.text(`${meeting}/punten/nieuw`, secretary)).not.toContain(
      'Veiligheidsbeeld van het district volgen',
    )
  })

  test('is ordered before it is sent, and closes up when a draft goes', async () => {
    const form = await hidden(`${meeting}/punten/4`, secretary)
    for (let click = 0; click < 2; click++)
      await sendForm(region, `${meeting}/punten/4/omhoog`, form, secretary as Headers)
    expect(await main(`${meeting}/punten/3`, secretary)).toContain('Bijstand')
    const { regel: gone = '' } = await hidden(`${meeting}/punten/4/wijzigen`, secretary)
    for (let click = 0; click < 2; click++)
      await sendForm(region, `${meeting}/punten/4/weg`, { regel: gone }, secretary as Headers)
    expect(await main(meeting, secretary)).not.toContain('Dubbel geklikt')
  })

  test('written by two at once keeps the first and shows the second both', async () => {
    const seen = await hidden(`${meeting}/punten/1/wijzigen`, secretary)
    const write = (core: string) =>
      region.post(
        `${meeting}/punten/1/wijzigen`,
        { ...itemFields('Flexteams in de zomer', { core }), ...seen },
        secretary,
      )
    expect((await write('De eerste tekst.')).status).toBe(303)
    const second = await write('De tweede tekst.')
    expect(second.status).toBe(409)
    const page = await second.text()
    expect(page).toContain('De eerste tekst.')
    expect(page).toContain('De tweede tekst.')
  })

  test('is a draft for who prepares it until it is sent', async () => {
    expect(await main(meeting, motor)).toContain('Onderzoek Kraanvogel')
    for (const headers of [mayor, manager, other, undefined]) {
      expect(await main(meeting, headers)).not.toContain('Flexteams')
      for (const label of ['1', 'b1']) expect(await status(`${meeting}/punten/${label}`, headers)).toBe(404)
    }
    expect((await region.post(`${meeting}/verzenden`, {}, mayor)).status).toBe(404)
    await add('Dak van het bureau', { soort: 'besluitvorming', asked: 'Stel het vast.' })
    await add('Zaak Wielewaal', { ...closing, soort: 'besluitvorming', asked: 'Koop het pand.' })
    await sendForm(region, `${meeting}/verzenden`, {}, secretary as Headers)
    const page = await main(meeting, mayor)
    expect(page).toContain('Wat u nu nodig hebt')
    // What is asked in a closed item is read on its own page only: that is noted.
    expect(page).toContain('4. Dak van het bureau: Stel het vast.')
    expect(page).toContain('b2. Zaak Wielewaal')
    expect(page).not.toContain('Koop het pand.')
    expect(page).toContain('3 punten ter advisering')
    expect(page).toContain('Onderzoek Kraanvogel')
    // Versions from before are the business of who prepared it.
    expect(await main(`${meeting}/punten/1`, motor)).toContain('Eerdere versies')
    expect(await main(`${meeting}/punten/1`, mayor)).not.toContain('Eerdere versies')
    for (const headers of [manager, other, undefined]) expect(await main(meeting, headers)).not.toContain('Flexteams')
  })

  test('shows everybody its open items once they are made public, without a gap', async () => {
    const { regel: id = '' } = await hidden(`${meeting}/punten/4/wijzigen`, secretary)
    await sendForm(
      region,
      `${meeting}/punten/4/weg`,
      { regel: id, reden: 'Het rapport is er nog niet.' },
      secretary as Headers,
    )
    await sendForm(region, `${meeting}/openbaar`, {}, secretary as Headers)
    for (const headers of [manager, other, undefined]) {
      const page = await main(meeting, headers)
      expect(page).toContain('1. Flexteams in de zomer')
      expect(page).toContain('3. Bijstand')
      expect(page).not.toMatch(/Kraanvogel|[Bb]esloten|b1/)
      // Taken off before it was public: nobody else ever hears of it.
      expect(page).not.toContain('Dak van het bureau')
      expect(await status(`${meeting}/punten/4`, headers)).toBe(404)
      expect(await status(`${meeting}/punten/1`, headers)).toBe(200)
      expect(await status(`${meeting}/punten/b1`, headers)).toBe(404)
    }
  })

  test('that was sent gives its code to who looks after or advises it, and not to who only asks the database', async () => {
    const codes = (headers?: Headers) =>
      reading(region.db, { sessionId: headers?.cookie.split('=')[1] ?? null }, async (tx) => {
        const { rows } = await sql<{ codes: string[] }>`select meetings.openly_sent() as codes`.execute(tx)
        return rows[0]?.codes
      })
    expect(await codes()).toEqual([])
    expect(await codes(other)).toEqual([])
    expect(await codes(manager)).toContain(meeting.split('/').at(-1))
  })

  test('that was sent says what changed, and keeps its numbers', async () => {
    const seen = await hidden(`${meeting}/punten/2/wijzigen`, secretary)
    const changed = {
      ...itemFields('Stand van de uitvoering', { soort: 'informatie', core: 'Nieuwe cijfers.' }),
      ...seen,
    }
    expect((await region.post(`${meeting}/punten/2/wijzigen`, changed, secretary)).status).toBe(422)
    const told = { ...changed, wijziging: 'De cijfers van oktober staan erin.' }
    expect((await region.post(`${meeting}/punten/2/wijzigen`, told, secretary)).status).toBe(303)
    // Of what everybody reads an earlier version is public no more; a member has what was sent to him.
    expect(await main(`${meeting}/punten/2`)).toContain('Nieuwe cijfers.')
    expect(await main(`${meeting}/punten/2`)).not.toMatch(/Eerdere versies|Waar het om gaat/)
    expect(await main(`${meeting}/punten/2`, mayor)).toContain('Eerdere versies')
    expect(await main(meeting, mayor)).toContain(
      'Nagezonden 2. Stand van de uitvoering: De cijfers van oktober staan erin.',
    )
    const open = { ...told, ...(await hidden(`${meeting}/punten/2/wijzigen`, secretary)), ...closing }
    expect((await region.post(`${meeting}/punten/2/wijzigen`, open, secretary)).status).toBe(422)
    const { regel: id = '' } = seen
    await sendForm(
      region,
      `${meeting}/punten/2/weg`,
      { regel: id, reden: 'Komt de volgende keer.' },
      secretary as Headers,
    )
    expect(await main(meeting)).toContain('van de agenda gehaald: Komt de volgende keer.')
    expect(await main(meeting)).toContain('3. Bijstand')
  })
})

describe('an invitation', () => {
  test('went to whoever has a seat when the agenda was sent, without place and without anything closed', async () => {
    const sent = await region.rows(sql<{ recipient: string; subject: string; body: string }>`
      select recipient, subject, body from mail.outbox where subject like 'Agenda: %' order by recipient`)
    expect(sent.map(({ recipient }) => recipient.split('@')[0])).toEqual([
      'burgemeester-houten',
      'hoofd-bureau',
      'oov-utrecht',
    ])
    for (const { body } of sent) {
      expect(body).toContain('1. Flexteams in de zomer (ter advisering)')
      expect(body).not.toMatch(/Kraanvogel|Stadhuis|b1/)
    }
    await region.post(`${meeting}/verzenden`, {}, secretary)
    expect(await region.rows(sql`select from mail.outbox where subject like 'Agenda: %'`)).toHaveLength(3)
  })

  test('is answered on the page of the meeting, by whose seat it is', async () => {
    const form = await region.text(meeting, mayor)
    const [seat, versie] = [hiddenIn(form, 'zetel'), hiddenIn(form, 'versie')]
    const say = (answer: string, headers?: Headers) =>
      region.post(`${meeting}/aanwezig`, { zetel: seat, versie, [`antwoord-${seat}`]: answer }, headers)
    for (const headers of [secretary, other, undefined]) expect((await say('aanwezig', headers)).status).toBe(404)
    expect(await main('/mijn', mayor)).toContain(
      'Districtelijk Veiligheidscollege West-Utrecht op dinsdag 8 december 2026',
    )
    expect((await say('vervanger', mayor)).status).toBe(404)
    expect((await say('aanwezig', mayor)).status).toBe(303)
    expect((await say('aanwezig', mayor)).status).toBe(303)
    expect(await region.rows(sql`select from meetings.answers`)).toHaveLength(1)
    expect(await main(meeting, mayor)).toContain('U liet weten: aanwezig.')
    expect(await main('/mijn', mayor)).not.toContain('Of u bij een vergadering bent')
    expect(await main(meeting, secretary)).toContain('1 aanwezig, 0 afwezig')
    expect(await main(meeting, other)).not.toContain('aanwezig')
  })
})

describe('an attachment', () => {
  const pdf = '%PDF-1.7 nepbestand'
  test('is kept as received and served to be kept, never shown', async () => {
    await attachTo(region, `${meeting}/punten/1`, { name: 'Rooster zomer é.pdf', content: pdf }, secretary as Headers, {
      wijziging: 'Het rooster.',
    })
    const page = await region.text(`${meeting}/punten/1`)
    const address = /href="([^"]*\/bijlagen\/[0-9a-f]{64})"/.exec(page)?.[1] ?? ''
    const answer = await region.get(address)
    expect(await answer.text()).toBe(pdf)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Rooster zomer _.pdf"; filename*=UTF-8''Rooster%20zomer%20%C3%A9.pdf`,
    )
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await main(meeting, mayor)).toContain('Rooster zomer é.pdf: Het rooster.')
  })

  test('that is closed, or stands at a closed item, exists for who sits there only, and each reading is logged', async () => {
    await attachTo(region, `${meeting}/punten/1`, { name: 'namen.docx', content: 'geheim 1' }, secretary as Headers, {
      ...closing,
      wijziging: 'Namen.',
    })
    await attachTo(region, `${meeting}/punten/b1`, { name: 'zaak.docx', content: 'geheim 2' }, secretary as Headers, {
      wijziging: 'De zaak.',
    })
    const found: string[] = []
    for (const label of ['1', 'b1'])
      for (const [, address = ''] of (await region.text(`${meeting}/punten/${label}`, mayor)).matchAll(
        /href="([^"]*\/bijlagen\/[0-9a-f]{64})"/g,
      ))
        found.push(address)
    expect(found).toHaveLength(3)
    const secret: string[] = []
    for (const address of found) if ((await region.get(address)).status === 404) secret.push(address)
    expect(secret).toHaveLength(2)
    for (const headers of [manager, other])
      for (const address of secret) expect(await status(address, headers)).toBe(404)
    expect(await main(`${meeting}/punten/1`, other)).not.toContain('namen.docx')
    for (const address of secret)
      expect((await (await region.get(address, mayor)).text()).startsWith('geheim')).toBe(true)
    const read = await region.rows(
      sql<{ object: string }>`select object from identity.audit_log where event = 'besloten stuk gelezen'`,
    )
    expect(read.map(({ object }) => object.replace(/[0-9a-f]{12}$/, '…')).sort()).toEqual([
      'DVC-WU-2026-1, punt 1, bijlage …',
      'DVC-WU-2026-1, punt b1',
      'DVC-WU-2026-1, punt b1, bijlage …',
    ])
  })

  test('of too many MB is refused by the form, and nothing typed is lost', async () => {
    const send = async (size: number, more: Record<string, string>) => {
      const form = new FormData()
      form.set('bestand', new File(['x'.repeat(size)], 'rapport.pdf'))
      for (const [name, value] of Object.entries(more)) form.set(name, value)
      return region.fetch(
        new Request(`http://localhost:3000${meeting}/punten/1/bijlagen`, {
          method: 'POST',
          body: form,
          headers: { ...secretary, 'sec-fetch-site': 'same-origin' },
        }),
        { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
      )
    }
    const large = await send(12 * 1024 * 1024, { wijziging: 'Het hele rapport.' })
    expect(large.status).toBe(422)
    const page = await large.text()
    expect(page).toContain('Dit bestand is groter dan 10 MB.')
    expect(page).toContain('value="Het hele rapport."')
    // The same form twice is done once; the same file under other terms is told.
    for (let click = 0; click < 2; click++) expect((await send(9, { wijziging: 'Deel 1.' })).status).toBe(303)
    expect((await send(9, { ...closing, wijziging: 'Deel 1.' })).status).toBe(422)
  })

  test('taken off is served no more', async () => {
    const page = await region.text(`${meeting}/punten/b1/bijlagen`, secretary)
    const away = /action="([^"]*\/weg)"/.exec(page)?.[1] ?? ''
    for (let click = 0; click < 2; click++) await sendForm(region, away, {}, secretary as Headers)
    expect(await status(away.replace(/\/weg$/, ''), mayor)).toBe(404)
  })
})

test('a file of a closed item stays closed when the item is opened, and of an item that was taken off it can go', async () => {
  const own = secretary as Headers
  const at = await planMeeting(region, '2026-12-15')
  await sendForm(region, `${at}/punten/nieuw`, itemFields('Een zaak', closing), own)
  await attachTo(region, `${at}/punten/b1`, { name: 'dossier.pdf', content: 'geheim 3' }, own)
  const typed = await hidden(`${at}/punten/b1/wijzigen`, own)
  await sendForm(region, `${at}/punten/b1/wijzigen`, { ...itemFields('Een zaak, in het kort'), ...typed }, own)
  await sendForm(region, `${at}/verzenden`, {}, own)
  await sendForm(region, `${at}/openbaar`, {}, own)
  const file = /href="([^"]*\/bijlagen\/[0-9a-f]{64})"/.exec(await region.text(`${at}/punten/1`, mayor))?.[1] ?? ''
  expect(await status(`${at}/punten/1`)).toBe(200)
  expect(await status(file)).toBe(404)
  expect(await main(`${at}/punten/1`)).not.toContain('dossier.pdf')

  const again = await hidden(`${at}/punten/1`, own)
  await sendForm(region, `${at}/punten/1/weg`, { ...again, reden: 'Toch niet.' }, own)
  await sendForm(region, `${file}/weg`, {}, own)
  expect(await status(file, mayor)).toBe(404)
})

test('a form counts once in its own meeting, and not in another', async () => {
  const sent = itemFields('Jaarplan')
  for (const on of ['2027-01-12', '2027-01-19']) {
    const at = await planMeeting(region, on)
    for (let click = 0; click < 2; click++) await sendForm(region, `${at}/punten/nieuw`, sent, secretary as Headers)
    expect(await status(`${at}/punten/1`, secretary)).toBe(200)
    expect(await status(`${at}/punten/2`, secretary)).toBe(404)
  }
})

test('a closed item past its day stays closed, and asks the secretary to look again', async () => {
  await owning(region.db, (tx) =>
    sql`update meetings.items set closed_until = '2026-11-01' where is_closed`.execute(tx),
  )
  expect(await main(`${meeting}/punten/b1`, secretary)).toContain('De dag van de geheimhouding is voorbij.')
  expect(await status(`${meeting}/punten/b1`, other)).toBe(404)
})
