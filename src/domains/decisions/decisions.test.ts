import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examine } from '../../../bin/verifier/examine.mjs'
import { recordDecision, sendDecision } from '../../../test/environment/decisions'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning, writing } from '../../platform/db/database'
import { loadPack } from '../../platform/pack/load'
import { packFiles } from '../../region/pack'

type Headers = { cookie: string }
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:])/g, '$1')
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('decisions', () => {
  let region: Opened
  let secretary: Headers
  let adviser: Headers
  beforeAll(async () => {
    region = await openRegion()
    secretary = await signInAs(region, 'programmamanager')
    adviser = await signInAs(region, 'oov-renswoude')
  })
  afterAll(() => region.close())

  const record = (form: Record<string, string>) => recordDecision(region, form, secretary)
  const send = (form: Record<string, string>, headers = secretary) => sendDecision(region, form, headers)
  const reverse = (code: string, form: Record<string, string> = {}) =>
    record({ draaitTerug: code, titel: `${code} teruggedraaid`, ...form })
  const words = async (path: string, headers?: Headers) => wordsOf(await region.text(path, headers))
  const stages = (priority: string) =>
    region.rows(sql<{ state: string; from: string; to: string | null }>`
      select state, valid_from::text as from, valid_to::text as to from strategy.priority_states
       where priority = ${priority} and withdrawn_on is null order by valid_from`)
  const decisionCount = async () =>
    (await region.rows(sql<{ n: number }>`select count(*)::integer as n from decisions.decisions`))[0]?.n

  describe('are recorded', () => {
    test('by the programme manager of a bureau, and nobody else', async () => {
      for (const headers of [adviser, {} as Headers]) {
        expect((await region.get('/besluiten/nieuw', headers)).status).toBe(404)
        expect((await send({}, headers)).status).toBe(404)
      }
      const own = { sessionId: adviser.cookie.split('=')[1] ?? null }
      const planted = writing(region.db, own, (tx) =>
        sql`insert into decisions.decisions (code, body, taken_on, title, text, ground, adopted_by, attended, is_public, form_key)
          values ('B-2026-900', 'RVC', '2026-11-20', 'x', 'x', 'x', '{x}', '{}', true, 'sleutel-1')`.execute(tx),
      )
      await expect(planted).rejects.toMatchObject({ code: '42501' })
      expect(await words('/besluiten/nieuw', secretary)).toContain('U legt vast als: Programmamanager, Bureau')
    })

    test('with who adopted and who attended, remarks, conditions and ground, for everybody to read', async () => {
      const code = await record({
        titel: 'Drie prioriteiten',
        aantekening: 'De gemeente Zeist vraagt aandacht voor jeugd.',
        voorwaarden: 'Na een jaar evalueren.',
      })
      expect(code).toBe('B-2026-001')
      const page = await words(`/besluiten/${code}`)
      for (const said of [
        'Regionaal Veiligheidscollege nam dit besluit op 20 november 2026.',
        'Politiewet 2012 art. 39',
        'hoofdofficier van justitie',
        'politiechef',
        'De gemeente Zeist vraagt aandacht voor jeugd.',
        'Na een jaar evalueren.',
        'Dit besluit verandert niets in de plannen.',
      ])
        expect(page).toContain(said)
      expect(await words('/besluiten')).toContain('Drie prioriteiten')
      expect(await words('/besluiten?gremium=RVC&jaar=2026')).toContain('Drie prioriteiten')
      expect(await words('/besluiten?jaar=2025')).toContain('Hier staan geen besluiten.')
      expect(await words('/gremia/RVC')).toContain('Drie prioriteiten')
      const { items } = await region.json<{ items: { code: string; vaststellers: string[] }[] }>('/api/v1/besluiten')
      expect(items).toMatchObject([{ code, vaststellers: ['burgemeesters', 'hoofdofficier van justitie'] }])
    })

    test('and an incomplete one is refused field by field, with what was typed', async () => {
      const before = await decisionCount()
      const answer = await send({
        titel: '',
        vaststellers: '',
        tekst: 'Blijft staan.',
        'genomen-maand': '13',
        plan: 'WEG',
      })
      expect(answer.status).toBe(422)
      const page = wordsOf(await answer.text())
      for (const said of [
        'Geef het besluit een titel.',
        'Schrijf wie het besluit vaststelden, als functie.',
        'Vul de dag in waarop het besluit is genomen.',
        'Kies een plan uit de lijst.',
        'Blijft staan.',
      ])
        expect(page).toContain(said)
      expect(await decisionCount()).toBe(before)
    })

    test('not before they are taken, and not of a body that was not there', async () => {
      const later = await send({ 'genomen-jaar': '2027' })
      expect(later.status).toBe(409)
      expect(wordsOf(await later.text())).toContain('ligt in de toekomst')
      const gone = await send({ gremium: 'DB' })
      expect(wordsOf(await gone.text())).toContain('Dit gremium bestond niet')
    })

    test('once, however often the form arrives', async () => {
      const form = { sleutel: randomUUID(), titel: 'Eén keer' }
      const answers = [...(await Promise.all([send(form), send(form)])), await send(form)]
      expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1)
      expect(await region.rows(sql`select code from decisions.decisions where title = 'Eén keer'`)).toHaveLength(1)
    })

    test('each under its own number, also two at once', async () => {
      const [one, other] = await Promise.all([record({ titel: 'Links' }), record({ titel: 'Rechts' })])
      expect(one).not.toBe(other)
    })

    test('for good: not even the owner of the tables changes one', async () => {
      for (const statement of [
        "update decisions.decisions set title = 'x'",
        'delete from decisions.decisions',
        'truncate decisions.decisions cascade',
      ]) {
        await expect(owning(region.db, (tx) => sql`${sql.raw(statement)}`.execute(tx))).rejects.toThrow('never changed')
      }
    })
  })

  describe('that are confidential', () => {
    test('exist for professionals only, and are numbered apart', async () => {
      const code = await record({ titel: 'Stil besluit', zichtbaar: 'vertrouwelijk' })
      expect(code).toBe('V-2026-001')
      expect((await region.get(`/besluiten/${code}`)).status).toBe(404)
      for (const file of ['besluit.json', 'besluit.html'])
        expect((await region.get(`/besluiten/${code}/${file}`, adviser)).status).toBe(404)
      expect((await region.get(`/api/v1/besluiten/${code}`, adviser)).status).toBe(404)
      expect(await words('/besluiten')).not.toContain('Stil besluit')
      expect(await region.text('/api/v1/besluiten.csv', adviser)).not.toContain('Stil besluit')
      expect(await words(`/besluiten/${code}`, adviser)).toContain('Stil besluit')
      expect(await words('/besluiten', adviser)).toContain('Stil besluit')
      expect(await region.text('/publicaties/logboek/uitvoer.json')).not.toContain(code)
    })

    test('are never found, also not by who may read them; a public one is', async () => {
      const [open, closed] = [
        await record({ titel: 'Goudvinkenberaad', tekst: 'Over de grutto.' }),
        await record({ titel: 'Zilvermeeuwenberaad', tekst: 'Over de wulp.', zichtbaar: 'vertrouwelijk' }),
      ]
      for (const question of ['goudvinkenberaad', 'grutto', open])
        expect(await region.text(`/zoeken?q=${question}`)).toContain(`href="/besluiten/${open}"`)
      for (const question of ['zilvermeeuwenberaad', 'wulp', closed])
        for (const headers of [undefined, adviser])
          expect(await region.text(`/zoeken?q=${question}`, headers)).not.toContain(`/besluiten/${closed}`)
      expect(
        await region.rows(
          sql`select from search.entries where code = ${closed} or code like 'V-%' and kind = 'besluit'`,
        ),
      ).toEqual([])
    })

    test('change nothing that is public', async () => {
      const before = await decisionCount()
      const answer = await send({ zichtbaar: 'vertrouwelijk', prioriteit: 'P23-DV', stand: 'reactief' })
      expect(answer.status).toBe(409)
      expect(wordsOf(await answer.text())).toContain('Een vertrouwelijk besluit kan niets veranderen dat openbaar is.')
      expect(await decisionCount()).toBe(before)
    })
  })

  describe('adopt a plan', () => {
    let code: string
    let hash: string
    test('which is frozen, at an address that stays, with the hash of its bytes', async () => {
      code = await record({ titel: 'Uitvoeringsplan vastgesteld', plan: 'UP2023' })
      hash =
        (await region.rows(sql<{ hash: string }>`select hash from decisions.effects where decision = ${code}`))[0]
          ?.hash ?? ''
      const address = `/plannen/UP2023/vastgesteld/${hash}`
      const bytes = await region.text(`${address}/plan.json`)
      expect(sha256(bytes)).toBe(hash)
      expect((JSON.parse(bytes) as { acties: unknown[] }).acties).toHaveLength(180)
      const page = await words(address)
      expect(page).toContain('Regionaal Veiligheidscollege stelde dit plan vast op 20 november 2026.')
      expect(page).toContain('Het plan zegt nu hetzelfde.')
      const plan = await words('/plannen/UP2023')
      expect(plan).toContain('Vastgesteld op 20 november 2026')
      expect(plan).toContain(code)
      expect((await region.get(`/plannen/UP2023/vastgesteld/${'0'.repeat(64)}`)).status).toBe(404)
      expect((await region.get(`/plannen/JP2017/vastgesteld/${hash}`)).status).toBe(404)
    })

    test('of which the same content is the same hash', async () => {
      await record({ titel: 'Nog eens vastgesteld', plan: 'UP2023' })
      const { hashes } = (
        await region.rows(sql<{ hashes: string[] }>`select array_agg(distinct hash) as hashes from decisions.effects
          where subject = 'UP2023' and hash is not null`)
      )[0] ?? { hashes: [] }
      expect(hashes).toEqual([hash])
      expect(await words(`/plannen/UP2023/vastgesteld/${hash}`)).toContain('Nog eens vastgesteld')
    })

    test('and stand in the log of publications with the hash of their own bytes', async () => {
      const record = await region.text(`/besluiten/${code}/besluit.json`)
      const { regels } = await region.json<{ regels: { onderwerp: string; bestanden: Record<string, string> }[] }>(
        '/publicaties/logboek/uitvoer.json',
      )
      const line = regels.find(({ onderwerp }) => onderwerp === code)
      const document = await region.text(`/besluiten/${code}/besluit.html`)
      expect(line?.bestanden).toEqual({
        'besluit.json': sha256(record),
        'besluit.html': sha256(document),
        'plan-UP2023.json': hash,
      })
      // It is the decision itself, to be read anywhere.
      for (const said of ['<html lang="nl">', 'Uitvoeringsplan ondermijning', 'Stelt een plan vast', 'burgemeesters'])
        expect(document).toContain(said)
      expect((await region.get('/besluiten/opmaak.css')).headers.get('content-type')).toContain('text/css')
      const log = await words('/publicaties/logboek')
      expect(log).toContain(code)
      expect(log).not.toContain('niet meer openbaar')
      expect(log).not.toContain('nog niet vastgelegd')
      const exported = JSON.parse(await region.text('/publicaties/logboek/uitvoer.json')) as Parameters<
        typeof examine
      >[0]
      expect(examine(exported, null)).toEqual({ faults: [], remarks: [] })
    })

    test('and are not kept without that entry', async () => {
      const own = { sessionId: secretary.cookie.split('=')[1] ?? null }
      const planted = writing(region.db, own, (tx) =>
        sql`insert into decisions.decisions (code, body, taken_on, title, text, ground, adopted_by, attended, is_public, form_key)
          values ('B-2026-900', 'RVC', '2026-11-20', 'x', 'x', 'x', '{x}', '{}', true, 'sleutel-2')`.execute(tx),
      )
      await expect(planted).rejects.toMatchObject({ code: '23514' })
    })

    test('only by a body that decides on that day, and only a plan of which something is known', async () => {
      const before = await decisionCount()
      const district = await send({ gremium: 'DVC', gebied: 'FL', plan: 'UP2023' })
      expect(wordsOf(await district.text())).toContain('gaat hier op die dag niet over')
      expect((await send({ plan: 'WPDG3' })).status).toBe(422)
      expect(await decisionCount()).toBe(before)
    })

    test('until another decision turns that back', async () => {
      const adopted = await record({ titel: 'Jaarplan', plan: 'JP2017' })
      const back = await reverse(adopted)
      expect(await region.rows(sql`select adopted_on, adopted_by from strategy.plans where code = 'JP2017'`)).toEqual([
        { adopted_on: null, adopted_by: 'RVC' },
      ])
      expect(await words(`/besluiten/${adopted}`)).toContain('Dit besluit is teruggedraaid.')
      expect(await words(`/besluiten/${back}`)).toContain('Dit besluit draait een ander besluit terug.')
      expect(await words('/plannen/JP2017')).toContain(`ingetrokken met ${back}`)
      // Once, and what turns back is not turned back itself.
      for (const of of [adopted, back]) expect((await send({ draaitTerug: of })).status).toBe(404)
    })
  })

  describe('move a priority through its life', () => {
    test('to watched, with who watches which figure and when it comes back', async () => {
      const incomplete = await send({ prioriteit: 'P23-DV', stand: 'volgend' })
      expect(incomplete.status).toBe(422)
      expect(wordsOf(await incomplete.text())).toContain('Kies welk cijfer wordt gevolgd.')
      const code = await record({
        titel: 'Digitale veiligheid volgen',
        prioriteit: 'P23-DV',
        stand: 'volgend',
        volger: 'RVS',
        volgt: 'robbery',
        'terug-dag': '1',
        'terug-maand': '6',
        'terug-jaar': '2027',
      })
      expect(await stages('P23-DV')).toEqual([
        { state: 'actief', from: '2023-01-01', to: '2026-11-20' },
        { state: 'volgend', from: '2026-11-20', to: null },
      ])
      const page = await words('/prioriteiten/P23-DV')
      expect(page).toMatch(/volgt het cijfer .*Terug op de agenda op 1 juni 2027\./)
      expect(page).toContain(code)
      const again = await send({ prioriteit: 'P23-DV', stand: 'reactief', 'genomen-dag': '19' })
      expect(wordsOf(await again.text())).toContain('kreeg op of na die dag al een andere stand')
    })

    test('to handed over and closed, each with what belongs to it', async () => {
      await record({ prioriteit: 'P23-MO', stand: 'overgedragen', ontvanger: 'ZVH' })
      expect(await words('/prioriteiten/P23-MO')).toContain('Overgedragen aan De drie Zorg- en Veiligheidshuizen.')
      await record({ prioriteit: 'P23-MO', stand: 'afgesloten', decharge: 'De werkgroep', 'genomen-dag': '23' })
      expect(await words('/prioriteiten/P23-MO')).toContain('Decharge: De werkgroep')
      expect((await stages('P23-MO')).map(({ state }) => state)).toEqual(['actief', 'overgedragen', 'afgesloten'])
      const same = await send({ prioriteit: 'P23-MO', stand: 'afgesloten', decharge: 'x', 'genomen-dag': '24' })
      expect(wordsOf(await same.text())).toContain('heeft die stand al')
    })

    test('and back: on the day itself it never was, later it was until then', async () => {
      const before = await stages('P23-GOC')
      const code = await record({ prioriteit: 'P23-GOC', stand: 'reactief', 'genomen-dag': '18' })
      await reverse(code, { 'genomen-dag': '18' })
      expect(await stages('P23-GOC')).toEqual(before)
      const again = await record({ prioriteit: 'P23-GOC', stand: 'reactief', 'genomen-dag': '19' })
      await reverse(again, { 'genomen-dag': '21' })
      expect(await stages('P23-GOC')).toEqual([
        { state: 'actief', from: '2023-01-01', to: '2026-11-19' },
        { state: 'reactief', from: '2026-11-19', to: '2026-11-21' },
        { state: 'actief', from: '2026-11-21', to: null },
      ])
      // What another decision did since is not undone by the way.
      const refused = await send({ draaitTerug: again })
      expect(refused.status).toBe(404)
    })
  })

  describe('set a target', () => {
    const target = { cijfer: 'robbery', doelgebied: 'MNL', periode: '2027', grens: 'max', doel: '250' }
    const leading = () =>
      region.rows(sql<{ code: string; value: number }>`select code, value from figures.measurements
        where indicator = 'robbery' and area = 'MNL' and period = '2027' and kind = 'doel' and leads and withdrawn_on is null`)

    test('that stands among the figures with the decision as its source', async () => {
      const wrong = await send({ ...target, doel: 'veel', periode: 'ooit' })
      expect(wrong.status).toBe(422)
      const first = await record({ titel: 'Doel voor overvallen', ...target })
      expect(await leading()).toEqual([{ code: `${first}-1`, value: 250 }])
      expect(await words(`/besluiten/${first}`)).toContain(
        'Overvallen, Midden-Nederland, 2027: De laatste stand daarvoor is al zo goed als dit doel.',
      )
      const page = await words(`/metingen/${first}-1`)
      expect(page).toContain('ten hoogste 250')
      expect(page).toContain(`Besluit ${first}`)
      const second = await record({ titel: 'Ander doel', ...target, doel: '200' })
      expect(await leading()).toEqual([{ code: `${second}-1`, value: 200 }])
      expect(await words(`/besluiten/${second}`)).toContain('ten hoogste 200')
      expect((await send({ draaitTerug: first })).status).toBe(409)
      await reverse(second)
      expect(await leading()).toEqual([{ code: `${first}-1`, value: 250 }])
      await reverse(first)
      expect(await leading()).toEqual([])
    })
  })

  test('stand when the region is loaded again', async () => {
    const code = await record({
      titel: 'Blijft',
      cijfer: 'robbery',
      doelgebied: 'MNL',
      periode: '2028',
      grens: 'max',
      doel: '90',
    })
    const before = [await stages('P23-GOC'), await stages('P23-DV'), await stages('P23-MO')]
    expect(await loadPack(region.db, 'region/midden-nederland', packFiles)).toMatchObject({
      loaded: true,
      conflicts: [],
    })
    expect([await stages('P23-GOC'), await stages('P23-DV'), await stages('P23-MO')]).toEqual(before)
    expect(await words(`/metingen/${code}-1`)).toContain('Telt mee ja')
    expect(await words('/plannen/UP2023')).toContain('Vastgesteld op 20 november 2026')
  })

  test('that fail in one thing do nothing at all', async () => {
    const before = [await decisionCount(), await stages('P23-GOC')]
    const log = await region.text('/publicaties/logboek/uitvoer.json')
    const answer = await send({
      titel: 'Half',
      actie: 'S23-010',
      veld: 'klaar',
      waarde: '2026',
      prioriteit: 'P23-GOC',
      stand: 'reactief',
      'genomen-dag': '24',
    })
    expect(answer.status).toBe(409)
    expect(wordsOf(await answer.text())).toContain('Dit staat er al zo.')
    expect([await decisionCount(), await stages('P23-GOC')]).toEqual(before)
    const linesOf = (text: string) => (JSON.parse(text) as { regels: unknown[] }).regels
    expect(linesOf(await region.text('/publicaties/logboek/uitvoer.json'))).toEqual(linesOf(log))
  })
})
