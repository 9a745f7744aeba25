import ICAL from 'ical.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginAccount, releaseOne } from '../../../test/environment/accounts'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion, testMoment } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'
import { type AnnouncedMoment, parseAnnouncedPeriod, parseTime, stateOfAnnouncement } from './announcement'
import { announcedEvent } from './calendar.parts'

const planned = (of: Partial<AnnouncedMoment>): AnnouncedMoment => ({
  ...{ version: 1, on: '2027-03-01' as never, time: '10:00', moment: '2027-03-01T09:00:00Z', isOff: false },
  ...{ reason: null, at: '2026-11-24T09:00:00Z', actedAs: 'x' },
  ...of,
})

describe('an announcement', () => {
  test.each([
    ['that was published is published', '2028-01-01', {}, true, 'published'],
    ['that was called off is off', '2026-01-01', { isOff: true }, false, 'off'],
    ['before its moment is due', '2027-03-01T08:59:00Z', {}, false, 'due'],
    ['after its moment is overdue', '2027-03-01T09:01:00Z', {}, false, 'overdue'],
  ])('%s', (_, now, moment, isPublished, state) => {
    const published = isPublished ? { address: '/x', at: '' } : null
    expect(stateOfAnnouncement({ moments: [planned(moment)], published }, new Date(now))).toBe(state)
  })

  test.each([
    ['9.30', '09:30'],
    ['10:00 uur', '10:00'],
    ['24.00', null],
    ['tien', null],
  ])('at %s is at %s', (text, time) => expect(parseTime(text)).toBe(time))

  test.each([
    ['2026', '2026'],
    ['2026-01..2026-06', '2026-01..2026-06'],
    ['2026-H1', '2026-H1'],
    ['2026-03', '2026-03'],
    ['2025..2026', '2025..2026'],
    ['2026-99', null],
    ['2026-1', null],
    ['2026-06..2026-01', null],
    ['2026..2025', null],
    ['volgend jaar', null],
  ])('over %s is over %s', (text, period) => expect(parseAnnouncedPeriod(text)).toBe(period))

  test('is an event that keeps its name when it moves', () => {
    const one = {
      ...{
        code: 'verantwoording-1',
        kind: 'verantwoording' as const,
        title: 'Jaarresultaten',
        period: null,
      },
      ...{ ownerName: 'x', isOwn: false, published: null },
      moments: [planned({}), planned({ version: 2, isOff: true, reason: 'Te laat; helaas' })],
    } as const
    expect(announcedEvent(one, { host: 'voorbeeld.nl', base: 'https://voorbeeld.nl' })).toMatchObject({
      ...{ uid: 'verantwoording-1@voorbeeld.nl', sequence: 1, status: 'cancelled', description: 'Te laat; helaas' },
      ...{ when: { moment: '2027-03-01T09:00:00Z' }, href: 'https://voorbeeld.nl/publicatiekalender#verantwoording-1' },
    })
  })
})

describe('the release calendar', () => {
  let region: Opened
  beforeAll(async () => {
    region = await openRegion({ clock: () => testMoment })
  })
  afterAll(() => region.close())
  const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  const as = (person: string) => signInAs(region, person)
  const day = { 'dag-dag': '1', 'dag-maand': '3', 'dag-jaar': '2027', tijd: '10.00' }
  const form = { soort: 'verantwoording', titel: 'Jaarresultaten 2026', over: '2026', bureau: 'RVS', ...day }
  const calendar = () => region.text('/publicatiekalender').then(words)

  test('is written by the programme manager of a bureau, and by nobody else', async () => {
    for (const person of ['oov-utrecht', 'burgemeester-houten', 'analist-politie', 'functioneel-beheerder']) {
      expect((await region.get('/publicatiekalender/nieuw', await as(person))).status).toBe(404)
      expect((await region.post('/publicatiekalender/nieuw', form, await as(person))).status).toBe(404)
    }
    const manager = await as('programmamanager')
    const wrong = await region.post('/publicatiekalender/nieuw', { ...form, 'dag-dag': '31', tijd: 'x' }, manager)
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('value="Jaarresultaten 2026"')
    const past = await region.post('/publicatiekalender/nieuw', { ...form, 'dag-jaar': '2025' }, manager)
    expect([past.status, (await past.text()).includes('Kies een dag die nog komt')]).toEqual([422, true])
    const sent = { ...form, sleutel: 'sleutel-eerste' }
    for (const _ of [1, 2]) expect((await region.post('/publicatiekalender/nieuw', sent, manager)).status).toBe(303)
    expect((await calendar()).match(/Jaarresultaten 2026/g)).toHaveLength(1)
    expect(await calendar()).toContain('Het eerste komt 1 maart 2027, 10.00 uur')
  })

  test('keeps every move with its reason, once', async () => {
    const manager = await as('programmamanager')
    const page = await region.text('/publicatiekalender', manager)
    const move = /href="(\/publicatiekalender\/[^"]+\/verplaatsen)"/.exec(page)?.[1] ?? ''
    const to = { ...day, 'dag-dag': '15', sleutel: 'sleutel-tweede', versie: '1' }
    expect((await region.get(move, await as('oov-utrecht'))).status).toBe(404)
    expect((await region.post(move, to, manager)).status).toBe(422)
    const moved = { ...to, reden: 'De cijfers van het OM komen later.' }
    for (const _ of [1, 2]) expect((await region.post(move, moved, manager)).status).toBe(303)
    // Who had the form open before that sees what stands now; what he typed is still there.
    const second = { ...moved, sleutel: 'sleutel-ander', reden: 'De zaal is bezet.', 'dag-dag': '20' }
    const clash = await region.post(move, second, manager)
    expect(clash.status).toBe(409)
    const again = await clash.text()
    for (const said of [
      'De cijfers van het OM komen later.',
      'De zaal is bezet.',
      'value="20"',
      'name="versie" value="2"',
    ])
      expect(again).toContain(said)
    const shown = await calendar()
    expect(shown).toContain('15 maart 2027, 10.00 uur')
    expect(shown.match(/eerst 1 maart 2027\. Verplaatst op .*?: De cijfers van het OM komen later\./g)).toHaveLength(1)
    const feed = await region.get('/publicatiekalender.ics')
    expect(feed.headers.get('content-type')).toContain('text/calendar')
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(await feed.text())).getFirstSubcomponent('vevent') ?? undefined,
    )
    expect([event.sequence, event.summary, event.description]).toEqual([1, form.titel, moved.reden])
    expect(event.startDate.toString()).toBe('2027-03-15T09:00:00Z')
    await expect(
      owning(region.db, (tx) => sql`update publications.announced_moments set reason = 'x'`.execute(tx)),
    ).rejects.toThrow('never changes')
  })

  test('leads to what was announced once it is released, and tells nobody of it before', async () => {
    const manager = await as('programmamanager')
    const address = await releaseOne(region)
    const kenmerk = address.split('/').at(-1) ?? ''
    const announced = { ...form, titel: 'Het jaarverslag', kenmerk, sleutel: 'sleutel-derde' }
    await region.post(
      '/publicatiekalender/nieuw',
      { ...announced, kenmerk: 'geheim-concept', titel: 'Nog niet', sleutel: 'sleutel-vierde' },
      manager,
    )
    await region.post('/publicatiekalender/nieuw', announced, manager)
    const page = await region.text('/publicatiekalender')
    expect(page).toContain(`href="${address}"`)
    expect(words(page)).toContain('uitgebracht op 24 november 2026')
    expect(page).not.toContain('geheim-concept')
  })

  test('takes a piece once, and its own page says when it comes and where that is moved', async () => {
    const manager = await as('programmamanager')
    const address = await beginAccount(region, { titel: 'Eén keer aangekondigd' })
    const kenmerk = address.split('/').at(-1) ?? ''
    expect(await region.text(address, manager)).toContain('Zet het op de publicatiekalender')
    const announced = { ...form, titel: 'Eén keer', kenmerk, sleutel: 'sleutel-vijfde' }
    for (const _ of [1, 2])
      expect((await region.post('/publicatiekalender/nieuw', announced, manager)).status).toBe(303)
    const again = await region.post('/publicatiekalender/nieuw', { ...announced, sleutel: 'sleutel-zesde' }, manager)
    expect([again.status, (await again.text()).includes('Dit stuk staat al op de kalender')]).toEqual([422, true])
    const own = await region.text(address, manager)
    expect(own).not.toContain('Zet het op de publicatiekalender')
    expect(words(own)).toContain('1 maart 2027, 10.00 uur')
    const move = /href="(\/publicatiekalender\/[^"]+\/verplaatsen)"/.exec(own)?.[1] ?? ''
    expect(await region.text(move, manager)).toContain(`value="${kenmerk}"`)
    const off = {
      ...day,
      'dag-jaar': '2025',
      kenmerk,
      reden: 'Het komt er niet.',
      sleutel: 'sleutel-zevende',
      versie: '1',
    }
    expect((await region.post(move, off, manager)).status).toBe(422)
    expect((await region.post(move, { ...off, niet: 'ja' }, manager)).status).toBe(303)
    expect(await region.text(address, manager)).toContain('Zet het op de publicatiekalender')
    expect(await region.text('/publicatiekalender')).not.toContain(kenmerk)
  })
})
