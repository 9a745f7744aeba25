import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, sendForm } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { seatCollege, seatFields } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { keepView, releaseView, startProposal } from '../../../test/environment/proposals'
import { type Opened, openRegion } from '../../../test/environment/region'
import { reading } from '../../platform/db/database'
import { openRounds } from '.'

type Headers = { cookie: string }

let region: Opened
let now = new Date('2026-11-24T09:00:00Z')
let [manager, secretary, chair, member, motor]: Headers[] = []

const signIn = async () => {
  manager = await signInAs(region, 'programmamanager')
  secretary = await signInAs(region, 'hoofd-bureau')
  chair = await signInAs(region, 'burgemeester-houten')
  member = await signInAs(region, 'oov-renswoude')
  motor = await signInAs(region, 'oov-utrecht')
}
beforeAll(async () => {
  region = await openRegion({ clock: () => now })
  await signIn()
  const college = await seatCollege(region)
  await sendForm(region, `${college}/zetels`, await seatFields(region, 'oov-renswoude', 'lid'), manager as Headers)
})
afterAll(() => region.close())

const main = async (path: string, headers?: Headers) => mainText(await region.text(path, headers))

/** A round in the college of West-Utrecht until 10 December; gives where it stands and what each seat is called. */
async function beginRound(title: string, until = '2026-12-10') {
  const proposal = await startProposal(region, { titel: title, route: 'ronde', overleg: 'DVC-WU' }, secretary)
  await sendForm(region, `${proposal}/stappen/1/beginnen`, dayFields('termijn', until), secretary as Headers)
  const seats = await region.rows(
    sql<{ id: string; kind: string }>`select id, kind from meetings.seats where instance = 'DVC-WU' order by kind`,
  )
  const seatOf = (kind: string) => seats.find((one) => one.kind === kind)?.id ?? ''
  return { proposal, at: `${proposal}/stappen/1/bij/DVC-WU`, seatOf }
}
const say = (at: string, zetel: string, form: Record<string, string>, headers: Headers | undefined) =>
  region.post(`${at}/ronde`, { zetel, ...form }, headers)
const roundsOf = (headers: Headers | undefined) =>
  reading(region.db, { sessionId: headers?.cookie.split('=')[1] ?? null }, (tx) => openRounds(tx))

describe('a written round', () => {
  test('is begun by the secretary of that instance, or the programme manager', async () => {
    await sendForm(region, '/gremia/DVC/beginnen', { gebied: 'FL', openbaar: 'ja' }, manager as Headers)
    const form = { titel: 'x', tekst: 'x', indiener: 'RVS', route: 'ronde', overleg: 'DVC-FL' }
    expect((await region.post('/voorstellen/nieuw', form, secretary)).status).toBe(422)
    expect((await region.post('/voorstellen/nieuw', form, manager)).status).toBe(303)
  })

  test('is said yes to by the seats of its instance, by nobody else, and closed by the chair when all did', async () => {
    const { at, seatOf, proposal } = await beginRound('Het rooster')
    expect(await roundsOf(member)).toEqual([
      {
        title: 'Het rooster',
        who: 'Districtelijk Veiligheidscollege West-Utrecht',
        term: '2026-12-10',
        address: at,
        silent: [{ seat: seatOf('lid'), title: expect.any(String) }],
      },
    ])
    expect(await roundsOf(motor)).toEqual([])
    expect(await main('/mijn', member)).toContain('schriftelijke ronde: laat weten wat u vindt')
    for (const headers of [secretary, motor, manager, chair, undefined])
      expect((await say(at, seatOf('lid'), { woord: 'akkoord' }, headers)).status).toBe(404)
    const empty = await say(at, seatOf('lid'), { woord: 'opmerking' }, member)
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Schrijf uw opmerking.')
    for (let click = 0; click < 2; click++)
      expect((await say(at, seatOf('lid'), { woord: 'opmerking', opmerking: 'Wel in mei.' }, member)).status).toBe(303)
    expect(await region.rows(sql`select from proposals.words`)).toHaveLength(1)
    expect(await roundsOf(member)).toEqual([])
    // What a seat said is for who sits there.
    expect(await main(at, motor)).toContain('Wel in mei.')
    expect(await main(at, manager)).not.toContain('Wel in mei.')
    expect((await region.post(`${at}/ronde-sluiten`, {}, chair)).status).toBe(422)
    expect(await main(at, chair)).not.toContain('Sluit de ronde')
    await say(at, seatOf('voorzitter'), { woord: 'akkoord' }, chair)
    expect(await main(at, chair)).toMatch(/Het voorstel.*Wat vindt u\?.*Sluit de ronde/)
    for (const headers of [secretary, member, manager, undefined])
      expect((await region.post(`${at}/ronde-sluiten`, {}, headers)).status).toBe(404)
    for (let click = 0; click < 2; click++)
      expect((await region.post(`${at}/ronde-sluiten`, {}, chair)).status).toBe(303)
    expect((await say(at, seatOf('lid'), { woord: 'akkoord' }, member)).status).toBe(404)
    const page = await main(proposal, manager)
    expect(page).toContain('instemmen')
    expect(page).toContain('Wel in mei.')
    expect(page).toContain('nog niet teruggemeld')
  })

  test('with a seat that does not agree is talked about, and then written and released as elsewhere', async () => {
    const { at, seatOf, proposal } = await beginRound('De flexteams')
    await say(at, seatOf('voorzitter'), { woord: 'akkoord' }, chair)
    await say(at, seatOf('lid'), { woord: 'niet', opmerking: 'Te duur.' }, member)
    expect((await region.get(`${at}/schrijven`, secretary)).status).toBe(404)
    await sendForm(region, `${at}/ronde-sluiten`, {}, chair as Headers)
    expect(await main(at, member)).toContain('het komt in de eerstvolgende vergadering')
    expect(await main(proposal, manager)).not.toContain('Te duur.')
    const told = await region.rows(
      sql<{ body: string }>`select body from mail.outbox where subject like 'Schriftelijke ronde: het komt%'`,
    )
    expect(told).toHaveLength(1)
    expect(told[0]?.body).not.toMatch(/flexteams|Te duur/)
    await keepView(region, at, { zienswijze: 'aanhouden' }, secretary)
    await releaseView(region, at, chair)
    expect(await main(proposal, manager)).toContain('aanhouden')
  })

  test('is open until its last day; who said nothing is unknown, and when nobody spoke it is talked about', async () => {
    const { at, seatOf, proposal } = await beginRound('De camera’s', '2026-12-01')
    const silent = await beginRound('De stilte', '2026-12-01')
    await say(at, seatOf('voorzitter'), { woord: 'akkoord' }, chair)
    now = new Date('2026-12-01T23:00:00Z')
    await signIn()
    expect((await say(at, seatOf('lid'), { woord: 'akkoord' }, member)).status).toBe(404)
    expect(await main(at, chair)).toContain('Van 1 lid weten wij het niet.')
    expect(await main(at, member)).toContain('onbekend')
    await sendForm(region, `${at}/ronde-sluiten`, {}, chair as Headers)
    expect(await main(proposal, manager)).toContain('instemmen')
    await sendForm(region, `${silent.at}/ronde-sluiten`, {}, chair as Headers)
    expect(await main(silent.proposal, manager)).toContain('komt dit in de vergadering')
  })
})
