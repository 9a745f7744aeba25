import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordDecision } from '../../../test/environment/decisions'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'

const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:])/g, '$1')

describe('what has happened since a decision', () => {
  let region: Opened
  beforeAll(async () => {
    region = await openRegion()
  })
  afterAll(() => region.close())
  const record = (form: Record<string, string>) => recordDecision(region, form)
  const since = async (code: string, headers?: { cookie: string }) =>
    (wordsOf(await region.text(`/besluiten/${code}`, headers)).split('Wat er sindsdien gebeurde')[1] ?? '').split(
      'Vastgelegd Kenmerk',
    )[0] ?? ''

  test('of one that changed nothing is said to be nothing to follow', async () => {
    const code = await record({ titel: 'Alleen tekst' })
    expect(await since(code)).toContain('Er is niets om te volgen.')
    expect(await since(code)).toContain('Stand van 24 november 2026, 10.00 uur.')
  })

  test('to a plan that was adopted: changed since, by which decision, and adopted again', async () => {
    const code = await record({ titel: 'Strategie', plan: 'RVS2023' })
    expect(await since(code)).toContain('sindsdien niet gewijzigd.')
    const changed = await record({
      titel: 'Wijziging',
      actie: 'S23-010',
      veld: 'titel',
      waarde: 'Lokaal blijven werken',
    })
    // The clock of a test stands still, and this came after.
    await owning(region.db, (tx) =>
      sql`alter table decisions.action_changes disable trigger only_grows`
        .execute(tx)
        .then(() =>
          sql`update decisions.action_changes set at = '2026-11-24T09:30:00Z' where decision = ${changed}`.execute(tx),
        ),
    )
    expect(await since(code)).toContain(
      `sindsdien 1 keer gewijzigd, het laatst op 24 november 2026 met besluit ${changed}.`,
    )
    const again = await record({ titel: 'Nog eens', plan: 'RVS2023' })
    expect(await since(code)).toContain(`Opnieuw vastgesteld op 20 november 2026 met besluit ${again}.`)
    expect(wordsOf(await region.text('/besluiten'))).toContain(
      `Opnieuw vastgesteld op 20 november 2026 met besluit ${again}.`,
    )
  })

  test('to a strategy of which no source says when it was adopted: it is with its plan', async () => {
    await owning(region.db, (tx) =>
      sql`update strategy.strategies set adopted_on = null, adopted_by = null where code = 'S2023'`.execute(tx),
    )
    await owning(region.db, (tx) =>
      sql`update strategy.plans set adopted_on = null, adopted_by = null where code = 'RVS2023'`.execute(tx),
    )
    const strategy = async () => wordsOf(await region.text('/strategieen/S2023'))
    expect(await strategy()).not.toContain('Vastgesteld op')
    const code = await record({ titel: 'De strategie', plan: 'RVS2023' })
    expect(await strategy()).toContain('Vastgesteld op 20 november 2026')
    await record({ draaitTerug: code, titel: 'Terug' })
    expect(await strategy()).not.toContain('Vastgesteld op')
  })

  test('to an action: only the day of its newest status, for whoever asks', async () => {
    const code = await record({ titel: 'Actie', actie: 'S23-011', veld: 'titel', waarde: 'Anders' })
    expect(await since(code)).toContain('Nog niet bijgewerkt.')
    await owning(region.db, (tx) =>
      sql`insert into progress.updates (action, version, status, sentence, is_unchanged, way, at, post, organisation, acted_as, form_key)
        values ('S23-011', 1, 'geblokkeerd', 'Geen geld.', false, 'scherm', '2026-11-10T09:00:00Z', gen_random_uuid(), 'RVS', 'Adviseur', 'sleutel-a')`.execute(
        tx,
      ),
    )
    for (const headers of [undefined, await signInAs(region, 'oov-renswoude')]) {
      expect(await since(code, headers)).toContain('Laatst bijgewerkt op 10 november 2026.')
      expect(await since(code, headers)).not.toMatch(/geblokkeerd|Geen geld/)
    }
  })

  test('to a priority: the stage of now', async () => {
    const code = await record({ titel: 'Onrust', prioriteit: 'P23-MO', stand: 'reactief', 'genomen-dag': '18' })
    expect(await since(code)).toContain('nu reactief, sinds 18 november 2026.')
    await record({ titel: 'Toch weg', prioriteit: 'P23-MO', stand: 'overgedragen', ontvanger: 'ZVH' })
    expect(await since(code)).toContain('nu overgedragen, sinds 20 november 2026.')
  })

  test('to a target: the latest figure against it, and that another one holds now', async () => {
    const target = { cijfer: 'robbery', doelgebied: 'MNL', periode: '2027', doel: '400', grens: 'max' }
    const code = await record({ titel: 'Doel', ...target })
    expect(await since(code)).toMatch(/het laatste cijfer is [0-9.]+ .*in 20[0-9]{2} \(.+\)\./)
    expect(await since(code)).toContain(
      'Het doel voor 2027 is niet te beoordelen: er is geen uitkomst bekend over dezelfde periode.',
    )
    const other = await record({ titel: 'Ander doel', ...target, doel: '350' })
    expect(await since(code)).toContain('Dit doel geldt niet meer.')
    expect(await since(other)).not.toContain('Dit doel geldt niet meer.')
  })

  test('to one that was turned back: by what and when', async () => {
    const code = await record({ titel: 'Jaarplan', plan: 'JP2017' })
    const back = await record({ draaitTerug: code, titel: 'Terug' })
    expect(await since(code)).toContain(`teruggedraaid op 20 november 2026 met besluit ${back}.`)
    expect(await since(back)).toContain(
      'volgens de bronnen vastgesteld door Regionaal Veiligheidscollege, dag onbekend.',
    )
  })
})
