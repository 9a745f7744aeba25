import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hiddenIn } from '../../../test/environment/forms'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { addRelease } from '../../../test/environment/releases'
import { makeDrafts, renswoude, reportPeriod, signReport } from '../../../test/environment/reports'
import { overseeing, owning } from '../../platform/db/database'
import { verdictWords } from '../pictures'
import type { Report } from './report'
import { makeDueReports } from './run.verbs'

const page = `/rapportages/${renswoude}`
const formats = ['html', 'pdf', 'docx', 'xlsx', 'json'] as const
const wordsOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

let region: Opened
let adviser: { cookie: string }
let bureau: { cookie: string }
beforeAll(async () => {
  region = await openRegion({ figures: true })
  adviser = await signInAs(region, 'oov-renswoude')
  bureau = await signInAs(region, 'programmamanager')
})
afterAll(() => region.close())

const kept = async (format: string, headers = {}) => {
  const answer = await region.get(`${page}/rapport.${format}`, headers)
  return { status: answer.status, etag: answer.headers.get('etag'), bytes: new Uint8Array(await answer.arrayBuffer()) }
}

describe('a run of drafts', () => {
  test('is asked for by the programme bureau and the functional administrator, and by nobody else', async () => {
    const ask = (headers: { cookie: string }) => region.post('/rapportages/aanmaken', { periode: 'x' }, headers)
    expect((await ask(bureau)).status).toBe(422)
    expect((await ask(await signInAs(region, 'functioneel-beheerder'))).status).toBe(422)
    expect((await ask(adviser)).status).toBe(404)
  })

  test('goes on where it was when the program was killed, and is asked for once', async () => {
    const asked = await region.post('/rapportages/aanmaken', { periode: reportPeriod }, bureau)
    expect(asked.status).toBe(303)
    expect((await region.post('/rapportages/aanmaken', { periode: reportPeriod }, bureau)).status).toBe(422)
    let steps = 0
    await makeDueReports(region.db, () => ++steps > 11)
    const made = () =>
      overseeing(
        region.db,
        async (tx) =>
          (await sql<{ code: string; made_at: string }>`select code, made_at from publications.reports`.execute(tx))
            .rows,
      )
    const first = await made()
    expect(first).toHaveLength(10)
    expect(wordsOf(await region.text('/rapportages/aanmaken', bureau))).toContain('10 van 44 gemaakt')
    await makeDueReports(region.db, () => false)
    const all = await made()
    expect(all).toHaveLength(44)
    expect(all).toEqual(expect.arrayContaining(first))
    expect(wordsOf(await region.text('/rapportages/aanmaken', bureau))).toContain('klaar: 44 van 44 gemaakt')
  })

  test('can be taken along whole, with the hash of every file', async () => {
    const runs = await region.text('/rapportages/aanmaken', bureau)
    const path = /href="(\/rapportages\/aanmaken\/[^"]+\.zip)"/.exec(runs)?.[1] ?? ''
    expect((await region.get(path, adviser)).status).toBe(404)
    const archive = unzipSync(new Uint8Array(await (await region.get(path, bureau)).arrayBuffer()))
    expect(Object.keys(archive)).toHaveLength(44 * 4 + 2)
    const sums = strFromU8(archive.SHA256SUMS ?? new Uint8Array())
      .trim()
      .split('\n')
    for (const line of sums) {
      const [sum, name = ''] = line.split('  ')
      expect(
        createHash('sha256')
          .update(archive[name] ?? '')
          .digest('hex'),
      ).toBe(sum)
    }
    expect(sums).toHaveLength(44 * 4 + 1)
  })
})

describe('a draft', () => {
  test('exists for who writes it and who had it made, and for nobody else', async () => {
    for (const headers of [adviser, bureau, await signInAs(region, 'functioneel-beheerder')])
      expect((await region.get(page, headers)).status).toBe(200)
    for (const headers of [{}, await signInAs(region, 'oov-utrecht'), await signInAs(region, 'oud-adviseur-zeist')]) {
      for (const path of [
        page,
        `${page}/narekenen`,
        `${page}/toelichting`,
        `${page}/grafiek.svg`,
        ...formats.map((one) => `${page}/rapport.${one}`),
      ])
        expect((await region.get(path, headers)).status).toBe(404)
      expect(await region.text('/rapportages', headers)).not.toContain('Renswoude')
    }
  })

  test('says that it is one, and that its figures are made up, in every file', async () => {
    const html = await region.text(page, adviser)
    expect(html).toContain('Dit zijn voorbeeldcijfers')
    expect(html).toContain('Dit is een concept')
    expect(html).toContain('Raadsinformatiebrief, concept')
    expect(html).toContain(`href="${page}/grafiek.png"`)
    const drawing = await (await region.get(`${page}/grafiek.svg`, adviser)).text()
    for (const said of ['Voorbeeldcijfers: verzonnen', 'Concept: nog niet ondertekend.', 'Het aantal per maand lag'])
      expect(drawing).toContain(said)
    expect(html).toMatch(/<th scope="row"[^>]*>Woninginbraak<\/th>/)
    expect(new TextDecoder().decode((await kept('html', adviser)).bytes)).toContain('concept · voorbeeldcijfers')
    const word = unzipSync((await kept('docx', adviser)).bytes)
    expect(strFromU8(word['word/header1.xml'] ?? new Uint8Array())).toContain('concept · voorbeeldcijfers')
    const sheet = unzipSync((await kept('xlsx', adviser)).bytes)
    expect(
      Object.values(sheet)
        .map((part) => strFromU8(part))
        .join(''),
    ).toContain('voorbeeld')
    expect(Buffer.from((await kept('pdf', adviser)).bytes).toString('latin1')).toContain(
      '<pdfuaid:part>1</pdfuaid:part>',
    )
  })

  test('is written on by the adviser of that municipality only', async () => {
    const write = (headers: { cookie: string }) =>
      region.post(
        `${page}/toelichting`,
        { versie: '0', toelichting: 'De brug was dicht.\n\nDaarom was het stil.' },
        headers,
      )
    for (const person of ['programmamanager', 'functioneel-beheerder', 'oov-utrecht'])
      expect((await write(await signInAs(region, person))).status).toBe(404)
    expect((await write(adviser)).status).toBe(303)
    expect(await region.text(page, adviser)).toContain('De brug was dicht.')
  })

  test('keeps what a colleague wrote meanwhile', async () => {
    const answer = await region.post(`${page}/toelichting`, { versie: '0', toelichting: 'Iets anders.' }, adviser)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Iets anders.')
    expect(await region.text(page, adviser)).toContain('De brug was dicht.')
  })

  test('is made anew with newer figures, and keeps the words', async () => {
    await makeDrafts(region)
    expect(await region.text(page, adviser)).toContain('De brug was dicht.')
    expect((await region.get(`/rapportages/GM0339-${reportPeriod}-2`, adviser)).status).toBe(404)
  })
})

describe('signing', () => {
  test('needs a mark, and what was seen', async () => {
    const shown = await region.text(`${page}/ondertekenen`, adviser)
    const gezien = hiddenIn(shown, 'gezien')
    expect((await region.post(`${page}/ondertekenen`, { gezien }, adviser)).status).toBe(422)
    expect((await region.post(`${page}/ondertekenen`, { gezien: 'anders', akkoord: 'ja' }, adviser)).status).toBe(409)
    expect((await region.get(page)).status).toBe(404)
  })

  test('makes it public, with the name of the function and with all files by their hash', async () => {
    expect((await signReport(region, renswoude, 'oov-renswoude')).status).toBe(303)
    const html = await region.text(page)
    expect(wordsOf(html)).toContain('Adviseur openbare orde en veiligheid, Renswoude')
    for (const format of formats) {
      const { etag, bytes } = await kept(format)
      const hash = createHash('sha256').update(bytes).digest('hex')
      expect(etag).toBe(`"${hash}"`)
      expect(html).toContain(hash)
    }
    expect(new TextDecoder().decode((await kept('html')).bytes)).not.toContain('concept')
    expect(await region.text('/rapportages')).toContain('Renswoude')
  })

  test('is done once, and then nobody writes on it any more', async () => {
    expect((await region.get(`${page}/ondertekenen`, adviser)).status).toBe(404)
    expect((await region.post(`${page}/toelichting`, { versie: '1', toelichting: 'x' }, adviser)).status).toBe(404)
    for (const statement of [
      sql`update publications.files set hash = hash`,
      sql`delete from publications.signatures`,
      sql`update publications.contexts set text = 'x'`,
      sql`update publications.reports set model = '{}' where code = ${renswoude}`,
    ])
      await expect(owning(region.db, (tx) => statement.execute(tx))).rejects.toThrow('never changes')
  })

  test('is not possible with files of another making', async () => {
    await expect(
      owning(region.db, (tx) =>
        sql`insert into publications.files (report, format, content, hash) values (${`GM0344-${reportPeriod}-1`}, 'pdf', 'x', 'y')`.execute(
          tx,
        ),
      ),
    ).rejects.toMatchObject({ code: '23514' })
  })
})

describe('a published report', () => {
  test('recomputes equal, every figure', async () => {
    const text = wordsOf(await region.text(`${page}/narekenen`))
    expect(text).toMatch(/Alle \d+ getallen zijn gelijk/)
  })

  test('shows a figure that was changed', async () => {
    await owning(region.db, (tx) =>
      sql`update crime.counts set counts[1] = counts[1] + 1 where area = 'GM0339' and month = '2026-03'`.execute(tx),
    )
    // The month itself, and the half year it is in.
    expect(wordsOf(await region.text(`${page}/narekenen`))).toMatch(/Van (\d+) getallen zijn er \d+ gelijk/)
    expect((await region.text(`${page}/narekenen`)).match(/ongelijk: /g)).toHaveLength(2)
    await owning(region.db, (tx) =>
      sql`update crime.counts set counts[1] = counts[1] - 1 where area = 'GM0339' and month = '2026-03'`.execute(tx),
    )
  })

  test('stays as it is when drafts are made again: those are the next version', async () => {
    const before = await Promise.all(formats.map((format) => kept(format)))
    await makeDrafts(region)
    expect(await Promise.all(formats.map((format) => kept(format)))).toEqual(before)
    expect((await region.get(`/rapportages/GM0339-${reportPeriod}-2`, adviser)).status).toBe(200)
    expect((await region.get(`/rapportages/GM0339-${reportPeriod}-2`)).status).toBe(404)
  })

  test('of twelve months has the months of two years, and says of each type what it is', async () => {
    expect((await region.post('/rapportages/aanmaken', { periode: '2025' }, bureau)).status).toBe(303)
    let steps = 0
    await makeDueReports(region.db, () => ++steps > 2)
    const rows = await overseeing(region.db, (tx) =>
      sql<{ code: string; model: string }>`
        select code, model from publications.reports where code like '%-2025-1' limit 1`.execute(tx),
    )
    const [made] = rows.rows
    const report = JSON.parse(made?.model ?? '') as Report
    expect(report.months).toHaveLength(24)
    const [line] = report.groups.flatMap(({ lines }) => lines)
    const text = wordsOf(await region.text(`/rapportages/${made?.code}`, bureau))
    expect(text).toMatch(/Geregistreerde misdrijven in [^,]+, 2025 \(concept\)/)
    expect(text).toContain('hooguit 5% toch toeval')
    expect(text).toMatch(new RegExp(`${line?.name} .*${verdictWords[line?.verdict ?? 'unknown']}`))
  })

  test('of example figures goes when there are real ones, for who had no part in it', async () => {
    await addRelease(region, { modified: '2026-11-10T12:00:00Z', state: 'volledig' })
    expect((await region.get(page)).status).toBe(404)
    expect((await kept('pdf')).status).toBe(404)
    expect(wordsOf(await region.text(`${page}/narekenen`, adviser))).toContain('zijn er niet meer')
  })
})
