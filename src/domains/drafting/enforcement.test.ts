import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actionFields, beginFields, putInForce, seenIn, writeParagraph } from '../../../test/environment/drafts'
import { sendForm } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'

describe('a draft beside what it is put in force among', () => {
  let region: Opened
  let manager = { cookie: '' }
  let draft = ''
  beforeAll(async () => {
    region = await openRegion()
    manager = await signInAs(region, 'programmamanager')
    draft = await sendForm(region, '/conceptplannen/nieuw', beginFields(), manager)
  })
  afterAll(() => region.close())
  const rows = async <Row>(query: ReturnType<typeof sql<Row>>) =>
    (await owning(region.db, (tx) => query.execute(tx))).rows
  const begin = (said: Record<string, string>) => sendForm(region, '/conceptplannen/nieuw', beginFields(said), manager)

  test('a promise must be one of an action of the draft, and what was typed stays', async () => {
    await sendForm(region, `${draft}/A27-GOC/nieuwe-actie`, actionFields(), manager)
    for (const belofte of ['A27-999', 'A22-001']) {
      const form = actionFields({ titel: 'Blijft staan', belofte })
      const answer = await region.post(`${draft}/A27-DV/nieuwe-actie`, form, manager)
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain('Deze code is van geen actie van dit concept.')
      expect(page).toContain('Blijft staan')
    }
  })

  test('a promise that a chapter repeats stands, also when that chapter was in force first', async () => {
    const said = { belofte: 'A27-001', functie: 'Hoofd', doelsoort: 'streven', zichtbaar: 'Rust', bewijs: 'Peiling' }
    await sendForm(region, `${draft}/A27-DV/nieuwe-actie`, actionFields(said), manager)
    await putInForce(region, `${draft}/A27-DV`, manager)
    // What is not in force of another chapter stays out of it.
    await sendForm(
      region,
      `${draft}/A27-DV/acties/A27-002/wijzigen`,
      actionFields({ ...said, versie: '1', titel: 'Later' }),
      manager,
    )
    await putInForce(region, `${draft}/A27-GOC`, manager)
    expect(
      await rows(sql`select code, promise, title from strategy.actions where code like 'A27-%' order by code`),
    ).toMatchObject([
      { code: 'A27-001', promise: null },
      { code: 'A27-002', promise: 'A27-001', title: actionFields().titel },
    ])
  })

  test('a next plan begins with everything that was agreed on in a plan that was made here, but the dates', async () => {
    const next = await begin({ begin: 'plan', plan: 'AA2027', titel: 'Actieagenda 2028', van: '2028', tot: '2028' })
    expect(next).toBe('/conceptplannen/AA2028')
    expect(
      await rows(sql`
        select v.lead_post, v.aim, v.target_text, v.target_evidence, v.target_by from drafting.action_versions v
          join drafting.actions a on a.code = v.action and a.came_from = 'A27-002' order by v.version limit 1`),
    ).toEqual([
      { lead_post: 'Hoofd', aim: 'streven', target_text: 'Rust', target_evidence: 'Peiling', target_by: null },
    ])
  })

  test.each<[string, ReturnType<typeof sql>]>([
    [
      'a plan',
      sql`insert into strategy.plans (code, title, kind, period_from, period_to, sources)
          values ('AA2029', 'Van het pakket', 'jaarplan', 2029, 2029, '{}')`,
    ],
    [
      'a programme',
      sql`insert into strategy.programmes (code, plan, kind, title, sources)
          values ('A30-GOC', 'AA2022', 'programma', 'Van het pakket', '{}')`,
    ],
    [
      'an action',
      sql`insert into strategy.actions (code, plan, programme, track, title, lead, due, sources)
          select 'A31-001', plan, programme, track, 'Van het pakket', lead, due, '{}' from strategy.actions where code = 'A22-002'`,
    ],
  ])('is refused when a load of the region brought %s with its code, and that stays as it was', async (what, load) => {
    const year = { 'a plan': '2029', 'a programme': '2030' }[what] ?? '2031'
    const own = await begin({ van: year, tot: year, titel: `Actieagenda ${year}` })
    const chapter = `${own}/A${year.slice(2)}-GOC`
    await sendForm(region, `${chapter}/nieuwe-actie`, actionFields(), manager)
    await rows(load)
    const gezien = await seenIn(region, chapter, 'in-werking', manager)
    const answer = await region.post(`${chapter}/in-werking`, { gezien }, manager)
    expect(answer.status).toBe(409)
    expect(mainText(await answer.text())).toContain('is intussen van een ander plan')
    const brought = sql<{ n: number }>`
      select (select count(*) from strategy.plans where title = 'Van het pakket') + (select count(*) from strategy.programmes where title = 'Van het pakket')
        + (select count(*) from strategy.actions where title = 'Van het pakket') as n`
    expect(Number((await rows(brought))[0]?.n)).toBe({ 'a plan': 1, 'a programme': 2 }[what] ?? 3)
    expect(await rows(sql`select from drafting.enforcements where chapter like ${`A${year.slice(2)}-%`}`)).toEqual([])
  })

  test('a form that was kept in one draft is none of another', async () => {
    const form = actionFields({ versie: '0' })
    const [other, chapter] = ['/conceptplannen/AA2028/A28-GOC', `${draft}/A27-GOC`]
    expect((await region.post(`${chapter}/nieuwe-actie`, form, manager)).status).toBe(303)
    expect((await region.post(`${other}/nieuwe-actie`, form, manager)).status).toBe(404)
    const remark = { sleutel: randomUUID(), tekst: 'Is dit genoeg?' }
    expect((await region.post(`${chapter}/opmerkingen`, remark, manager)).status).toBe(303)
    expect((await region.post(`${chapter}/opmerkingen`, remark, manager)).status).toBe(303)
    expect((await region.post(`${other}/opmerkingen`, remark, manager)).status).toBe(404)
  })

  test('says per chapter who is still to clear his part', async () => {
    const part = { soort: 'terugblik', deel: 'politie', tekst: 'Er liepen drie zaken.' }
    await writeParagraph(region, `${draft}/A27-GOC`, part, manager)
    const row = async () => (await region.text(draft, manager)).split('/A27-GOC"')[1]?.split('</tr>')[0]
    expect(await row()).toContain('olitie')
    const police = await signInAs(region, 'analist-politie')
    const gezien = await seenIn(region, `${draft}/A27-GOC`, 'vrijgeven', police)
    await sendForm(region, `${draft}/A27-GOC/vrijgeven`, { deel: 'politie', gezien }, police)
    expect(await row()).toContain('niemand')
  })
})
