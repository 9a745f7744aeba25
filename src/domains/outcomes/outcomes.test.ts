import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, newKey, sendForm } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { itemFields, planMeeting, seatCollege } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'

type Headers = { cookie: string }

let region: Opened
let [manager, secretary, mayor, motor, other]: Headers[] = []
let [meeting, earlier, next]: string[] = []
const closing = { besloten: 'ja', grond: 'woo-5.1-2-c', ...dayFields('besloten-tot', '2027-12-01') }

beforeAll(async () => {
  region = await openRegion()
  manager = await signInAs(region, 'programmamanager')
  secretary = await signInAs(region, 'hoofd-bureau')
  mayor = await signInAs(region, 'burgemeester-houten')
  motor = await signInAs(region, 'oov-utrecht')
  other = await signInAs(region, 'oov-renswoude')
  await seatCollege(region)
  earlier = await planMeeting(region, '2026-11-10')
  meeting = await planMeeting(region, '2026-11-24')
  next = await planMeeting(region, '2026-12-08')
  for (const at of [earlier, meeting]) {
    await add(at, 'Rooster van de flexteams', { soort: 'besluitvorming' })
    await add(at, 'Onderzoek Kraanvogel', closing)
    await add(at, 'Stand van de uitvoering', { soort: 'informatie' })
    await sendForm(region, `${at}/verzenden`, {}, secretary)
  }
})
afterAll(() => region.close())

const add = (at: string | undefined, title: string, more: Record<string, string> = {}) =>
  sendForm(region, `${at}/punten/nieuw`, itemFields(title, more), secretary as Headers)
const main = async (path: string, headers?: Headers) => mainText(await region.text(path, headers))
const status = async (path: string, headers?: Headers) => (await region.get(path, headers)).status
const everybodyElse = () => [manager, mayor, motor, other, {} as Headers]

const end = (label: string, outcome: string, more: Record<string, string> = {}, headers = secretary, at = meeting) =>
  region.post(`${at}/verloop/${label}`, { versie: '0', uitkomst: outcome, ...more }, headers)
const minute = (label: string, text: string, versie = '0', headers = secretary, at = meeting) =>
  region.post(`${at}/verloop/${label}/verslag`, { versie, [`verslag-${label}`]: text }, headers)
const agree = (label: string, carrier: string, more: Record<string, string> = {}, headers = secretary, at = meeting) =>
  region.post(
    `${at}/verloop/${label}/afspraken`,
    {
      sleutel: newKey('afspraak'),
      [`soort-${label}`]: 'toezegging',
      [`afspraak-${label}`]: 'Het rooster rondsturen',
      [`trekker-${label}`]: carrier,
      ...more,
    },
    headers,
  )
/** The value under which the form offers a function. */
const carrierOf = async (person: string) =>
  (
    await region.rows(sql<{ key: string }>`select p.organisation || '|' || p.title as key from identity.posts p
      join identity.people h on h.id = p.person where h.email = ${`${person}@voorbeeld.invalid`}`)
  )[0]?.key ?? ''

describe('the course of a meeting', () => {
  test('is written by its secretary from the day itself, and by nobody else', async () => {
    for (const headers of everybodyElse()) {
      expect(await status(`${meeting}/verloop`, headers)).toBe(404)
      expect((await end('1', 'besloten', {}, headers)).status).toBe(404)
      expect((await minute('1', 'Tekst.', '0', headers)).status).toBe(404)
      expect((await agree('1', await carrierOf('burgemeester-houten'), {}, headers)).status).toBe(404)
      for (const deed of [
        'besluitenlijst/vaststellen',
        'besluitenlijst/openbaar',
        'verslag/goedkeuren',
        'verslag/openbaar',
      ])
        expect((await region.post(`${meeting}/${deed}`, {}, headers)).status).toBe(404)
    }
    expect(await status(`${next}/verloop`, secretary)).toBe(404)
    const page = await main(`${meeting}/verloop`, secretary)
    // To which meeting is asked where an item is held over, and nowhere else.
    expect(page).toMatch(/Houd punt 1 aan Tot welke vergadering\?/)
    expect(page).not.toContain('Bij aanhouden')
    for (const part of ['verloop', 'besluitenlijst', 'verslag'])
      expect(await region.text(`${meeting}/${part}`, secretary)).toMatch(/<a[^>]*href="\/gremia"[^>]*>Gremia/)
    for (const title of ['1. Rooster', '2. Stand van', 'b1. Onderzoek Kraanvogel']) expect(page).toContain(title)
  })

  test('says with one tap how an item ended', async () => {
    expect((await end('2', 'kennisgenomen')).status).toBe(303)
    expect(await main(`${meeting}/verloop`, secretary)).toContain('Uitkomst: kennisgenomen')
    expect(await main(`${meeting}/punten/2`, mayor)).toContain('Uitkomst kennisgenomen')
    // The same again is no version.
    expect((await end('2', 'kennisgenomen', { versie: '1' })).status).toBe(303)
    expect(await region.rows(sql`select from outcomes.results`)).toHaveLength(1)
  })

  test('keeps what two write at once, and shows both', async () => {
    const clash = await end('2', 'besproken', { versie: '0', 'zin-2': 'Mijn zin blijft staan' })
    expect(clash.status).toBe(409)
    const page = await clash.text()
    expect(page).toContain('value="Mijn zin blijft staan"')
    expect(mainText(page)).toMatch(/Hoofd, Bureau.* legde vast: kennisgenomen/)
    expect((await end('2', 'gelukt', { versie: '1' })).status).toBe(422)
  })

  test('holds an item over to a later meeting, on whose page it returns', async () => {
    const to = next?.split('/').at(-1) ?? ''
    expect((await end('1', 'aangehouden', { 'naar-1': earlier?.split('/').at(-1) ?? '' })).status).toBe(422)
    expect((await end('1', 'aangehouden', { 'naar-1': to, 'zin-1': 'Eerst de cijfers' })).status).toBe(303)
    expect(await region.text(`${meeting}/besluitenlijst`, mayor)).toMatch(
      new RegExp(`<main[\\s\\S]*href="${meeting}/punten/1"`),
    )
    expect(await main(`${meeting}/besluitenlijst`, mayor)).toContain(
      'aangehouden tot de vergadering van 8 december 2026: Eerst de cijfers',
    )
    expect(await main(next ?? '', mayor)).toContain('Aangehouden tot deze vergadering: Rooster van de flexteams')
    expect(await main(next ?? '', other)).not.toContain('Aangehouden')
  })

  test('asks for the decision itself when an item ended with one', async () => {
    expect((await end('1', 'besloten', { versie: '1' })).status).toBe(303)
    const page = await region.text(`${meeting}/verloop`, secretary)
    expect(mainText(page)).toContain('Het besluit zelf is nog niet vastgelegd.')
    expect(page).toContain('/besluiten/nieuw?vergadering=DVC-WU-2026-2&amp;punt=1')
    expect(
      (
        await region.post(
          '/besluiten/nieuw',
          {
            sleutel: '3f0c4f0e-1111-4222-8333-444455556666',
            vergadering: 'DVC-WU-2026-2',
            punt: '1',
            gremium: 'DVC',
            gebied: 'WU',
            ...dayFields('genomen', '2026-11-24'),
            titel: 'Het rooster geldt',
            tekst: 'Het college stelt het rooster vast.',
            grond: 'afspraak',
            vaststellers: 'burgemeester van Houten',
            zichtbaar: 'openbaar',
          },
          secretary,
        )
      ).status,
    ).toBe(303)
    expect(await main(`${meeting}/verloop`, secretary)).not.toContain('Het besluit zelf')
    expect(await main(`${meeting}/besluitenlijst`, mayor)).toContain('Het college stelt het rooster vast.')
  })

  test('stands first on the page of a meeting that is over, and right after the agenda on the day itself', async () => {
    const over = await region.text(earlier ?? '', secretary)
    expect(mainText(over)).toContain('voorbij')
    expect(over).toMatch(/id="uitkomst".*id="nu".*id="agenda".*id="meenemen"/s)
    expect(await region.text(meeting ?? '', secretary)).toMatch(/id="nu".*id="agenda".*id="uitkomst".*id="meenemen"/s)
  })
})

describe('an agreement', () => {
  test('is of a function, and waits for who holds it', async () => {
    const carrier = await carrierOf('oov-renswoude')
    expect((await agree('1', '')).status).toBe(422)
    const long = await agree('1', carrier, { 'afspraak-1': '', ...dayFields('klaar-1', '2026-13-01') })
    expect(long.status).toBe(422)
    expect(mainText(await long.text())).toContain('Schrijf wat er is afgesproken of toegezegd.')
    const form = { sleutel: newKey('afspraak'), ...dayFields('klaar-1', '2026-12-01') }
    for (let click = 0; click < 2; click++) expect((await agree('1', carrier, form)).status).toBe(303)
    expect(await region.rows(sql`select from outcomes.promises`)).toHaveLength(1)
    expect(await main('/mijn', other)).toContain('Het rooster rondsturen')
    expect(await main('/mijn', mayor)).not.toContain('Het rooster rondsturen')
    expect(await status(`${meeting}/afspraken/1`, other)).toBe(200)
    for (const headers of [manager, undefined]) expect(await status(`${meeting}/afspraken/1`, headers)).toBe(404)
  })

  test('returns on the page of every next meeting until it is closed', async () => {
    for (const headers of [mayor, motor, secretary])
      expect(await main(next ?? '', headers)).toMatch(/Nog open van eerder.*Het rooster rondsturen/)
    for (const headers of [manager, other, undefined])
      expect(await main(next ?? '', headers)).not.toContain('rondsturen')
  })

  test('is proved by who carries it, and closed by the secretary', async () => {
    const at = `${meeting}/afspraken/1`
    const prove = (headers: Headers | undefined, more: Record<string, string> = {}) =>
      region.post(at, { versie: '0', zin: 'Het rooster is gemaild.', ...more }, headers)
    for (const headers of [mayor, manager, undefined]) expect((await prove(headers)).status).toBe(404)
    expect((await prove(other, { bewijs: 'javascript:alert(1)' })).status).toBe(422)
    expect((await region.post(`${at}/sluiten`, { versie: '0', waarom: '' }, secretary)).status).toBe(422)
    expect((await prove(other, { bewijs: '/acties/S23-007' })).status).toBe(303)
    expect((await prove(other, { zin: 'Iets anders' })).status).toBe(409)
    expect(await main('/mijn', other)).not.toContain('Het rooster rondsturen')
    expect(await main('/mijn', secretary)).toContain('gemeld als gedaan, u sluit het')
    expect(await main(at, mayor)).toContain('Het rooster is gemaild.')
    for (const headers of [mayor, other, manager])
      expect((await region.post(`${at}/sluiten`, { versie: '1' }, headers)).status).toBe(404)
    expect((await region.post(`${at}/sluiten`, { versie: '0' }, secretary)).status).toBe(409)
    for (let click = 0; click < 2; click++)
      expect((await region.post(`${at}/sluiten`, { versie: '1' }, secretary)).status).toBe(303)
    expect(await main(next ?? '', mayor)).not.toContain('rondsturen')
    expect((await prove(other, { versie: '1', zin: 'Te laat' })).status).toBe(404)
  })

  test('of a closed item is for who sits there only', async () => {
    const outsider = await carrierOf('oov-renswoude')
    expect((await agree('b1', outsider)).status).toBe(422)
    const done = await agree('b1', await carrierOf('burgemeester-houten'), { 'afspraak-b1': 'Kraanvogel bellen' })
    expect(done.status).toBe(303)
    expect(await main(`${meeting}/afspraken/b1`, mayor)).toContain('Kraanvogel bellen')
    for (const address of [meeting ?? '', '/mijn']) {
      expect(await main(address, mayor)).toContain('Besloten afspraak b1')
      expect(await main(address, mayor)).not.toContain('Kraanvogel bellen')
    }
    for (const headers of [manager, other, undefined])
      expect(await status(`${meeting}/afspraken/b1`, headers)).toBe(404)
  })

  test('goes with the function to who comes after, and ends with the post at midnight', async () => {
    const carrier = await carrierOf('oov-renswoude')
    expect((await agree('2', carrier, { 'afspraak-2': 'De stand bijhouden' })).status).toBe(303)
    expect(await main('/mijn', other)).toContain('De stand bijhouden')
    const until = (day: string | null) =>
      owning(region.db, (tx) =>
        sql`update identity.posts p set valid_to = ${day}::date from identity.people h
          where h.id = p.person and h.email = 'oov-renswoude@voorbeeld.invalid'`.execute(tx),
      )
    await until('2026-11-24')
    expect(await status(`${meeting}/afspraken/2`, other)).toBe(404)
    await until('2026-11-25')
    expect(await status(`${meeting}/afspraken/2`, other)).toBe(200)
    await until(null)
  })
})

describe('the decision list', () => {
  test('is fixed when of every item it is known how it ended', async () => {
    const early = await region.post(`${meeting}/besluitenlijst/vaststellen`, {}, secretary)
    expect(early.headers.get('location')).toContain('onaf=ja')
    expect(await main(`${meeting}/besluitenlijst`, secretary)).toContain('nog niet vastgelegd hoe ze afliepen: b1')
    expect((await end('b1', 'besproken', { 'zin-b1': 'Kraanvogel is besproken' })).status).toBe(303)
    for (let click = 0; click < 2; click++)
      expect((await region.post(`${meeting}/besluitenlijst/vaststellen`, {}, secretary)).status).toBe(303)
    await end('2', 'besproken', { versie: '1' })
    expect((await agree('2', await carrierOf('burgemeester-houten'))).status).toBe(404)
    const page = await main(`${meeting}/besluitenlijst`, mayor)
    expect(page).toContain('2. Stand van de uitvoering kennisgenomen')
    expect(page).toContain('vastgesteld op 24 november 2026')
  })

  test('is public only after it was made so, with the open items and without how agreements stand', async () => {
    for (const headers of [manager, other, undefined])
      expect(await status(`${meeting}/besluitenlijst`, headers)).toBe(404)
    expect((await region.post(`${meeting}/besluitenlijst/openbaar`, {}, secretary)).status).toBe(404)
    await sendForm(region, `${meeting}/openbaar`, {}, secretary as Headers)
    await sendForm(region, `${meeting}/besluitenlijst/openbaar`, {}, secretary as Headers)
    for (const headers of [manager, undefined]) {
      const page = await main(`${meeting}/besluitenlijst`, headers)
      expect(page).toContain('Het college stelt het rooster vast.')
      expect(page).toContain('Toezegging: Het rooster rondsturen')
      expect(page).not.toMatch(/raanvogel|1 december 2026|gesloten|gemeld/)
    }
    expect(await main(meeting ?? '')).toContain('Besluitenlijst')
    expect(await main(`${meeting}/besluitenlijst`, mayor)).toMatch(/Besloten punten.*Kraanvogel is besproken/)
    const read = await region.rows(
      sql`select from identity.audit_log where event = 'besloten stuk gelezen' and object = 'DVC-WU-2026-2, besluitenlijst'`,
    )
    expect(read.length).toBeGreaterThan(0)
  })
})

describe('minutes', () => {
  test('are kept in versions, and nudge when a line says who spoke', async () => {
    expect((await minute('1', 'Het rooster is besproken.', '0', secretary, earlier)).status).toBe(303)
    expect(await main(`${earlier}/verloop`, secretary)).not.toContain('Staat hier wie iets zei?')
    expect((await minute('1', 'De heer Jansen zegt dat het kan.', '1', secretary, earlier)).status).toBe(303)
    expect(await main(`${earlier}/verloop`, secretary)).toContain('Staat hier wie iets zei?')
    const clash = await minute('1', 'Mijn tekst.', '1', secretary, earlier)
    expect(clash.status).toBe(409)
    expect(await clash.text()).toContain('Mijn tekst.</textarea>')
    expect((await minute('1', '', '2', secretary, earlier)).status).toBe(422)
    expect((await minute('1', 'Het rooster is besproken en kan.', '2', secretary, earlier)).status).toBe(303)
    expect((await minute('b1', 'Over Kraanvogel.', '0', secretary, earlier)).status).toBe(303)
    expect(await region.rows(sql`select from outcomes.minutes`)).toHaveLength(4)
  })

  test('are for who sits there until they are approved in a later meeting and made public', async () => {
    expect(await main(`${earlier}/verslag`, mayor)).toContain('Over Kraanvogel.')
    for (const headers of [manager, other, undefined]) expect(await status(`${earlier}/verslag`, headers)).toBe(404)
    const approve = (vergadering: string) => region.post(`${earlier}/verslag/goedkeuren`, { vergadering }, secretary)
    // Not in one that is still to come, nor in itself.
    for (const code of ['DVC-WU-2026-3', 'DVC-WU-2026-1', 'x']) expect((await approve(code)).status).toBe(404)
    expect((await region.post(`${earlier}/verslag/openbaar`, {}, secretary)).status).toBe(404)
    for (let click = 0; click < 2; click++) expect((await approve('DVC-WU-2026-2')).status).toBe(303)
    await minute('1', 'Toch anders.', '3', secretary, earlier)
    expect(await main(`${earlier}/verslag`, mayor)).toContain('Het rooster is besproken en kan.')
    expect(await main(`${earlier}/verslag`, mayor)).toContain('goedgekeurd in de vergadering van 24 november 2026')
    await sendForm(region, `${earlier}/openbaar`, {}, secretary as Headers)
    expect(await status(`${earlier}/verslag`)).toBe(404)
    await sendForm(region, `${earlier}/verslag/openbaar`, {}, secretary as Headers)
    expect(await main(`${earlier}/verslag`)).toContain('Het rooster is besproken en kan.')
    expect(await main(`${earlier}/verslag`)).not.toMatch(/Kraanvogel|Jansen/)
  })
})

test('what came of a meeting is added to and never changed', async () => {
  for (const table of ['results', 'fixings', 'minutes', 'approvals', 'promises', 'proofs', 'closures'])
    await expect(
      owning(region.db, (tx) => sql`delete from ${sql.table(`outcomes.${table}`)}`.execute(tx)),
    ).rejects.toThrow('added to and never changed')
})
