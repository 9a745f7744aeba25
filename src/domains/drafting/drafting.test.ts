import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordDecision, sendDecision } from '../../../test/environment/decisions'
import { actionFields, beginFields, putInForce, seenIn, writeParagraph } from '../../../test/environment/drafts'
import { sendForm } from '../../../test/environment/forms'
import { readPage } from '../../../test/environment/html'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { loadPack } from '../../platform/pack/load'
import { packFiles } from '../../region/pack'

type Headers = { cookie: string }

describe('a plan that is being made', () => {
  let region: Opened
  const nobody: Headers = { cookie: '' }
  let [manager, riec, police, mayor, adviser] = [nobody, nobody, nobody, nobody, nobody]
  let [draft, chapter, goal, action] = ['', '', '', '']
  beforeAll(async () => {
    region = await openRegion()
    manager = await signInAs(region, 'programmamanager')
    riec = await signInAs(region, 'hoofd-riec')
    police = await signInAs(region, 'analist-politie')
    mayor = await signInAs(region, 'burgemeester-houten')
    adviser = await signInAs(region, 'oov-renswoude')
  })
  afterAll(() => region.close())
  const main = async (path: string, headers?: Headers) =>
    readPage(await region.text(path, headers))
      .main.replace(/<[^>]*>/g, (tag) => (/^<\/?t[hd]/.test(tag) ? ' ' : ''))
      .replace(/\s+/g, ' ')
  const status = async (path: string, headers?: Headers) => (await region.get(path, headers)).status

  describe('begins', () => {
    test('at a bureau, once, with the chapters that such a plan usually has', async () => {
      for (const headers of [riec, adviser, undefined]) {
        expect(await status('/conceptplannen/nieuw', headers)).toBe(404)
        expect((await region.post('/conceptplannen/nieuw', beginFields(), headers)).status).toBe(404)
      }
      const form = beginFields()
      const both = await Promise.all([
        region.post('/conceptplannen/nieuw', form, manager),
        region.post('/conceptplannen/nieuw', form, manager),
      ])
      expect(both.map((answer) => answer.headers.get('location'))).toEqual(Array(2).fill('/conceptplannen/AA2027'))
      draft = '/conceptplannen/AA2027'
      chapter = `${draft}/A27-GOC`
      expect(await main(draft, manager)).toContain('Georganiseerde ondermijnende criminaliteit')
      expect(await region.rows(sql`select from drafting.chapters`)).toHaveLength(9)
    })

    test('not with a year that is none, and then nothing typed is lost', async () => {
      const answer = await region.post(
        '/conceptplannen/nieuw',
        beginFields({ van: 'straks', titel: 'Mijn plan' }),
        manager,
      )
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('value="Mijn plan"')
    })

    test('and exists for whoever works at a partner, and for nobody else', async () => {
      for (const path of ['/conceptplannen', draft, chapter]) {
        expect(await status(path)).toBe(404)
        expect(await status(path, adviser)).toBe(200)
      }
      expect(await main('/plannen', adviser)).toContain('Conceptplannen')
      expect(await main('/plannen')).not.toContain('Conceptplannen')
      expect(await status('/plannen/AA2027')).toBe(404)
    })
  })

  describe('is written', () => {
    test('by the bureau, in versions that show what changed', async () => {
      goal = await writeParagraph(region, chapter, { soort: 'meerjarendoel', tekst: 'De regio is sterk.' }, manager)
      await writeParagraph(
        region,
        chapter,
        { soort: 'meerjarendoel', versie: '1', tekst: 'De regio is weerbaar.' },
        manager,
        goal.split('/').at(-1),
      )
      const page = await region.text(goal, adviser)
      expect(page).toMatch(/<del>.*sterk/)
      expect(page).toMatch(/<ins>.*weerbaar/)
      expect(await status(`${goal}/wijzigen`, adviser)).toBe(404)
    })

    test('at the same time by two: the second sees both texts and merges, and nothing is lost', async () => {
      const send = (versie: string, tekst: string) =>
        region.post(`${goal}/wijzigen`, { sleutel: randomUUID(), versie, plaats: '10', tekst }, manager)
      expect((await send('2', 'De regio is weerbaar en veilig.')).status).toBe(303)
      const clash = await send('2', 'De hele regio is weerbaar.')
      expect(clash.status).toBe(409)
      const page = await clash.text()
      expect(page).toContain('Intussen schreef een collega iets anders.')
      expect(page).toContain('De regio is weerbaar en veilig.')
      expect(page).toMatch(/<textarea[^>]*>De hele regio is weerbaar\.<\/textarea>/)
      expect(page).toMatch(/name="versie" value="3"/)
      expect((await send('3', 'De hele regio is weerbaar en veilig.')).status).toBe(303)
      expect(await main(chapter, adviser)).toContain('De hele regio is weerbaar en veilig.')
      expect(await main(goal, adviser)).toContain('Versie 4')
    })

    test('with a form that counts once, however often it arrives', async () => {
      const form = actionFields({ deelnemers: 'OM-MN\nPOL-MN', gebieden: 'MNL' })
      const both = await Promise.all([
        region.post(`${chapter}/nieuwe-actie`, form, manager),
        region.post(`${chapter}/nieuwe-actie`, form, manager),
      ])
      action = both[0]?.headers.get('location') ?? ''
      expect(both.map((answer) => answer.headers.get('location'))).toEqual([`${chapter}/acties/A27-001`, action])
      expect(await region.rows(sql`select from drafting.actions`)).toHaveLength(1)
    })

    test('with hints where a date or a number is missing, and never a refusal', async () => {
      expect(await main(action, manager)).toContain('Wanneer is het klaar?')
      expect(await main(chapter, manager)).toContain('Bij 1 actie kan nog iets duidelijker.')
      const full = actionFields({
        versie: '1',
        deelnemers: 'OM-MN',
        gebieden: 'MNL',
        klaar: 'planperiode',
        doelsoort: 'streven',
        cijfers: 'csv_integral_target',
        getal: '3',
        eenheid: 'csv’s',
        wanneer: '2027',
      })
      expect((await region.post(`${action}/wijzigen`, { ...full, klaar: 'ooit' }, manager)).status).toBe(422)
      await sendForm(region, `${action}/wijzigen`, full, manager)
      const page = await main(action, manager)
      expect(page).toContain('Streven: 3 csv’s, in 2027')
      expect(page).toContain('Onze bronnen geven geen aantal om mee te vergelijken.')
      expect(await main(chapter, manager)).not.toContain('kan nog iets duidelijker')
    })

    test('by who carries an action: its words, not its lead; by others not', async () => {
      const said = actionFields({ versie: '2', titel: 'Vier csv’s', klaar: '2027-Q4' })
      for (const headers of [adviser, police])
        expect((await region.post(`${action}/wijzigen`, said, headers)).status).toBe(404)
      expect((await region.post(`${action}/wijzigen`, { ...said, trekker: 'POL-MN' }, riec)).status).toBe(404)
      expect((await region.post(`${chapter}/nieuwe-actie`, actionFields(), riec)).status).toBe(404)
      await sendForm(region, `${action}/wijzigen`, said, riec)
      expect(await main(action, manager)).toContain('Vier csv’s')
      const clash = await region.post(`${action}/wijzigen`, actionFields({ versie: '2', titel: 'Vijf csv’s' }), manager)
      expect(clash.status).toBe(409)
      const page = await clash.text()
      expect(page).toContain('Staat er nu')
      expect(page).toMatch(/<ins>.*Vijf/)
    })

    test('with remarks that get a reply and are settled', async () => {
      const say = (said: Record<string, string>, headers: Headers | undefined) =>
        region.post(`${chapter}/opmerkingen`, { sleutel: randomUUID(), actie: 'A27-001', ...said }, headers)
      expect((await say({ tekst: 'x' }, undefined)).status).toBe(404)
      expect((await say({ tekst: ' ' }, adviser)).status).toBe(422)
      expect((await say({ tekst: 'Ook in Renswoude?' }, adviser)).headers.get('location')).toBe(`${action}#opmerkingen`)
      const [remark] = await region.rows(sql<{ id: string }>`select id from drafting.remarks`)
      await say({ 'antwoord-op': remark?.id ?? '', [`tekst-${remark?.id}`]: 'Ja, ook daar.' }, riec)
      const settle = (headers: Headers | undefined) =>
        region.post(`${chapter}/opmerkingen/${remark?.id}/afhandelen`, { actie: 'A27-001' }, headers)
      expect((await settle(adviser)).status).toBe(404)
      expect((await settle(manager)).status).toBe(303)
      const page = await main(action, adviser)
      for (const said of ['Ook in Renswoude?', 'Ja, ook daar.', 'afgehandeld door Programmamanager'])
        expect(page).toContain(said)
    })
  })

  describe('looks back', () => {
    const step = async (name: string, fields: Record<string, string>, headers: Headers | undefined) =>
      (await region.post(`${chapter}/${name}`, fields, headers)).status
    test('in parts that each clears for itself; what changes afterwards is not cleared any more', async () => {
      const part = { soort: 'terugblik', deel: 'politie', tekst: 'Er liepen drie zaken [A22-022].' }
      expect(
        (await region.post(`${chapter}/alineas/${randomUUID()}/wijzigen`, { ...part, plaats: '1' }, mayor)).status,
      ).toBe(404)
      const written = await writeParagraph(region, chapter, part, police)
      expect(await region.text(chapter, adviser)).toContain('href="/acties/A22-022"')
      const gezien = await seenIn(region, chapter, 'vrijgeven', police)
      expect(await step('vrijgeven', { deel: 'politie', gezien }, mayor)).toBe(404)
      expect(await step('ondertekenen', { gezien }, manager)).toBe(409)
      expect(await step('vrijgeven', { deel: 'politie', gezien }, police)).toBe(303)
      expect(await step('ondertekenen', { gezien }, manager)).toBe(303)
      expect(await main(chapter, adviser)).toContain('ondertekend door Programmamanager')
      await sendForm(
        region,
        `${written}/wijzigen`,
        { sleutel: randomUUID(), versie: '1', plaats: '10', tekst: 'Er liepen vier zaken.' },
        manager,
      )
      expect(await main(chapter, adviser)).toContain('veranderd sinds Analist')
      expect(await step('vrijgeven', { deel: 'politie', gezien }, police)).toBe(409)
    })
  })

  describe('is in force', () => {
    test('chapter by chapter: everybody reads it as a draft, but for a look-back that nobody signed', async () => {
      expect((await region.post(`${chapter}/in-werking`, { gezien: '1' }, riec)).status).toBe(404)
      expect((await region.post(`${chapter}/in-werking`, { gezien: '1' }, manager)).status).toBe(409)
      expect(await main(chapter, manager)).toContain('Dit is meteen openbaar')
      await putInForce(region, chapter, manager)
      expect(await main(`${chapter}?gedaan=in-werking`, manager)).toContain('als concept. Iedereen kan het lezen.')
      const page = await main('/plannen/AA2027')
      for (const said of ['Concept, nog niet vastgesteld.', 'De hele regio is weerbaar en veilig.'])
        expect(page).toContain(said)
      expect(page).not.toContain('Er liepen vier zaken')
      expect(await main('/plannen')).toContain('concept, nog niet vastgesteld')
      expect(await main('/acties/A27-001')).toContain('Vier csv’s')
      expect(await (await region.get('/api/v1/plannen/AA2027')).json()).toMatchObject({
        concept: true,
        aantalActies: 1,
      })
    })

    test('says wherever it is met that it is no agreement yet, that it has still to begin, and is counted apart', async () => {
      const tag = 'concept, nog niet vastgesteld'
      for (const path of ['/acties/A27-001', '/programmas/A27-GOC', '/acties?plan=AA2027', '/zoeken?q=csv’s+A27-001'])
        expect(await main(path), path).toContain(tag)
      const page = await main('/acties/A27-001')
      expect(page).toContain('Het plan van deze actie begint in 2027.')
      expect(page).toContain('Bron: hier gemaakt.')
      expect(page).not.toContain('is voorbij')
      const all = await main('/acties')
      expect(all).toContain('608 regels uit de plannen')
      expect(all).toContain('Daarnaast is er 1 actie in plannen die nog concept zijn.')
      const stands = await main('/voortgang/plannen', adviser)
      expect(stands).toMatch(/Plannen die nog beginnen.*begint in 2027, concept.*Plannen die voorbij zijn/)
      expect(await main('/plannen/AA2027')).toContain('Actieagenda voor 2027')
    })

    test('is changed in the draft only: no mandate reaches it, and its page shows the way', async () => {
      for (const headers of [manager, riec]) {
        expect(await status('/acties/A27-001/wijzigen', headers)).toBe(404)
        const page = await region.text('/acties/A27-001', headers)
        expect(page).toContain(`href="${action}/wijzigen"`)
        expect(page).toContain('Wijzig deze actie in het conceptplan')
      }
      const said = { sleutel: randomUUID(), reden: 'Beter.', titel: 'Iets anders', 'was-titel': 'Vier csv’s' }
      expect((await region.post('/acties/A27-001/wijzigen', said, manager)).status).toBe(404)
      for (const headers of [adviser, undefined])
        expect(await main('/acties/A27-001', headers)).not.toContain('in het conceptplan')
    })

    test('is brought up to date, and what a decision changed meanwhile stays', async () => {
      await region.rows(sql`update strategy.actions set due = '2027-11' where code = 'A27-001'`)
      const said = actionFields({
        versie: '3',
        titel: 'Zes csv’s',
        klaar: '2027-Q4',
        deelnemers: 'OM-MN',
        functie: 'Hoofd',
        doelsoort: 'streven',
        zichtbaar: 'Straten zijn veiliger',
        bewijs: 'De buurtpeiling',
      })
      await sendForm(region, `${action}/wijzigen`, said, manager)
      expect(await main('/acties/A27-001')).toContain('Vier csv’s')
      await putInForce(region, chapter, manager)
      expect(await region.rows(sql`select title, due from strategy.actions where code = 'A27-001'`)).toEqual([
        { title: 'Zes csv’s', due: '2027-11' },
      ])
      const page = await main('/acties/A27-001')
      for (const text of ['streven', 'Straten zijn veiliger', 'De buurtpeiling', 'Hoofd']) expect(page).toContain(text)
      expect(
        await region.rows(sql`select organisation, title from progress.carriers where action = 'A27-001'`),
      ).toEqual([{ organisation: 'RIEC-MN', title: 'Hoofd' }])
    })

    test('and a load of the region leaves it alone', async () => {
      const stands = () =>
        region.rows(
          sql`select a.code, a.title, a.withdrawn_on, p.withdrawn_on as plan from strategy.actions a join strategy.plans p on p.code = a.plan where p.made_here`,
        )
      const before = await stands()
      await loadPack(region.db, 'region/midden-nederland', packFiles)
      expect(await stands()).toEqual(before)
    })

    test('until a decision adopts it: then the draft is closed', async () => {
      const left = await sendDecision(region, { plan: 'AA2027' })
      expect(left.status).toBe(422)
      const warned = await left.text()
      for (const said of ['8 hoofdstukken zijn', 'niet in werking en', 'Ja, stel het plan vast zonder dit.'])
        expect(warned).toContain(said)
      expect(await status('/plannen/AA2027')).toBe(200)
      expect(await main('/plannen/AA2027')).toContain('Concept, nog niet vastgesteld.')
      await recordDecision(region, { plan: 'AA2027', 'gaat-niet-mee': 'ja' })
      expect(await main('/plannen/AA2027')).not.toContain('Concept, nog niet vastgesteld.')
      expect(await main(draft, manager)).toContain('Het concept is gesloten.')
      expect(await status('/acties/A27-001/wijzigen', manager)).toBe(200)
      expect(await main('/acties/A27-001', manager)).not.toContain('in het conceptplan')
      expect(await status(`${action}/wijzigen`, manager)).toBe(404)
      expect((await region.post(`${action}/wijzigen`, actionFields({ versie: '4' }), manager)).status).toBe(404)
      expect((await region.post(`${chapter}/in-werking`, { gezien: '1' }, manager)).status).toBe(404)
    })
  })

  test('begins from last year with the actions that are not over, each with where it came from', async () => {
    const next = await sendForm(
      region,
      '/conceptplannen/nieuw',
      beginFields({ begin: 'plan', plan: 'AA2022', titel: 'Actieagenda 2028', van: '2028', tot: '2028' }),
      manager,
    )
    const page = await main(`${next}/A28-GOC`, manager)
    expect(page).toContain('Gaat verder op A22-002')
    const ended = await main(next, manager)
    expect(ended).toContain('Prioriteiten die zijn geëindigd:')
    expect(ended).toContain('Trekkers die zijn opgeheven:')
    expect(await region.text(`${next}/A28-GOC/nieuwe-actie`, manager)).not.toContain('<option value="A"')
    expect(await region.rows(sql`select from drafting.actions where came_from like 'A22-%'`)).toHaveLength(154)
    await region.rows(sql`
      insert into progress.updates (action, version, status, sentence, is_unchanged, way, at, post, organisation, acted_as, form_key)
      values ('A22-005', 1, 'loopt-achter', 'Het convenant wacht.', false, 'scherm', platform.moment(), gen_random_uuid(), 'RIEC-MN',
              'Hoofd, RIEC', 'sleutel-1')`)
    const [result] = await region.rows(sql<{ line: string }>`
      select result_year || ': ' || title || ' [' || code || ']' as line from strategy.results
       where programme = 'A22-GOC' and title !~ '[<>&"'']' order by code limit 1`)
    const filled = await main(`${next}/A28-GOC/nieuwe-alinea?soort=terugblik&deel=bureau&voorvullen=ja`, manager)
    expect(filled).toMatch(/Geen bericht over: .*\[A22-002\]/)
    expect(filled).toContain('over 1 daarvan is iets gemeld.')
    expect(filled).toContain('Financiele kansen zien en gebruiken: loopt achter. Het convenant wacht. [A22-005]')
    expect(filled).not.toMatch(/Geen bericht over: .*\[A22-005\]/)
    expect(filled).toContain(result?.line)
  })
})
