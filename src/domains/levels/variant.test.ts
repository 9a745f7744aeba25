import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields } from '../../../test/environment/forms'
import { variantFields } from '../../../test/environment/levels'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { noDay } from '../../kernel/typed'
import { owning } from '../../platform/db/database'
import { asTyped, differing, readVariant, type TypedVariant } from './variant'

const today = day('2026-11-24')

describe('what is typed of an own version', () => {
  const typed: TypedVariant = { ...asTyped(null, 'Regionaal'), choice: 'eigen', title: 'Lokaal' }
  test.each<[string, Partial<TypedVariant>, string[]]>([
    ['as it should', {}, []],
    ['no choice', { choice: '' }, ['keuze']],
    ['own words without words', { title: ' ' }, ['tekst']],
    ['taken over, and then the words do not matter', { choice: 'overgenomen', title: '' }, []],
    ['not here, without a reason', { choice: 'niet' }, ['reden']],
    ['not here, with a reason', { choice: 'niet', reason: 'Geen plek.' }, []],
    ['decided tomorrow', { decidedOn: { day: '25', month: '11', year: '2026' } }, ['besloten']],
    ['30 February', { dueOn: { day: '30', month: '2', year: '2027' } }, ['klaar']],
    ['too long', { target: 'x'.repeat(301) }, ['doel']],
  ])('%s', (_, change, fields) => {
    const read = readVariant({ ...typed, ...change }, today)
    expect('faults' in read ? read.faults.map(({ field }) => field) : []).toEqual(fields)
  })
  test('begins with the words of the region, and keeps only what belongs to the choice', () => {
    expect(asTyped(null, 'Regionaal')).toMatchObject({ title: 'Regionaal', decidedOn: noDay })
    expect(readVariant({ ...typed, choice: 'overgenomen', lead: 'Ik' }, today)).toMatchObject({
      title: null,
      lead: null,
    })
  })
  test('differs where it says something else, and not where it says nothing', () => {
    const same = { regional: 'x', own: 'x' }
    const sides = {
      tekst: { regional: 'x', own: 'y' },
      trekker: same,
      klaar: { regional: 'x', own: null },
      doel: same,
      waar: same,
    }
    expect(differing(sides)).toEqual(['tekst'])
  })
})

describe('an own version of a regional action', () => {
  let region: Opened
  type Headers = { cookie: string }
  let adviser: Headers
  let bureau: Headers
  const path = '/acties/S23-007/varianten/GM0339'
  const form = `${path}/invullen`
  beforeAll(async () => {
    region = await openRegion()
    adviser = await signInAs(region, 'oov-renswoude')
    bureau = await signInAs(region, 'programmamanager')
  })
  afterAll(() => region.close())
  const undecided = { ...dayFields('besloten', '--') }

  test('begins unknown, which is no choice', async () => {
    expect(await region.text('/acties/S23-007/varianten')).toContain('Van geen van deze gebieden is bekend')
    expect((await region.get(path)).status).toBe(404)
    expect(await region.text(path, adviser)).toContain('is nog niet bekend')
  })

  test('is kept once when it is sent twice, and a draft is for professionals', async () => {
    const fields = variantFields({ ...undecided, tekst: 'Eerste woorden' })
    const both = await Promise.all([region.post(form, fields, adviser), region.post(form, fields, adviser)])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await region.text(path, bureau)).toContain('concept, alleen voor professionals')
    expect((await region.get(path)).status).toBe(404)
    expect(await region.text('/acties/S23-007')).not.toContain('Eerste woorden')
  })

  test('once decided is for everybody, beside the regional one with what differs in words and marks', async () => {
    const tekst = 'Lokale prioriteiten blijven steunen met eigen hulpmiddelen'
    expect(
      (await region.post(form, variantFields({ versie: '1', tekst, reden: 'Zo werkt het hier.' }), adviser)).status,
    ).toBe(303)
    const page = await region.text(path)
    expect(page).toContain('Anders dan de regionale actie: tekst en trekker.')
    expect(page).toMatch(/<del>.*bestaande.*<\/del>/s)
    expect(page).toMatch(/<ins>.*eigen.*<\/ins>/s)
    expect(page).not.toContain('Zo werkt het hier.')
    expect(page).not.toContain('Eerste woorden')
    expect(await region.text(path, bureau)).toContain('Zo werkt het hier.')
    expect(await region.text(path, bureau)).toContain('Eerste woorden')
    expect(await region.text('/acties/S23-007')).toContain('eigen versie')
    expect(await region.text('/gemeenten/GM0339')).toContain(path)
  })

  test('of a municipality stands beside what its district decided, and not beside its draft', async () => {
    const district = '/acties/S23-007/varianten/OU/invullen'
    const fields = { tekst: 'Samen als district steunen', trekker: 'Districtschef', doel: 'Elk jaar een dag' }
    await region.post(district, variantFields({ ...fields, ...undecided }), bureau)
    for (const headers of [undefined, bureau]) expect(await region.text(path, headers)).not.toContain('Districtschef')
    expect((await region.post(district, variantFields({ ...fields, versie: '1' }), bureau)).status).toBe(303)
    const page = await region.text(path)
    expect(page).toMatch(/<th[^>]*>District Oost-Utrecht<\/th>/)
    for (const said of ['Samen als district steunen', 'Districtschef', 'Elk jaar een dag']) expect(page).toContain(said)
    expect(page).toContain('Anders dan district Oost-Utrecht: tekst, trekker en doel.')
    expect(page).toContain('Anders dan de regionale actie: tekst en trekker.')
    expect(page).toContain('href="/acties/S23-007/varianten/OU"')
  })

  test('kept by two: the second sees both, and loses nothing', async () => {
    const answer = await region.post(form, variantFields({ versie: '1', tekst: 'Woorden van het bureau' }), bureau)
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('Er is nog niets bewaard.')
    expect(page).toContain('Woorden van het bureau')
    expect(page).toContain('eigen hulpmiddelen')
    expect(page).toContain('name="versie" value="2"')
  })

  test('with a fault comes back filled', async () => {
    const answer = await region.post(form, variantFields({ versie: '2', tekst: '', trekker: 'De raad' }), adviser)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Schrijf hoe de actie hier luidt.')
    expect(page).toContain('De raad')
  })

  test('says when the regional action changed since, with then and now', async () => {
    expect(await region.text(path)).not.toContain('is veranderd sinds')
    const agreed = async (change: ReturnType<typeof sql>) => {
      await owning(region.db, (tx) => sql`update strategy.actions set ${change} where code = 'S23-007'`.execute(tx))
      return region.text(path)
    }
    for (const field of ['target_text', 'target_by', 'aim', 'lead_post']) {
      const value = { target_text: 'Rust in de buurt', target_by: '2027', aim: 'streven' }[field] ?? 'Hoofd Veiligheid'
      expect(await agreed(sql`${sql.ref(field)} = ${value}`)).toContain('De regionale actie is veranderd sinds.')
      if (field === 'lead_post') continue
      expect(await agreed(sql`${sql.ref(field)} = null`)).not.toContain('is veranderd sinds')
    }
    const page = await agreed(sql`aim = 'streven', target_text = 'Rust in de buurt', target_by = '2027'`)
    for (const said of ['Streven: Rust in de buurt, in 2027', 'Hoofd Veiligheid']) expect(page).toContain(said)
    expect(page).not.toContain('geen getal')
    await owning(region.db, (tx) =>
      sql`update strategy.actions set title = 'Lokale prioriteiten anders steunen' where code = 'S23-007'`.execute(tx),
    )
    expect(await region.text(path)).toContain('De regionale actie is veranderd sinds.')
  })

  test('that says "not here" is for professionals, with the reason', async () => {
    const said = variantFields({ versie: '2', keuze: 'niet', reden: 'Geen plek voor.' })
    expect((await region.post(form, said, adviser)).status).toBe(303)
    expect((await region.get(path)).status).toBe(404)
    expect(await region.text('/acties/S23-007/varianten')).not.toContain('niet bij ons')
    expect(await region.text('/acties/S23-007/varianten', bureau)).toContain('niet bij ons')
    expect(await region.text(path, bureau)).toContain('Geen plek voor.')
  })

  test.each<[string, string, string, number]>([
    ['its adviser', 'oov-renswoude', 'GM0339', 200],
    ['the adviser of another municipality', 'oov-utrecht', 'GM0339', 404],
    ['who speaks for all municipalities of a district', 'oov-utrecht', 'SU', 200],
    ['a municipality of a district with more', 'oov-renswoude', 'OU', 404],
    ['the bureau', 'programmamanager', 'OU', 200],
    ['the police', 'analist-politie', 'OU', 404],
    ['somebody whose post ended', 'oud-adviseur-zeist', 'GM0355', 404],
  ])('is written by who speaks for the area: %s', async (_, person, area, status) => {
    const answer = await region.get(`/acties/S23-007/varianten/${area}/invullen`, await signInAs(region, person))
    expect(answer.status).toBe(status)
  })

  test('is not of an area that the action is about itself, or not about at all', async () => {
    expect((await region.get('/acties/bestaat-niet/varianten')).status).toBe(404)
    expect((await region.get('/acties/S23-007/varianten/MNL', bureau)).status).toBe(404)
  })
})
