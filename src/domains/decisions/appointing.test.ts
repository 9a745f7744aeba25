import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordDecision, sendDecision } from '../../../test/environment/decisions'
import { dayFields, sendForm } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { planMeeting, seatCollege, seatFields } from '../../../test/environment/meetings'
import { endItem, sendItems } from '../../../test/environment/outcomes'
import { signInAs } from '../../../test/environment/people'
import { startProposal } from '../../../test/environment/proposals'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'

type Headers = { cookie: string }

let region: Opened
let manager: Headers
let college = ''
let now = new Date('2026-11-24T09:00:00Z')

beforeAll(async () => {
  region = await openRegion({ clock: () => now })
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
    const inApi = async () =>
      (JSON.parse(await region.text('/api/v1/toekenningen?jaar=2027')) as { items: unknown[] }).items
    expect(await inApi()).toMatchObject([
      { code: `${code}-1`, bedrag: 12500.5, eenheid: 'euro', jaar: 2027, ontvanger: 'UP2023', besluit: code },
    ])
    expect((await region.get(`/api/v1/toekenningen/${code}-1`)).status).toBe(200)
    await turnBack(code)
    expect(await inApi()).toEqual([])
    expect((await region.get(`/api/v1/toekenningen/${code}-1`)).status).toBe(404)
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

describe('a body that a decision ends', () => {
  const ends = {
    titel: 'De colleges gaan op in één',
    'hef-op': 'DVC',
    'hef-op-decharge': 'Het werk',
    'genomen-dag': '24',
  }
  const seats = () =>
    region.rows(sql<{ kind: string; until: string | null }>`
      select kind, valid_to::text as until from meetings.seats where instance = 'DVC-WU' and coalesce(valid_to > '2026-11-24', true) and valid_to is distinct from valid_from
       order by kind, valid_to`)
  let [secretary, mayor]: Headers[] = []
  let [held, toCome]: string[] = []
  let decision = ''
  // A session ends after two hours without use.
  const signIn = async () => {
    manager = await signInAs(region, 'programmamanager')
    secretary = await signInAs(region, 'hoofd-bureau')
    mayor = await signInAs(region, 'burgemeester-houten')
  }

  beforeAll(async () => {
    await signIn()
    await owning(region.db, (tx) =>
      sql`update meetings.seats set valid_to = '2027-03-01' where instance = 'DVC-WU' and kind = 'voorzitter'`.execute(
        tx,
      ),
    )
    held = await planMeeting(region, '2026-11-24')
    toCome = await planMeeting(region, '2026-12-08')
    await sendItems(region, held, ['Cameratoezicht', 'Besloten zaak'], secretary as Headers)
    for (const [label, words] of [
      ['1', 'Het toezicht'],
      ['b1', 'Kraanvogel'],
    ] as const)
      await endItem(region, held, label, words, secretary as Headers)
    const round = await startProposal(region, { titel: 'Het rooster', route: 'ronde', overleg: 'DVC-WU' }, manager)
    await sendForm(region, `${round}/stappen/1/beginnen`, dayFields('termijn', '2026-12-10'), manager)
  })

  test('takes its seats along, turned back gives them back as they were, and what was called off stays so', async () => {
    const before = await seats()
    const code = await record(ends)
    expect(new Set((await seats()).map(({ until }) => until))).toEqual(new Set(['2026-11-25']))
    // In what everybody reads is no seat.
    const [effect] = await region.rows(
      sql<{ after: object }>`select after from decisions.effects where decision = ${code}`,
    )
    expect(effect?.after).toEqual({ tot: '2026-11-25', decharge: 'Het werk' })
    await turnBack(code)
    expect(await seats()).toEqual(before)
    const told = await region.rows(sql<{ recipient: string }>`
      select recipient from mail.outbox where subject like 'Uw zetel blijft: %' and body like ${`%${code}%`}`)
    expect(told.map(({ recipient }) => recipient.split('@')[0])).toEqual(
      expect.arrayContaining(['burgemeester-houten', 'hoofd-bureau']),
    )
    expect(new Set(told.map(({ recipient }) => recipient)).size).toBe(told.length)
    expect(await main(toCome ?? '')).toContain('afgelast')
    toCome = await planMeeting(region, '2026-12-15')
  })

  test('calls off what was planned, in the calendar too, and tells who sits there once', async () => {
    decision = await record(ends)
    expect(await main(toCome ?? '')).toContain(`Het gremium is opgeheven met besluit ${decision}.`)
    const feed = await region.text(`${college}/agenda.ics`)
    expect(feed).toMatch(/DTSTART;VALUE=DATE:20261215[\s\S]*?STATUS:CANCELLED/)
    const mails = await region.rows(sql<{ recipient: string; body: string }>`
      select recipient, body from mail.outbox where subject like 'Uw zetel eindigt: %' and body like ${`%${decision}%`} order by 1`)
    expect(mails.map(({ recipient }) => recipient.split('@')[0])).toEqual(
      expect.arrayContaining(['burgemeester-houten', 'hoofd-bureau']),
    )
    expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(mails.length)
    expect(mails[0]?.body).toContain(
      'eindigt op 25-11-2026 om 0.00 uur. Wat op die dag of later was gepland, gaat niet door: 15-12-2026.',
    )
  })

  test('is there until midnight, for who sits there with all it left open', async () => {
    now = new Date('2026-11-24T22:59:00Z')
    await signIn()
    expect((await region.get(`${held}/punten/b1`, mayor)).status).toBe(200)
    expect(await main('/mijn', secretary)).toContain('van een opgeheven overleg: zoek een nieuw thuis')
    expect(await main('/mijn', mayor)).not.toContain('zoek een nieuw thuis')
    // Each link goes where its reader may come.
    expect(await region.text('/opgeheven-overleggen', secretary)).toContain(`href="${held}/afspraken/1"`)
    const ofManager = await region.text('/opgeheven-overleggen', manager)
    expect(ofManager).toContain(`href="${held}"`)
    expect(ofManager).not.toContain(`href="${held}/afspraken/1"`)
    // No end that is set now lies after that of the body.
    const [seat] = await region.rows(
      sql<{ id: string }>`select id from meetings.seats where instance = 'DVC-WU' and kind = 'motorblok' limit 1`,
    )
    const end = dayFields(`einde-${seat?.id}`, '2027-01-01')
    expect((await region.post(`${college}/zetels/${seat?.id}`, end, manager)).status).toBe(303)
    expect(new Set((await seats()).map(({ until }) => until))).toEqual(new Set(['2026-11-25']))
    const left = await main('/opgeheven-overleggen', secretary)
    for (const words of ['Het toezicht: uitzoeken', 'Besloten afspraak b1']) expect(left).toContain(words)
    expect(left).not.toContain('Kraanvogel')
  })

  test('is not there after midnight: the bureau finds what is open a home, and knows nothing of what is closed', async () => {
    now = new Date('2026-11-24T23:00:00Z')
    expect((await region.get(`${held}/punten/b1`, mayor)).status).toBe(404)
    expect((await region.get(`${held}/verloop`, secretary)).status).toBe(404)
    const left = await main('/opgeheven-overleggen', manager)
    expect(left).toMatch(/Afspraak 1, nog niet openbaar \(Hoofd, .*Het rooster \(.*: ligt daar\)/)
    for (const kept of ['Het toezicht', 'Kraanvogel', 'b1']) expect(left).not.toContain(kept)
    expect(await main('/opgeheven-overleggen', mayor)).toContain('Er staat voor u niets open.')
    const [open] = await region.rows(
      sql<{ id: string; closed: string }>`select (select id from outcomes.promises where not is_closed) as id,
        (select id from outcomes.promises where is_closed) as closed`,
    )
    const name = `naar-${held?.split('/').at(-1)}-1`
    const at = `/opgeheven-overleggen/${open?.id}`
    expect((await region.post(at, { [name]: 'x' }, mayor)).status).toBe(404)
    expect((await region.post(`/opgeheven-overleggen/${open?.closed}`, { [name]: 'x' }, manager)).status).toBe(404)
    expect((await region.post(at, { [name]: '' }, manager)).status).toBe(422)
    for (let click = 0; click < 2; click++)
      expect((await region.post(at, { [name]: 'Het regionaal college' }, manager)).status).toBe(303)
    expect((await region.post(at, { [name]: 'x' }, mayor)).status).toBe(404)
    expect(await main('/opgeheven-overleggen', manager)).not.toContain('Afspraak 1')
    // A step asks nobody of a body that ended.
    const tooLate = await startProposal(region, { titel: 'Te laat' }, manager)
    const begin = (seq: number) =>
      region.post(`${tooLate}/stappen/${seq}/beginnen`, dayFields('termijn', '2026-12-20'), manager)
    const started = await region.rows(
      sql`select from proposals.addressees where instance = 'DVC-WU' and proposal = ${tooLate.split('/').at(-1)}`,
    )
    expect(started).toEqual([])
    // Of one that was named while the body was there neither.
    await owning(region.db, (tx) =>
      sql`insert into proposals.addressees (proposal, seq, instance) values (${tooLate.split('/').at(-1)}, 3, 'DVC-WU')`.execute(
        tx,
      ),
    )
    for (const seq of [1, 2]) {
      expect((await begin(seq)).status).toBe(303)
      await sendForm(region, `${tooLate}/stappen/${seq}/afronden`, { uitkomst: 'Klaar.' }, manager)
    }
    expect((await begin(3)).status).toBe(422)
    // And nobody gets in by a seat that is given now.
    expect(await main(college, manager)).toContain('Dit overleg bestaat niet meer.')
    const late = await seatFields(region, 'oov-renswoude', 'lid', dayFields('vanaf', '2026-11-25'))
    expect((await region.post(`${college}/zetels`, late, manager)).status).toBe(422)
    const earlier = await seatFields(region, 'oov-renswoude', 'lid', dayFields('vanaf', '2026-11-20'))
    expect((await region.post(`${college}/zetels`, earlier, manager)).status).toBe(303)
    expect((await region.get(`${held}/punten/b1`, await signInAs(region, 'oov-renswoude'))).status).toBe(404)
  })
})
