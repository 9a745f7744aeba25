import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordDecision, sendDecision } from '../../../test/environment/decisions'
import { dayFields, sendForm } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { itemFields, planFields, seatCollege, seatFields } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { keepView, releaseView } from '../../../test/environment/proposals'
import { type Opened, openRegion } from '../../../test/environment/region'
import { writing } from '../../platform/db/database'

type Headers = { cookie: string }

let region: Opened
let [manager, secretary, chair, adviser]: Headers[] = []

beforeAll(async () => {
  region = await openRegion()
  manager = await signInAs(region, 'programmamanager')
  chair = await signInAs(region, 'burgemeester-houten')
  adviser = await signInAs(region, 'oov-renswoude')
  for (const area of ['WU', 'FL']) await seatCollege(region, area)
  // A college that is not public: nobody may know that it is asked.
  await sendForm(region, '/gremia/DVC/beginnen', { gebied: 'OU' }, manager)
  await sendForm(region, '/gremia/RVC/beginnen', { gebied: 'MNL', openbaar: 'ja' }, manager)
  await sendForm(region, '/gremia/RVC/MNL/zetels', await seatFields(region, 'hoofd-bureau', 'secretaris'), manager)
  secretary = await signInAs(region, 'hoofd-bureau')
})
afterAll(() => region.close())

const main = async (path: string, headers?: Headers) => mainText(await region.text(path, headers))
const status = async (path: string, headers?: Headers) => (await region.get(path, headers)).status
const question = {
  titel: 'Kan dit in de districten?',
  'vraag-aan': 'DVC',
  vraag: 'Wat is er nodig om dit uit te voeren?',
  ...dayFields('vraag-tot', '2027-02-01'),
}
const record = (form: Record<string, string>, headers = manager) => recordDecision(region, form, headers)
const send = (form: Record<string, string>, headers = manager) => sendDecision(region, form, headers)
const askedBy = async (code: string) =>
  (
    await region.rows(
      sql<{
        code: string
        result: string | null
      }>`select code, result from proposals.proposals where decision = ${code}`,
    )
  )[0] ?? { code: '', result: null }
const at = (code: string, who = 'DVC-WU') => `/voorstellen/${code}/stappen/1/bij/${who}`
const counts = () =>
  region.rows(sql<{ n: number }>`
    select count(*)::integer as n from decisions.decisions union all select count(*)::integer from proposals.proposals
    union all select count(*)::integer from mail.outbox`)

describe('a decision asks another body', () => {
  test('inside its own transaction: each public instance is asked and mailed, and everybody reads what was asked', async () => {
    const code = await record(question)
    const asked = await askedBy(code)
    const page = await main(`/besluiten/${code}`)
    expect(page).toMatch(
      /Vraagt een ander gremium Districtelijk Veiligheidscollege Wat is er nodig om dit uit te voeren\? geen vraag 2 gevraagd, antwoorden kan tot en met 1 februari 2027/,
    )
    expect(page).toContain('0 van de 2 antwoordden.')
    expect(
      await region.rows(
        sql`select distinct recipient from mail.outbox where subject = 'Er is een vraag aan u gesteld'`,
      ),
    ).toHaveLength(1)
    // The way to the question only for who may read it.
    expect(page).not.toContain('De vraag en de antwoorden')
    expect(await status(`/voorstellen/${asked.code}`)).toBe(404)
    expect(await main(`/besluiten/${code}`, manager)).toContain('De vraag en de antwoorden')
    expect(await main(`/voorstellen/${asked.code}`, chair)).toContain(`gevraagd met besluit ${code}`)
    expect(await main(`/voorstellen/${asked.code}`, chair)).toContain('Ingebracht door Regionaal Veiligheidscollege')
    expect(await main(`/voorstellen/${asked.code}`, manager)).not.toContain('Oost-Utrecht')
  })

  test('as the secretary of the one that decides, who then leads the question', async () => {
    const code = await record({ ...question, gebied: 'MNL' }, secretary)
    const asked = await askedBy(code)
    expect(await status(`/voorstellen/${asked.code}/afsluiten`, secretary)).toBe(200)
    expect(await status(`/voorstellen/${asked.code}/afsluiten`, chair)).toBe(404)
  })

  test('or the councils of all municipalities, by their advisers', async () => {
    const code = await record({ ...question, 'vraag-aan': 'gemeenten' })
    const asked = await askedBy(code)
    expect(await main(`/besluiten/${code}`)).toMatch(/de raden van de gemeenten .* 38 gevraagd/)
    expect(await status(`${at(asked.code, 'GM0339')}/schrijven`, adviser)).toBe(200)
  })

  test('and says how many answered, to everybody the same, of a draft nothing', async () => {
    const code = await record(question)
    const { code: asked } = await askedBy(code)
    await keepView(region, at(asked), { toelichting: 'Twee mensen erbij.' }, secretary)
    expect(await main(`/besluiten/${code}`, secretary)).toContain('0 van de 2 antwoordden.')
    await releaseView(region, at(asked), chair)
    expect(await main(`/besluiten/${code}`)).toContain('1 van de 2 antwoordden.')
    expect(await main(`/besluiten/${code}`)).not.toContain('Twee mensen erbij.')
    expect(await main(`/besluiten/${code}`, chair)).toContain('1 van de 2 antwoordden.')
    // An answer stays: the decision that asked for it is not turned back.
    const refused = await send({ draaitTerug: code, 'genomen-dag': '24' })
    expect(refused.status).toBe(409)
    expect(mainText(await refused.text())).toContain('De vraag van dit besluit is al beantwoord')
    expect((await askedBy(code)).result).toBeNull()
  })

  test('turned back while nobody answered, the question is withdrawn, a draft or not', async () => {
    const code = await record(question)
    const { code: asked } = await askedBy(code)
    await keepView(region, at(asked), { toelichting: 'Nog een concept.' }, secretary)
    const back = await record({ draaitTerug: code, titel: `${code} terug`, 'genomen-dag': '24' })
    expect((await askedBy(code)).result).toBe('ingetrokken')
    const told = await region.rows(
      sql<{ recipient: string; body: string }>`
        select recipient, body from mail.outbox where subject = 'Een vraag aan u is ingetrokken'`,
    )
    expect(told.map(({ recipient }) => recipient)).toEqual(['hoofd-bureau@voorbeeld.invalid'])
    expect(told.map(({ body }) => body).join()).not.toContain('concept')
    expect(await main(`/voorstellen/${asked}`, chair)).toMatch(
      /Afgesloten: ingetrokken\. Besluit .* is teruggedraaid\./,
    )
    expect(await main(`/besluiten/${back}`)).toMatch(/2 gevraagd, .* vraag ingetrokken/)
    expect(await status(`${at(asked)}/schrijven`, secretary)).toBe(404)
  })

  test('not with gaps, not until a day that has passed, not where nobody is, and not without a mandate', async () => {
    const before = await counts()
    const said = async (form: Record<string, string>) => mainText(await (await send({ ...question, ...form })).text())
    expect(await said({ vraag: '', 'vraag-tot-jaar': '' })).toMatch(/Schrijf wat u vraagt\..*Vul de laatste dag in/)
    expect(await said({ 'vraag-aan': '' })).toContain('Kies aan wie u dit vraagt')
    expect(await said({ 'vraag-aan': 'GDB' })).toContain('Kies een gremium uit de lijst.')
    expect(await said(dayFields('vraag-tot', '2026-11-23'))).toContain('Deze dag is al voorbij.')
    expect(await said({ gremium: 'DVC', gebied: 'WU' })).toContain('gaat hier op die dag niet over')
    expect(await said({ zichtbaar: 'vertrouwelijk' })).toContain('kan niets veranderen dat openbaar is')
    expect(await counts()).toEqual(before)
  })

  test('and a watched priority comes back to who keeps the agenda, until it stands there', async () => {
    const watch = { stand: 'volgend', volger: 'RVS', volgt: 'robbery' }
    const code = await record({ ...watch, prioriteit: 'P23-DV', ...dayFields('terug', '2027-02-01') })
    await record({ ...watch, prioriteit: 'P23-MO', ...dayFields('terug', '2027-06-01') })
    const waits = 'op de agenda van Regionaal Veiligheidscollege op 1 februari 2027'
    for (const headers of [manager, secretary]) {
      const page = await main('/mijn', headers)
      expect(page).toContain(waits)
      expect(page).toContain(`besluit ${code}`)
      expect(page).not.toContain('1 juni 2027')
    }
    for (const headers of [chair, adviser]) expect(await main('/mijn', headers)).not.toContain(waits)
    const held = await sendForm(
      region,
      '/vergaderingen/plannen',
      { overleg: 'RVC-MNL', ...planFields('2027-01-27') },
      secretary as Headers,
    )
    const item = itemFields('Digitale veiligheid, terug', { 'gaat-over': 'P23-DV' })
    await sendForm(region, `${held}/punten/nieuw`, item, secretary as Headers)
    expect(await main('/mijn', secretary)).not.toContain(waits)

    // Watched on: until a later day. What it was stands beside it.
    const watchedOn = { ...watch, prioriteit: 'P23-MO', ...dayFields('terug', '2027-01-15') }
    const again = await record({ ...watchedOn, ...dayFields('genomen', '2026-11-24') })
    expect(await main(`/besluiten/${again}`)).toMatch(/volgend: .*1 juni 2027.*volgend, opnieuw/)
    expect(await main('/prioriteiten/P23-MO')).toMatch(/Terug op de agenda op 15 januari 2027/)
    expect(await main('/mijn', secretary)).toContain('op 15 januari 2027')
    await record({ draaitTerug: again, titel: `${again} terug`, 'genomen-dag': '24' })
    expect(await main('/prioriteiten/P23-MO')).toContain('Terug op de agenda op 1 juni 2027')
    const same = await send({ ...watchedOn, ...dayFields('terug', '2027-06-01'), 'genomen-dag': '24' })
    expect(mainText(await same.text())).toContain('heeft die stand al')
  })

  test('and nobody asks beside a decision: the database opens that to no visitor', async () => {
    const call = (headers: Headers | undefined) =>
      writing(region.db, { sessionId: headers?.cookie.split('=')[1] ?? null }, (tx) =>
        sql`select proposals.ask_down('{}', array['DVC-WU'], '{}', '2027-02-01', 'B-2027-001')`.execute(tx),
      )
    for (const headers of [manager, secretary, undefined])
      await expect(call(headers)).rejects.toThrow(/permission denied/)
  })
})
