import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordDecision, sendDecision } from '../../../test/environment/decisions'
import { addPerson, cookieOf, signInAs } from '../../../test/environment/people'
import { type Opened, openRegion, testMoment } from '../../../test/environment/region'
import { owning, writing } from '../../platform/db/database'
import { loadPack } from '../../platform/pack/load'
import { packFiles } from '../../region/pack'
import { readChanges, readField } from './change'

type Headers = { cookie: string }
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:])/g, '$1')

describe('what is typed for an action', () => {
  const values = { titel: 'A', klaar: '2026', trekker: 'RVS', doel_waarde: '', doel_eenheid: '' }
  test('is a change only where it differs, and has a reason', () => {
    expect(readChanges(['titel', 'klaar'], values, { ...values, klaar: ' 2026-Q4 ' }, 'Later.')).toEqual({
      changes: [{ field: 'klaar', before: '2026', after: '2026-Q4' }],
      reason: 'Later.',
    })
    expect(readChanges(['titel'], values, values, 'Waarom')).toMatchObject({ faults: [{ field: 'titel' }] })
    expect(readChanges(['titel'], values, { ...values, titel: 'B' }, ' ')).toMatchObject({
      faults: [{ field: 'reden' }],
    })
  })
  test.each([
    ['klaar', 'ooit', null],
    ['klaar', '2026-11', '2026-11'],
    ['titel', '', null],
    ['doel_waarde', '7,50', '7.5'],
    ['doel_waarde', '1.5', null],
    ['doel_eenheid', '', ''],
  ] as const)('in %s as "%s" is read or refused', (field, typed, expected) => {
    const read = readField(field, typed)
    if (expected === null) expect(read).toHaveProperty('message')
    else expect(read).toEqual({ value: expected || null })
  })
})

describe('an action is changed', () => {
  let ticks = 0
  let region: Opened
  let manager: Headers
  let adviser: Headers
  let prosecutor: Headers
  beforeAll(async () => {
    // Each moment is a second later: what was changed since a decision is told by it.
    region = await openRegion({ clock: () => new Date(testMoment.getTime() + 1000 * ticks++) })
    manager = await signInAs(region, 'programmamanager')
    adviser = await signInAs(region, 'oov-renswoude')
    // The prosecutor has a seat by name in the working groups of 2023; a mayor "of the district" has not.
    prosecutor = await signedInAs('officier@om.example', 'OM-MN', 'bestuurder')
    await addPerson(region, { email: 'secretaris@riec.example', organisation: 'RVS', role: 'programmamanager' })
  })
  afterAll(() => region.close())

  async function signedInAs(email: string, organisation: string, role: string): Promise<Headers> {
    const person = await addPerson(region, { email, organisation, role })
    await owning(region.db, (tx) => sql`update identity.people set is_example = true where id = ${person}`.execute(tx))
    return cookieOf(await region.post('/inloggen/voorbeeld', { persoon: person }))
  }
  const action = (code: string) =>
    region
      .rows(sql<{ title: string; due: string; lead: string; target_value: number | null }>`
      select title, due, lead, target_value from strategy.actions where code = ${code}`)
      .then(([one]) => one)
  const changes = (code: string) =>
    region.rows(sql<{ field: string; before: string | null; after: string | null; acted_as: string }>`
      select field, before, after, acted_as from decisions.action_changes where action = ${code} order by version`)
  const fieldsOf = async (code: string, headers: Headers) => {
    const html = await region.text(`/acties/${code}/wijzigen`, headers)
    return [...html.matchAll(/name="was-([a-z_]+)"/g)].map(([, field]) => field)
  }
  const change = (code: string, form: Record<string, string>, headers: Headers) =>
    region.post(`/acties/${code}/wijzigen`, { sleutel: randomUUID(), reden: 'Het loopt uit.', ...form }, headers)

  describe('after adoption by whoever has the mandate', () => {
    test('the programme manager words and days, a working group its lead too, nobody a target', async () => {
      expect(await fieldsOf('S23-010', manager)).toEqual(['titel', 'klaar'])
      expect(await fieldsOf('S23-010', prosecutor)).toEqual(['titel', 'klaar', 'trekker'])
      // Of this one no group leads action, programme or priority.
      expect((await region.get('/acties/S23-007/wijzigen', prosecutor)).status).toBe(404)
      expect(await fieldsOf('S23-007', manager)).toEqual(['titel', 'klaar'])
    })

    test('and by nobody else, from a page or past it', async () => {
      for (const headers of [adviser, {} as Headers]) {
        expect((await region.get('/acties/S23-010/wijzigen', headers)).status).toBe(404)
        expect((await change('S23-010', { klaar: '2026-Q4' }, headers)).status).toBe(404)
      }
      const refused: [Headers, string, string][] = [
        [adviser, 'klaar', '2026-Q4'],
        [manager, 'trekker', 'RVS'],
        [prosecutor, 'doel_waarde', '3'],
      ]
      for (const [headers, field, value] of refused) {
        const own = { sessionId: headers.cookie.split('=')[1] ?? null }
        const planted = writing(region.db, own, (tx) =>
          sql`insert into decisions.action_changes (action, field, before, after, reason, form_key)
            select 'S23-010', ${field}, case ${field} when 'klaar' then due when 'trekker' then lead end, ${value}, 'x', 'sleutel-1'
              from strategy.actions where code = 'S23-010'`.execute(tx),
        )
        await expect(planted).rejects.toHaveProperty('code', expect.stringMatching(/^(42501|SV001)$/))
      }
      // A field that is not in the form is not changed by adding it.
      expect((await change('S23-010', { trekker: 'RVS' }, manager)).status).toBe(422)
      expect(await changes('S23-010')).toEqual([])
    })

    test('not when the plan is over', async () => {
      expect((await region.get('/acties/A17-001/wijzigen', manager)).status).toBe(404)
    })
  })

  test('with then and now, why and by which function, and the secretaries are told', async () => {
    expect((await change('S23-010', { klaar: '2026-12-01' }, manager)).status).toBe(303)
    expect(await action('S23-010')).toMatchObject({ due: '2026-12-01' })
    const page = wordsOf(await region.text('/acties/S23-010'))
    expect(page).toContain('Toen en nu')
    expect(page).toContain('Klaar 2026 1 december 2026 Het loopt uit. Programmamanager, Bureau')
    expect(wordsOf(await region.text('/plannen/RVS2023'))).toContain(
      'Integraal en lokaal verankerd blijven werken klaar',
    )
    expect(wordsOf(await region.text('/gremia/RVC'))).toContain('1 wijziging sinds het besluit')
    const mails = await region.rows(sql<{ recipient: string; subject: string; body: string }>`
      select recipient, subject, body from mail.outbox where subject like 'Actie gewijzigd%'`)
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({
      recipient: 'secretaris@riec.example',
      subject: 'Actie gewijzigd: S23-010 uit Regionale Veiligheidsstrategie 2023-2026',
    })
    expect(mails[0]?.body).toContain('was: 2026\n  is nu: 1 december 2026')
    expect(mails[0]?.body).toContain('Regionaal Veiligheidscollege stelde dit plan vast.')
  })

  test('once, however often the form arrives', async () => {
    const form = { sleutel: randomUUID(), klaar: '2026-11-30', titel: 'Integraal blijven werken' }
    const answers = [
      ...(await Promise.all([change('S23-011', form, manager), change('S23-011', form, manager)])),
      await change('S23-011', form, manager),
    ]
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect((await changes('S23-011')).map(({ field }) => field)).toEqual(['titel', 'klaar'])
  })

  test('and not when somebody else did meanwhile: what was typed stays', async () => {
    const seen = { 'was-klaar': '2026' }
    expect((await change('S23-012', { ...seen, klaar: '2026-Q4' }, manager)).status).toBe(303)
    const late = await change('S23-012', { ...seen, klaar: '2026-Q3' }, prosecutor)
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(wordsOf(page)).toContain('Intussen veranderde iemand anders dit.')
    expect(page).toContain('value="2026-Q3"')
    expect(wordsOf(page)).toContain('Nu staat er: 2026-Q4')
    expect(await action('S23-012')).toMatchObject({ due: '2026-Q4' })
    const [one, other] = await Promise.all([
      change('S23-013', { 'was-klaar': '2026', klaar: '2026-11' }, manager),
      change('S23-013', { 'was-klaar': '2026', klaar: '2026-12' }, prosecutor),
    ])
    expect([one.status, other.status].sort()).toEqual([303, 409])
  })

  test('to what it was, which is one more change', async () => {
    await change('S23-014', { titel: 'Maatwerk' }, manager)
    await change('S23-014', { titel: 'Maatwerk en passende steun' }, manager)
    expect((await changes('S23-014')).map(({ before, after }) => [before, after])).toEqual([
      ['Maatwerk en passende steun', 'Maatwerk'],
      ['Maatwerk', 'Maatwerk en passende steun'],
    ])
  })

  test('by a decision, also where no mandate reaches, and back by another', async () => {
    const wrong = await sendDecision(region, { actie: 'S23-015', veld: 'trekker', waarde: 'NIEMAND' })
    expect(wordsOf(await wrong.text())).toContain('Deze trekker is er niet.')
    const code = await recordDecision(region, {
      titel: 'Doel erbij',
      actie: 'S23-015',
      veld: 'doel_waarde',
      waarde: '7,5',
    })
    expect(await action('S23-015')).toMatchObject({ target_value: 7.5 })
    expect(wordsOf(await region.text('/acties/S23-015'))).toContain(`leeg 7,5 Besluit ${code}: Doel erbij`)
    await recordDecision(region, { titel: 'Toch niet', draaitTerug: code })
    expect(await action('S23-015')).toMatchObject({ target_value: null })
    const other = await recordDecision(region, { actie: 'S23-016', veld: 'klaar', waarde: '2026-11' })
    await change('S23-016', { klaar: '2026-12' }, manager)
    const refused = await sendDecision(region, { draaitTerug: other })
    expect(refused.status).toBe(409)
    expect(await action('S23-016')).toMatchObject({ due: '2026-12' })
  })

  test('and shows beside the adopted plan, which stays as it was', async () => {
    const code = await recordDecision(region, { titel: 'Strategie opnieuw vastgesteld', plan: 'RVS2023' })
    const [{ hash } = { hash: '' }] = await region.rows(sql<{ hash: string }>`
      select hash from decisions.effects where decision = ${code}`)
    const address = `/plannen/RVS2023/vastgesteld/${hash}`
    const before = await region.text(`${address}/plan.json`)
    await change('S23-017', { titel: 'Personen aanpakken' }, prosecutor)
    expect(await region.text(`${address}/plan.json`)).toBe(before)
    const page = wordsOf(await region.text(address))
    expect(page).toContain('Wijzigingen sinds het besluit')
    expect(wordsOf(await region.text('/plannen/RVS2023'))).toContain('Wijzigingen sinds het besluit: 1')
    expect(wordsOf(await region.text('/gremia/RVC'))).toContain('1 wijziging sinds het besluit')
    expect(page).toContain('Op 1 plaats zegt het plan nu iets anders.')
    expect(page).toContain(
      'Personen aanpakken actie, tekst Personen aanpakken, van preventie tot vervolging Personen aanpakken',
    )
  })

  test('and keeps that when the region is loaded again, also with another text', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pakket-'))
    try {
      cpSync('region/midden-nederland', folder, { recursive: true })
      expect(await loadPack(region.db, folder, packFiles)).toMatchObject({ loaded: true, conflicts: [] })
      expect(await action('S23-010')).toMatchObject({ due: '2026-12-01' })
      const file = join(folder, 'acties.csv')
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^(S23-010,.*),2026,/m, '$1,2025,'))
      expect(await loadPack(region.db, folder, packFiles)).toMatchObject({
        loaded: true,
        conflicts: [{ code: 'S23-010', column: 'klaar', here: '2026-12-01', inPack: '2025' }],
      })
      expect(await action('S23-010')).toMatchObject({ due: '2026-12-01' })
      expect(await region.rows(sql`select adopted_on::text from strategy.plans where code = 'RVS2023'`)).toEqual([
        { adopted_on: '2026-11-20' },
      ])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('as the table of mandates says, for everybody to read', async () => {
    const page = wordsOf(await region.text('/mandaten'))
    expect(page).toContain(
      'De datum van een actie programmamanager na het vaststellen afspraak in het product; aan te passen',
    )
  })
})

describe('an action of a plan that nobody adopted yet', () => {
  let region: Opened
  beforeAll(async () => {
    region = await openRegion({ region: 'voorbeeld' })
  })
  afterAll(() => region.close())

  test('is changed as a whole by the programme manager, and by nobody else', async () => {
    const path = '/acties/VBA26-001/wijzigen'
    const manager = await signInAs(region, 'programmamanager')
    const fields = [...(await region.text(path, manager)).matchAll(/name="was-([a-z_]+)"/g)].map(([, field]) => field)
    expect(fields).toEqual(['titel', 'klaar', 'trekker', 'doel_waarde', 'doel_eenheid'])
    for (const person of ['oov-lindebroek', 'burgemeester-heidebeek', 'analist-politie'])
      expect((await region.get(path, await signInAs(region, person))).status).toBe(404)
    const form = { sleutel: randomUUID(), reden: 'Meer is mogelijk.', doel_waarde: '6', doel_eenheid: 'keer per jaar' }
    expect((await region.post(path, form, manager)).status).toBe(303)
    const saved = wordsOf(await region.text('/acties/VBA26-001'))
    expect(saved).toContain('Doel: getal 4 6 Meer is mogelijk.')
    // Six times is no number of burglaries.
    expect(saved).not.toContain('Het doel:')
  })

  test('is told whether a target can be judged while he types it and after', async () => {
    const path = '/acties/VBA26-001/wijzigen'
    const manager = await signInAs(region, 'programmamanager')
    const advice = /Het doel: Na één jaar is pas [\d,]+% minder van toeval te onderscheiden; dit vraagt 7,8% minder\./
    const form = { sleutel: randomUUID(), reden: '', doel_waarde: '380', doel_eenheid: 'woninginbraken' }
    const refused = await region.post(path, form, manager)
    expect(refused.status).toBe(422)
    expect(wordsOf(await refused.text())).toMatch(advice)
    expect((await region.post(path, { ...form, reden: 'Wij willen minder.' }, manager)).status).toBe(303)
    expect(wordsOf(await region.text('/acties/VBA26-001'))).toMatch(advice)
  })
})
