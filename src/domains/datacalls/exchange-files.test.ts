import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledForm, mainText, readPage } from '../../../test/environment/html'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'
import { xlsx } from '../../platform/sheets/table-file'
import { readTable } from '../../platform/sheets/table-in'
import { fileColumns } from './exchange'

const riec = '/uitvragen/RIEC-2022/RIEC-MN'
let region: Opened
let head: { cookie: string }
beforeAll(async () => {
  region = await openRegion()
  head = await signInAs(region, 'hoofd-riec')
})
afterAll(() => region.close())

const fill = async (changes: Record<string, string>) =>
  region.post(riec, filledForm(await region.text(riec, head), riec, changes), head)
const upload = (bytes: Uint8Array | string, name: string, headers = head) => {
  const form = new FormData()
  form.set('bestand', new File([bytes as Uint8Array<ArrayBuffer>], name))
  return region.fetch(
    new Request(`http://localhost:3000${riec}/inlezen`, {
      method: 'POST',
      body: form,
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    }),
    { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
  )
}
const versions = async (line: string) =>
  (
    await owning(region.db, (tx) =>
      sql<{ kind: string; value: number | null }>`
        select a.kind, a.value from datacalls.answers a where a.line = ${line} order by a.version`.execute(tx),
    )
  ).rows.map(({ kind, value }) => String(value ?? kind))

describe('with a file', () => {
  const own = async (kind: 'xlsx' | 'csv') =>
    new Uint8Array(await (await region.get(`${riec}/uitvraag.${kind}`, head)).arrayBuffer())
  const rowsOf = async (bytes: Uint8Array) => {
    const table = await readTable(bytes)
    return 'rows' in table ? table.rows.map((row) => [...row]) : []
  }
  const written = async (changes: Record<string, unknown>, columns: Record<string, unknown> = {}) => {
    const rows = await rowsOf(await own('xlsx'))
    const value = rows[0]?.indexOf('waarde') ?? -1
    for (const row of rows.slice(1)) if (String(row[0]) in changes) row[value] = changes[String(row[0])] as never
    for (const [column, cell] of Object.entries(columns)) {
      for (const row of rows.slice(1)) row[rows[0]?.indexOf(column) ?? -1] = cell as never
    }
    return xlsx({ name: 'x', header: rows[0] as string[], rows: rows.slice(1) as never })
  }

  test.each(['xlsx', 'csv'] as const)('as %s goes out and comes in unchanged', async (kind) => {
    const bytes = await own(kind)
    const rows = await rowsOf(bytes)
    expect(rows[0]).toEqual([...fileColumns])
    expect(rows).toHaveLength(23)
    const answer = await upload(bytes, `terug.${kind}`)
    expect(answer.status).toBe(200)
    expect(mainText(await answer.text())).toContain('Dit bestand verandert niets.')
  })

  test('is shown before it is applied, is applied whole, and can be taken back', async () => {
    expect((await fill({ 'waarde-RIEC-2022-31': '5' })).status).toBe(303)
    const bytes = await written({ 'RIEC-2022-2B1': 11, 'RIEC-2022-2B2': '1.012', 'RIEC-2022-31': 4 })
    const preview = await upload(bytes, 'cijfers van ons.xlsx')
    const html = await preview.text()
    expect(mainText(html)).toContain('3 cijfers veranderen. Er is nog niets bewaard.')
    expect(await versions('RIEC-2022-2B1')).toEqual([])
    const applied = await region.post(`${riec}/inlezen/toepassen`, filledForm(html, `${riec}/inlezen/toepassen`), head)
    expect(applied.headers.get('location')).toBe(`${riec}?bewaard=3`)
    expect(await versions('RIEC-2022-2B2')).toEqual(['1012'])
    expect(await versions('RIEC-2022-31')).toEqual(['5', '4'])

    expect((await fill({ 'waarde-RIEC-2022-2B2': '12' })).status).toBe(303)
    const page = await region.text(`${riec}/inlezen`, head)
    expect(mainText(page)).toContain('cijfers van ons.xlsx')
    expect(mainText(page)).toContain('Blijft staan: Signaal van een gemeente (opnieuw ingevuld).')
    const undo = readPage(page).forms.find(({ action }) => action.endsWith('/terugdraaien'))?.action ?? ''
    const undone = await region.post(undo, {}, head)
    expect(undone.headers.get('location')).toBe(`${riec}/inlezen?teruggedraaid=2`)
    expect(await versions('RIEC-2022-2B1')).toEqual(['11', 'leeg'])
    expect(await versions('RIEC-2022-2B2')).toEqual(['1012', '12'])
    expect(await versions('RIEC-2022-31')).toEqual(['5', '4', '5'])
    expect((await region.post(undo, {}, head)).status).toBe(404)
  })

  test('may be larger than a megabyte', async () => {
    const rows = await rowsOf(await own('xlsx'))
    const filler = 'x'.repeat(60_000)
    const sheet = [rows[0], ...rows.slice(1).map((row, at) => [...row, `${at}${filler}`])] as string[][]
    const bytes = sheet.map((row, at) => (at === 0 ? [...row, 'van ons'] : row).map((cell) => cell ?? '').join(';'))
    const file = bytes.join('\r\n')
    expect(file.length).toBeGreaterThan(1024 * 1024)
    const answer = await upload(file, 'groot.csv')
    expect(answer.status).toBe(200)
    expect(mainText(await answer.text())).toContain('Dit bestand verandert niets.')
  })
  test('does not undo what a colleague did since it was taken along', async () => {
    const old = await written({ 'RIEC-2022-2B4': 3, 'RIEC-2022-2B5': 4 })
    expect((await fill({ 'waarde-RIEC-2022-2B4': '30', 'waarde-RIEC-2022-2B6': '60' })).status).toBe(303)
    const html = await (await upload(old, 'oud.xlsx')).text()
    expect(mainText(html)).toContain('Iemand anders vulde intussen ook in.')
    expect(mainText(html)).toContain('2 cijfers veranderen')
    expect(filledForm(html, `${riec}/inlezen/toepassen`).map(([name]) => name)).not.toContain('waarde-RIEC-2022-2B6')
    // Somebody fills in once more between looking and applying: then both answers are shown, and nothing is kept.
    expect((await fill({ 'waarde-RIEC-2022-2B5': '40' })).status).toBe(303)
    const applied = await region.post(`${riec}/inlezen/toepassen`, filledForm(html, `${riec}/inlezen/toepassen`), head)
    expect(applied.status).toBe(409)
    expect(await applied.text()).toMatch(/name="waarde-RIEC-2022-2B5"[^>]*value="4"/)
    expect(await versions('RIEC-2022-2B4')).toEqual(['30'])
  })

  test.each<[string, () => Promise<Uint8Array | string>, RegExp]>([
    [
      'words for a number',
      () => written({ 'RIEC-2022-2B1': 'veel', 'RIEC-2022-2B2': 13 }),
      /rij 3, kolom waarde: "veel" is geen getal/,
    ],
    [
      'another unit',
      () => written({ 'RIEC-2022-5': 16 }, { eenheid: 'duizend euro' }),
      /rij 2, kolom eenheid: De eenheid is "aantal"/,
    ],
    ['another table', async () => 'naam;getal\nA;1', /rij 1, kolom code: Deze kolom ontbreekt/],
    ['a picture', async () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), /geen XLSX- of CSV-bestand/],
    ['nothing', async () => '', /Kies een bestand/],
  ])('with %s is refused whole, in Dutch', async (_, made, message) => {
    const before = await versions('RIEC-2022-2B2')
    const answer = await upload(await made(), 'fout.xlsx')
    expect(answer.status).toBe(422)
    expect(mainText(await answer.text())).toMatch(message)
    expect(await versions('RIEC-2022-2B2')).toEqual(before)
  })
})
