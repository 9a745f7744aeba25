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
import { owning, writing } from '../../platform/db/database'
import { silentLog } from '../../platform/log/log'
import { saidOf } from './bound.parts'
import { watchAccounts } from './watch.verbs'

let now = testMoment
let region: Opened
let address: string
beforeAll(async () => {
  region = await openRegion({ figures: true, clock: () => now })
  await addBureauAdviser(region)
  address = await beginAccount(region, { titel: 'Wat wij deden' })
  await writeBlock(region, address, 'programmamanager', {
    titel: 'In woorden',
    tekst: 'Er werden {meting:M-004}.\nHet doel: {doel:M-005}.',
    deel: 'bureau',
  })
  await writeBlock(region, address, 'programmamanager', {
    ...{ titel: 'Het verhaal van de brug', tekst: 'Iemand vertelt.', deel: 'bureau', soort: 'verhaal' },
    ...{ herkomst: 'toestemming', 'tot-dag': '10', 'tot-maand': '12', 'tot-jaar': '2026' },
  })
  await clearPart(region, address, 'programmamanager', 'bureau')
  await releaseAccount(region, address, 'adviseur-bureau')
})
afterAll(() => region.close())

const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const as = (person: string) => signInAs(region, person)
const code = () => address.split('/').at(-1) ?? ''

describe('a correction of a released account', () => {
  const typed = { stond: 'Een brug.', lees: 'Geen brug.', waarom: 'Die brug is er niet.' }
  const correct = async (person: string, form: Record<string, string>) =>
    region.post(`${address}/corrigeren`, form, await as(person))

  test('is written by who works on it at the bureau, and by nobody else', async () => {
    for (const person of ['analist-politie', 'burgemeester-houten', 'oov-utrecht', 'functioneel-beheerder']) {
      expect((await region.get(`${address}/corrigeren`, await as(person))).status).toBe(404)
      expect((await correct(person, typed)).status).toBe(404)
    }
    expect(await region.text(address, await as('adviseur-bureau'))).toContain('/corrigeren"')
    expect(await region.text(address)).not.toContain('/corrigeren"')
    const sessionId = (await as('analist-politie')).cookie.split('=')[1] ?? null
    await expect(
      writing(region.db, { sessionId }, (tx) =>
        sql`insert into publications.corrections (kind, subject, before, after, reason)
          values ('verantwoording', ${code()}, 'a', 'b', 'c')`.execute(tx),
      ),
    ).rejects.toMatchObject({ code: '42501' })
    const alone = { sessionId: (await as('adviseur-bureau')).cookie.split('=')[1] ?? null }
    await expect(
      writing(region.db, alone, (tx) =>
        sql`insert into publications.corrections (kind, subject, before, after, reason)
          values ('verantwoording', ${code()}, 'a', 'b', 'c')`.execute(tx),
      ),
    ).rejects.toThrow('entered in the ledger')
  })

  test('without a reason is refused, and nothing typed is lost', async () => {
    const answer = await correct('adviseur-bureau', { ...typed, waarom: '' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Schrijf waarom dit een correctie is.')
    expect(page).toContain('Geen brug.')
  })

  test('stands beside it and among all corrections, once, in the ledger, and the account stays as it is', async () => {
    const before = await (await region.get(`${address}/stuk.pdf`)).arrayBuffer()
    const nummer = randomUUID()
    for (const _ of [1, 2]) expect((await correct('adviseur-bureau', { ...typed, nummer })).status).toBe(303)
    for (const path of [address, '/publicaties/correcties']) {
      const page = words(await region.text(path))
      expect(page.match(/Geen brug\./g)).toHaveLength(1)
      expect(page).toContain('Adviseur, ')
    }
    expect(await region.text('/publicaties/correcties')).toContain(`href="${address}">Wat wij deden`)
    const { regels } = await region.json<{ regels: Record<string, unknown>[] }>('/publicaties/logboek/uitvoer.json')
    expect(regels.filter(({ soort }) => soort === 'correctie')).toMatchObject([
      { onderwerp: nummer, adres: `${address}#daarna` },
    ])
    expect(words(await region.text('/publicaties/logboek'))).toContain('Correctie')
    expect(await (await region.get(`${address}/stuk.pdf`)).arrayBuffer()).toEqual(before)
  })
})

describe('consent that ends after the release', () => {
  const waits = async (person: string) => words(await region.text('/mijn', await as(person)))
  const said = 'de toestemming voor ‘Het verhaal van de brug’'

  test('waits for the bureau from 30 days before, and for nobody else, until a correction names the story', async () => {
    const before = now
    now = new Date('2026-11-09T09:00:00Z')
    expect(await waits('adviseur-bureau')).not.toContain(said)
    now = new Date('2026-12-10T09:00:00Z')
    expect(await waits('adviseur-bureau')).toContain(`${said} is voorbij sinds 10 december 2026`)
    now = before
    expect(await waits('adviseur-bureau')).toContain(`${said} eindigt op 10 december 2026`)
    for (const person of ['analist-politie', 'burgemeester-houten']) expect(await waits(person)).not.toContain(said)
    const correction = { stond: 'Het verhaal van de brug', lees: 'Weggelaten.', waarom: 'De toestemming eindigt.' }
    const sent = { ...correction, nummer: randomUUID() }
    expect((await region.post(`${address}/corrigeren`, sent, await as('adviseur-bureau'))).status).toBe(303)
    expect(await waits('adviseur-bureau')).not.toContain(said)
  })
})

describe('later figures', () => {
  const night = async () => {
    now = new Date(now.getTime() + 86_400_000)
    await watchAccounts(region.db, { log: silentLog, word: saidOf }, () => false)
  }

  test('that say the same are told as the same', async () => {
    await night()
    expect(words(await region.text(address))).toContain('Met de cijfers van nu zou hier hetzelfde staan.')
  })

  test('of another number are listed with both; a target that turned is another sentence', async () => {
    const page = words(await region.text(address))
    expect(page).toContain('Het doel: doel ten minste 13.560 zaken')
    await owning(region.db, async (tx) => {
      for (const [from, to, kind, value] of [
        ['M-004', 'LATER-4', 'doel', 24_000],
        ['M-005', 'LATER-5', 'realisatie', 1],
      ] as const)
        await sql`insert into figures.measurements
            (code, indicator, area, period, base_period, value, unit, kind, qualifier, printed, leads, sources)
          select ${to}, indicator, area, period, base_period, ${value}::numeric, unit,
                 ${kind}, 'exact', ${String(value)}, true, '{}'
            from figures.measurements where code = ${from}`.execute(tx)
      await sql`update figures.measurements set leads = false where code = 'M-004'`.execute(tx)
    })
    await night()
    const later = words(await region.text(address))
    expect(later).toContain('Met de cijfers van nu staat hier iets anders.')
    expect(later).toMatch(/Cijfers die zijn bijgesteld .*25\.000.*24\.000/)
    expect(later).toMatch(/In woorden Het doel: doel ten minste 13\.560 zaken, uitkomst .* niet gehaald/)
    expect(later).toContain('kwam alles gelijk uit')
    expect(words(await region.text('/publicaties/correcties'))).toContain('Met de cijfers van nu')
  })

  test('lead back: who relied on a figure is told, drafts not', async () => {
    const draft = await beginAccount(region, { titel: 'Nog geheim' })
    await writeBlock(region, draft, 'programmamanager', { titel: 'x', tekst: '{meting:M-004}', deel: 'bureau' })
    const page = await region.text('/verantwoordingsstukken/steunt-op?meting=M-004')
    expect(page).toContain(`href="${address}"`)
    expect(words(page)).toContain('Dit cijfer zit in 1 uitgebracht stuk')
    expect(page).not.toContain('Nog geheim')
    expect(await region.text('/metingen/M-004')).toContain('/verantwoordingsstukken/steunt-op?meting=M-004')
    expect((await region.get('/verantwoordingsstukken/steunt-op?meting=X')).status).toBe(400)
  })
})
