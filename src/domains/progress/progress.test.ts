import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hiddenIn } from '../../../test/environment/forms'
import { addPerson, signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { anonymous, owning, writing } from '../../platform/db/database'
import { roundPostFrom } from './round.parts'
import { keepRounds } from './round.verbs'
import { itemsAsked } from './update.store'
import { applyAnswer } from './update.verbs'

type Headers = { cookie: string }

describe('how actions stand', () => {
  let region: Opened
  let now = new Date('2026-11-02T09:00:00Z')
  let manager: Headers
  let adviser: Headers
  beforeAll(async () => {
    region = await openRegion({ clock: () => now })
    manager = await signInAs(region, 'programmamanager')
    adviser = await signInAs(region, 'oov-renswoude')
    // The care and safety houses lead one action, and have an adviser and a head.
    await addPerson(region, { email: 'adviseur@zvh.example', organisation: 'ZVH' })
    await addPerson(region, { email: 'hoofd@zvh.example', organisation: 'ZVH', role: 'bestuurder' })
  })
  afterAll(() => region.close())

  const keep = () => keepRounds(region.db, roundPostFrom('https://sv.example', null), () => false)
  const mails = (to: string) =>
    region.rows(
      sql<{
        subject: string
        body: string | null
      }>`select subject, body from mail.outbox where recipient = ${to} order by put_at`,
    )
  const linkIn = (body: string | null | undefined) => /https:\/\/sv\.example(\/stand\/\S+)/.exec(body ?? '')?.[1] ?? ''
  const said = (action: string) =>
    region.rows(sql<{ status: string; sentence: string | null; way: string; is_unchanged: boolean; acted_as: string }>`
      select status, sentence, way, is_unchanged, acted_as from progress.updates where action = ${action} order by version`)
  const postOf = async (email: string) =>
    (
      await region.rows(sql<{
        id: string
      }>`select p.id::text from identity.posts p join identity.people h on h.id = p.person
      where h.email = ${email}`)
    )[0]?.id ?? ''
  const zvh = 'S23-009'

  describe('are kept up to date by a post', () => {
    test('that its own organisation chooses, with who stands in', async () => {
      await addPerson(region, { email: 'collega@bureau.example', organisation: 'RVS' })
      const own = 'S23-007'
      const page = await region.text(`/acties/${own}/wie`, manager)
      expect(page).toContain('Er is nog geen functie gekozen. Trekker is')
      const form = {
        functie: await postOf('collega@bureau.example'),
        plaatsvervanger: await postOf('programmamanager@voorbeeld.invalid'),
      }
      expect((await region.post(`/acties/${own}/wie`, form, adviser)).status).toBe(404)
      expect(
        (await region.post(`/acties/${own}/wie`, { ...form, functie: await postOf('adviseur@zvh.example') }, manager))
          .status,
      ).toBe(422)
      expect((await region.post(`/acties/${own}/wie`, form, manager)).status).toBe(303)
      expect(await region.text(`/acties/${own}/wie`, adviser)).toContain('Plaatsvervanger: Programmamanager.')
    })
    test('of an organisation it was passed on to, where the lead is a group', async () => {
      const passed = await region.post('/acties/S23-010/wie', { organisatie: 'RIEC-MN' }, manager)
      expect(passed.status).toBe(303)
      expect((await region.post('/acties/S23-007/wie', { organisatie: 'RIEC-MN' }, manager)).status).toBe(422)
      const head = await signInAs(region, 'hoofd-riec')
      expect(await region.text('/mijn/voortgang', head)).toContain('Integraal en lokaal verankerd blijven werken')
      expect(
        (await region.post('/acties/S23-010/wie', { functie: await postOf('hoofd-riec@voorbeeld.invalid') }, head))
          .status,
      ).toBe(303)
    })
  })

  describe('in a round', () => {
    test('that a programme manager of a bureau begins before its day, and nobody else', async () => {
      expect(await keep()).toBe(0)
      expect((await region.post('/voortgang/ronde', { ronde: '2026-4' }, adviser)).status).toBe(404)
      expect((await region.post('/voortgang/ronde', { ronde: '2026-4' }, manager)).status).toBe(303)
      expect((await region.post('/voortgang/ronde', { ronde: '2026-4' }, manager)).status).toBe(422)
    })

    test('are asked with one mail per post, which names each of them', async () => {
      expect(await keep()).toBe(4)
      const [mail, ...more] = await mails('adviseur@zvh.example')
      expect(more).toEqual([])
      expect(mail?.subject).toBe('Hoe staat het ervoor? 1 actie, vierde kwartaal van 2026')
      expect(mail?.body).toContain('1. ZVH en RIEC sterker verbinden op zaken met jonge aanwas (S23-009)')
      expect(mail?.body).toContain(
        'nog niet begonnen, op koers, loopt achter, geblokkeerd, afgerond, gestopt, overgedragen',
      )
      expect(mail?.body).toContain('tot en met 9 december 2026')
      const [bureau] = await mails('programmamanager@voorbeeld.invalid')
      expect(bureau?.body).toContain('(S23-001)')
      expect(bureau?.body).not.toContain('(S23-007)')
      expect((await mails('collega@bureau.example'))[0]?.body).toContain('(S23-007)')
      // All municipalities together have one status, by whoever speaks for them: not one per municipality.
      expect(bureau?.body?.match(/\(S23-022\)/g)).toHaveLength(1)
      expect(await keep()).toBe(0)
    })

    test('are shown by opening the link, which changes nothing', async () => {
      const [mail] = await mails('adviseur@zvh.example')
      const link = linkIn(mail?.body)
      const tables = () =>
        region.rows(
          sql`select (select count(*) from progress.updates) as u, (select count(*) from identity.audit_log) as a`,
        )
      const before = await tables()
      const page = await region.text(link)
      expect(page).toContain('ZVH en RIEC sterker verbinden')
      expect(page).not.toContain('S23-001')
      expect(await (await region.get(link)).text()).toBe(page)
      expect(await tables()).toEqual(before)
    })

    test('are said once, however often the form arrives', async () => {
      const link = linkIn((await mails('adviseur@zvh.example'))[0]?.body)
      const form = { [`stand-${zvh}`]: 'loopt-achter', [`zin-${zvh}`]: 'Het convenant wacht.' }
      const both = await Promise.all([region.post(link, form), region.post(link, form)])
      expect(both.map(({ status }) => status)).toEqual([303, 303])
      await region.post(link, form)
      expect(await said(zvh)).toEqual([
        {
          status: 'loopt-achter',
          sentence: 'Het convenant wacht.',
          way: 'link',
          is_unchanged: false,
          acted_as: 'Adviseur, De drie Zorg- en Veiligheidshuizen',
        },
      ])
      expect(await region.text(`${link}?bewaard=ja`)).toContain('Voor deze ronde vragen wij u niets meer.')
    })

    test('can be said anew, which replaces nothing', async () => {
      const link = linkIn((await mails('adviseur@zvh.example'))[0]?.body)
      const form = { [`stand-${zvh}`]: 'ongewijzigd', [`zin-${zvh}`]: 'Het convenant wacht.' }
      expect((await region.post(`${link}?opnieuw=ja`, form)).status).toBe(303)
      expect((await said(zvh)).map(({ status, is_unchanged }) => [status, is_unchanged])).toEqual([
        ['loopt-achter', false],
        ['loopt-achter', true],
      ])
    })

    test('are not kept when something is wrong, and nothing typed is lost', async () => {
      const link = linkIn((await mails('programmamanager@voorbeeld.invalid'))[0]?.body)
      const page = await region.post(link, { 'stand-S23-003': 'gestopt', 'zin-S23-001': 'Loopt <goed>' })
      expect(page.status).toBe(422)
      const text = await page.text()
      expect(text).toContain('Schrijf in één zin waarom.')
      expect(text).toContain('Kies hoe de actie ervoor staat.')
      expect(text).toContain('Loopt &lt;goed&gt;')
      expect((await region.post(link, {})).status).toBe(422)
      expect(await said('S23-003')).toEqual([])
    })

    test('are not opened by a link that was made up', async () => {
      const page = await region.get('/stand/bestaat-niet')
      expect(page.status).toBe(404)
      expect(await page.text()).toContain('Er is niets bewaard en niets veranderd.')
      const forged = await region.post('/stand/bestaat-niet', { [`stand-${zvh}`]: 'afgerond' })
      expect([forged.status, (await said(zvh)).length]).toEqual([404, 2])
    })

    test('outside what a link asks cannot be said with it', async () => {
      const link = linkIn((await mails('adviseur@zvh.example'))[0]?.body)
      await region.post(link, { [`stand-${zvh}`]: 'op-koers', 'stand-S23-001': 'afgerond' })
      expect(await said('S23-001')).toEqual([])
      const hash = await region.rows(sql<{ token_hash: string }>`select token_hash from progress.requests r
        join identity.people h on h.id = r.person where h.email = 'adviseur@zvh.example'`)
      const kept = await writing(region.db, anonymous, (tx) =>
        sql<{
          kept: string | null
        }>`select progress.keep_update('S23-001', 'afgerond', null, null, false, 'link', 'een-sleutel',
          ${hash[0]?.token_hash}, 'x') as kept`.execute(tx),
      )
      expect(kept.rows[0]?.kept).toBeNull()
    })
  })

  describe('by mail', () => {
    const answer = async (text: string, { cookie }: Headers, formKey: string) => {
      const [sent] = await region.rows(
        sql<{ id: string }>`select r.id::text from progress.requests r join identity.people h on h.id = r.person
          where h.email = 'programmamanager@voorbeeld.invalid'`,
      )
      return writing(region.db, { sessionId: cookie.split('=')[1] ?? null }, async (tx) =>
        applyAnswer(
          tx,
          await itemsAsked(tx, sent?.id ?? ''),
          { text, photos: [] },
          { formKey, linkHash: null, requestId: 'x' },
        ),
      )
    }
    test('are kept through the same door as from the screen, once', async () => {
      expect(await answer('1 op koers: drie helpdesks\n2 op koers', manager, 'mail-0001')).toMatchObject({
        kept: 2,
        refused: [],
        faults: [],
      })
      await answer('1 op koers: drie helpdesks\n2 op koers', manager, 'mail-0001')
      expect(await said('S23-001')).toMatchObject([{ status: 'op-koers', sentence: 'drie helpdesks', way: 'mail' }])
    })
    test('are kept all or none', async () => {
      expect(await answer('1 op koers\n2 weet niet', manager, 'mail-0002')).toMatchObject({
        kept: 0,
        faults: [{ line: '2 weet niet' }],
      })
      expect(await said('S23-001')).toHaveLength(1)
    })
    test('are not kept from somebody who has nothing to do with them', async () => {
      expect(await answer('1 op koers', adviser, 'mail-0003')).toMatchObject({
        kept: 0,
        faults: [{ fault: 'no-such-number' }],
      })
      const forced = await writing(region.db, { sessionId: adviser.cookie.split('=')[1] ?? null }, (tx) =>
        applyAnswer(
          tx,
          [{ action: 'S23-001', status: null, sentence: null }],
          { text: 'op koers', photos: [] },
          {
            formKey: 'mail-0004',
            linkHash: null,
            requestId: 'x',
          },
        ),
      )
      expect(forced).toMatchObject({ kept: 0, refused: ['S23-001'], faults: [] })
    })
  })

  describe('on the page of the action', () => {
    test('are a day for everybody, and words for professionals', async () => {
      const open = await region.text(`/acties/${zvh}`)
      expect(open).toContain('Laatst bijgewerkt op 2 november 2026.')
      expect(open).not.toContain('convenant wacht')
      const closed = await region.text(`/acties/${zvh}`, adviser)
      expect(closed).toContain('Het convenant wacht.')
      expect(closed).toContain('Adviseur, De drie Zorg- en Veiligheidshuizen')
      expect(closed).not.toContain('Werk deze actie bij')
      expect(await region.text('/acties/S23-001', manager)).toContain('Werk deze actie bij')
    })
  })

  describe('on the screen', () => {
    test('wait on the start page, first what is asked now', async () => {
      const start = await region.text('/mijn', manager)
      expect(start.indexOf('Wat op u wacht')).toBeLessThan(start.indexOf('Wie u hier bent'))
      expect(start).toContain('Werk ze bij')
      expect(await region.text('/mijn', adviser)).not.toContain('Wat op u wacht')
    })
    test('are said with one form, sent twice once', async () => {
      const page = await region.text('/mijn/voortgang?actie=S23-004', manager)
      const key = hiddenIn(page, 'sleutel')
      const form = { sleutel: key, 'stand-S23-004': 'gestopt', 'zin-S23-004': 'Opgegaan in het programma.' }
      for (const _ of [1, 2])
        expect((await region.post('/mijn/voortgang?actie=S23-004', form, manager)).status).toBe(303)
      expect(await said('S23-004')).toHaveLength(1)
      expect((await region.get('/mijn/voortgang?actie=S23-004', adviser)).status).toBe(404)
    })
    test('that are over by mistake can be said anew', async () => {
      const form = { sleutel: 'nog-een-keer', 'stand-S23-004': 'op-koers' }
      expect((await region.post('/mijn/voortgang?actie=S23-004', form, manager)).status).toBe(303)
      const again = { sleutel: 'en-weer-een', 'stand-S23-004': 'gestopt', 'zin-S23-004': 'Opgegaan in het programma.' }
      expect((await region.post('/mijn/voortgang?actie=S23-004', again, manager)).status).toBe(303)
      expect((await said('S23-004')).map(({ status }) => status)).toEqual(['gestopt', 'op-koers', 'gestopt'])
    })
    test('are counted per programme for who steers, and for nobody else', async () => {
      const page = await region.text('/voortgang', manager)
      expect(page).toMatch(/lopende acties .* bijgewerkt in het vierde kwartaal van 2026/)
      expect(page).toContain('Bijhouden kost het bureau ongeveer 40 minuten per jaar')
      const others = await region.text('/voortgang', adviser)
      for (const said of ['lopende acties', 'Bijhouden kost']) expect(others).not.toContain(said)
      expect((await region.get('/voortgang')).status).toBe(404)
    })
  })

  describe('are reminded of', () => {
    test('to the same post after a week, and only what was not answered', async () => {
      now = new Date('2026-11-09T09:00:00Z')
      expect(await keep()).toBe(3)
      expect(await mails('adviseur@zvh.example')).toHaveLength(1)
      const [, reminder] = await mails('programmamanager@voorbeeld.invalid')
      expect(reminder?.subject).toContain('Herinnering: hoe staat het ervoor?')
      expect(reminder?.body).toContain('(S23-003)')
      expect(reminder?.body).not.toContain('(S23-001)')
      expect(await keep()).toBe(0)
    })
    test('to who stands in after two weeks, once', async () => {
      now = new Date('2026-11-16T09:00:00Z')
      expect(await keep()).toBe(1)
      const last = (await mails('programmamanager@voorbeeld.invalid')).at(-1)
      expect(last?.body).toContain('U bent plaatsvervanger')
      expect(last?.body).toContain('(S23-007)')
      expect((await region.get(linkIn(last?.body))).status).toBe(200)
      expect(await keep()).toBe(0)
    })
  })

  describe('pass to another', () => {
    test('and pass to the successor when it ends; the old link is void', async () => {
      const link = linkIn((await mails('collega@bureau.example'))[0]?.body)
      expect((await region.get(link)).status).toBe(200)
      await addPerson(region, { email: 'opvolger@bureau.example', organisation: 'RVS', from: '2026-11-17' })
      await owning(region.db, (tx) =>
        sql`update identity.posts p set valid_to = '2026-11-17' from identity.people h
          where h.id = p.person and h.email = 'collega@bureau.example'`.execute(tx),
      )
      now = new Date('2026-11-17T09:00:00Z')
      manager = await signInAs(region, 'programmamanager')
      await keep()
      expect((await region.get(link)).status).toBe(404)
      expect((await region.post(link, { 'stand-S23-007': 'op-koers' })).status).toBe(404)
      expect((await mails('opvolger@bureau.example'))[0]?.body).toContain('(S23-007)')
      expect(await region.text('/acties/S23-007/wie', manager)).toContain('vanzelf overgedragen: de functie eindigde')
    })
    test('and pass to the programme manager when there is no successor', async () => {
      await owning(region.db, (tx) =>
        sql`update identity.posts p set valid_to = '2026-11-18' from identity.people h
          where h.id = p.person and h.email = 'opvolger@bureau.example'`.execute(tx),
      )
      now = new Date('2026-11-18T09:00:00Z')
      await keep()
      const carriers = await region.rows(sql<{ title: string; how: string }>`
        select title, how from progress.carriers where action = 'S23-007' order by version`)
      expect(carriers).toEqual([
        { title: 'Adviseur', how: 'aangewezen' },
        { title: 'Adviseur', how: 'overgedragen' },
        { title: 'Programmamanager', how: 'overgedragen' },
      ])
    })
    test('not in a quiet time, in which no link works either once the round is over', async () => {
      const link = linkIn((await mails('adviseur@zvh.example'))[0]?.body)
      expect((await region.get(link)).status).toBe(200)
      now = new Date('2026-12-10T09:00:00Z')
      expect(await keep()).toBe(0)
      expect((await region.get(link)).status).toBe(404)
      expect((await region.post(link, { [`stand-${zvh}`]: 'op-koers' })).status).toBe(404)
    })
  })

  test('are never changed, not even by the owner of the tables', async () => {
    for (const change of [
      'update progress.updates set sentence = null',
      'delete from progress.updates',
      'delete from progress.carriers',
    ])
      await expect(owning(region.db, (tx) => sql.raw(change).execute(tx))).rejects.toThrow('added and never changed')
  })
})
