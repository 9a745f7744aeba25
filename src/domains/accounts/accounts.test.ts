import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addBureauAdviser,
  addExamplePerson,
  beginAccount,
  clearPart,
  releaseAccount,
  writeBlock,
} from '../../../test/environment/accounts'
import { hiddenIn } from '../../../test/environment/forms'
import { readPdf } from '../../../test/environment/pdf'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion, testMoment } from '../../../test/environment/region'
import { overseeing, owning, writing } from '../../platform/db/database'
import { createLog, silentLog } from '../../platform/log/log'
import { hashOfJson } from '../publications'
import { saidOf } from './bound.parts'
import { watchAccounts } from './watch.verbs'

let now = testMoment
let region: Opened
beforeAll(async () => {
  region = await openRegion({ figures: true, clock: () => now })
  await addExamplePerson(region, {
    name: 'officier',
    organisation: 'OM-MN',
    title: 'Hoofdofficier',
    role: 'bestuurder',
  })
  await addBureauAdviser(region)
  await addExamplePerson(region, { name: 'lezer-politie', organisation: 'POL-MN', title: 'Lezer', role: 'lezer' })
})
afterAll(() => region.close())

const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
const as = (person: string) => signInAs(region, person)
const wordsFor = async (address: string, person: string) => words(await region.text(address, await as(person)))
const later = (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000)
}
const rowsOf = async <T>(work: ReturnType<typeof sql<T>>) =>
  (await overseeing(region.db, (tx) => work.execute(tx))).rows
const codeOf = (address: string) => address.split('/').at(-1) ?? ''

describe('an account', () => {
  test('is begun by the programme manager of a bureau and by nobody else, once however often it is asked', async () => {
    const form = { soort: 'evaluatie', jaar: '2025', titel: 'Evaluatie', bureau: 'RVS' }
    for (const person of [
      'oov-utrecht',
      'burgemeester-houten',
      'analist-politie',
      'officier',
      'adviseur-bureau',
      'functioneel-beheerder',
    ]) {
      expect((await region.get('/verantwoordingsstukken/nieuw', await as(person))).status).toBe(404)
      expect((await region.post('/verantwoordingsstukken/nieuw', form, await as(person))).status).toBe(404)
    }
    const manager = await as('programmamanager')
    const first = await region.post('/verantwoordingsstukken/nieuw', form, manager)
    const second = await region.post('/verantwoordingsstukken/nieuw', form, manager)
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
  })

  test.each([
    ['jaarresultaten', 'jaarresultaten'],
    ['een-pagina', 'één pagina'],
  ])('of the kind %s is begun and says so', async (soort, said) => {
    const address = await beginAccount(region, { soort, titel: `Soort ${soort}` })
    expect(await wordsFor(address, 'programmamanager')).toContain(`Concept van ${said} over 2025`)
  })

  test('without a title or of a year to come is refused, and nothing typed is lost', async () => {
    const answer = await region.post(
      '/verantwoordingsstukken/nieuw',
      { soort: 'evaluatie', jaar: '2031', titel: '', bureau: 'RVS' },
      await as('programmamanager'),
    )
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Vul een jaar in van vier cijfers')
    expect(page).toContain('Geef het stuk een titel')
    expect(page).toContain('value="2031"')
  })

  test('is there for who has a part in it, and for nobody else, before it is released', async () => {
    const address = await beginAccount(region, { titel: 'Verborgen stuk' })
    for (const person of ['programmamanager', 'adviseur-bureau', 'analist-politie', 'officier', 'burgemeester-houten'])
      expect(await wordsFor(address, person)).toContain('Concept van jaarverslag over 2025')
    const preview = await region.get(`${address}/stuk.pdf`, await as('officier'))
    const pdf = await readPdf(new Uint8Array(await preview.arrayBuffer()))
    expect(pdf.isMarked).toBe(true)
    expect(pdf.text).toContain('Verborgen stuk')
    const nowhere = await (await region.get('/verantwoordingsstukken/jaarverslag-2025-x')).text()
    for (const headers of [
      {},
      await as('oov-utrecht'),
      await as('hoofd-riec'),
      await as('lezer-politie'),
      await as('functioneel-beheerder'),
    ]) {
      expect((await region.get(address, headers)).status).toBe(404)
      for (const format of ['html', 'pdf', 'docx', 'json'])
        expect((await region.get(`${address}/stuk.${format}`, headers)).status).toBe(404)
      expect((await region.get(`${address}/blok?soort=tekst&deel=bureau`, headers)).status).toBe(404)
      for (const deed of ['blok', 'vrijgeven', 'uitbrengen'])
        expect((await region.post(`${address}/${deed}`, { deel: 'politie' }, headers)).status).toBe(404)
      expect(await region.text('/verantwoordingsstukken', headers)).not.toContain('Verborgen stuk')
    }
    expect(nowhere).not.toContain('Verborgen')
  })
})

describe('a block', () => {
  let address: string
  beforeAll(async () => {
    address = await beginAccount(region, { titel: 'Stuk met blokken' })
  })

  test.each([
    ['programmamanager', 'politie', 303],
    ['adviseur-bureau', 'om', 303],
    ['analist-politie', 'politie', 303],
    ['analist-politie', 'om', 404],
    ['officier', 'om', 303],
    ['officier', 'bureau', 404],
    ['burgemeester-houten', 'gemeenten', 303],
    ['burgemeester-houten', 'politie', 404],
    ['lezer-politie', 'politie', 404],
    ['oov-utrecht', 'gemeenten', 404],
  ])('is written by %s in the part of %s: %i', async (person, deel, status) => {
    expect((await writeBlock(region, address, person, { titel: 'Kop', tekst: 'Woorden.', deel })).status).toBe(status)
  })

  test('is kept in versions: of two writers the second sees both texts and nothing is lost', async () => {
    const blok = randomUUID()
    const write = (person: string, tekst: string, versie: string) =>
      writeBlock(region, address, person, { blok, titel: 'Samen', tekst, deel: 'politie', versie })
    expect((await write('programmamanager', 'Eerste tekst.', '0')).status).toBe(303)
    expect((await write('programmamanager', 'Eerste tekst.', '0')).status).toBe(303)
    expect((await write('analist-politie', 'Tekst van de politie.', '1')).status).toBe(303)
    const clash = await write('programmamanager', 'Tekst van het bureau.', '1')
    expect(clash.status).toBe(409)
    const page = await clash.text()
    expect(words(page)).toContain('Intussen schreef een collega iets anders')
    expect(page).toContain('Tekst van de politie.')
    expect(page).toContain('Tekst van het bureau.')
    expect(page).toContain('name="versie" value="2"')
    expect((await write('programmamanager', 'Beide teksten.', '2')).status).toBe(303)
    const versions = await rowsOf(sql<{ version: number; body: string }>`
      select version, body from accounts.versions where block = ${blok} order by version`)
    expect(versions).toEqual([
      { version: 1, body: 'Eerste tekst.' },
      { version: 2, body: 'Tekst van de politie.' },
      { version: 3, body: 'Beide teksten.' },
    ])
  })

  test('that is sent twice at once is kept once, and of two texts at once one is kept and the other shown', async () => {
    const [manager, analyst] = [await as('programmamanager'), await as('analist-politie')]
    const blok = randomUUID()
    const form = { blok, soort: 'tekst', deel: 'politie', versie: '0', plaats: '10', titel: 'Tegelijk', tekst: 'Eén.' }
    const post = (fields: Record<string, string>, headers: Record<string, string>) =>
      region.post(`${address}/blok`, { ...form, ...fields }, headers)
    const twice = await Promise.all([post({}, manager), post({}, manager)])
    expect(twice.map(({ status }) => status)).toEqual([303, 303])
    const two = await Promise.all([
      post({ tekst: 'Van het bureau.', versie: '1' }, manager),
      post({ tekst: 'Van de politie.', versie: '1' }, analyst),
    ])
    expect(two.map(({ status }) => status).sort()).toEqual([303, 409])
    const shown = await two.find(({ status }) => status === 409)?.text()
    for (const words of ['Van het bureau.', 'Van de politie.']) expect(shown).toContain(words)
    const versions = await rowsOf(sql`select from accounts.versions where block = ${blok}`)
    expect(versions).toHaveLength(2)
  })

  test('never changes, also not by its owner, and keeps no name', async () => {
    for (const statement of [
      sql`update accounts.versions set body = 'x'`,
      sql`delete from accounts.versions`,
      sql`truncate accounts.files`,
    ])
      await expect(owning(region.db, (tx) => statement.execute(tx))).rejects.toThrow('never change')
    const [row] = await rowsOf(
      sql<{ acted_as: string }>`select acted_as from accounts.versions where part = 'om' limit 1`,
    )
    expect(row?.acted_as).toContain(', ')
    const sessionId = (await as('programmamanager')).cookie.split('=')[1] ?? null
    await expect(
      writing(region.db, { sessionId }, (tx) => sql`select writer from accounts.versions`.execute(tx)),
    ).rejects.toMatchObject({ code: '42501' })
  })

  test.each([
    ['{meting:BESTAAT-NIET}', 'Dit cijfer kennen wij niet: meting:BESTAAT-NIET'],
    ['{misdrijf:GM0344/9.9.9/2025-01..2025-12}', 'Dit cijfer kennen wij niet'],
    ['{misdrijf:GM0344/0.0.0/2025-12..2025-01}', 'Dit is geen verwijzing naar een cijfer'],
    ['{iets}', 'Dit is geen verwijzing naar een cijfer: iets'],
  ])('with %s is refused, and nothing typed is lost', async (tekst, fault) => {
    const answer = await writeBlock(region, address, 'programmamanager', {
      titel: 'Mijn kop',
      tekst: `Er waren ${tekst}.`,
      deel: 'bureau',
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(fault)
    expect(page).toContain(`Er waren ${tekst}.`)
    expect(page).toContain('value="Mijn kop"')
  })

  test('shows a figure with unit, area, period and source, and names numbers that were typed', async () => {
    await writeBlock(region, address, 'programmamanager', {
      titel: 'Met cijfers',
      tekst:
        'In 2025 waren er {misdrijf:GM0344/0.0.0/2025-01..2025-12}. Er werden {meting:M-005} gevraagd. Wij zagen 14 zaken op 3 mei.',
      deel: 'bureau',
    })
    const page = await wordsFor(address, 'programmamanager')
    expect(page).toMatch(
      /In 2025 waren er [\d.]+ geregistreerde misdrijven \(.*Utrecht, januari 2025 tot en met december 2025; bron: voorbeeldcijfers/,
    )
    expect(page).toMatch(/ten minste 13\.560 zaken \(.*, Midden-Nederland, 2017; bron: .*bekend op/)
    expect(page).toContain('Met cijfers: 14')
    expect(page).not.toContain('Met cijfers: 14 en 3')
  })

  test('of figures shows targets that were met and missed alike, and what is open as open with who has it', async () => {
    const [line] = await rowsOf(sql<{ code: string; title: string; name: string }>`
      select l.code, l.title, o.name from datacalls.lines l join identity.organisations o on o.code = l.holder
       where l.call = 'JR-2026' and l.measurement is null order by l.seq limit 1`)
    const targets = await judged()
    await writeBlock(region, address, 'programmamanager', {
      titel: 'De doelen',
      soort: 'cijfers',
      tekst: [`doel:${targets.met}`, `doel:${targets.notMet}`, `uitvraag:${line?.code}`].join('\r\n'),
      deel: 'bureau',
    })
    const page = await region.text(address, await as('programmamanager'))
    const rows = page.slice(page.lastIndexOf('De doelen</caption>')).split('<tr').slice(2, 5)
    const shape = (row = '') => row.replace(/>[^<]*</g, '><').replace(/\s+/g, ' ')
    expect(shape(rows[0])).toBe(shape(rows[1]))
    expect(words(`<tr${rows[0]}`)).toMatch(/ gehaald /)
    expect(words(`<tr${rows[1]}`)).toMatch(/ niet gehaald /)
    expect(words(`<tr${rows[2]}`)).toContain(`Nog open, gevraagd aan ${line?.name}`)
    expect(words(page)).toContain('cijfer is nog open')
  })

  test('of the same figure over months has a chart, with the table and every source below it', async () => {
    const months = ['2026-03', '2026-04', '2026-05'].map((month) => `misdrijf:GM0344/1.1.1/${month}..${month}`)
    await writeBlock(region, address, 'programmamanager', {
      titel: 'Inbraken',
      soort: 'cijfers',
      tekst: months.join('\n'),
      deel: 'bureau',
    })
    const page = await region.text(address, await as('programmamanager'))
    expect(page).toMatch(/id="reeks-1".*Inbraken<\/caption>/s)
    expect(words(page)).toMatch(/Utrecht, maart 2026 tot en met mei 2026\. Geregistreerde misdrijven, voorbeeldcijfers/)
    const draft = await region.text(`${address}/stuk.html`, await as('programmamanager'))
    expect(draft).toMatch(/role="img" aria-label="Kolommen\.[^"]*Het laagste is \d/)
    expect((await region.get(`${address}/stuk.pdf`, await as('programmamanager'))).status).toBe(200)
    expect((await region.get(`${address}/stuk.docx`, await as('programmamanager'))).status).toBe(200)
  })

  test('shows an answer of a data call once it is signed, and what nobody signed as open to everybody', async () => {
    const [first, second] = await rowsOf(sql<{ code: string }>`
      select code from datacalls.lines where call = 'JR-2026' and measurement is null and holder = 'POL-DRIO'
       order by seq desc limit 2`)
    const sessionId = (await as('analist-politie')).cookie.split('=')[1] ?? null
    await writing(region.db, { sessionId }, async (tx) => {
      await sql`insert into datacalls.answers (line, version, kind, value)
        values (${first?.code}, 1, 'getal', 4321), (${second?.code}, 1, 'getal', 8765)`.execute(tx)
      await sql`insert into datacalls.signatures (answer)
        select id from datacalls.answers where line = ${first?.code}`.execute(tx)
    })
    await writeBlock(region, address, 'programmamanager', {
      titel: 'Gevraagd',
      soort: 'cijfers',
      tekst: `uitvraag:${first?.code}\nuitvraag:${second?.code}`,
      deel: 'bureau',
    })
    for (const person of ['analist-politie', 'programmamanager', 'officier']) {
      const page = await wordsFor(address, person)
      expect(page).toContain('4.321')
      expect(page).toContain('Uitvraag, ondertekend door Analist')
      expect(page).not.toContain('8.765')
    }
  })

  test('that tells a story chooses put together or made up first, and with consent says until when', async () => {
    const page = await region.text(`${address}/blok?soort=verhaal&deel=bureau`, await as('programmamanager'))
    expect([...page.matchAll(/name="herkomst" value="(\w+)"/g)].map(([, value]) => value)).toEqual([
      'samengesteld',
      'gefingeerd',
      'toestemming',
    ])
    expect(page).toMatch(/value="samengesteld" checked/)
    const story = { titel: 'Verhaal', tekst: 'Iemand vertelt.', deel: 'bureau', soort: 'verhaal' }
    expect((await writeBlock(region, address, 'programmamanager', { ...story, herkomst: '' })).status).toBe(422)
    const without = await writeBlock(region, address, 'programmamanager', { ...story, herkomst: 'toestemming' })
    expect(await without.text()).toContain('Vul in tot welke dag de toestemming geldt')
    const past = { 'tot-dag': '1', 'tot-maand': '1', 'tot-jaar': '2026' }
    expect(
      (await writeBlock(region, address, 'programmamanager', { ...story, herkomst: 'toestemming', ...past })).status,
    ).toBe(422)
    expect((await writeBlock(region, address, 'programmamanager', { ...story, herkomst: 'gefingeerd' })).status).toBe(
      303,
    )
    expect(await wordsFor(address, 'programmamanager')).toContain('Gefingeerd verhaal')
  })
})

/** A target that was met and one that was missed, as the page of a year says it. */
async function judged(): Promise<{ met: string; notMet: string }> {
  const { measurementsOf, judgedTargets } = await import('../figures')
  const all = await overseeing(region.db, (tx) => measurementsOf(tx, { knownOn: '2026-11-24' as never }))
  const targets = judgedTargets(all)
  const of = (is: string) => targets.find(({ verdict }) => verdict.is === is)?.target.code ?? ''
  return { met: of('met'), notMet: of('notMet') }
}

describe('clearing', () => {
  test('is for a post of that kind of organisation, once however often, and is undone by a change', async () => {
    const address = await beginAccount(region, { titel: 'Om vrij te geven' })
    const blok = randomUUID()
    const block = { blok, titel: 'Politie', tekst: 'Tekst.', deel: 'politie' }
    await writeBlock(region, address, 'programmamanager', block)
    for (const person of ['programmamanager', 'officier', 'burgemeester-houten'])
      expect((await clearPart(region, address, person, 'politie')).status).toBe(404)
    const analyst = await as('analist-politie')
    const page = await region.text(address, analyst)
    const gezien = hiddenIn(page, 'gezien')
    for (const _ of [1, 2])
      expect((await region.post(`${address}/vrijgeven`, { deel: 'politie', gezien }, analyst)).status).toBe(303)
    expect(await wordsFor(address, 'officier')).toContain(
      'vrijgegeven door Analist, Dienst Regionale Informatieorganisatie',
    )
    await writeBlock(region, address, 'programmamanager', { ...block, tekst: 'Andere tekst.', versie: '1' })
    expect(await wordsFor(address, 'officier')).toContain('veranderd sinds Analist')
    const stale = await region.post(`${address}/vrijgeven`, { deel: 'politie', gezien }, analyst)
    expect(stale.status).toBe(409)
    expect(await stale.text()).toContain('Intussen veranderde er iets')
  })

  test('is not of a part in which nothing was ever written, by the database too; and also of one of which all is gone', async () => {
    const address = await beginAccount(region, { soort: 'jaarresultaten', titel: 'Met lege delen' })
    const analyst = await as('analist-politie')
    expect(await region.text(address, analyst)).not.toContain('Geef het deel van')
    const gezien = `0 ${hashOfJson([])}`
    const refused = await region.post(`${address}/vrijgeven`, { deel: 'politie', gezien }, analyst)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('In dit deel staat nog niets')
    const sessionId = analyst.cookie.split('=')[1] ?? null
    await expect(
      writing(region.db, { sessionId }, (tx) =>
        sql`insert into accounts.clearances (account, part, upto, hash)
          values (${codeOf(address)}, 'politie', 0, ${hashOfJson([])})`.execute(tx),
      ),
    ).rejects.toMatchObject({ code: '42501' })
    const block = { blok: randomUUID(), titel: 'Politie', tekst: 'Tekst.', deel: 'politie' }
    await writeBlock(region, address, 'analist-politie', block)
    await writeBlock(region, address, 'analist-politie', { ...block, versie: '1', weg: 'ja' })
    expect((await clearPart(region, address, 'analist-politie', 'politie')).status).toBe(303)
    expect(await wordsFor(address, 'programmamanager')).toContain(
      'In het deel van het Openbaar Ministerie staat nog niets',
    )
  })

  test('waits on the start page of who clears a part, until it is cleared as it is', async () => {
    const address = await beginAccount(region, { titel: 'Wacht op de politie' })
    const waits = async (person: string) =>
      (await wordsFor('/mijn', person)).includes('Wacht op de politie: het deel van politie vrijgeven')
    expect(await waits('analist-politie')).toBe(false)
    const block = { blok: randomUUID(), titel: 'Politie', tekst: 'Tekst.', deel: 'politie' }
    await writeBlock(region, address, 'programmamanager', block)
    expect([await waits('analist-politie'), await waits('officier'), await waits('lezer-politie')]).toEqual([
      ...[true, false, false],
    ])
    expect(await wordsFor('/', 'analist-politie')).toMatch(/uw deel van een verantwoordingsstuk/i)
    await clearPart(region, address, 'analist-politie', 'politie')
    expect(await waits('analist-politie')).toBe(false)
    await writeBlock(region, address, 'programmamanager', { ...block, tekst: 'Andere tekst.', versie: '1' })
    expect(await waits('analist-politie')).toBe(true)
  })

  test('says so when nobody has a part or nobody else releases', async () => {
    const address = await beginAccount(region, { titel: 'Zonder officier' })
    for (const deel of ['om', 'bureau'])
      await writeBlock(region, address, 'programmamanager', { titel: 'B', tekst: 'Tekst.', deel })
    const page = () => wordsFor(address, 'programmamanager')
    const nobody = 'Er is nog niemand van het Openbaar Ministerie die dit deel kan vrijgeven'
    expect(await page()).not.toContain(nobody)
    expect(await page()).not.toContain('Zo’n collega is er nog niet')
    const until = (people: string, day: string | null) =>
      owning(region.db, (tx) =>
        sql`update identity.posts set valid_to = ${day}::date
          where person in (select id from identity.people where name = ${people})`.execute(tx),
      )
    for (const person of ['officier', 'adviseur-bureau']) await until(person, '2026-01-01')
    expect(await page()).toContain(`${nobody}. De functioneel beheerder voegt iemand toe, in een andere rol dan lezer.`)
    expect(await page()).toContain('een programmamanager, adviseur of analist. Zo’n collega is er nog niet')
    for (const person of ['officier', 'adviseur-bureau']) await until(person, null)
  })

  test('is undone by another figure as well', async () => {
    const address = await beginAccount(region, { titel: 'Met een cijfer' })
    await writeBlock(region, address, 'programmamanager', {
      titel: 'P',
      tekst: 'Er waren {meting:M-004}.',
      deel: 'politie',
    })
    await clearPart(region, address, 'analist-politie', 'politie')
    expect(await wordsFor(address, 'officier')).toContain('vrijgegeven door Analist')
    await owning(region.db, (tx) => sql`update figures.measurements set value = 24000 where code = 'M-004'`.execute(tx))
    expect(await wordsFor(address, 'officier')).toContain('veranderd sinds Analist')
    await owning(region.db, (tx) => sql`update figures.measurements set value = 25000 where code = 'M-004'`.execute(tx))
  })
})

describe('releasing', () => {
  let address: string
  const bytes = async (format: string) =>
    new Uint8Array(await (await region.get(`${address}/stuk.${format}`)).arrayBuffer())
  const hash = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
  const kept = new Map<string, string>()

  test('asks that police, prosecutor and mayors cleared the results of a year, and that somebody else wrote last', async () => {
    address = await beginAccount(region, { soort: 'jaarresultaten', titel: 'Jaarresultaten 2025' })
    const [line] = await rowsOf(sql<{ code: string }>`
      select code from datacalls.lines where call = 'JR-2026' and measurement is null order by seq limit 1`)
    await writeBlock(region, address, 'analist-politie', {
      titel: 'Wat er gebeurde',
      tekst: 'Er waren {misdrijf:GM0344/0.0.0/2025-01..2025-12}.',
      deel: 'politie',
    })
    for (const [person, deel] of [
      ['officier', 'om'],
      ['burgemeester-houten', 'gemeenten'],
    ] as const)
      await writeBlock(region, address, person, {
        titel: 'Wat wij deden',
        tekst: 'Wij waren er 14 keer.',
        deel,
        plaats: '15',
      })
    const { met, notMet } = await judged()
    await writeBlock(region, address, 'programmamanager', {
      titel: 'Doelen',
      soort: 'cijfers',
      tekst: `doel:${met}\ndoel:${notMet}\nuitvraag:${line?.code}`,
      deel: 'bureau',
      plaats: '20',
    })
    for (const [person, part] of [
      ['analist-politie', 'politie'],
      ['officier', 'om'],
      ['adviseur-bureau', 'bureau'],
    ] as const)
      expect((await clearPart(region, address, person, part)).status).toBe(303)
    expect(await wordsFor(address, 'adviseur-bureau')).toContain('Het deel van gemeenten is niet vrijgegeven')
    expect((await releaseAccount(region, address, 'adviseur-bureau')).status).toBe(409)
    expect((await region.get(address)).status).toBe(404)
    expect((await clearPart(region, address, 'burgemeester-houten', 'gemeenten')).status).toBe(303)
    expect(await wordsFor(address, 'programmamanager')).toContain('U schreef zelf het laatste')
    expect((await releaseAccount(region, address, 'programmamanager')).status).toBe(409)
    for (const person of ['analist-politie', 'officier', 'burgemeester-houten'])
      expect(
        (await region.post(`${address}/uitbrengen`, { gezien: 'x', akkoord: 'ja' }, await as(person))).status,
      ).toBe(404)
    expect((await region.get(address)).status).toBe(404)
  })

  test('is refused by the database too: by who wrote last, uncleared, without an entry', async () => {
    const insert = async (person: string, of: string) => {
      const sessionId = (await as(person)).cookie.split('=')[1] ?? null
      return writing(region.db, { sessionId }, (tx) =>
        sql`insert into accounts.releases (account, is_example) values (${codeOf(of)}, false)`.execute(tx),
      )
    }
    await expect(insert('programmamanager', address)).rejects.toMatchObject({ code: '42501' })
    await expect(insert('analist-politie', address)).rejects.toMatchObject({ code: '42501' })
    await expect(insert('adviseur-bureau', address)).rejects.toThrow('entered in the ledger')
    const uncleared = await beginAccount(region, { titel: 'Niet vrijgegeven' })
    await writeBlock(region, uncleared, 'programmamanager', { titel: 'B', tekst: 'Tekst.', deel: 'bureau' })
    await expect(insert('adviseur-bureau', uncleared)).rejects.toMatchObject({ code: '42501' })
  })

  test('of a draft with a story of which the consent ended is refused', async () => {
    const other = await beginAccount(region, { titel: 'Met toestemming' })
    await writeBlock(region, other, 'programmamanager', {
      ...{ titel: 'Verhaal', tekst: 'Iemand vertelt.', deel: 'bureau', soort: 'verhaal', herkomst: 'toestemming' },
      ...{ 'tot-dag': '26', 'tot-maand': '11', 'tot-jaar': '2026' },
    })
    await clearPart(region, other, 'adviseur-bureau', 'bureau')
    expect(await wordsFor(other, 'adviseur-bureau')).toContain('Breng uit')
    const before = now
    later(2)
    expect(await wordsFor(other, 'adviseur-bureau')).toContain('De toestemming voor ‘Verhaal’ is voorbij')
    expect((await releaseAccount(region, other, 'adviseur-bureau')).status).toBe(409)
    const sessionId = (await as('adviseur-bureau')).cookie.split('=')[1] ?? null
    await expect(
      writing(region.db, { sessionId }, (tx) =>
        sql`insert into accounts.releases (account, is_example) values (${codeOf(other)}, false)`.execute(tx),
      ),
    ).rejects.toMatchObject({ code: '42501' })
    now = before
  })

  test('is done by a second person, with what was seen, once, and enters the bytes in the ledger', async () => {
    const adviser = await as('adviseur-bureau')
    const page = await region.text(address, adviser)
    const form = page.split('<form').find((one) => one.includes('/uitbrengen"')) ?? ''
    const gezien = hiddenIn(form, 'gezien')
    const send = (ticks: Record<string, string>) => region.post(`${address}/uitbrengen`, { gezien, ...ticks }, adviser)
    expect((await send({})).status).toBe(422)
    expect(words(form)).toContain('Wat wij deden: 14. Wat wij deden: 14.')
    const unread = await send({ akkoord: 'ja' })
    expect(unread.status).toBe(422)
    const again = await unread.text()
    expect(again).toContain('Kijk de getypte getallen na en kruis aan dat ze kloppen.')
    expect(again).toMatch(/name="akkoord" value="ja"[^>]* checked/)
    expect((await send({ getypt: 'ja' })).status).toBe(422)
    expect((await region.get(address)).status).toBe(404)
    for (const _ of [1, 2]) expect((await send({ getypt: 'ja', akkoord: 'ja' })).status).toBe(303)
    const { regels } = await region.json<{ regels: Record<string, unknown>[] }>('/publicaties/logboek/uitvoer.json')
    expect(regels).toHaveLength(1)
    expect(regels[0]).toMatchObject({ soort: 'verantwoording', onderwerp: codeOf(address), adres: address })
    for (const [name, entered] of Object.entries(regels[0]?.bestanden as Record<string, string>)) {
      const content = new Uint8Array(await (await region.get(`${address}/${name}`)).arrayBuffer())
      expect(hash(content)).toBe(entered)
      kept.set(name, entered)
    }
    expect([...kept.keys()].sort()).toEqual(['stuk.docx', 'stuk.html', 'stuk.json', 'stuk.pdf'])
    expect(await region.text('/publicaties/logboek')).toContain(`href="${address}"`)
    expect(new TextDecoder().decode((await bytes('pdf')).slice(0, 5))).toBe('%PDF-')
  })

  test('makes it public, with what is open as open and every part with who cleared it', async () => {
    const page = words(await region.text(address))
    expect(page).toContain('uitgebracht op')
    expect(page).toContain('Deel van politie: vrijgegeven door Analist')
    expect(page).toContain('Nog open, gevraagd aan')
    expect(page).toMatch(/ niet gehaald /)
    expect(page).toContain('voorbeeldcijfers')
    const print = words(await region.text(`${address}/stuk.html`))
    for (const said of [
      'vrijgegeven door Hoofdofficier',
      'Nog open, gevraagd aan',
      'niet gehaald',
      'Logboek van publicaties',
    ])
      expect(print).toContain(said)
    expect(await region.text('/verantwoordingsstukken')).toContain('Jaarresultaten 2025')
    expect(await region.text('/verantwoordingsstukken')).not.toContain('Verborgen stuk')
  })

  test('ends all writing and clearing', async () => {
    const answer = await writeBlock(region, address, 'programmamanager', {
      titel: 'Nog iets',
      tekst: 'Te laat.',
      deel: 'bureau',
    })
    expect(answer.status).toBe(404)
    const sessionId = (await as('programmamanager')).cookie.split('=')[1] ?? null
    for (const statement of [
      sql`insert into accounts.versions (block, account, version, part, kind, seq, title, body)
        values (gen_random_uuid(), ${codeOf(address)}, 1, 'bureau', 'tekst', 1, 'x', 'x')`,
      sql`insert into accounts.files (account, format, content, hash)
        values (${codeOf(address)}, 'pdf', 'x', encode(sha256('x'), 'hex'))`,
    ])
      await expect(writing(region.db, { sessionId }, (tx) => statement.execute(tx))).rejects.toThrow()
    await expect(owning(region.db, (tx) => sql`update accounts.files set content = 'x'`.execute(tx))).rejects.toThrow(
      'never change',
    )
  })

  test('keeps the bytes and the page when a later measurement or answer comes, and recomputes equal', async () => {
    const before = await region.text(address)
    const { met } = await judged()
    await owning(region.db, async (tx) => {
      await sql`insert into figures.measurements (code, indicator, area, period, value, unit, kind, qualifier, printed, leads, sources)
        select 'LATER-1', indicator, area, '2026', 1, unit, kind, qualifier, '1', true, sources
          from figures.measurements where code = ${met}`.execute(tx)
    })
    await region.post('/uitvragen/JR-2026/POL-DRIO', { 'waarde-JR-2026-01': '25.000' }, await as('analist-politie'))
    later(1)
    await watchAccounts(region.db, { log: silentLog, word: saidOf }, () => false)
    await watchAccounts(region.db, { log: silentLog, word: saidOf }, () => false)
    const rows = await rowsOf(sql<{ equal: number; different: number; gone: number; is_same: boolean }>`
      select equal, different, gone, is_same from accounts.recomputations`)
    // One count, two targets with their outcome, and a line that was open.
    expect(rows).toEqual([{ equal: 6, different: 0, gone: 0, is_same: true }])
    for (const [name, entered] of kept) {
      const content = new Uint8Array(await (await region.get(`${address}/${name}`)).arrayBuffer())
      expect(hash(content)).toBe(entered)
    }
    const after = await region.text(address)
    expect(words(after)).toContain('kwam alles gelijk uit: 6 cijfers')
    const recomputed = words(await region.text(`${address}/narekenen`))
    expect(recomputed).toContain('Alle 6 getallen zijn gelijk.')
    expect(recomputed).toMatch(
      /Som van de maanden: verzonnen voorbeeldcijfers, bekend op [\w ]+ [\d.]+ geregistreerde misdrijven gelijk/,
    )
    expect(recomputed).toContain('Uitvraag, toen nog niet beantwoord nog open gelijk')
    expect(recomputed).toMatch(/Dit stuk is regel \d+ van het logboek van publicaties ?, opgenomen door versie 0\.0\.0/)
    const account = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('id="narekenen"'))
    expect(account(after)).toBe(account(before))
  })

  test('and a number that was written over is an alarm', async () => {
    const { notMet } = await judged()
    await owning(region.db, (tx) =>
      sql`update figures.measurements set value = value + 1 where code = ${notMet}`.execute(tx),
    )
    later(1)
    const lines: string[] = []
    await watchAccounts(
      region.db,
      {
        log: createLog(
          'info',
          (line) => lines.push(line),
          () => now,
        ),
        word: saidOf,
      },
      () => false,
    )
    expect(lines.join()).toContain('recomputed otherwise')
    expect(await wordsFor('/beheer', 'functioneel-beheerder')).toContain(codeOf(address))
    expect(await wordsFor(address, 'officier')).toContain('niet alles gelijk uit: 1 cijfer is nu anders')
    const recomputed = await region.text(`${address}/narekenen`)
    expect(words(recomputed)).toContain('Van 6 getallen zijn er 5 gelijk.')
    expect(recomputed.match(/ongelijk: /g)).toHaveLength(1)
  })
})
