import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, hiddenIn, seenVersion, sendForm } from '../../../test/environment/forms'
import { answerPoint, openingFields, releaseNota } from '../../../test/environment/hearings'
import { readPage } from '../../../test/environment/html'
import { readPdf } from '../../../test/environment/pdf'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'
import { remindParties } from './hearing.verbs'
import { hearingPostFrom } from './mail.parts'

type Headers = { cookie: string }

describe('a hearing', () => {
  let region: Opened
  let now = new Date('2026-11-24T09:00:00Z')
  let [manager, head, adviser, joint, riec, other]: Headers[] = []
  let hearing = ''
  beforeAll(async () => {
    // No two answers in one moment: which of them was last decides who releases.
    region = await openRegion({
      clock: () => {
        now = new Date(now.getTime() + 1)
        return now
      },
    })
    manager = await signInAs(region, 'programmamanager')
    head = await signInAs(region, 'hoofd-bureau')
    adviser = await signInAs(region, 'oov-renswoude')
    joint = await signInAs(region, 'oov-montfoort-ijsselstein')
    riec = await signInAs(region, 'hoofd-riec')
    other = await signInAs(region, 'oov-utrecht')
  })
  afterAll(() => region.close())

  const main = async (path: string, headers?: Headers) =>
    readPage(await region.text(path, headers))
      .main.replace(/<[^>]*>/g, (tag) => (/^<\/?t[hd]/.test(tag) ? ' ' : ''))
      .replace(/\s+/g, ' ')
  const mails = () =>
    region.rows(sql<{ recipient: string; subject: string; body: string }>`
      select recipient, subject, body from mail.outbox where subject like '%ienswijze van%' or subject like '%eactie van%' order by put_at, recipient`)
  const fill = async (party: string, said: Record<string, string>, headers: Headers | undefined) =>
    region.post(`${hearing}/${party}/invullen`, said, headers)
  const heardOn = (on: string) => dayFields('gehoord', on)

  describe('is opened', () => {
    test('by a bureau and by nobody else', async () => {
      for (const headers of [adviser, riec, undefined]) {
        expect((await region.get('/zienswijzen/openen', headers)).status).toBe(404)
        const form = openingFields('strategie S2023')
        expect((await region.post('/zienswijzen/openen', form, headers)).status).toBe(404)
      }
      expect(await main('/strategieen/S2023', manager)).toContain('Leg het voor aan de raden')
      expect(await main('/strategieen/S2023', adviser)).not.toContain('Leg het voor aan de raden')
    })

    test('not with a term that is over, and then nothing typed is lost', async () => {
      const form = openingFields('strategie S2023').map(([name, value]) =>
        name === 'termijn-jaar' ? ([name, '2020'] as const) : ([name, value] as const),
      )
      const answer = await region.post('/zienswijzen/openen', form, manager)
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain('De termijn is dan al voorbij.')
      expect(page).toContain('value="Ontwerp, versie 2"')
      expect(await region.rows(sql`select from hearings.hearings`)).toHaveLength(0)
    })

    test('once, however often the form arrives, with every municipality of today and the partners that were chosen', async () => {
      const form = openingFields('strategie S2023', ['RIEC-MN', 'OM-MN', 'GM0344'])
      const both = await Promise.all([
        region.post('/zienswijzen/openen', form, manager),
        region.post('/zienswijzen/openen', form, manager),
      ])
      expect(both.map((answer) => answer.headers.get('location'))).toEqual([
        '/zienswijzen/S2023-1',
        '/zienswijzen/S2023-1',
      ])
      hearing = '/zienswijzen/S2023-1'
      const parties = await region.rows(
        sql<{ code: string; area: string | null }>`select code, area from hearings.parties`,
      )
      expect(parties.filter(({ area }) => area)).toHaveLength(38)
      expect(parties.filter(({ area }) => !area).map(({ code }) => code)).toEqual(['OM-MN', 'RIEC-MN'])
      expect(await main(hearing)).toContain('Van de 38 raden is er nog geen gehoord, voor zover wij weten.')
      expect(await main(hearing)).toContain('Dit is een voorbeeld.')
      expect(await main('/strategieen/S2023')).toContain('Ontwerp, versie 2')
    })

    test('with a mail to the advisers and the partners, each with the way to his own row', async () => {
      const sent = await mails()
      expect(sent.map(({ recipient, subject }) => [recipient.split('@')[0], subject.split(':')[0]]).sort()).toEqual([
        ['hoofd-riec', 'Reactie van Bureau RIEC Midden-Nederland'],
        ['oov-montfoort-ijsselstein', 'Zienswijze van de raad van IJsselstein'],
        ['oov-montfoort-ijsselstein', 'Zienswijze van de raad van Montfoort'],
        ['oov-renswoude', 'Zienswijze van de raad van Renswoude'],
        ['oov-utrecht', 'Zienswijze van de raad van Utrecht'],
      ])
      const mail = sent.find(({ recipient }) => recipient.startsWith('oov-renswoude'))
      expect(mail?.body).toContain('/inloggen?naar=%2Fzienswijzen%2FS2023-1%2FGM0339%2Finvullen')
      expect(mail?.body).toContain('De termijn loopt tot en met 8 december 2026.')
      // Where nobody is known, the bureau sees that it must call.
      expect(await main(hearing, manager)).toContain('Niet gemaild, want wij kennen daar niemand: Almere,')
      expect(await main(hearing, adviser)).not.toContain('Niet gemaild')
      expect(await main('/mijn', adviser)).toContain('Renswoude: Regionale Veiligheidsstrategie 2023-2026')
    })
  })

  describe('is filled in', () => {
    test('by who speaks for a council, or by the bureau', async () => {
      for (const [party, headers, may] of [
        ['GM0339', adviser, true],
        ['GM0344', adviser, false],
        ['GM0335', joint, true],
        ['GM0353', joint, true],
        ['RIEC-MN', riec, true],
        ['OM-MN', riec, false],
        ['GM0339', manager, true],
        ['GM0034', head, true],
        ['GM0339', undefined, false],
      ] as const) {
        const answer = await region.get(`${hearing}/${party}/invullen`, headers)
        expect([party, answer.status]).toEqual([party, may ? 200 : 404])
        if (!may) expect((await fill(party, { versie: '0' }, headers)).status).toBe(404)
      }
      const { cookie } = await signInAs(region, 'analist-politie')
      expect((await region.get(`${hearing}/GM0339/invullen`, { cookie })).status).toBe(404)
    })

    test('step by step, and what is not filled in stays unknown', async () => {
      const steps: [Record<string, string>, string][] = [
        [dayFields('verzonden', '2026-11-02'), 'Wij weten nog niet wat de raad van Renswoude vindt.'],
        [dayFields('agenda', '2026-11-20'), 'op de agenda'],
        [heardOn('2026-11-20'), 'Wat de zienswijze is, weten wij nog niet.'],
        [{ zienswijze: 'geen' }, 'De raad van Renswoude heeft geen wensen of bedenkingen.'],
      ]
      let said: Record<string, string> = {}
      for (const [version, [step, words]] of steps.entries()) {
        said = { ...said, ...step, versie: String(version) }
        expect((await fill('GM0339', said, adviser)).headers.get('location')).toBe(`${hearing}/GM0339?bewaard=ja`)
        expect(await main(`${hearing}/GM0339`, other)).toContain(words)
      }
      expect(await main(`${hearing}/GM0339`, other)).toContain(
        'Versie 3: Adviseur openbare orde en veiligheid, Renswoude',
      )
      expect(await main(hearing)).toContain(
        '1 van de 38 raden is gehoord: 1 zonder wensen of bedenkingen. Van 37 weten wij het nog niet.',
      )
    })

    test('once by a double click', async () => {
      const said = { versie: '0', zienswijze: 'wensen', 'punt-1': 'Meer boa’s.', ...heardOn('2026-11-18') }
      const both = await Promise.all([fill('GM0335', said, joint), fill('GM0335', said, joint)])
      expect(both.map(({ status }) => status)).toEqual([303, 303])
      expect(await region.rows(sql`select from hearings.entries where party = 'GM0335'`)).toHaveLength(1)
    })

    test('with both texts on the screen when somebody else did meanwhile, and nothing is lost', async () => {
      const said = { ...heardOn('2026-11-19'), zienswijze: 'bedenkingen', 'punt-1': 'De kosten.', versie: '0' }
      await sendForm(region, `${hearing}/GM0353/invullen`, said, joint as Headers)
      const late = { ...heardOn('2026-11-19'), zienswijze: 'wensen', 'punt-1': 'Het <tempo>.', versie: '0' }
      const answer = await fill('GM0353', late, manager)
      expect(answer.status).toBe(409)
      const page = await answer.text()
      expect(page).toContain('Er is nog niets bewaard.')
      expect(page).toContain('De kosten.')
      expect(page).toContain('Het &lt;tempo&gt;.')
      expect(await region.rows(sql`select from hearings.entries where party = 'GM0353'`)).toHaveLength(1)
      const again = { ...late, zienswijze: 'bedenkingen', 'punt-1': 'De kosten.', 'punt-2': 'Het tempo.', versie: '1' }
      expect((await fill('GM0353', again, manager)).status).toBe(303)
      expect(await main(`${hearing}/GM0353`, joint)).toContain('Versie 2: Programmamanager, Bureau')
    })

    test('not with what cannot be, and what was typed stands there still', async () => {
      const answer = await fill('GM0344', { versie: '0', zienswijze: 'wensen', 'punt-1': 'Een plein.' }, other)
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain('Vul in op welke dag de raad is gehoord.')
      expect(page).toContain('Een plein.')
    })
  })

  describe('shows the public', () => {
    test('what a council said in public, without its points, and nothing of the others', async () => {
      const page = await main(hearing)
      for (const shown of ['Renswoude', 'Montfoort', 'IJsselstein', '20 november 2026', 'bedenkingen'])
        expect(page).toContain(shown)
      for (const hidden of ['Almere', 'De kosten.', 'Meer boa’s.', 'Adviseur openbare orde', 'Partners'])
        expect(page).not.toContain(hidden)
      expect((await region.get(`${hearing}/GM0339`)).status).toBe(404)
    })

    test('nothing of a meeting in private, and nothing of a partner', async () => {
      const said = { versie: '0', besloten: 'ja', zienswijze: 'wensen', 'punt-1': 'Geheim.', ...heardOn('2026-11-17') }
      expect((await fill('GM0344', said, other)).status).toBe(303)
      const reaction = { versie: '0', zienswijze: 'wensen', 'punt-1': 'Deel meer gegevens.', ...heardOn('2026-11-16') }
      expect((await fill('RIEC-MN', reaction, riec)).status).toBe(303)
      const page = await main(hearing)
      expect(page).not.toContain('Utrecht,')
      expect(page).not.toContain('RIEC')
      expect(page).toContain('3 van de 38 raden zijn gehoord')
      expect(await main(hearing, adviser)).toContain('4 van de 38 raden zijn gehoord')
      const { items } = await region.json<{ items: { gemeente: string; zienswijze: string }[] }>(
        '/api/v1/zienswijzen?ronde=S2023-1',
      )
      expect(items.map(({ gemeente, zienswijze }) => `${gemeente} ${zienswijze}`)).toEqual([
        'GM0353 bedenkingen',
        'GM0335 wensen',
        'GM0339 geen',
      ])
    })
  })

  describe('is answered', () => {
    const point = (party: string, number = 1) => `${hearing}/${party}/punten/${number}`

    test('by the bureau, and outside it no draft exists', async () => {
      await answerPoint(region, point('GM0335'), manager as Headers, {
        antwoord: 'Dat nemen wij over.',
        gevolg: 'aangepast',
        plaats: 'paragraaf 4.1',
        stond: 'boa’s',
        staat: 'meer boa’s',
      })
      expect(await main(`${hearing}/GM0335`, head)).toContain('Dat nemen wij over.')
      for (const headers of [joint, adviser, riec]) {
        expect(await main(`${hearing}/GM0335`, headers)).not.toContain('Dat nemen wij over.')
        expect((await region.get(point('GM0335'), headers)).status).toBe(404)
        expect((await region.post(point('GM0335'), { antwoord: 'x', gevolg: 'geen wijziging' }, headers)).status).toBe(
          404,
        )
      }
      expect((await region.get(`${hearing}/nota`, joint)).status).toBe(404)
      expect((await region.get(`${hearing}/nota/concept/nota.pdf`)).status).toBe(404)
      expect((await region.get(`${hearing}/nota`)).status).toBe(404)
    })

    test('with both answers on the screen when a colleague wrote meanwhile', async () => {
      const path = point('GM0353')
      const page = await region.text(path, head)
      const regel = hiddenIn(page, 'regel')
      await answerPoint(region, path, manager as Headers, { antwoord: 'De kosten dalen.', gevolg: 'geen wijziging' })
      const late = { versie: '0', regel, antwoord: 'De kosten stijgen.', gevolg: 'geen wijziging' }
      const answer = await region.post(path, late, head)
      expect(answer.status).toBe(409)
      const both = await answer.text()
      expect(both).toContain('De kosten dalen.')
      expect(both).toContain('De kosten stijgen.')
      expect((await region.post(path, { ...late, versie: '1' }, head)).status).toBe(303)
      const versions = await region.rows(sql`select from hearings.answers where party = 'GM0353' and point = 1`)
      expect(versions).toHaveLength(2)
    })

    test('not to words that changed while he wrote', async () => {
      const path = point('GM0353', 2)
      const before = hiddenIn(await region.text(path, manager), 'regel')
      const said = {
        ...heardOn('2026-11-19'),
        zienswijze: 'bedenkingen',
        'punt-1': 'De kosten.',
        'punt-2': 'Het hoge tempo.',
      }
      await sendForm(region, `${hearing}/GM0353/invullen`, { ...said, versie: '2' }, joint as Headers)
      const answer = await region.post(
        path,
        { versie: '0', regel: before, antwoord: 'Goed.', gevolg: 'geen wijziging' },
        manager,
      )
      expect(answer.status).toBe(409)
      expect(await answer.text()).toContain('Het punt zelf veranderde intussen.')
      // The other point did not change: its answer stands.
      const page = await main(hearing, manager)
      expect(page).toContain('Punt 2 van de raad van IJsselstein nog geen antwoord')
      expect(page).toContain('Punt 1 van de raad van IJsselstein beantwoord')
    })
  })

  describe('ends in a nota van beantwoording', () => {
    test('that is not released while a point waits', async () => {
      expect(await main(`${hearing}/nota`, head)).toContain('punten wachten nog op een antwoord.')
      const answer = await region.post(`${hearing}/nota/vrijgeven`, { gezien: 'x', akkoord: 'ja' }, head)
      expect(answer.status).toBe(422)
      expect(await region.rows(sql`select from hearings.notas`)).toHaveLength(0)
    })

    test('that is not released by who wrote last', async () => {
      for (const [party, number] of [
        ['GM0353', 2],
        ['GM0344', 1],
        ['RIEC-MN', 1],
      ] as const)
        await answerPoint(region, `${hearing}/${party}/punten/${number}`, manager as Headers)
      expect((await releaseNota(region, hearing, 'programmamanager')).status).toBe(422)
      expect(await releaseNota(region, hearing, 'oov-renswoude').catch(() => null)).toBeNull()
    })

    test('that is not released unseen', async () => {
      const answer = await region.post(`${hearing}/nota/vrijgeven`, { gezien: 'x', akkoord: 'ja' }, head)
      expect(answer.status).toBe(409)
      const page = await region.text(`${hearing}/nota/vrijgeven`, head)
      const gezien = hiddenIn(page, 'gezien')
      expect((await region.post(`${hearing}/nota/vrijgeven`, { gezien }, head)).status).toBe(422)
    })

    test('that says exactly what was said and answered, once, however often the form arrives', async () => {
      const page = await region.text(`${hearing}/nota/vrijgeven`, head)
      const form = { gezien: hiddenIn(page, 'gezien'), akkoord: 'ja' }
      const both = await Promise.all([
        region.post(`${hearing}/nota/vrijgeven`, form, head),
        region.post(`${hearing}/nota/vrijgeven`, form, head),
      ])
      expect(both.map(({ status }) => status)).toEqual([303, 303])
      expect(await region.rows(sql`select from hearings.notas`)).toHaveLength(1)
      const nota = await main(`${hearing}/nota`)
      for (const said of [
        '4 van de 38 raden zijn gehoord: 1 zonder wensen of bedenkingen, 2 met wensen en 1 met bedenkingen.',
        'Er zijn 4 punten ingebracht. Bij 1 daarvan is de tekst aangepast.',
        'Meer boa’s.',
        'Dat nemen wij over.',
        'de tekst is aangepast: paragraaf 4.1',
        'De kosten stijgen.',
        'Het hoge tempo.',
        'Deel meer gegevens.',
        'De raad van Renswoude.',
        'De vergadering was besloten. De punten staan niet in deze nota.',
      ])
        expect(nota).toContain(said)
      for (const hidden of ['Geheim.', 'Almere', 'De kosten dalen.']) expect(nota).not.toContain(hidden)
    })

    test('as a web page, a PDF that can be read aloud and a file for Word, from the same source and kept by hash', async () => {
      const file = (format: string) => region.get(`${hearing}/nota/1/nota.${format}`)
      const web = await (await file('html')).text()
      const pdf = await readPdf(new Uint8Array(await (await file('pdf')).arrayBuffer()))
      expect(pdf.isMarked).toBe(true)
      const docx = await file('docx')
      expect(docx.headers.get('content-type')).toContain('wordprocessingml')
      for (const said of ['voorbeeld', 'Dat nemen wij over.', 'Hoofd, Bureau']) {
        expect(web).toContain(said)
        expect(pdf.text.replace(/\s+/g, ' ')).toContain(said)
      }
      expect(web).not.toContain('concept')
      expect((await region.get(`${hearing}/nota/opmaak.css`)).status).toBe(200)
      const [entry] = await region.rows(sql<{ body: string }>`select body from publications.ledger where kind = 'nota'`)
      const { bestanden, adres } = JSON.parse(entry?.body ?? '{}')
      expect(adres).toBe(`${hearing}/nota`)
      expect((await file('pdf')).headers.get('etag')).toBe(`"${bestanden['nota.pdf']}"`)
      expect(await main('/publicaties/logboek')).toContain('Nota van beantwoording')
    })

    test('that is corrected by the bureau and by nobody else, beside the nota and among all corrections', async () => {
      const typed = { nummer: randomUUID(), stond: 'x', lees: 'Drie raden.', waarom: 'Wij telden verkeerd.' }
      const correct = (headers: Record<string, string> | undefined) =>
        region.post(`${hearing}/nota/corrigeren`, typed, headers)
      for (const headers of [undefined, adviser]) expect((await correct(headers)).status).toBe(404)
      for (const _ of [1, 2]) expect((await correct(head)).status).toBe(303)
      for (const path of [`${hearing}/nota`, '/publicaties/correcties'])
        expect((await region.text(path)).match(/Drie raden\./g)).toHaveLength(1)
      expect(await region.rows(sql`select from publications.ledger where kind = 'correctie'`)).toHaveLength(1)
    })

    test('that a later entry does not change: there comes a second version', async () => {
      const before = await (await region.get(`${hearing}/nota/1/nota.html`)).text()
      const version = await seenVersion(region, `${hearing}/GM0339/invullen`, adviser as Headers)
      const said = { versie: version, zienswijze: 'wensen', 'punt-1': 'Toch nog iets.', ...heardOn('2026-11-20') }
      expect((await fill('GM0339', said, adviser)).status).toBe(303)
      expect(await main(`${hearing}/nota`)).not.toContain('Toch nog iets.')
      expect(await main(`${hearing}/nota`, head)).toContain('Sinds de vorige versie veranderde er iets.')
      expect(await (await region.get(`${hearing}/nota/1/nota.html`)).text()).toBe(before)
      await answerPoint(region, `${hearing}/GM0339/punten/1`, manager as Headers)
      expect((await releaseNota(region, hearing)).status).toBe(303)
      expect(await main(`${hearing}/nota`)).toContain('Toch nog iets.')
      expect(await (await region.get(`${hearing}/nota/1/nota.html`)).text()).toBe(before)
      for (const statement of ["update hearings.notas set model = 'x'", 'delete from hearings.nota_files'])
        await expect(owning(region.db, (tx) => sql.raw(statement).execute(tx))).rejects.toThrow('never changed')
    })
  })

  test('reminds once, a week before the end, whoever did not say what it says', async () => {
    const remind = () => remindParties(region.db, hearingPostFrom('https://sv.example', null), () => false)
    const before = (await mails()).length
    expect(await remind()).toBe(0)
    await region.post('/zienswijzen/openen', openingFields('plan RVS2023'), manager)
    const opened = (await mails()).length - before
    now = new Date('2026-12-01T09:00:00Z')
    // Of the first hearing everybody with an adviser spoke.
    expect(await remind()).toBe(opened)
    expect(await remind()).toBe(0)
    expect((await mails()).at(-1)?.subject).toMatch(/^Herinnering\. Zienswijze van de raad van .*/)
    now = new Date('2026-11-24T09:00:00Z')
  })

  test('is closed by the bureau, and nothing is filled in after that', async () => {
    expect((await region.post(`${hearing}/sluiten`, {}, adviser)).status).toBe(404)
    expect((await region.post(`${hearing}/sluiten`, {}, manager)).status).toBe(303)
    expect((await region.post(`${hearing}/sluiten`, {}, manager)).status).toBe(303)
    expect((await region.get(`${hearing}/GM0339/invullen`, adviser)).status).toBe(404)
    expect((await fill('GM0339', { versie: '9' }, adviser)).status).toBe(404)
    expect(await main(hearing)).toContain('gesloten op 24 november 2026')
  })
})
