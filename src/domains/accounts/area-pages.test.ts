import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addBureauAdviser,
  beginAccount,
  clearPart,
  releaseAccount,
  writeBlock,
} from '../../../test/environment/accounts'
import { readPdf } from '../../../test/environment/pdf'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion, testMoment } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'
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
})
afterAll(() => region.close())

const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const manager = () => signInAs(region, 'programmamanager')
const count = '{misdrijf:gebied/0.0.0/2025-01..2025-12}'
const write = (fields: { titel: string; tekst: string } & Record<string, string>) =>
  writeBlock(region, address, 'programmamanager', { deel: 'bureau', ...fields })

describe('the page of an area', () => {
  test('names figures of its own area, and a reference that leads nowhere in any area is refused', async () => {
    expect((await write({ titel: 'In het stuk', tekst: 'Alleen hier.\nHet doel: {doel:M-005}.' })).status).toBe(303)
    expect(
      (await write({ titel: 'Overal', tekst: `Er waren ${count}.\nHet doel: {doel:M-005}.`, waar: 'gebieden' })).status,
    ).toBe(303)
    for (const tekst of ['{misdrijf:gebied/9.9.9/2025-01..2025-12}', '{uitkomst:gebied/BESTAAT-NIET/2025}'])
      expect((await write({ titel: 'Fout', tekst, waar: 'gebieden' })).status).toBe(422)
    const draft = words(await region.text(address, await manager()))
    expect(draft).toContain('Alleen hier.')
    expect(draft).not.toContain('Er waren')
    expect(draft).toContain('Toon 43 pagina’s')
  })

  test('of a draft is there for its bureau, and for nobody else: who clears a part of it neither', async () => {
    const page = `${address}/gebieden/GM0344.html`
    const html = words(await region.text(page, await manager()))
    expect(html).toMatch(/concept .* Er waren [\d.]+ geregistreerde misdrijven \(.*, Utrecht, januari 2025/)
    expect(html).not.toContain('Alleen hier.')
    // A mayor has the part of the municipalities: he sees the draft, and no page of another municipality.
    const mayor = await signInAs(region, 'burgemeester-houten')
    expect(await region.text(address, mayor)).not.toContain('/gebieden/')
    for (const headers of [{}, await signInAs(region, 'oov-utrecht'), mayor])
      expect((await region.get(page, headers)).status).toBe(404)
    for (const other of ['GM9999.html', 'GM0344.docx', 'GM0344'])
      expect((await region.get(`${address}/gebieden/${other}`, await manager())).status).toBe(404)
  })

  test('that is no one A4 keeps all of it from being released', async () => {
    const long = { titel: 'Lang', blok: '00000000-0000-4000-8000-000000000001', waar: 'gebieden' }
    await write({ ...long, tekst: 'Een zin die niets zegt. '.repeat(400) })
    await clearPart(region, address, 'programmamanager', 'bureau')
    const refused = await releaseAccount(region, address, 'adviseur-bureau')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('past niet op één A4')
    expect((await region.get(`${address}/gebieden/GM0344.pdf`, await manager())).status).toBe(400)
    expect((await region.get(address)).status).toBe(404)
    await write({ ...long, tekst: 'Kort.', weg: 'ja', versie: '1' })
  })

  test('is released with the account for every municipality and district, by hash, and entered in the ledger', async () => {
    await clearPart(region, address, 'programmamanager', 'bureau')
    const begun = performance.now()
    expect((await releaseAccount(region, address, 'adviseur-bureau')).status).toBe(303)
    console.log(`43 pages released in ${Math.round(performance.now() - begun)} ms`)
    const { regels } = await region.json<{ regels: { bestanden: Record<string, string> }[] }>(
      '/publicaties/logboek/uitvoer.json',
    )
    const files = regels[0]?.bestanden ?? {}
    expect(Object.keys(files)).toHaveLength(4 + 43 * 2)
    for (const name of ['gebieden/GM0344.html', 'gebieden/GM0344.pdf', 'gebieden/GM0321.pdf', 'stuk.pdf']) {
      const content = new Uint8Array(await (await region.get(`${address}/${name}`)).arrayBuffer())
      expect(createHash('sha256').update(content).digest('hex')).toBe(files[name])
    }
    const pdf = await readPdf(new Uint8Array(await (await region.get(`${address}/gebieden/GM0344.pdf`)).arrayBuffer()))
    expect([pdf.pages, pdf.isMarked, pdf.language]).toEqual([1, true, 'nl-NL'])
    expect(pdf.text).toContain('Utrecht, januari 2025')
    const other = words(await region.text(`${address}/gebieden/GM0321.html`))
    expect(other).toContain('Houten, januari 2025')
    expect(other).not.toContain('Utrecht, januari 2025')
  })

  test('stands on the page of the account and on that of its area', async () => {
    expect(await region.text(address)).toContain(`href="${address}/gebieden/GM0344.html"`)
    expect(await region.text('/gemeenten/GM0344')).toContain(`href="${address}/gebieden/GM0344.pdf"`)
    expect(await region.text('/gemeenten/GM0321')).not.toContain('gebieden/GM0344')
  })

  test('is recomputed each night with the account, of which alone the sentences are compared', async () => {
    await owning(region.db, (tx) =>
      sql`insert into figures.measurements
          (code, indicator, area, period, base_period, value, unit, kind, qualifier, printed, leads, sources)
        select 'LATER-5', indicator, area, period, base_period, 1, unit, 'realisatie', 'exact', '1', true, '{}'
          from figures.measurements where code = 'M-005'`.execute(tx),
    )
    now = new Date(now.getTime() + 86_400_000)
    await watchAccounts(region.db, { log: silentLog, word: saidOf }, () => false)
    const page = words(await region.text(address))
    expect(page).toMatch(/kwam alles gelijk uit: 4\d cijfers/)
    expect(page).toContain('Bij 1 zin zouden wij nu iets anders zeggen.')
    expect(page).toMatch(/In het stuk Het doel: .* niet gehaald/)
    expect(page).not.toContain('Overal Het doel')
  })
})
