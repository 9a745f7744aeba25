import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addBureauAdviser,
  beginAccount,
  clearPart,
  releaseAccount,
  writeBlock,
} from '../../../test/environment/accounts'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion, testMoment } from '../../../test/environment/region'
import { overseeing, writing } from '../../platform/db/database'
import { usualEnd } from './window'

test.each([
  ['2026-11-24', '2026-12-01'],
  ['2026-11-27', '2026-12-04'],
])('five working days from %s end on %s', (from, until) => expect(usualEnd(from as never)).toBe(until))

describe('the window before a release', () => {
  let now = testMoment
  let region: Opened
  let address: string
  beforeAll(async () => {
    region = await openRegion({ figures: true, clock: () => now })
    await addBureauAdviser(region)
    address = await beginAccount(region, { titel: 'Voor iedereen anders' })
    const tekst = 'Er waren {misdrijf:gebied/0.0.0/2025-01..2025-12}.'
    await writeBlock(region, address, 'programmamanager', { titel: 'Overal', tekst, deel: 'bureau', waar: 'gebieden' })
  })
  afterAll(() => region.close())
  const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  const as = (person: string) => signInAs(region, person)
  const preview = (area: string) => `${address}/vooraf/${area}`
  const until = { 'tot-dag': '1', 'tot-maand': '12', 'tot-jaar': '2026' }
  const open = async (person: string, form: Record<string, string> = until) =>
    region.post(`${address}/inzage`, form, await as(person))

  test('is opened by the bureau, once every part is cleared', async () => {
    expect((await open('programmamanager')).status).toBe(409)
    await clearPart(region, address, 'programmamanager', 'bureau')
    for (const person of ['burgemeester-houten', 'analist-politie', 'oov-utrecht'])
      expect((await open(person)).status).toBe(404)
    expect((await open('programmamanager', { ...until, 'tot-jaar': '2025' })).status).toBe(422)
    expect((await region.get(preview('GM0344'), await as('oov-utrecht'))).status).toBe(404)
  })

  test('holds what can be asked, written by the bureau and kept when it is not whole', async () => {
    const vraag = randomUUID()
    const form = { vraag, versie: '0', vraagtekst: 'Waarom zo veel?', antwoord: 'Dat weten wij niet.' }
    const write = async (person: string, of: Record<string, string>) =>
      region.post(`${address}/vragen`, of, await as(person))
    expect((await write('burgemeester-houten', form)).status).toBe(404)
    const empty = await write('adviseur-bureau', { ...form, antwoord: '' })
    expect([empty.status, (await empty.text()).includes('Waarom zo veel?')]).toEqual([422, true])
    for (const _ of [1, 2]) expect((await write('adviseur-bureau', form)).status).toBe(303)
    const clash = await write('programmamanager', { ...form, antwoord: 'Anders.' })
    expect(clash.status).toBe(409)
    const both = { ...form, vraag: randomUUID(), vraagtekst: 'Tegelijk?' }
    const answers = await Promise.all(
      ['adviseur-bureau', 'programmamanager'].map((person) => write(person, { ...both, antwoord: `Van ${person}.` })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const weg = { ...both, versie: '1', antwoord: 'Weg.', weg: 'ja' }
    expect((await write('programmamanager', weg)).status).toBe(303)
    expect(await region.text(`${address}/vragen`, await as('programmamanager'))).toContain('Dat weten wij niet.')
  })

  test('shows each municipality its own page and no other, and nothing to anybody else', async () => {
    const page = await region.text(address, await as('programmamanager'))
    const form = page.split('<form').find((one) => one.includes(`action="${address}/inzage"`)) ?? ''
    const sleutel = /name="sleutel" value="([^"]+)"/.exec(form)?.[1] ?? ''
    for (const _ of [1, 2]) expect((await open('programmamanager', { ...until, sleutel })).status).toBe(303)
    const own = words(await region.text(preview('GM0344'), await as('oov-utrecht')))
    expect(own).toMatch(/Er waren [\d.]+ geregistreerde misdrijven \(.*, Utrecht,/)
    expect(own).toContain('Waarom zo veel? Dat weten wij niet.')
    expect(await region.text('/verantwoordingsstukken', await as('oov-utrecht'))).toContain(preview('GM0344'))
    expect(words(await region.text('/mijn', await as('oov-utrecht')))).toContain('Voor iedereen anders: Utrecht')
    expect(await region.text('/mijn', await as('oov-utrecht'))).toContain(preview('GM0344'))
    const others: [string | null, string][] = [
      ...[null, 'hoofd-riec', 'functioneel-beheerder', 'burgemeester-houten', 'programmamanager'].map(
        (person) => [person, 'GM0344'] as [string | null, string],
      ),
      ['oov-utrecht', 'GM0321'],
    ]
    for (const [person, area] of others)
      expect((await region.get(preview(area), person ? await as(person) : {})).status, `${person} ${area}`).toBe(404)
    expect((await region.get(address, await as('oov-utrecht'))).status).toBe(404)
    expect(await region.text('/verantwoordingsstukken')).not.toContain('Voor iedereen anders')
  })

  test('mails who may look, without a figure', async () => {
    const mails = await overseeing(region.db, (tx) =>
      sql<{
        body: string
        subject: string
      }>`select subject, body from mail.outbox where subject like 'Vooraf voor%'`.execute(tx),
    )
    // Twice the same form is one window, and one mail to the mayor of Houten, who is there alone.
    expect(mails.rows.filter(({ subject }) => subject.includes('Houten'))).toHaveLength(1)
    const windows = await overseeing(region.db, (tx) => sql`select from accounts.windows`.execute(tx))
    expect(windows.rows).toHaveLength(1)
    const mail = mails.rows.find(({ subject }) => subject.includes('Houten'))
    expect(mail?.body).toContain(encodeURIComponent(preview('GM0321')))
    expect(mail?.body).not.toMatch(/misdrijven/)
  })

  test('tells the bureau who looked, by function, and nobody else', async () => {
    const page = words(await region.text(address, await as('programmamanager')))
    expect(page).toContain('1 gemeente keek, van 38')
    expect(page).toMatch(/Utrecht [^;]*, Utrecht, 24 november 2026/)
    expect(words(await region.text(address, await as('burgemeester-houten')))).not.toContain('gemeente keek')
  })

  const release = async () => {
    const headers = await as('adviseur-bureau')
    const page = await region.text(address, headers)
    return {
      page: words(page),
      answer: await region.post(`${address}/uitbrengen`, { gezien: 'x', akkoord: 'ja' }, headers),
    }
  }
  const insert = async () => {
    const sessionId = (await as('adviseur-bureau')).cookie.split('=')[1] ?? null
    const code = decodeURIComponent(address.split('/').at(-1) ?? '')
    return writing(region.db, { sessionId }, (tx) =>
      sql`insert into accounts.releases (account, is_example) values (${code}, false)`.execute(tx),
    )
  }

  test('keeps the account from being released until it is over, by the database too', async () => {
    now = new Date('2026-12-01T22:30:00Z')
    await clearPart(region, address, 'programmamanager', 'bureau')
    const { page, answer } = await release()
    expect(page).toContain('Tot en met 1 december 2026 kijkt iedere gemeente eerst naar de eigen pagina')
    expect(answer.status).toBe(409)
    await expect(insert()).rejects.toMatchObject({ code: '42501' })
  })

  test('so does the moment that stands on the release calendar', async () => {
    now = new Date('2026-12-02T08:00:00Z')
    const announced = {
      ...{ soort: 'verantwoording', kenmerk: decodeURIComponent(address.split('/').at(-1) ?? '') },
      ...{ titel: 'Voor iedereen anders', over: '2025', bureau: 'RVS', tijd: '9.30' },
      ...{ 'dag-dag': '2', 'dag-maand': '12', 'dag-jaar': '2026' },
    }
    const manager = await as('programmamanager')
    expect((await region.post('/publicatiekalender/nieuw', announced, manager)).status).toBe(303)
    await clearPart(region, address, 'programmamanager', 'bureau')
    const { page, answer } = await release()
    expect(page).toContain('Op de publicatiekalender staat dit stuk voor 2 december 2026, 09.30 uur')
    expect(answer.status).toBe(409)
    await expect(insert()).rejects.toMatchObject({ code: '42501' })
  })

  test('is over after its last day, and when the account is released; the questions stay where they are', async () => {
    now = new Date('2026-12-02T09:00:00Z')
    expect((await region.get(preview('GM0344'), await as('oov-utrecht'))).status).toBe(404)
    expect(await region.text('/mijn', await as('oov-utrecht'))).not.toContain(preview('GM0344'))
    expect((await releaseAccount(region, address, 'adviseur-bureau')).status).toBe(303)
    expect((await region.get(preview('GM0344'), await as('oov-utrecht'))).status).toBe(404)
    expect((await region.get(`${address}/gebieden/GM0344.html`)).status).toBe(200)
    for (const path of [address, `${address}/stuk.html`, `${address}/gebieden/GM0344.html`])
      expect(await region.text(path)).not.toContain('Waarom zo veel')
  })
})
