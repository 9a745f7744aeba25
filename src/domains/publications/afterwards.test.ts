import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { addWholeRelease } from '../../../test/environment/releases'
import { makeDrafts, renswoude, reportPeriod, signReport } from '../../../test/environment/reports'
import type { Month } from '../../kernel/month'
import { owning } from '../../platform/db/database'
import { createLog, silentLog } from '../../platform/log/log'
import { watchPublications } from './night-round.verbs'
import { differencesOf } from './sentence.parts'

const page = `/rapportages/${renswoude}`
const utrecht = `GM0344-${reportPeriod}-1`
const wordsOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

let now = new Date('2026-11-24T09:00:00Z')
let region: Opened
let adviser: { cookie: string }
const watch = (log = silentLog) =>
  watchPublications(region.db, { seal: region.seal, compare: differencesOf, log }, () => false)

/** As many crimes of each type in a month of Renswoude, since 2024; of one type in one month another number. */
const release = (modified: string, other: Readonly<Record<string, readonly [number, number, number]>> = {}) =>
  addWholeRelease(region, {
    modified,
    last: '2026-08' as Month,
    months: 32,
    areas: [
      { code: 'GM0339', name: 'Renswoude' },
      { code: 'GM0344', name: 'Utrecht' },
    ],
    counts: (area, month) => (area === 'GM0339' && other[month]) || [50, 20, 10],
  })

beforeAll(async () => {
  region = await openRegion({ clock: () => now })
  await release('2026-09-15T12:00:00Z')
  await makeDrafts(region)
  await signReport(region, renswoude, 'oov-renswoude')
})
afterAll(() => region.close())

describe('the night', () => {
  test('asks every published figure again, and says so on the report and in the log of publications', async () => {
    expect(wordsOf(await region.text('/publicaties/logboek'))).toContain('nog niet nagerekend')
    await watch()
    for (const path of [page, '/publicaties/logboek'])
      expect(wordsOf(await region.text(path))).toMatch(/alle \d+ gelijk/)
    const rows = () =>
      owning(region.db, async (tx) => (await sql`select from publications.recomputations`.execute(tx)).rows.length)
    expect(await rows()).toBe(1)
    await watch()
    expect(await rows()).toBe(1)
  })

  test('gives an alarm when one is not the same', async () => {
    now = new Date('2026-11-25T09:00:00Z')
    const add = (n: number) =>
      owning(region.db, (tx) =>
        sql`update crime.counts set counts[1] = counts[1] + ${n}::integer where area = 'GM0339' and month = '2026-03'`.execute(
          tx,
        ),
      )
    await add(1)
    const lines: string[] = []
    await watch(
      createLog(
        'error',
        (line) => lines.push(line),
        () => now,
      ),
    )
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'published figures', report: renswoude, different: 2 })
    for (const path of [page, '/publicaties/logboek'])
      expect(wordsOf(await region.text(path))).toMatch(/2 niet gelijk, \d+ gelijk/)
    const administration = () => signInAs(region, 'functioneel-beheerder').then((one) => region.text('/beheer', one))
    expect(wordsOf(await administration())).toContain(`niet gelijk als wij ze narekenen. Het gaat om ${renswoude}.`)
    await add(-1)
    now = new Date('2026-11-26T09:00:00Z')
    await watch()
    expect(wordsOf(await administration())).not.toContain('niet gelijk')
  })

  test.each([
    [
      'a number in what is shown was changed',
      sql`update publications.reports set model = replace(model, '"value":50', '"value":51') where code = ${renswoude}`,
    ],
    [
      'a file was changed, and its hash with it',
      sql`update publications.files set content = content || '\\x20'::bytea, hash = encode(sha256(content || '\\x20'::bytea), 'hex')
        where report = ${renswoude} and format = 'pdf'`,
    ],
  ])('gives an alarm when %s by somebody who may do everything', async (_, tampering) => {
    const before = await owning(region.db, async (tx) => ({
      reports: (
        await sql<{ model: string }>`select model from publications.reports where code = ${renswoude}`.execute(tx)
      ).rows[0],
      pdf: (
        await sql<{
          content: string
          hash: string
        }>`select encode(content, 'hex') as content, hash from publications.files
          where report = ${renswoude} and format = 'pdf'`.execute(tx)
      ).rows[0],
    }))
    const tamper = (what: ReturnType<typeof sql>) =>
      owning(region.db, async (tx) => {
        await sql`alter table publications.reports disable trigger user`.execute(tx)
        await sql`alter table publications.files disable trigger user`.execute(tx)
        await what.execute(tx)
        await sql`alter table publications.reports enable trigger user`.execute(tx)
        await sql`alter table publications.files enable trigger user`.execute(tx)
      })
    await tamper(tampering)
    now = new Date(now.getTime() + 86_400_000)
    const lines: string[] = []
    await watch(
      createLog(
        'error',
        (line) => lines.push(line),
        () => now,
      ),
    )
    expect(lines.join()).toContain('published figures')
    await tamper(sql`update publications.reports set model = ${before.reports?.model} where code = ${renswoude}`)
    await tamper(sql`update publications.files set content = decode(${before.pdf?.content}, 'hex'), hash = ${before.pdf?.hash}
      where report = ${renswoude} and format = 'pdf'`)
  })

  test('looks at no draft', async () => {
    const { rows } = await owning(region.db, (tx) =>
      sql<{ report: string }>`select report from publications.recomputations where report <> ${renswoude}`.execute(tx),
    )
    expect(rows).toEqual([])
  })
})

describe('later figures', () => {
  test('that say the same in another number are counted, with the way to the revisions', async () => {
    await release('2026-11-25T12:00:00Z', { '2026-03': [51, 20, 10] })
    await watch()
    const words = wordsOf(await region.text(page))
    expect(words).toContain('blijft wat wij over een verandering zeggen hetzelfde')
    expect(words).toContain('2 getallen zijn bijgesteld')
    expect(await region.text(page)).toContain('href="/veiligheidsbeelden/GM0339/herzieningen"')
    expect((await region.get('/veiligheidsbeelden/GM0339/herzieningen')).status).toBe(200)
    expect(words).not.toContain('staat hier iets anders')
    expect(wordsOf(await region.text('/publicaties/correcties'))).toContain('2 getallen bijgesteld')
  })

  test('that would be another sentence are told on the report and among the corrections', async () => {
    const before = await region.text(`${page}/rapport.html`)
    await release('2026-11-26T08:00:00Z', {
      '2026-03': [150, 20, 10],
      '2026-04': [150, 20, 10],
      '2026-05': [150, 20, 10],
    })
    await watch()
    for (const path of [page, '/publicaties/correcties']) {
      const words = wordsOf(await region.text(path))
      expect(words).toContain('Met de cijfers van nu zou hier staan')
      expect(words).toContain('geen aantoonbare verandering')
      expect(words).toContain('registreerde de politie 600 misdrijven')
      expect(words).toContain('26 november 2026')
    }
    expect(await region.text(`${page}/rapport.html`)).toBe(before)
  })
})

describe('a correction by hand', () => {
  beforeAll(async () => {
    adviser = await signInAs(region, 'oov-renswoude')
  })
  const correct = (headers: { cookie: string }, form: Record<string, string>) =>
    region.post(`${page}/corrigeren`, form, headers)
  const form = { stond: 'de brug', lees: 'het viaduct', waarom: 'Er is geen brug.' }

  test('is written by who may sign that report, and by nobody else', async () => {
    for (const person of ['oov-utrecht', 'functioneel-beheerder', 'programmamanager']) {
      const headers = await signInAs(region, person)
      expect((await region.get(`${page}/corrigeren`, headers)).status).toBe(404)
      expect((await correct(headers, form)).status).toBe(404)
    }
    expect((await region.get(`/rapportages/${utrecht}/corrigeren`, await signInAs(region, 'oov-utrecht'))).status).toBe(
      404,
    )
    expect((await region.get(`${page}/corrigeren`, adviser)).status).toBe(200)
  })

  test('needs before, after and a reason, and loses nothing that was typed', async () => {
    const answer = await correct(adviser, { ...form, waarom: ' ' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Schrijf waarom dit een correctie is.')
    expect(html).toContain('het viaduct')
  })

  test('stands beside the report and among the corrections, once, and for good', async () => {
    const nummer = '6f0c1c3a-0000-4000-8000-000000000009'
    for (let sent = 0; sent < 2; sent += 1) expect((await correct(adviser, { ...form, nummer })).status).toBe(303)
    for (const path of [page, '/publicaties/correcties']) {
      const words = wordsOf(await region.text(path))
      expect(words.match(/Er is geen brug\./g)).toHaveLength(1)
      expect(words).toContain('Adviseur openbare orde en veiligheid, Renswoude')
    }
    for (const statement of [
      sql`update publications.corrections set after = 'x'`,
      sql`delete from publications.corrections`,
    ])
      await expect(owning(region.db, (tx) => statement.execute(tx))).rejects.toThrow('never changes')
  })
})

describe('who relied on a figure', () => {
  const asked = (query: string) => region.text(`/publicaties/steunt-op${query}`)
  test('is told for an area, a type and a month: of published reports only', async () => {
    const html = await asked('?gebied=GM0339&soort=0.0.0&maand=2026-03')
    expect(wordsOf(html)).toContain('Dit cijfer zit in 1 gepubliceerd stuk')
    expect(html).toContain(`href="${page}"`)
    expect(wordsOf(html)).toContain('januari 2026 tot en met juni 2026')
    expect(wordsOf(await asked('?gebied=GM0344&maand=2026-03'))).toContain('Geen enkel gepubliceerd stuk')
    expect(wordsOf(await asked('?gebied=GM0339&maand=2024-12'))).toContain('Geen enkel gepubliceerd stuk')
    // The year before is in it too.
    expect(wordsOf(await asked('?gebied=GM0339&maand=2025-07'))).toContain('Dit cijfer zit in 1 gepubliceerd stuk')
  })

  test('includes the wholes an area is part of', async () => {
    const region0 = (await region.text('/publicaties/steunt-op')).match(/value="([^"]+)">[^<]*\(regio\)/)?.[1] ?? ''
    const whole = `${region0}-${reportPeriod}-1`
    expect((await signReport(region, whole, 'programmamanager')).status).toBe(303)
    expect(wordsOf(await asked('?gebied=GM0339&maand=2026-03'))).toContain('Dit cijfer zit in 2 gepubliceerde stukken')
  })

  test('says what is wrong with an address', async () => {
    for (const query of ['?gebied=XX', '?gebied=GM0339&maand=maart', '?gebied=GM0339&soort=9.9.9&maand=2026-03'])
      expect((await region.get(`/publicaties/steunt-op${query}`)).status).toBe(400)
    expect((await region.get('/publicaties/steunt-op')).status).toBe(200)
  })
})
