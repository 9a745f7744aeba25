import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordDecision, sendDecision } from '../../../test/environment/decisions'
import { dayFields, sendForm } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { seatCollege } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'

type Headers = { cookie: string }

let region: Opened
let manager: Headers
let college = ''

beforeAll(async () => {
  region = await openRegion()
  manager = await signInAs(region, 'programmamanager')
  college = await seatCollege(region)
  await sendForm(region, '/gremia/CASRAD/beginnen', { gebied: 'FL' }, manager)
})
afterAll(() => region.close())

const main = async (path: string, headers?: Headers) => mainText(await region.text(path, headers))
const record = (form: Record<string, string>) => recordDecision(region, form, manager)
const send = (form: Record<string, string>) => sendDecision(region, form, manager)
const said = async (form: Record<string, string>) => mainText(await (await send(form)).text())
const turnBack = (code: string, more: Record<string, string> = {}) =>
  record({ draaitTerug: code, titel: `${code} terug`, 'genomen-dag': '24', ...more })
const decisionCount = async () => (await region.rows(sql`select from decisions.decisions`)).length

const appointment = {
  'benoem-overleg': 'DVC-WU',
  'benoem-soort': 'lid',
  'benoem-organisatie': 'GM0339',
  'benoem-functie': 'Adviseur openbare orde en veiligheid',
  ...dayFields('benoem-vanaf', '2026-11-20'),
}

describe('a decision appoints', () => {
  test('to a seat, with the rights that come with it, until another decision turns it back', async () => {
    const adviser = await signInAs(region, 'oov-renswoude')
    expect(await main('/mijn', adviser)).not.toContain('Uw volgende vergadering')
    const code = await record({ titel: 'Renswoude schuift aan', ...appointment })
    expect(await main('/mijn', adviser)).toContain('Uw volgende vergadering')
    expect(await main(college)).toMatch(/Adviseur openbare orde en veiligheid.*Renswoude/)
    const page = await main(`/besluiten/${code}`)
    expect(page).toMatch(
      /Benoemt in een overleg Adviseur openbare orde en veiligheid, (gemeente )?Renswoude.* geen zetel lid vanaf 20 november 2026/i,
    )
    // The id of the account is nowhere in what everybody reads.
    const { rows } = await owning(region.db, (tx) =>
      sql<{ effect: string; post: string }>`select e.after::text as effect, s.post from decisions.effects e
        join meetings.seats s on s.id::text = e.after ->> 'zetel' where e.decision = ${code}`.execute(tx),
    )
    expect(rows[0]?.post).toBeTruthy()
    expect(rows[0]?.effect).not.toContain(rows[0]?.post)
    await turnBack(code)
    expect(await main('/mijn', adviser)).not.toContain('Uw volgende vergadering')
    expect(await main(college)).not.toMatch(/Renswoude/)
  })

  test('from a day that comes, of which nothing is held when it is turned back before', async () => {
    const code = await record({ ...appointment, ...dayFields('benoem-vanaf', '2027-01-01') })
    expect(await main(college)).toContain('Renswoude')
    await turnBack(code)
    expect(await main(college)).not.toContain('Renswoude')
  })

  test('not with gaps, not before it was decided, and not where nobody may look', async () => {
    const before = await decisionCount()
    const page = await said({ ...appointment, 'benoem-functie': '', 'benoem-soort': 'plaatsvervanger' })
    expect(page).toContain('Kies wat voor zetel het is.')
    expect(page).toContain('Schrijf de functie. Noem geen persoon.')
    expect(await said({ ...appointment, ...dayFields('benoem-vanaf', '2026-11-19') })).toContain(
      'ligt voor het besluit',
    )
    expect(await said({ ...appointment, 'benoem-overleg': 'CASRAD-FL' })).toContain('Kies een overleg uit de lijst.')
    expect(await said({ ...appointment, gremium: 'DVC', gebied: 'WU' })).toContain('gaat hier op die dag niet over')
    expect(await decisionCount()).toBe(before)
  })
})

describe('a decision discharges', () => {
  const seatOf = async (kind: string) =>
    (
      await region.rows(sql<{ id: string }>`select id from meetings.seats where instance = 'DVC-WU' and kind = ${kind}`)
    )[0]?.id ?? ''

  test('from a seat, which is taken on the day itself and not at midnight after', async () => {
    const motor = await signInAs(region, 'oov-utrecht')
    const form = { 'decharge-zetel': await seatOf('motorblok'), 'decharge-waarvoor': 'De voorbereiding' }
    expect(await said({ ...form, 'decharge-waarvoor': '' })).toContain('Schrijf waarvoor decharge is verleend.')
    const today = await record({ ...form, 'genomen-dag': '24' })
    expect(await main('/mijn', motor)).toContain('Uw volgende vergadering')
    expect(await region.rows(sql`select valid_to::text as until from meetings.seats where kind = 'motorblok'`)).toEqual(
      [{ until: '2026-11-25' }],
    )
    await turnBack(today)
    const code = await record({ ...form, 'genomen-dag': '23' })
    expect(await main('/mijn', motor)).not.toContain('Uw volgende vergadering')
    expect(await main(`/besluiten/${code}`)).toContain('De voorbereiding zonder einde tot 24 november 2026')
    expect((await send({ ...form, 'genomen-dag': '24' })).status).toBe(422)
    await turnBack(code)
    expect(await main('/mijn', motor)).toContain('Uw volgende vergadering')
  })

  test('and what somebody else changed since is not turned back by the way', async () => {
    const seat = await seatOf('voorzitter')
    const code = await record({ 'decharge-zetel': seat, 'decharge-waarvoor': 'Zes jaar', 'genomen-dag': '24' })
    await owning(region.db, (tx) =>
      sql`update meetings.seats set valid_to = '2026-12-31' where id = ${seat}::uuid`.execute(tx),
    )
    const refused = await send({ draaitTerug: code, 'genomen-dag': '24' })
    expect(refused.status).toBe(409)
    expect(mainText(await refused.text())).toContain('Intussen veranderde iemand anders dit.')
  })
})

test('a decision ends a body and a working group with discharge, until another turns it back', async () => {
  for (const [code, table] of [
    ['CBC', 'bodies'],
    ['BW-DV23', 'working_groups'],
  ] as const) {
    const until = async () =>
      (
        await region.rows(sql<{ until: string | null }>`
          select valid_to::text as until from ${sql.table(`governance.${table}`)} where code = ${code}`)
      )[0]?.until
    const before = await until()
    const decision = await record({ 'hef-op': code, 'hef-op-decharge': 'Het werk is af', 'genomen-dag': '20' })
    expect(await until()).toBe('2026-11-21')
    expect(await main(`/besluiten/${decision}`)).toContain('Het werk is af')
    expect(await said({ 'hef-op': code, 'hef-op-decharge': 'Nog eens', 'genomen-dag': '23' })).toContain(
      'Dit staat er al zo.',
    )
    await turnBack(decision)
    expect(await until()).toBe(before)
  }
})

describe('a decision grants money', () => {
  const grant = {
    'geld-aan': 'UP2023',
    'geld-bedrag': '€ 12.500,50',
    'geld-jaar': '2027',
    'geld-waarvoor': 'Cameratoezicht',
  }

  test('that stands with the money, with the decision as its source, until another turns it back', async () => {
    const code = await record({ titel: 'Geld voor toezicht', ...grant })
    const page = await main('/begroting')
    expect(page).toContain('Toegekend met een besluit')
    expect(page).toMatch(/Cameratoezicht.*Besluit B-2026/)
    expect(page).toContain('12.500,50')
    expect(await main(`/besluiten/${code}`)).toMatch(/geen geld .*12\.500,50.* voor 2027/)
    await turnBack(code)
    expect(await main('/begroting')).not.toContain('Cameratoezicht')
  })

  test('not without an amount, a year and what for', async () => {
    const page = await said({ ...grant, 'geld-bedrag': 'veel', 'geld-jaar': '27', 'geld-waarvoor': '' })
    expect(page).toContain('Schrijf het jaar in vier cijfers')
    expect(page).toContain('Schrijf waarvoor het geld is.')
    expect((await send({ ...grant, 'geld-bedrag': '-5' })).status).toBe(422)
    expect((await send({ ...grant, 'geld-bedrag': '1,234' })).status).toBe(422)
  })
})
